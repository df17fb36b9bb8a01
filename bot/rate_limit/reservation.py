"""Keeping room for a host who is about to ask something of RingCentral, while a crowd registers.

Filling a form takes longer than the crowd needs to leave a few calls free, so by the time it is sent off they are
there. Nothing is kept while nobody registers, and never so much that a crowd would come to a halt.
"""

from typing import Final

from cachetools import TTLCache

from bot.models.clock import Clock
from bot.models.rate_limit import Caller, Priority
from bot.rate_limit.limiter import RateLimiter
from bot.storage.registrations import Registrations

CREATION: Final = 3
CHANGE: Final = 2
_KEPT: Final = 180.0
"""Seconds that somebody may take over a form."""
_MOST: Final = 1


class CallReservation:
    """Keeps room for one form that is open here; others find a call every few seconds all the same."""

    def __init__(self, rate_limiter: RateLimiter, registrations: Registrations, clock: Clock) -> None:
        self._rate_limiter = rate_limiter
        self._registrations = registrations
        self._clock = clock
        self._open: TTLCache[str, bool] = TTLCache(_MOST, _KEPT, timer=lambda: clock().timestamp())

    async def reserve(self, form: str, calls: int) -> None:
        """Somebody has a form before them that will need so many calls."""
        if form in self._open or len(self._open) >= _MOST or not await self._registrations.list_queues():
            return
        self._open[form] = True
        caller = Caller(id=_name(form), asked_at=self._clock(), calls=calls, priority=Priority.FORESEEN)
        await self._rate_limiter.keep_places(caller, _KEPT, most=CREATION)

    async def release(self, form: str) -> None:
        """It was sent off, here or at the worker that opened it, and its own calls have their places."""
        if self._open.pop(form, None) or await self._registrations.list_queues():
            await self._rate_limiter.free_places(_name(form))


def _name(form: str) -> str:
    return f"foreseen:{form}"
