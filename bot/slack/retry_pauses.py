"""Pauses between tries: each is twice as long as the one before."""

from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.models.clock import Clock

Key = TypeVar("Key", bound=Hashable)


class RetryPauses(Generic[Key]):
    """Remembers what waits, and until when; a new process remembers nothing, so tries everything at once."""

    def __init__(self, first: timedelta, longest: timedelta, clock: Clock) -> None:
        self._first = first
        self._longest = longest
        self._clock = clock
        self._waiting: dict[Key, tuple[datetime, timedelta]] = {}

    def failed(self, key: Key) -> None:
        """Let this wait, twice as long as the last time."""
        _, last = self._waiting.get(key, (None, timedelta()))
        pause = min(last * 2, self._longest) if last else self._first
        self._waiting[key] = (self._clock() + pause, pause)

    def worked(self, key: Key) -> bool:
        """Let nothing of this wait any more; whether it had failed."""
        return self._waiting.pop(key, None) is not None

    def is_waiting(self, key: Key) -> bool:
        """Tell whether it is too early to try this again."""
        until, _ = self._waiting.get(key, (None, timedelta()))
        return until is not None and self._clock() < until

    def waiting(self) -> list[Key]:
        """Everything that it is too early to try again."""
        return [key for key in self._waiting if self.is_waiting(key)]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing failed that has not worked since."""
        return not self._waiting
