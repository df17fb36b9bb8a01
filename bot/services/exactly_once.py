"""Sending a write exactly once to a server that has no idempotency key.

The write is recorded at the moment it leaves. When no answer came, by a fault or by our own death, we wait
until the lost request cannot land any more and look for what it would have made, before it is sent again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeAlias, TypeVar

from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from bot.errors import OutcomeUnknown, WebinarsError
from bot.models.clock import Clock
from bot.models.waiting import Tell, Wait, WaitReason
from bot.ringcentral import RingCentral
from bot.storage.attempts import Attempt, Attempts

Outcome = TypeVar("Outcome")
Send: TypeAlias = Callable[[RingCentral], Awaitable[Outcome]]
Look: TypeAlias = Callable[[RingCentral, datetime], Awaitable[Outcome | None]]
"""Looks for what a write made, if it was first sent at that instant."""


class ExactlyOnce:
    """Carries writes out, each under a key of its own."""

    def __init__(self, ringcentral: RingCentral, attempts: Attempts, clock: Clock) -> None:
        self._ringcentral = ringcentral
        self._attempts = attempts
        self._clock = clock
        self._pace = ringcentral.pace

    async def carry_out(self, key: str, send: Send[Outcome], look: Look[Outcome], tell: Tell) -> Outcome:
        """What the write made; raises what `send` raises, OutcomeUnknown only after several looks.

        The caller keeps the outcome, then calls `settled`.
        """
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(OutcomeUnknown),
            stop=stop_after_attempt(self._pace.tries),
            wait=wait_exponential(multiplier=self._pace.pause, max=self._pace.longest_pause),
            reraise=True,
        )
        return await retrying(self._once, key, send, look, tell)

    async def settled(self, key: str) -> None:
        """The outcome is kept: the record of having sent it is not needed any more."""
        await self._attempts.settled(key)

    async def _once(self, key: str, send: Send[Outcome], look: Look[Outcome], tell: Tell) -> Outcome:
        ringcentral = self._ringcentral.telling(tell)
        if (earlier := await self._attempts.earlier(key)) is not None:
            await self._let_it_land(earlier, tell)
            if (found := await look(ringcentral, earlier.first_at)) is not None:
                return found
        try:
            return await send(ringcentral.recording(lambda: self._attempts.leaving(key)))
        except OutcomeUnknown:
            raise
        except WebinarsError:
            await self._attempts.settled(key)
            raise

    async def _let_it_land(self, earlier: Attempt, tell: Tell) -> None:
        """Wait for twice the time that we give any answer: what was under way then has landed by now."""
        landed = earlier.last_at + timedelta(seconds=2 * self._pace.timeout)
        seconds = (landed - self._clock()).total_seconds()
        if seconds > 0:
            await tell(Wait(reason=WaitReason.CHECKING, seconds=seconds))
            await asyncio.sleep(seconds)
