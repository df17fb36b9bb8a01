"""Reminding people of a webinar: each reminder once, at the time that holds now, after one more look.

    due ── claimed in the database ── workflow: look at RingCentral ── in each card's thread
                                                                    └─ to everybody who comes, and to the panel

What is due follows from the webinar itself, so a moved webinar moves its reminders, and a cancelled one has none.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

import structlog

from blocks.notifications import host_reminder, panel_reminder, registrant_reminder, reminder
from bot.errors import SlackPlaceRefused, TimeWillTell, WebinarsError
from bot.models import Audience, Phase
from bot.models.keys import MessageKey, ReminderKey
from bot.models.registration import RegistrationStage
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.resources import Resources
from bot.slack.client import MessageLocation
from bot.storage.messages import Kind
from bot.webinars.queries import WebinarQueries
from bot.webinars.sync import WebinarSync
from bot.workflows.engine import Engine
from bot.workflows.pauses import growing_pauses
from bot.workflows.unreachable import UnreachablePlaces

NAME: Final = "remind"
_LATE: Final = timedelta(hours=1)
"""A reminder that was due longer ago than this, or a quarter of its time, is not worth sending any more."""
_FARTHEST: Final = timedelta(days=2)
"""No reminder is longer before the start than this."""
_LOOKS: Final = 6
_PAUSE: Final = 20.0
_SEEN_WITHIN: Final = timedelta(minutes=1)
log = structlog.get_logger()


class ReminderWorkflow:
    """The workflow of one reminder, and what starts it."""

    def __init__(
        self, engine: Engine, resources: Resources, webinar_queries: WebinarQueries, webinar_sync: WebinarSync
    ) -> None:
        self._engine = engine
        self._webinar_queries = webinar_queries
        self._webinar_sync = webinar_sync
        self._slack = resources.slack
        self._outbox = resources.outbox
        self._unreachable = UnreachablePlaces(resources.outbox)
        self._webinars = resources.stores.webinars
        self._messages = resources.stores.messages
        self._reminders = resources.stores.reminders
        self._registrations = resources.stores.registrations
        self._clock = resources.clock
        engine.add(NAME, self._run)

    async def begin_due(self) -> None:
        """Begin every reminder that is due now, each once."""
        now = self._clock()
        for tracked in await self._webinars.list_starting(now, now + _FARTHEST, Phase.SCHEDULED):
            for before, due_at in due(tracked, now):
                name = str(ReminderKey(tracked.webinar_key, before, tracked.webinar.start))
                if await self._reminders.begin(name, tracked.webinar_key, due_at):
                    await self._engine.start_once(name, NAME, name)

    async def take_up(self) -> None:
        """Begin what was claimed and never begun, and begin anew what broke off."""
        for name in await self._reminders.list_unfinished():
            await self._engine.ensure(name, NAME, name)

    async def _run(self, name: str) -> None:
        step = self._engine.step
        unsure = await step("look", self._look, name)
        for _ in range(_LOOKS):
            if unsure is not True or not await step("in time", self._in_time, name):
                break
            await self._engine.sleep(_PAUSE)
            unsure = await step("look again", self._look, name)
        places = await step("whom", self._whom, name)
        left = [place for place in places if await step("remind", self._remind, name, place, unsure) is False]
        timing = self._slack.timing
        for pause in growing_pauses(timing.pause, timing.longest_rest, _FARTHEST.total_seconds()):
            if not left:
                break
            await self._engine.sleep(pause)
            again = [await step("remind again", self._remind, name, place, unsure) for place in left]
            left = [place for place, told in zip(left, again, strict=True) if told is False]
        await step("done", self._done, name)

    async def _look(self, name: str) -> bool:
        """Look at RingCentral once more; True when it cannot be asked."""
        webinar_key = ReminderKey.parse(name).webinar_key
        known = await self._webinars.get_tracked(webinar_key)
        since = self._clock() - _SEEN_WITHIN
        if known is None or (known.webinar.read_at and known.webinar.read_at > since):
            return False
        try:
            await self._webinar_sync.ensure_fresh(since)
        except WebinarsError as error:
            log.warning("reminder_not_checked", reminder=name, error=type(error).__name__)
            return isinstance(error, TimeWillTell)
        return False

    async def _in_time(self, name: str) -> bool:
        """Tell whether there is time left to look once more before people should be told."""
        planned = ReminderKey.parse(name)
        return self._clock() < planned.start - planned.before / 2

    async def _whom(self, name: str) -> list[list[str]]:
        """The places to tell, if the webinar still begins then: threads as [channel, ts], people as [id]."""
        planned = ReminderKey.parse(name)
        tracked = await self._webinar_queries.get_with_people(planned.webinar_key)
        if tracked is None or not _still_holds(tracked, planned):
            return []
        wanted, places = tracked.webinar.reminders, list[list[str]]()
        if wanted.in_thread:
            cards = await self._messages.list_by_webinar(planned.webinar_key, Kind.CARD)
            places += [[card.conversation, card.ts] for card in cards if card.ts is not None]
        if wanted.by_dm:
            people = {tracked.webinar.owner, *(one.user for one in tracked.panel)}
            if tracked.webinar.audience is Audience.ALL_HANDS:
                people |= set(tracked.going)
            people |= {one.user for one in tracked.registered}
            places += [[user] for user in sorted(people)]
        return places

    async def _remind(self, name: str, place: list[str], unsure: bool) -> bool:  # noqa: FBT001 - a step's data
        """Remind in one place, if there is anything left to remind of; False when Slack does not take it now."""
        planned = ReminderKey.parse(name)
        webinar_key, start = planned.webinar_key, planned.start
        tracked = await self._webinar_queries.get_with_people(webinar_key)
        if tracked is None or not _still_holds(tracked, planned) or self._clock() >= start:
            return True
        to: str | MessageLocation = MessageLocation(*place) if len(place) > 1 else place[0]
        key = MessageKey.reminder(name, place[0])
        left = _left(planned.before, start - self._clock())
        message = await self._message(tracked, left, to, unsure=unsure)
        try:
            await self._outbox.post_once(key, webinar_key, Kind.REMINDER, to, message, until=start)
        except WebinarsError as error:
            log.warning("reminder_not_sent", reminder=name, error=type(error).__name__)
            if isinstance(error, SlackPlaceRefused):
                await self._unreachable.tell(tracked, place[0], error)
            return not isinstance(error, (SlackPlaceRefused, TimeWillTell))
        return True

    async def _message(
        self, tracked: TrackedWebinar, before: timedelta, to: str | MessageLocation, *, unsure: bool
    ) -> Message:
        """With the link of whoever has one of their own, which nobody else sees."""
        webinar = tracked.webinar
        if isinstance(to, MessageLocation):
            return reminder(webinar, before, unsure=unsure)
        if to == webinar.owner:
            return host_reminder(webinar, before, unsure=unsure)
        on_panel = {one.user: one for one in tracked.panel}
        if to in on_panel:
            return panel_reminder(webinar, on_panel[to], before, unsure=unsure)
        own = await self._registrations.find(tracked.webinar_key, to)
        if own is not None and own.stage is RegistrationStage.REGISTERED:
            return registrant_reminder(webinar, own.join_uri, before, unsure=unsure)
        return reminder(webinar, before, unsure=unsure)

    async def _done(self, name: str) -> None:
        await self._reminders.finish(name)


def due(tracked: TrackedWebinar, now: datetime) -> Iterator[tuple[timedelta, datetime]]:
    """The reminders of a webinar that are due now, and since when; those that come too late are none any more."""
    webinar = tracked.webinar
    if webinar.phase is not Phase.SCHEDULED or webinar.reminders.are_off:
        return
    for before in webinar.reminders.before:
        due_at = webinar.start - before
        if tracked.made_at < due_at <= now < min(due_at + max(_LATE, before / 4), webinar.start):
            yield before, due_at


def _still_holds(tracked: TrackedWebinar, planned: ReminderKey) -> bool:
    webinar = tracked.webinar
    holds = webinar.phase is Phase.SCHEDULED and webinar.start == planned.start
    return holds and planned.before in webinar.reminders.before and not webinar.reminders.are_off


def _left(before: timedelta, left: timedelta) -> timedelta:
    """Return how long before the start it is, as people are told: as planned, or as it is when it is late."""
    minute = timedelta(minutes=1)
    return before if left >= before * 3 / 4 else max(minute, round(left / minute) * minute)
