"""Time that passes only while somebody sleeps."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Final

MONDAY: Final = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


class Hourglass:
    """A clock, and the sleep that moves it; `slept` has every sleep in seconds."""

    def __init__(self, start: datetime = MONDAY) -> None:
        self.now = start
        self.slept: list[float] = []

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
        self.passes(seconds)
        await asyncio.sleep(0)
