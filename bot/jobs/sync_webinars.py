"""Reading RingCentral when a webhook hinted that something changed, and now and then without a hint."""

from datetime import datetime, timedelta
from typing import Final

from bot.models import Phase
from bot.models.tracked import TrackedWebinar
from bot.models.webhook_event import WebhookTopic
from bot.resources import Resources
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.sync import WebinarSync

_SLOW: Final = timedelta(minutes=5)
"""How often RingCentral is read without a hint; with webhooks, three times as seldom."""
_AROUND: Final = timedelta(minutes=15)
"""How long before and after its start or end a webinar is read more often."""
_OFTEN: Final = timedelta(seconds=45)
_HINTED: Final = timedelta(seconds=6)
"""At least so long between two readings: hints that come meanwhile share the next one."""
_LONGEST: Final = timedelta(hours=12) + _AROUND


class SyncWebinarsJob:
    """Reads RingCentral when it is time."""

    def __init__(
        self, resources: Resources, webinar_sync: WebinarSync, webhook_subscription: WebhookSubscription
    ) -> None:
        self._webinar_sync = webinar_sync
        self._webhook_subscription = webhook_subscription
        self._webinars = resources.stores.webinars
        self._webhook_events = resources.stores.webhook_events
        self._clock = resources.clock

    async def read_due(self) -> None:
        """Read RingCentral when it was hinted that something changed, or when it is time."""
        webhook_events = [
            webhook_event
            for webhook_event in await self._webhook_events.list_unread()
            if webhook_event.about is not WebhookTopic.REGISTRATION
        ]
        if not webhook_events and not await self._is_time():
            return
        if webhook_events and not self._past(self._webinar_sync.asked_at, _HINTED):
            return
        await self._webinar_sync.refresh(webhook_events)
        await self._webhook_events.mark_read(webhook_events)

    async def _is_time(self) -> bool:
        """Tell whether RingCentral should be read although nobody hinted at anything."""
        now, asked = self._clock(), self._webinar_sync.asked_at
        if not await self._webinars.is_any_tracked():
            self._webinar_sync.asked_at = now  # whatever is made from now on is known as it is
            return False
        if self._webhook_subscription.trusted:
            return self._past(asked, _SLOW * 3)
        near = await self._webinars.list_starting(now - _LONGEST, now + _AROUND, Phase.SCHEDULED, Phase.LIVE)
        often = any(_about_to_change(one, now) for one in near)
        return self._past(asked, _OFTEN if often else _SLOW)

    def _past(self, since: datetime | None, least: timedelta) -> bool:
        return since is None or self._clock() - since >= least


def _about_to_change(tracked: TrackedWebinar, now: datetime) -> bool:
    """Tell whether a webinar begins or ends about now, or should have."""
    webinar = tracked.webinar
    if webinar.phase is Phase.LIVE or webinar.runs:
        return webinar.end - _AROUND <= now
    return webinar.start - _AROUND <= now <= webinar.end + _AROUND
