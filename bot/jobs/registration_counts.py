"""Reading how registration stands where a webhook hinted that it changed, or where nobody read it for long."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.errors import AccountDecided
from bot.models import Audience, Phase
from bot.models.rate_limit import Caller, Priority
from bot.models.tracked import TrackedWebinar
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.registration.registrants import Registrants
from bot.resources import Resources
from bot.webhooks.subscription import WebhookSubscription

_SOON: Final = timedelta(days=14)
"""Of events farther away nobody's count is read without a hint."""
_COUNTED: Final = timedelta(minutes=1)
_COUNTED_FIRST: Final = timedelta(seconds=5)
"""Of an event that was quiet the first hints are followed soon, so that its card does not lag behind a rush."""
_QUIET: Final = timedelta(minutes=5)
_COUNTED_CROWD: Final = timedelta(minutes=10)
_COUNT_ALL: Final = timedelta(minutes=30)
"""How often every count is read although nobody hinted, to be sure."""
_COUNT_UNTOLD: Final = timedelta(minutes=5)
_COUNTS_A_MINUTE: Final = 2
"""Without webhooks no more of the rate limit than this goes into reading counts."""
log = structlog.get_logger()


class RegistrationCountsJob:
    """Reads the counts that are due."""

    def __init__(
        self, resources: Resources, registrants: Registrants, webhook_subscription: WebhookSubscription
    ) -> None:
        self._registrants = registrants
        self._webinar_creation = resources.webinar_creation
        self._webhook_subscription = webhook_subscription
        self._webinars = resources.stores.webinars
        self._webhook_events = resources.stores.webhook_events
        self._line = resources.stores.registrations
        self._clock = resources.clock
        self._counted_all_at: datetime | None = None
        self._asked: dict[str, datetime] = {}
        self._counts: dict[str, int] = {}
        self._hinted: dict[str, tuple[datetime, timedelta]] = {}
        """When the count of an event was read for a hint, and how long the next hints wait after that."""

    async def read_due(self) -> None:
        """Read how registration stands where it was hinted that it changed, or was not read for long."""
        now = self._clock()
        webhook_events = [
            webhook_event
            for webhook_event in await self._webhook_events.list_unread()
            if webhook_event.about is WebhookTopic.REGISTRATION
        ]
        sessions = {webhook_event.session for webhook_event in webhook_events if webhook_event.session}
        ids = {
            webhook_event.webinar
            for webhook_event in webhook_events
            if webhook_event.webinar and not webhook_event.session
        }
        waiting = set(webhook_events)
        for one in await self._webinars.list_by_ids(sessions, ids):
            if one.webinar.audience is Audience.REGISTERED and not await self._may_be_counted(one):
                waiting -= {webhook_event for webhook_event in webhook_events if _means(webhook_event, one)}
            elif one.webinar.audience is Audience.REGISTERED:
                await self._count_one(one)
                self._followed_hint(one.webinar_key, now)
        await self._webhook_events.mark_read(waiting)
        if self._past(self._counted_all_at, _COUNTED):
            self._counted_all_at = now
            tracked_webinars = await self._webinars.list_tracked(Phase.SCHEDULED, Phase.LIVE)
            events = [one for one in tracked_webinars if one.webinar.audience is Audience.REGISTERED]
            every = self._count_every(len(events))
            for one in events:
                if self._is_to_be_counted(one, now, every):
                    await self._count_one(one)

    def _count_every(self, events: int) -> timedelta:
        """Return how often so many counts may be read."""
        if self._webhook_subscription.trusted:
            return _COUNT_ALL
        return max(_COUNT_UNTOLD, timedelta(minutes=events / _COUNTS_A_MINUTE))

    def _is_to_be_counted(self, tracked: TrackedWebinar, now: datetime, every: timedelta) -> bool:
        """Tell whether nobody counted an event for long, although nobody hinted at it.

        One that was never counted is new to us, unless it was only just made, by those who count it themselves.
        """
        webinar, asked = tracked.webinar, self._asked.get(tracked.webinar_key)
        if not self._past(asked, every):
            return False
        if webinar.registration is None:
            return self._past(tracked.made_at, _COUNTED)
        return webinar.start <= now + _SOON and self._past(_counted_at(tracked), every)

    async def _may_be_counted(self, tracked: TrackedWebinar) -> bool:
        """Tell whether a hint is followed now: the first ones soon, those of a rush ever more seldom.

        While a crowd registers through us, its calls go before reading what we count ourselves.
        """
        if await self._line.count_waiting(tracked.webinar_key) > 0:
            return self._past(_counted_at(tracked), _COUNTED_CROWD)
        hinted_at, pause = self._hinted.get(tracked.webinar_key, (_counted_at(tracked), _COUNTED_FIRST))
        return self._past(hinted_at, pause)

    def _followed_hint(self, webinar_key: str, now: datetime) -> None:
        last, pause = self._hinted.get(webinar_key, (None, timedelta()))
        goes_on = last is not None and now - last < _QUIET
        following = min(max(pause * 2, _COUNTED_FIRST), _COUNTED) if goes_on else _COUNTED_FIRST * 2
        self._hinted[webinar_key] = (now, following)

    async def _count_one(self, tracked: TrackedWebinar) -> None:
        self._asked[tracked.webinar_key] = self._clock()
        caller = Caller(
            id=f"count:{tracked.webinar_key}", asked_at=self._clock(), priority=Priority.BACKGROUND
        )
        try:
            await self._count_and_compare(tracked, caller)
        except AccountDecided as refused:  # gone, or not ours to see: asking again at once would not help
            log.warning(
                "registrants_not_counted", webinar_key=tracked.webinar_key, error=type(refused).__name__
            )

    async def _count_and_compare(self, tracked: TrackedWebinar, caller: Caller) -> None:
        """Count, and compare where fewer are registered than before: somebody may have been taken off unawares."""
        webinar_key, before = tracked.webinar_key, tracked.webinar.registration
        known = self._counts.get(webinar_key, before.count if before else 0)
        webinar = await self._webinar_creation.read_registration(webinar_key, caller)
        if webinar is None or webinar.registration is None:
            return
        self._counts[webinar_key] = webinar.registration.count
        if webinar.registration.count < known and not await self._line.count_waiting(webinar_key):
            await self._registrants.reconcile(tracked, caller)

    def _past(self, since: datetime | None, least: timedelta) -> bool:
        return since is None or self._clock() - since >= least


def _means(webhook_event: WebhookEvent, tracked: TrackedWebinar) -> bool:
    webinar = tracked.webinar
    return webhook_event.session == webinar.session_id or (
        webhook_event.session is None and webhook_event.webinar == webinar.id
    )


def _counted_at(tracked: TrackedWebinar) -> datetime | None:
    registration = tracked.webinar.registration
    return registration.read_at if registration else None
