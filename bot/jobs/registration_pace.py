"""The pace of registering: calls leave one by one, as fast as RingCentral allows in the long run."""

from typing import Final

from aiolimiter import AsyncLimiter

from bot.rate_limit.limiter import RateLimiter

_AT_ONCE: Final = 2
"""So many may leave together when nobody did for a while."""


class RegistrationPace:
    """Lets calls leave one by one, as fast as RingCentral allows in the long run."""

    def __init__(self, rate_limiter: RateLimiter) -> None:
        self._rate_limiter = rate_limiter
        self._pace = 0.0
        self._limiter = AsyncLimiter(_AT_ONCE)

    async def turn(self) -> None:
        """Wait until the next one may leave."""
        pace = await self._rate_limiter.seconds_per_call()
        if pace != self._pace:
            self._pace, self._limiter = pace, AsyncLimiter(_AT_ONCE, _AT_ONCE * pace)
        await self._limiter.acquire()
