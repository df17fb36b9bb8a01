"""Sign-up: a click is saved before anything else, and answered at once."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.errors import SlackRefused, TimeWillTell
from bot.models import Person
from bot.models.clock import Clock
from bot.models.registration import (
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    SignupAnswer,
    SignupClick,
    barrier_of,
)
from bot.models.tracked import TrackedWebinar
from bot.rate_limit.limiter import RateLimiter
from bot.slack.directory import SlackDirectory
from bot.storage.registration_consents import RegistrationConsents
from bot.storage.registrations import Registrations

_KNOWN_WITHIN: Final = 0.6
"""Seconds until a person is answered without what Slack should have told of them."""
_DONE_WITHIN: Final = 0.6
_LOOK: Final = 0.05
_BELIEVED: Final = timedelta(minutes=1)
"""What we know of a closed registration is believed for so long; then RingCentral is asked by whoever comes."""
_CLOSED: Final = {RegistrationBarrier.CLOSED, RegistrationBarrier.FULL}


class Signup:
    """Takes clicks; `wake` lets the registration queue look."""

    def __init__(
        self,
        people: SlackDirectory,
        registrations: Registrations,
        consents: RegistrationConsents,
        rate_limiter: RateLimiter,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._people = people
        self._registrations = registrations
        self._consents = consents
        self._rate_limiter = rate_limiter
        self._clock = clock
        self._wake = wake

    async def answer_if_known(self, tracked: TrackedWebinar | None, user: str) -> SignupAnswer | None:
        """The answer that needs no call: they are registered or wait, or cannot be registered; None when they can register."""
        over = tracked is not None and tracked.webinar.is_over
        if tracked is not None and not over and (answer := await self._standing(tracked.webinar_key, user)):
            return answer
        barrier = barrier_of(tracked.webinar if tracked else None)
        if barrier is None or tracked is None or (barrier in _CLOSED and not self._is_sure(tracked)):
            return None if tracked else SignupAnswer(barrier=RegistrationBarrier.GONE)
        return SignupAnswer(barrier=barrier)

    async def find_person(self, user: str) -> Person | None:
        """The person behind a Slack id, when Slack tells it in time."""
        try:
            async with asyncio.timeout(_KNOWN_WITHIN):
                return await self._people.person(user)
        except (TimeoutError, TimeWillTell, SlackRefused):
            return None

    async def has_agreed(self, user: str) -> bool:
        """Tell whether somebody agreed that their name and e-mail address go to RingCentral."""
        return await self._consents.has_agreed(user)

    async def save_consent(self, user: str) -> None:
        """Somebody agrees."""
        await self._consents.save(user)

    async def register(self, click: SignupClick) -> SignupAnswer:
        """Let somebody stand in line, and say where; whoever is the first is perhaps done before that is said."""
        entered = await self._registrations.enter(click)
        self._wake()
        place = await self._registrations.find_position(entered)
        if place.ahead_of_all == 0:
            entered = await self._soon(entered)
        return await self._answer(entered)

    async def leave(self, webinar_key: str, user: str) -> SignupAnswer | None:
        """Somebody does not want to be registered any more, which is perhaps done before it is answered; None when
        they are not registered.
        """
        if (there := await self._registrations.find(webinar_key, user)) is None:
            return None
        left = await self._registrations.change(there.number, _leaving)
        self._wake()
        if left is None:
            return None
        left = await self._soon(left)
        return SignupAnswer(stage=left.stage, barrier=left.barrier, join_uri=left.join_uri)

    async def _standing(self, webinar_key: str, user: str) -> SignupAnswer | None:
        there = await self._registrations.find(webinar_key, user)
        if there is not None and there.stage is RegistrationStage.LEAVING:
            there = await self._soon(there)
        if there is None or there.stage in {RegistrationStage.REFUSED, RegistrationStage.LEFT}:
            return None
        return await self._answer(there)

    async def _answer(self, entry: RegistrationEntry) -> SignupAnswer:
        answer = SignupAnswer(stage=entry.stage, barrier=entry.barrier, join_uri=entry.join_uri)
        if entry.stage is not RegistrationStage.WAITING:
            return answer
        place, pace = (
            await self._registrations.find_position(entry),
            await self._rate_limiter.seconds_per_call(),
        )
        seconds = place.ahead_of_all * pace + await self._rate_limiter.penalty_seconds()
        return answer.model_copy(update={"place": place, "seconds": seconds, "pace": pace})

    async def _soon(self, entry: RegistrationEntry) -> RegistrationEntry:
        """The same once it is done, if that is soon."""
        now = entry
        for _ in range(round(_DONE_WITHIN / _LOOK)):
            if not now.stage.is_under_way:
                break
            await asyncio.sleep(_LOOK)
            now = await self._registrations.get(entry.number) or now
        return now

    def _is_sure(self, tracked: TrackedWebinar) -> bool:
        registration = tracked.webinar.registration
        read_at = registration.read_at if registration else None
        return read_at is not None and self._clock() - read_at < _BELIEVED


def _leaving(now: RegistrationEntry) -> RegistrationEntry:
    """A person who was never registered at RingCentral has left at once."""
    if now.stage is RegistrationStage.WAITING and now.sent_at is None:
        return now.model_copy(update={"stage": RegistrationStage.LEFT, "told": RegistrationStage.LEFT})
    if now.stage in {RegistrationStage.WAITING, RegistrationStage.REGISTERED}:
        return now.model_copy(update={"stage": RegistrationStage.LEAVING, "told": RegistrationStage.LEAVING})
    return now
