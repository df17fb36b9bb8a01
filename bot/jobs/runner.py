"""What goes on without anybody asking: RingCentral is read, cards are drawn, reminders and recaps come in time.

One worker at a time watches; another takes over when it is gone. A hint or a change wakes it at once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.errors import AccountDecided, SlotLost, WebinarsError
from bot.jobs.notify_registrants import RegistrantNotifications
from bot.jobs.recap import RecapJob
from bot.jobs.register_queue import RegistrationQueue
from bot.jobs.update_messages import MessageUpdates
from bot.models import Audience, Phase
from bot.models.rate_limit import Caller, Priority
from bot.models.tracked import TrackedWebinar
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.registration.registrants import Registrants
from bot.resources import Resources
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.sync import WebinarSync
from bot.workflows.send_reminder import ReminderWorkflow

_SLOW: Final = timedelta(minutes=5)
"""How often RingCentral is read without a hint; with webhooks, three times as seldom."""
_AROUND: Final = timedelta(minutes=15)
"""How long before and after its start or end a webinar is read more often."""
_OFTEN: Final = timedelta(seconds=45)
_HINTED: Final = timedelta(seconds=6)
"""At least so long between two readings: hints that come meanwhile share the next one."""
_LONGEST: Final = timedelta(hours=12) + _AROUND
_SOON: Final = timedelta(days=14)
"""Of events farther away nobody's count is read without a hint."""
_COUNTED: Final = timedelta(minutes=1)
_COUNTED_CROWD: Final = timedelta(minutes=10)
_COUNT_ALL: Final = timedelta(minutes=30)
"""How often every count is read although nobody hinted, to be sure."""
_COUNT_UNTOLD: Final = timedelta(minutes=5)
_COUNTS_A_MINUTE: Final = 2
"""Without webhooks no more of the allowance than this goes into reading counts."""
log = structlog.get_logger()


