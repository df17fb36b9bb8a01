"""After the end: how many came, who missed it, and the recording once it is ready and shared.

There is no event for any of that, so history is asked, gently: soon at first, ever more seldom, and not for ever.
One list tells of every webinar that ended.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import structlog

from blocks.notifications import who_missed_it
from blocks.text import fitting, person
from bot.attempt import attempt
from bot.errors import (
    AccountDecided,
    NotFound,
    SlackPlaceRefused,
    SlackRefused,
    TimeWillTell,
)
from bot.models import Attendance, Audience, Phase, Recording, Webinar
from bot.models.keys import MessageKey
from bot.models.rate_limit import Caller, Priority
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.registration.registrants import Registrants
from bot.resources import Resources
from bot.ringcentral.responses import ParticipantAnswer, PastSessionAnswer
from bot.storage.messages import Kind
from bot.webinars.history import past_sessions
from bot.webinars.queries import WebinarQueries

_READS: Final = tuple(
    timedelta(minutes=minutes)
    for minutes in (0, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10080)
)
"""How long after the end history is asked; after a week no recording comes any more."""
_COUNTED_AGAIN: Final = timedelta(minutes=20)
"""What RingCentral counts right after the end is not always all."""
_FOLLOWED: Final = timedelta(days=60)
log = structlog.get_logger()


class RecapJob:
    """Reads the recaps that are due."""

    def __init__(
        self, resources: Resources, webinar_queries: WebinarQueries, registrants: Registrants
    ) -> None:
        self._ringcentral = resources.ringcentral
        self._webinar_queries = webinar_queries
        self._people = resources.people
        self._slack = resources.slack
        self._outbox = resources.outbox
        self._registrants = registrants
        self._webinars = resources.stores.webinars
        self._registrations = resources.stores.registrations
        self._clock = resources.clock

    async def read_due(self) -> None:
        """Read what history tells of the webinars whose recap is due; raises what the client raises."""
        now = self._clock()
        ended = await self._webinars.list_starting(now - _FOLLOWED, now + _FOLLOWED, Phase.ENDED)
        for one in ended:
            if (recording := one.webinar.recording) is not None and recording.uri:
                await self._expire(one.webinar_key, recording, now)
        waiting = [one for one in ended if is_due(one.webinar, now)]
        if not waiting:
            return
        caller = Caller(id=f"recap:{uuid4().hex}", asked_at=now, priority=Priority.BACKGROUND)
        past = await past_sessions(
            self._ringcentral.on_behalf_of(caller), [one.webinar for one in waiting], now
        )
        for one in waiting:
            reading = self._read(one, past.get(one.webinar.session_id), caller)
            await attempt(reading, "recap_not_read", webinar_key=one.webinar_key)

    async def _expire(self, webinar_key: str, recording: Recording, now: datetime) -> None:
        """Forget a link that is not good any more."""
        if _has_expired(recording, now):
            without = {"recording": recording.model_copy(update={"uri": None})}
            await self._webinars.change(webinar_key, lambda webinar: webinar.model_copy(update=without))

    async def _read(self, tracked: TrackedWebinar, past: PastSessionAnswer | None, caller: Caller) -> None:
        tracked = await self._webinar_queries.with_people(tracked)
        attendance = tracked.webinar.attendance
        if past is not None and past.status == "Finished" and _counts(past) != _counted(attendance):
            attendance = await self._attendance(tracked, past, caller)
        recording = tracked.webinar.recording
        if past is not None and past.recording is not None:
            recording = await self._recording(past, caller)
        reads = _reads_until(tracked.webinar, self._clock())
        if reads >= len(_READS):
            recording = _given_up(recording, tracked.webinar)
        changed = {
            "attendance": attendance,
            "recording": recording,
            "recap_reads": reads,
            "ended_at": (past.end_time if past else None) or tracked.webinar.ended_at,
        }
        await self._webinars.change(tracked.webinar_key, lambda now: now.model_copy(update=changed))

    async def _attendance(
        self, tracked: TrackedWebinar, past: PastSessionAnswer, caller: Caller
    ) -> Attendance | None:
        """The counts, once history has them; then the host hears who missed it, or reads it corrected."""
        if past.participant_count is None and past.attendee_count is None:
            return tracked.webinar.attendance
        webinar = tracked.webinar
        there = await self._ringcentral.on_behalf_of(caller).list_participants(webinar.id, webinar.session_id)
        expected = await self._expected(tracked, caller)
        panel = [
            one for one in await self._panel(tracked) if one.called not in {each.called for each in expected}
        ]
        missed = [one for one in expected if not one.came(there)]
        absent = tuple(one.called for one in [*missed, *(one for one in panel if not one.came(there))])
        if expected or panel:
            message = who_missed_it(webinar, absent, with_panel=bool(tracked.panel))
            if not await self._tell_host(tracked, message):
                return webinar.attendance  # the next reading tells it
        return Attendance(
            participants=past.participant_count,
            attendees=past.attendee_count,
            unique_attendees=past.unique_attendee_count,
            said=len(expected),
            came=len(expected) - len(missed),
        )

    async def _tell_host(self, tracked: TrackedWebinar, message: Message) -> bool:
        """Tell the host who missed it, or mend what was told; False when Slack does not take it now."""
        webinar, key = tracked.webinar, MessageKey.missed(tracked.webinar_key)
        try:
            place = await self._outbox.post_once(key, tracked.webinar_key, Kind.RECAP, webinar.owner, message)
            if webinar.attendance is not None:
                await self._slack.edit(place, message)
        except (SlackRefused, TimeWillTell) as error:
            log.warning("recap_not_told", webinar_key=tracked.webinar_key, error=type(error).__name__)
            return not isinstance(error, (SlackPlaceRefused, TimeWillTell))
        return True

    async def _panel(self, tracked: TrackedWebinar) -> list["_Expected"]:
        """Everybody on the panel: the cards do not count them, and their host misses them first."""
        people = [await self._people.person(one.user) for one in tracked.panel]
        return [_Expected(one.name, one.email or "", person(one.id)) for one in people]

    async def _expected(self, tracked: TrackedWebinar, caller: Caller) -> list["_Expected"]:
        """Everybody who had said that they come, or registered, on whatever way."""
        if tracked.webinar.audience is Audience.ALL_HANDS:
            people = [await self._people.person(user) for user in tracked.going]
            return [_Expected(one.name, one.email or "", person(one.id)) for one in people]
        registered = await self._registrations.list_registered(tracked.webinar_key)
        in_slack = {one.registrant: person(one.user) for one in registered}
        expected = []
        for one in await self._registrants.list_all(tracked.webinar, caller):
            called = in_slack.get(one.id) or fitting(one.name, 150)
            expected.append(_Expected(one.name, one.email, called, one.id, one.came))
        return expected

    async def _recording(self, past: PastSessionAnswer, caller: Caller) -> Recording | None:
        """The recording, with its link once it is ready and shared."""
        told = past.recording
        if told is None or told.status in {"Failed", "Purged"}:
            return None
        ready = told.status == "Available"
        if not ready or not told.shared:
            return Recording(ready=ready)
        try:
            whole = await self._ringcentral.on_behalf_of(caller).get_recording(told.id)
        except (NotFound, AccountDecided):
            return Recording(ready=True)
        shared = Recording(
            ready=True,
            uri=whole.recording_shared_uri or told.recording_shared_uri,
            expires_at=whole.shared_uri_expiration_time,
        )
        return shared.model_copy(update={"uri": None}) if _has_expired(shared, self._clock()) else shared


@dataclass(frozen=True)
class _Expected:
    """Somebody who was expected: as RingCentral may know them, and as the host reads of them."""

    name: str
    email: str
    called: str
    registrant: str | None = None
    seen: bool = False

    def came(self, there: list[ParticipantAnswer]) -> bool:
        """Tell whether they were there: by their registration or e-mail address, or, since guests type only a name, by
        their full name.
        """
        address, name = self.email.casefold(), self.name.casefold().strip()
        return self.seen or any(
            (self.registrant is not None and one.registrant_id == self.registrant)
            or (one.email or "").casefold() == address != ""
            or f"{one.first_name or ''} {one.last_name or ''}".casefold().strip() == name
            for one in there
        )


def is_due(webinar: Webinar, now: datetime) -> bool:
    """Tell whether history should be asked of a webinar that has ended."""
    if not webinar.held:
        return False
    ended, reads, recording = webinar.ended_at or webinar.end, webinar.recap_reads, webinar.recording
    counted = webinar.attendance is not None and reads > _READS.index(_COUNTED_AGAIN)
    if counted and recording is not None and (recording.uri or recording.expires_at):
        return False
    return reads < len(_READS) and now >= ended + _READS[reads]


def _counts(past: PastSessionAnswer) -> tuple[int | None, ...]:
    return past.participant_count, past.attendee_count, past.unique_attendee_count


def _counted(attendance: Attendance | None) -> tuple[int | None, ...] | None:
    if attendance is None:
        return None
    return attendance.participants, attendance.attendees, attendance.unique_attendees


def _has_expired(recording: Recording, now: datetime) -> bool:
    return recording.expires_at is not None and recording.expires_at <= now


def _given_up(recording: Recording | None, webinar: Webinar) -> Recording | None:
    """The recording once nobody asks for it any more; what was never to be recorded is not missed."""
    if recording is None and webinar.settings.auto_record is not True:
        return None
    if recording is not None and (recording.uri or recording.expires_at):
        return recording
    return (recording or Recording()).model_copy(update={"awaited": False})


def _reads_until(webinar: Webinar, now: datetime) -> int:
    """Count the reads that need not be done any more; those that were missed are one."""
    ended = webinar.ended_at or webinar.end
    return max(webinar.recap_reads + 1, sum(ended + after <= now for after in _READS))
