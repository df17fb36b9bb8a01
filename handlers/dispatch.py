"""Between Bolt and a listener: parameters by name, a reference for the logs, and no failure unheard."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any, TypeAlias
from uuid import uuid4

import structlog
from slack_bolt.kwargs_injection.async_args import AsyncArgs

from handlers.desk import Desk
from handlers.errors import tell_failure

Listener: TypeAlias = Callable[..., Awaitable[None]]
_OURS = {field.name for field in fields(Desk)}


class Dispatcher:
    """Gives listeners what they ask for, and waits for them at the end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._running: set[asyncio.Task[Any]] = set()

    def to(self, listener: Listener) -> Callable[[AsyncArgs], Awaitable[None]]:
        """The listener as Bolt calls it; raises TypeError for a parameter that nobody can give."""
        names = list(inspect.signature(listener).parameters)
        if unknown := [name for name in names if name not in _OURS and name not in AsyncArgs.__annotations__]:
            raise TypeError(f"{listener.__name__} asks for {', '.join(unknown)}, which is not to be had")

        async def run(args: AsyncArgs) -> None:
            task = asyncio.current_task()
            if task is not None:
                self._running.add(task)
                task.add_done_callback(self._running.discard)
            given = {name: getattr(self._desk if name in _OURS else args, name) for name in names}
            reference = uuid4().hex[:8]
            with structlog.contextvars.bound_contextvars(reference=reference, listener=listener.__name__):
                try:
                    await listener(**given)
                except Exception as error:  # noqa: BLE001 - the edge: nothing is lost silently beyond it
                    await tell_failure(args, error, reference)

        return run

    async def drained(self, seconds: float) -> None:
        """Wait until every listener has ended, for so long at most."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)
