"""A clock that can be moved, so that days pass when a person or a test wants them to."""

import time
from datetime import UTC, datetime, timedelta


class MovableClock:
    """Shows `start` (now, unless said otherwise) and goes on from there, at `pace` times the speed of real time.

    Call it for the instant, or let who counts in epoch seconds call `epoch`: `WebinarAPI(clock=clock.epoch)`.
    """

    def __init__(self, start: datetime | None = None, *, pace: float = 1.0) -> None:
        self.pace = pace
        self.set(start or datetime.now(UTC))

    def __call__(self) -> datetime:
        """Tell the instant, in UTC."""
        return datetime.fromtimestamp(self.epoch(), UTC)

    def epoch(self) -> float:
        """Tell the instant in seconds since 1970."""
        return self._shown + (time.monotonic() - self._looked) * self.pace

    def set(self, at: datetime) -> None:
        """Show another instant from now on, later or earlier."""
        self._shown, self._looked = at.timestamp(), time.monotonic()

    def add(self, span: timedelta) -> None:
        """Let a span of time pass at once."""
        self.set(self() + span)