class JobRunner:
    """Watches; `tick` seconds between looks into our own database."""

    def __init__(  # noqa: PLR0913, PLR0917 - it watches over everything
        self,
        webinar_sync: WebinarSync,
        message_updates: MessageUpdates,
        reminder_workflow: ReminderWorkflow,
        recap_job: RecapJob,
        registration_queue: RegistrationQueue,
        registrant_notifications: RegistrantNotifications,
        registrants: Registrants,
        webhook_subscription: WebhookSubscription,
        resources: Resources,
        tick: float,
    ) -> None:
        self._webinar_sync = webinar_sync
        self._message_updates = message_updates
        self._reminder_workflow = reminder_workflow
        self._recap_job = recap_job
        self._registration_queue = registration_queue
        self._registrant_notifications = registrant_notifications
        self._registrants = registrants
        self._webinar_creation = resources.webinar_creation
        self._webhook_subscription = webhook_subscription
        self._database = resources.database
        self._webinars = resources.stores.webinars
        self._webhook_events = resources.stores.webhook_events
        self._line = resources.stores.registrations
        self._clock = resources.clock
        self._tick = tick
        self._counted_all_at: datetime | None = None
        self._asked: dict[str, datetime] = {}
        self._counts: dict[str, int] = {}
        self._woken: dict[str, asyncio.Event] = {}
        self._asked_to_look: dict[str, list[asyncio.Future[None]]] = {}
        self._over = False

    async def run(self) -> None:
        """Watch until cancelled."""
        works = (
            self._subscribe,
            self._read,
            self._count,
            self._draw,
            self._remind,
            self._recap,
            self._register,
            self._tell,
        )
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(self._again(work.__name__, work))

    def stop(self) -> None:
        """Begin nothing new; whatever goes on may end."""
        self._over = True
        self.wake()

    def wake(self) -> None:
        """Something happened: look now."""
        for event in self._woken.values():
            event.set()

    async def look(self) -> None:
        """Have every job look now, and return when each has looked."""
        looked = []
        for name in self._woken:
            looked.append(asyncio.get_running_loop().create_future())
            self._asked_to_look.setdefault(name, []).append(looked[-1])
        self.wake()
        await asyncio.gather(*looked)

    def place_speaks(self, place: str) -> None:
        """A channel lets us hear it: whatever it did not take before is tried at once."""
        if self._message_updates.place_speaks(place):
            self._woken.setdefault(self._draw.__name__, asyncio.Event()).set()

    def wake_registration_queue(self) -> None:
        """Somebody stands in line."""
        self._woken.setdefault(self._register.__name__, asyncio.Event()).set()

    async def _again(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        woken = self._woken.setdefault(name, asyncio.Event())
        while not self._over:
            woken.clear()
            asked = self._asked_to_look.pop(name, [])
            try:
                if await self._database.runs_jobs():
                    await work()
            except (WebinarsError, SlotLost) as error:
                log.warning("not watched", work=name, error=type(error).__name__)
            except Exception:
                log.exception("not watched", work=name)
            _told(asked)
            await until(woken, self._tick)
        _told(self._asked_to_look.pop(name, []))

    async def _subscribe(self) -> None:
        await self._webhook_subscription.look()

    async def _read(self) -> None:
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
        """Whether RingCentral should be read although nobody hinted at anything."""
        now, asked = self._clock(), self._webinar_sync.asked_at
        if not await self._webinars.is_any_tracked():
            self._webinar_sync.asked_at = now  # whatever is made from now on is known as it is
            return False
        if self._webhook_subscription.trusted:
            return self._past(asked, _SLOW * 3)
        near = await self._webinars.list_starting(now - _LONGEST, now + _AROUND, Phase.SCHEDULED, Phase.LIVE)
        often = any(_about_to_change(one, now) for one in near)
        return self._past(asked, _OFTEN if often else _SLOW)

    async def _count(self) -> None:
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
        await self._webhook_events.mark_read(waiting)
        if self._past(self._counted_all_at, _COUNTED):
            self._counted_all_at = now
            list_tracked = await self._webinars.list_tracked(Phase.SCHEDULED, Phase.LIVE)
            events = [one for one in list_tracked if one.webinar.audience is Audience.REGISTERED]
            every = self._count_every(len(events))
            for one in events:
                if self._is_to_be_counted(one, now, every):
                    await self._count_one(one)

    def _count_every(self, events: int) -> timedelta:
        """How often so many counts may be read."""
        if self._webhook_subscription.trusted:
            return _COUNT_ALL
        return max(_COUNT_UNTOLD, timedelta(minutes=events / _COUNTS_A_MINUTE))

    def _is_to_be_counted(self, tracked: TrackedWebinar, now: datetime, every: timedelta) -> bool:
        """Whether nobody counted an event for long, although nobody hinted at it.

        One that was never counted is new to us, unless it was only just made, by those who count it themselves.
        """
        webinar, asked = tracked.webinar, self._asked.get(tracked.webinar_key)
        if not self._past(asked, every):
            return False
        if webinar.registration is None:
            return self._past(tracked.made_at, _COUNTED)
        return webinar.start <= now + _SOON and self._past(_counted_at(tracked), every)

    async def _may_be_counted(self, tracked: TrackedWebinar) -> bool:
        """While a crowd registers through us, its calls go before reading what we count ourselves."""
        crowded = await self._line.count_waiting(tracked.webinar_key) > 0
        return self._past(_counted_at(tracked), _COUNTED_CROWD if crowded else _COUNTED)

    async def _count_one(self, tracked: TrackedWebinar) -> None:
        self._asked[tracked.webinar_key] = self._clock()
        caller = Caller(
            id=f"count:{tracked.webinar_key}", asked_at=self._clock(), priority=Priority.BACKGROUND
        )
        try:
            await self._count_and_compare(tracked, caller)
        except AccountDecided as refused:  # gone, or not ours to see: asking again at once would not help
            log.warning("not counted", webinar_key=tracked.webinar_key, error=type(refused).__name__)

    async def _count_and_compare(self, tracked: TrackedWebinar, caller: Caller) -> None:
        """Where fewer are registered than before, somebody may have been taken off who believes to be registered."""
        webinar_key, before = tracked.webinar_key, tracked.webinar.registration
        known = self._counts.get(webinar_key, before.count if before else 0)
        webinar = await self._webinar_creation.read_registration(webinar_key, caller)
        if webinar is None or webinar.registration is None:
            return
        self._counts[webinar_key] = webinar.registration.count
        if webinar.registration.count < known and not await self._line.count_waiting(webinar_key):
            await self._registrants.compare(tracked, caller)

    async def _draw(self) -> None:
        await self._message_updates.draw_stale()

    async def _remind(self) -> None:
        await self._reminder_workflow.begin_due()

    async def _recap(self) -> None:
        await self._recap_job.read_due()

    async def _register(self) -> None:
        while not self._over and await self._registration_queue.serve_next():
            self._woken.setdefault(self._tell.__name__, asyncio.Event()).set()

    async def _tell(self) -> None:
        await self._registrant_notifications.tell()

    def _past(self, since: datetime | None, least: timedelta) -> bool:
        return since is None or self._clock() - since >= least


async def until(woken: asyncio.Event, seconds: float) -> None:
    """Wait for an event, for so many seconds at most; unlike `wait_for` in Python 3.11 it loses no cancellation."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await woken.wait()


def _told(asked: list[asyncio.Future[None]]) -> None:
    """Tell those who asked a job to look that it has."""
    for each in asked:
        if not each.done():
            each.set_result(None)


def _means(webhook_event: WebhookEvent, tracked: TrackedWebinar) -> bool:
    webinar = tracked.webinar
    return webhook_event.session == webinar.session_id or (
        webhook_event.session is None and webhook_event.webinar == webinar.id
    )


def _counted_at(tracked: TrackedWebinar) -> datetime | None:
    registration = tracked.webinar.registration
    return registration.read_at if registration else None


def _about_to_change(tracked: TrackedWebinar, now: datetime) -> bool:
    """Whether a webinar begins or ends about now, or should have."""
    webinar = tracked.webinar
    if webinar.phase is Phase.LIVE or webinar.runs:
        return webinar.end - _AROUND <= now
    return webinar.start - _AROUND <= now <= webinar.end + _AROUND
