"""How a webinar stands right now: asked of RingCentral when somebody wants to know or change it."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Final
from uuid import uuid4

from bot.errors import WebinarsError
from bot.models import Audience
from bot.models.clock import Clock
from bot.models.rate_limit import Errand, Tell
from bot.models.tracked import Following
from bot.webhooks.subscription import Subscribing
from bot.webinars.create import Scheduling
from bot.webinars.sync import Mirror

_FRESH: Final = timedelta(seconds=30)
_SOON: Final = 1.0
"""Seconds; Slack waits three for the whole answer."""


class Standing:
    """Renews what we know of one webinar, unless it is fresh; with webhooks it always is."""

    def __init__(
        self, mirror: Mirror, scheduling: Scheduling, subscribing: Subscribing, clock: Clock
    ) -> None:
        self._mirror = mirror
        self._scheduling = scheduling
        self._subscribing = subscribing
        self._clock = clock

    async def renew(self, following: Following, tell: Tell) -> str | None:
        """Ask RingCentral how a webinar stands; what went wrong, in words."""
        webinar, registration = following.webinar, following.webinar.registration
        if webinar.is_over or self._subscribing.trusted:
            return None
        registers = webinar.audience is Audience.REGISTERED
        read_at = registration.read_at if registers and registration else webinar.read_at
        if read_at is not None and self._clock() - read_at < _FRESH:
            return None
        errand = Errand(id=f"status:{uuid4().hex}", asked_at=self._clock(), tell=tell)
        try:
            if registers:
                await self._scheduling.read_registration(following.draft, errand)
            else:
                await self._mirror.look_at(following, errand)
        except WebinarsError as error:
            return str(error)
        return None

    async def of(self, following: Following, errand: Errand, *, whole: bool) -> Following:
        """A webinar as RingCentral has it, its title and settings as well if `whole`; raises what the client raises."""
        read_at = following.webinar.read_at
        if self._subscribing.trusted or (read_at is not None and self._clock() - read_at < _FRESH):
            return following
        look = self._mirror.look_closely if whole else self._mirror.look_at
        webinar = await look(following, errand)
        return following.model_copy(update={"webinar": webinar}) if webinar else following

    async def of_soon(self, following: Following, *, whole: bool) -> Following:
        """The same while somebody waits for an answer; what we knew, when RingCentral does not tell in time."""
        errand = Errand(id=f"edit:{uuid4().hex}", asked_at=self._clock())
        with suppress(TimeoutError, WebinarsError):
            async with asyncio.timeout(_SOON):
                return await self.of(following, errand, whole=whole)
        return following
