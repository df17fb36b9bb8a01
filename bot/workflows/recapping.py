"""After the end: how many came, who missed it, and the recording once it is ready and shared.

There is no event for any of that, so history is asked, gently: soon at first, ever more seldom, and not for ever.
One list tells of every webinar that ended.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import structlog

from blocks.news import who_missed_it
from blocks.text import person
from bot.errors import AccountDecided, NotFound, SlotLost, WebinarsError
from bot.models import Attendance, Audience, Person, Phase, Recording, Webinar
from bot.models.clock import Clock
from bot.models.following import Following
from bot.models.waiting import Errand
from bot.ringcentral import RingCentral
from bot.ringcentral.wire import ParticipantAnswer, PastSessionAnswer
from bot.services.knowledge import Knowledge
from bot.services.people import People
from bot.services.slack import Slack
from bot.storage.messages import Kind
from bot.storage.webinars import Webinars

_READS: Final = tuple(
    timedelta(minutes=minutes)
    for minutes in (0, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10080)
)
"""How long after the end history is asked; after a week no recording comes any more."""
_BACK: Final = timedelta(hours=13)
_FOLLOWED: Final = timedelta(days=60)
log = structlog.get_logger()


class Recapping:
    """Reads the recaps that are due."""

    def __init__(
        self,
        ringcentral: RingCentral,
        knowledge: Knowledge,
        people: People,
        slack: Slack,
        webinars: Webinars,
        clock: Clock,
    ) -> None:
        self._ringcentral = ringcentral
        self._knowledge = knowledge
        self._people = people
        self._slack = slack
        self._webinars = webinars
        self._clock = clock

    async def read_due(self) -> None:
        """Read what history tells of the webinars whose recap is due; raises what the client raises."""
        now = self._clock()
        ended = await self._webinars.starting(now - _FOLLOWED, now + _FOLLOWED, Phase.ENDED)
        waiting = [one for one in ended if is_due(one.webinar, now)]
        if not waiting:
            return
        since = min(one.webinar.ended_at or one.webinar.end for one in waiting) - _BACK
        errand = Errand(id=f"recap:{uuid4().hex}", asked_at=now, background=True)
        told = await self._ringcentral.on(errand).list_past_sessions(since, now + _BACK)
        past = {one.id: one for one in told}
        for one in waiting:
            try:
                await self._read(one, past.get(one.webinar.session_id), errand)
            except SlotLost:
                raise
            except WebinarsError as error:
                log.warning("no recap yet", draft=one.draft, error=type(error).__name__)

    async def _read(self, following: Following, past: PastSessionAnswer | None, errand: Errand) -> None:
        following = await self._knowledge.completed(following)
        attendance = following.webinar.attendance
        if past is not None and past.status == "Finished" and attendance is None:
            attendance = await self._attendance(following, past, errand)
        recording = following.webinar.recording
        if past is not None and past.recording is not None:
            recording = await self._recording(past, errand)
        changed = {
            "attendance": attendance,
            "recording": recording,
            "recap_reads": _reads_until(following.webinar, self._clock()),
            "ended_at": (past.end_time if past else None) or following.webinar.ended_at,
        }
        await self._webinars.change(following.draft, lambda now: now.model_copy(update=changed))

    async def _attendance(
        self, following: Following, past: PastSessionAnswer, errand: Errand
    ) -> Attendance | None:
        """The counts, once history has them; then the host hears who missed it."""
        if past.participant_count is None and past.attendee_count is None:
            return None
        webinar = following.webinar
        there = await self._ringcentral.on(errand).list_participants(webinar.id, webinar.session_id)
        expected = [await self._people.person(user) for user in following.going]
        missed = [one for one in expected if not came(one, there)]
        if expected and webinar.audience is Audience.ALL_HANDS:
            message = who_missed_it(webinar, tuple(person(one.id) for one in missed))
            key = f"{following.draft}:missed"
            await self._slack.post_once(key, following.draft, Kind.RECAP, webinar.owner, message)
        return Attendance(
            participants=past.participant_count,
            attendees=past.attendee_count,
            unique_attendees=past.unique_attendee_count,
            said=len(expected),
            came=len(expected) - len(missed),
        )

    async def _recording(self, past: PastSessionAnswer, errand: Errand) -> Recording | None:
        """The recording, with its link once it is ready and shared."""
        told = past.recording
        if told is None or told.status in {"Failed", "Purged"}:
            return None
        ready = told.status == "Available"
        if not ready or not told.shared:
            return Recording(ready=ready)
        try:
            whole = await self._ringcentral.on(errand).get_recording(told.id)
        except (NotFound, AccountDecided):
            return Recording(ready=True)
        return Recording(
            ready=True,
            uri=whole.recording_shared_uri or told.recording_shared_uri,
            expires_at=whole.shared_uri_expiration_time,
        )


def is_due(webinar: Webinar, now: datetime) -> bool:
    """Whether history should be asked of a webinar that has ended."""
    if webinar.attendance is not None and webinar.recording is not None and webinar.recording.uri:
        return False
    ended = webinar.ended_at or webinar.end
    reads = webinar.recap_reads
    return reads < len(_READS) and now >= ended + _READS[reads]


def came(somebody: Person, there: list[ParticipantAnswer]) -> bool:
    """Whether somebody was there, by e-mail address or, since guests type only a name, by their full name."""
    address, name = (somebody.email or "").casefold(), somebody.name.casefold().strip()
    for one in there:
        if one.email and address and one.email.casefold() == address:
            return True
        if f"{one.first_name or ''} {one.last_name or ''}".casefold().strip() == name:
            return True
    return False


def _reads_until(webinar: Webinar, now: datetime) -> int:
    """How many of the reads need not be done any more; those that were missed are one."""
    ended = webinar.ended_at or webinar.end
    return max(webinar.recap_reads + 1, sum(ended + after <= now for after in _READS))
