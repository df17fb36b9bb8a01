"""The state of a webinar right now: asked of RingCentral when somebody wants to know or change it."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from datetime import timedelta
from typing import Final
from uuid import uuid4

from bot.attempt import attempt
from bot.errors import WebinarsError
from bot.models import Audience
from bot.models.clock import Clock
from bot.models.rate_limit import Caller, Tell
from bot.models.tracked import TrackedWebinar
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.create import WebinarCreation
from bot.webinars.sync import WebinarSync

_FRESH: Final = timedelta(seconds=30)
_SOON: Final = 1.0
"""Seconds; Slack waits three for the whole answer."""


class WebinarRefresh:
    """Renews what we know of one webinar, unless it is fresh; with webhooks it always is."""

    def __init__(
        self,
        webinar_sync: WebinarSync,
        webinar_creation: WebinarCreation,
        webhook_subscription: WebhookSubscription,
        clock: Clock,
    ) -> None:
        self._webinar_sync = webinar_sync
        self._webinar_creation = webinar_creation
        self._webhook_subscription = webhook_subscription
        self._clock = clock

    async def refresh(self, tracked: TrackedWebinar, tell: Tell) -> str | None:
        """Ask RingCentral how a webinar stands; what went wrong, in words."""
        webinar, registration = tracked.webinar, tracked.webinar.registration
        if webinar.is_over or self._webhook_subscription.trusted:
            return None
        registers = webinar.audience is Audience.REGISTERED
        read_at = registration.read_at if registers and registration else webinar.read_at
        if read_at is not None and self._clock() - read_at < _FRESH:
            return None
        caller = Caller(id=f"status:{uuid4().hex}", asked_at=self._clock(), tell=tell)
        looking: Awaitable[object]
        if registers:
            looking = self._webinar_creation.read_registration(tracked.webinar_key, caller)
        else:
            looking = self._webinar_sync.read_session(tracked, caller)
        _, problem = await attempt(looking, "webinar_not_refreshed", webinar_key=tracked.webinar_key)
        return problem

    async def read_fresh(self, tracked: TrackedWebinar, caller: Caller, *, whole: bool) -> TrackedWebinar:
        """A webinar as RingCentral has it, its title and settings as well if `whole`; raises what the client raises."""
        read_at = tracked.webinar.read_at
        if self._webhook_subscription.trusted or (read_at is not None and self._clock() - read_at < _FRESH):
            return tracked
        look = self._webinar_sync.read_whole if whole else self._webinar_sync.read_session
        webinar = await look(tracked, caller)
        return tracked.model_copy(update={"webinar": webinar}) if webinar else tracked

    async def read_fresh_soon(self, tracked: TrackedWebinar, *, whole: bool) -> TrackedWebinar:
        """The same while somebody waits for an answer; what we knew, when RingCentral does not tell in time."""
        caller = Caller(id=f"edit:{uuid4().hex}", asked_at=self._clock())
        with suppress(TimeoutError, WebinarsError):
            async with asyncio.timeout(_SOON):
                return await self.read_fresh(tracked, caller, whole=whole)
        return tracked
