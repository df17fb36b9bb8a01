"""A Slack and a RingCentral under one clock, with the bot between them: all that a scene takes place in."""

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from sandbox.clock import MovableClock
from sandbox.faults import Fault
from sandbox.ringcentral import WebinarAPI
from sandbox.slack import SlackServer


class Bot(Protocol):
    """The bot as something that can be killed, and comes back with a clock that is `time_shift` seconds ahead."""

    @property
    def works(self) -> bool:
        """Tell whether it is there and ready."""

    async def restart(self, *, time_shift: int) -> None:
        """Kill -9 and start; returns once it is ready."""


@dataclass
class World:
    """Everything that is there; `clock` and `bot` are None where they cannot be had, and `wanted` is the scene to follow."""

    slack: SlackServer
    ringcentral: WebinarAPI
    clock: MovableClock | None = None
    bot: Bot | None = None
    opens: str = "general"
    """The channel that whoever comes in sees first."""
    said: str = ""
    """The result of the last action on the world."""
    wanted: asyncio.Future[str] | None = None
    troubles: dict[tuple[str, str], Fault] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        """Tell whether another world is to take its place."""
        return self.wanted is not None and self.wanted.done()

    def tell(self, said: str) -> None:
        """Say what became of an act, on every page."""
        self.said = said
        self.slack.state.changes.tell()

    def begin(self, scene: str) -> None:
        """Let this world be followed by a new one, in which the scene is played."""
        if self.wanted is not None and not self.wanted.done():
            self.wanted.set_result(scene)
        self.slack.state.changes.tell()

    def restart_bot(self) -> None:
        """Kill the bot and start it again, in the background."""
        self._start_task(self._restart())

    def let_pass(self, span: timedelta) -> None:
        """Let time pass for everybody: the bot reads its clock's lead at its start, and is started anew for that."""
        self._start_task(self._pass(span))

    async def _pass(self, span: timedelta) -> None:
        if self.clock is not None:
            self.clock.add(span)
        await self._restart()

    async def _restart(self) -> None:
        lead = round(self.clock.epoch() - time.time()) if self.clock is not None else 0
        if self.bot is not None:
            self.tell("The bot was killed, and is starting again …")
            await self.bot.restart(time_shift=lead)
            self.tell("The bot is back.")

    def _start_task(self, doing: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(doing)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
