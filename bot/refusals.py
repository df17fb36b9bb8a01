"""Requests that were refused, told in the log without anything of theirs: the first at once, then a number a minute."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.models.clock import Clock

_PAUSE: Final = timedelta(minutes=1)
log = structlog.get_logger()


class Refusals:
    """Counts the refusals of one route; whoever sends a million requests gets a line a minute."""

    def __init__(self, route: str, clock: Clock) -> None:
        self._route = route
        self._clock = clock
        self._counted: Counter[int] = Counter()
        self._next: dict[int, datetime] = {}

    def count(self, status: int) -> None:
        """Count a request that was answered with this status."""
        self._counted[status] += 1
        now = self._clock()
        if now < self._next.get(status, now):
            return
        count = self._counted.pop(status)
        log.warning("requests_refused", route=self._route, status=status, count=count)
        self._next[status] = now + _PAUSE
