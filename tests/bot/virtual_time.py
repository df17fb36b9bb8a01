"""Time that passes only while everybody sleeps."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

MONDAY: Final = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
_TURNS: Final = 20
"""The number of turns of the loop without work that make it quiet."""


class VirtualTime:
    """A clock, and the sleep that moves it to the next awakening once nobody is `busy`; `slept` has every sleep."""

    def __init__(self, start: datetime = MONDAY) -> None:
        self.now = start
        self.slept: list[float] = []
        self.busy: Callable[[], bool] = lambda: False
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []
        self._turning: asyncio.Task[None] | None = None

    def __call__(self) -> datetime:
        return self.now

    @property
    def seconds(self) -> float:
        """The present instant as epoch seconds."""
        return self.now.timestamp()

    def passes(self, seconds: float) -> None:
        """So many seconds later."""
        self.now += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        """Sleep without waiting."""
        self.slept.append(seconds)
        sleeper = (self.now + timedelta(seconds=seconds), asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        if self._turning is None or self._turning.done():
            self._turning = asyncio.create_task(self._turn())
        try:
            await sleeper[1]
        finally:
            with suppress(ValueError):
                self._sleepers.remove(sleeper)

    async def _turn(self) -> None:
        while self._sleepers:
            await self._quiet()
            if self._sleepers:
                until, sleeper = min(self._sleepers, key=lambda each: each[0])
                self._sleepers.remove((until, sleeper))
                self.now = max(self.now, until)
                if not sleeper.done():
                    sleeper.set_result(None)

    async def _quiet(self) -> None:
        turns = 0
        while turns < _TURNS:
            await asyncio.sleep(0.0005 if self.busy() else 0)
            turns = 0 if self.busy() else turns + 1
