"""Sending a write exactly once to a server that has no idempotency key.

The write is recorded at the moment it leaves. When no answer came, by a fault or by our own death, we look
at once for what it would have made: mostly it is there. When it is not, the lost request may still land, so we
wait until it cannot land any more, and look once more before it is sent again. What was never sent (a refused
connection, a name that is not found) is sent again without a look.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeAlias, TypeVar

from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_chain,
    wait_exponential,
    wait_none,
)

from bot.errors import OutcomeUnknown, TimeWillTell, WebinarsError
from bot.models.clock import Clock
from bot.models.rate_limit import Caller, Tell, Wait, WaitReason
from bot.ringcentral import RingCentral
from bot.storage.attempts import Attempt, Attempts

Outcome = TypeVar("Outcome")
Send: TypeAlias = Callable[[RingCentral], Awaitable[Outcome]]
Look: TypeAlias = Callable[[RingCentral, Attempt], Awaitable[Outcome | None]]
"""Looks for what a write made that was sent then."""


class ExactlyOnce:
    """Carries writes out, each under a key of its own."""

    def __init__(self, ringcentral: RingCentral, attempts: Attempts, clock: Clock) -> None:
        self._ringcentral = ringcentral
        self._attempts = attempts
        self._clock = clock
        self._pace = ringcentral.pace
        self._landed_within = timedelta(seconds=2 * ringcentral.pace.timeout)

    async def carry_out(self, key: str, send: Send[Outcome], look: Look[Outcome], caller: Caller) -> Outcome:
        """The result of the write; raises what `send` raises, OutcomeUnknown only after several looks.

        The caller keeps the outcome and settles the key.
        """
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(OutcomeUnknown),
            stop=stop_after_attempt(self._pace.tries),
            wait=wait_chain(
                wait_none(),  # the first look comes at once
                wait_exponential(multiplier=self._pace.pause, max=self._pace.longest_pause),
            ),
            reraise=True,
        )
        return await retrying(self._once, key, send, look, caller)

    async def is_unknown(self, key: str) -> bool:
        """Tell whether a write was sent under this key of which nobody knows what became."""
        return await self._attempts.find(key) is not None

    async def mark_settled(self, key: str) -> None:
        """The outcome is kept: the record of having sent it is not needed any more."""
        await self._attempts.mark_settled(key)

    async def _once(self, key: str, send: Send[Outcome], look: Look[Outcome], caller: Caller) -> Outcome:
        ringcentral = self._ringcentral.on_behalf_of(caller)
        earlier = await self._attempts.find(key)
        found = await self._found(ringcentral, earlier, look, caller.tell) if earlier else None
        if found is not None:
            return found
        try:
            return await send(
                ringcentral.recording(lambda: self._attempts.mark_sending(key, self._landed_within))
            )
        except OutcomeUnknown:
            raise
        except WebinarsError:
            await self._attempts.mark_settled(key)
            raise

    async def _found(
        self, ringcentral: RingCentral, earlier: Attempt, look: Look[Outcome], tell: Tell
    ) -> Outcome | None:
        """Look at once, and when nothing is there, once more when nothing can land any later."""
        if self._seconds_to_land(earlier) > 0:
            await tell(Wait(reason=WaitReason.CHECKING, seconds=0))
            if (found := await _look_early(ringcentral, earlier, look)) is not None:
                return found
        if (seconds := self._seconds_to_land(earlier)) > 0:
            await tell(Wait(reason=WaitReason.CHECKING, seconds=seconds))
            await asyncio.sleep(max(0.0, self._seconds_to_land(earlier)))
        return await look(ringcentral, earlier)

    def _seconds_to_land(self, earlier: Attempt) -> float:
        """Return how long what was sent may still be under way: twice the time that we give any answer."""
        landed = earlier.lands_by or earlier.last_at + self._landed_within
        return (landed - self._clock()).total_seconds()


async def _look_early(ringcentral: RingCentral, earlier: Attempt, look: Look[Outcome]) -> Outcome | None:
    """Look; a RingCentral that does not answer yet is asked again later."""
    try:
        return await look(ringcentral.trying_once(), earlier)
    except TimeWillTell:
        return None
