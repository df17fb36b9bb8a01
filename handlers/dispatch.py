"""Between Bolt and a listener: arguments by name, a reference for the logs, and an answer to every failure."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias
from uuid import uuid4

import structlog
from slack_bolt.kwargs_injection.async_args import AsyncArgs

from handlers.errors import tell_failure
from handlers.interactions import (
    AppHomeOpened,
    ButtonPress,
    MessageShortcut,
    OptionSearch,
    ShortcutUse,
    SlashCommand,
    ViewSubmission,
)
from handlers.reply import InteractionReply

Listener: TypeAlias = Callable[..., Awaitable[None]]
_INTERACTIONS: Final[Mapping[str, Callable[[Mapping[str, Any]], object]]] = {
    "press": ButtonPress.from_body,
    "sent": ViewSubmission.from_body,
    "typed_command": SlashCommand.from_body,
    "shortcut_use": ShortcutUse.from_body,
    "message_shortcut": MessageShortcut.from_body,
    "search": OptionSearch.from_body,
    "home_opened": AppHomeOpened.from_body,
}
"""The parameters of a listener that hold the payload, and how each is read."""


class Dispatcher:
    """Gives listeners what they ask for, and waits for them at the end; `resources` are at hand by parameter name."""

    def __init__(self, resources: Mapping[str, object]) -> None:
        self._resources = resources
        self._running: set[asyncio.Task[Any]] = set()

    def to(self, listener: Listener) -> Callable[[AsyncArgs], Awaitable[None]]:
        """The listener as Bolt calls it; raises TypeError for a parameter that nobody can give."""
        names = list(inspect.signature(listener).parameters)
        if unknown := [name for name in names if not self._is_known(name)]:
            raise TypeError(f"{listener.__name__} asks for {', '.join(unknown)}, which is not to be had")
        called = f"{listener.__module__}.{listener.__name__}"

        async def run(args: AsyncArgs) -> None:
            task = asyncio.current_task()
            if task is not None:
                self._running.add(task)
                task.add_done_callback(self._running.discard)
            reference = uuid4().hex[:8]
            with structlog.contextvars.bound_contextvars(reference=reference, listener=called):
                try:
                    await listener(**{name: self._argument(name, args) for name in names})
                except Exception as error:  # noqa: BLE001 - the edge: nothing is lost silently beyond it
                    await tell_failure(args, error, reference)

        return run

    async def drained(self, seconds: float) -> None:
        """Wait until every listener has ended, for so long at most."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    def _argument(self, name: str, args: AsyncArgs) -> object:
        if name in self._resources:
            return self._resources[name]
        if name in _INTERACTIONS:
            return _INTERACTIONS[name](args.body)
        return InteractionReply(args) if name == "reply" else getattr(args, name)

    def _is_known(self, name: str) -> bool:
        ours = name in self._resources or name in _INTERACTIONS or name == "reply"
        return ours or name in AsyncArgs.__annotations__
