"""Our picture of RingCentral: read anew when somebody hints at a change, and now and then without a hint.

    one list of the sessions to come ─┬─ there, and another than we knew ── changed
                                      ├─ running ── one list of history tells whether people see it
                                      └─ not there ── asked for by itself ── gone means cancelled

A webinar that was written or read after a list was asked for is left as it is: it is newer than the list. The webinars
of another RingCentral user than the one that we are signed in as are not looked at: to us they would seem to be gone.
"""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import structlog

from bot.errors import AccountDecided, NotFound, WebinarsError
from bot.models import Audience, Cancellation, Phase, Webinar
from bot.models.clock import Clock
from bot.models.rate_limit import Caller, Priority
from bot.models.tracked import TrackedWebinar
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.ringcentral import RingCentral
from bot.ringcentral.responses import PastSessionAnswer, SessionAnswer, WebinarAnswer
from bot.storage.webinars import Webinars
from bot.webinars.history import past_sessions
from bot.webinars.ownership import is_strange, must_be_ours

_BACK: Final = timedelta(hours=1)
_NOT_HELD: Final = timedelta(hours=12)
"""After its end: as long as a webinar may last, a host may come late."""
_ECHO: Final = timedelta(minutes=1)
_LINK_PAUSE: Final = timedelta(minutes=5)
_LONG: Final = timedelta(hours=6)
_SOON: Final = timedelta(days=1)
_SEEN: Final = {"GoingLive": Phase.LIVE, "Live": Phase.LIVE, "Break": Phase.LIVE, "Debrief": Phase.ENDED}
"""What attendees see of a session that runs; in practice they see nothing yet."""
log = structlog.get_logger()


class WebinarSync:
    """Keeps what we know of every webinar to come as RingCentral has it."""

    def __init__(self, ringcentral: RingCentral, webinars: Webinars, clock: Clock) -> None:
        self._ringcentral = ringcentral
        self._webinars = webinars
        self._clock = clock
        self._reading: asyncio.Task[None] | None = None
        self.asked_at: datetime | None = None
        self._links_asked: dict[str, tuple[datetime, timedelta]] = {}
        """When the links of a webinar that lacks one may be asked for again, and the pause after that."""

    async def ensure_fresh(self, since: datetime) -> None:
        """Have a picture that was asked for at an instant or later; whoever waits for one shares it."""
        while self.asked_at is None or self.asked_at < since:
            if self._reading is None or self._reading.done():
                self._reading = asyncio.create_task(self.refresh())
            await asyncio.shield(self._reading)

    async def refresh(self, webhook_events: Collection[WebhookEvent] = ()) -> None:
        """Read every webinar to come, in the background; hints say which of them to look at more closely.

        Raises what the client raises.
        """
        asked_at = self._clock()
        tracked_webinars = await self._webinars.list_tracked(Phase.SCHEDULED, Phase.LIVE)
        if tracked_webinars:
            ringcentral = self._ringcentral.on_behalf_of(_caller(asked_at))
            user = await ringcentral.user(_caller(asked_at))
            ours = [one for one in tracked_webinars if not is_strange(one.webinar, user)]
            if strange := len(tracked_webinars) - len(ours):
                log.error("webinars_of_another_user_found", strange=strange, note="whose is RINGCENTRAL_JWT?")
            if ours:
                picture = await _picture(ringcentral, ours, asked_at, webhook_events, user)
                for one in ours:
                    await self._compare(ringcentral, one, picture)
        self.asked_at = asked_at

    async def read_session(self, tracked: TrackedWebinar, caller: Caller) -> Webinar | None:
        """One webinar by itself, in one call; None when it is gone."""
        asked_at, webinar = self._clock(), tracked.webinar
        try:
            session = await self._ringcentral.on_behalf_of(caller).get_session(webinar.id, webinar.session_id)
        except NotFound:
            await must_be_ours(self._ringcentral, webinar, caller)
            return await self._webinars.change(tracked.webinar_key, lambda now: gone(now, asked_at))
        return await self._webinars.change(
            tracked.webinar_key, lambda now: as_session_tells(now, session, None, asked_at, whole=True)
        )

    async def read_whole(self, tracked: TrackedWebinar, caller: Caller) -> Webinar | None:
        """The same with its title and settings, in two calls."""
        webinar = await self.read_session(tracked, caller)
        if webinar is None or webinar.is_over:
            return webinar
        asked_at = self._clock()
        whole = await self._ringcentral.on_behalf_of(caller).get_webinar(webinar.id)

        def how(now: Webinar) -> Webinar:
            return now if now.read_at is not None and now.read_at > asked_at else settled(now, whole)

        return await self._webinars.change(tracked.webinar_key, how)

    async def _compare(self, ringcentral: RingCentral, tracked: TrackedWebinar, picture: "_Snapshot") -> None:
        before, asked_at = tracked.webinar, picture.asked_at
        session, past = picture.session(tracked), picture.past.get(before.session_id)
        if session is None:
            if before.read_at is None or before.read_at <= asked_at:
                await self._look_for(tracked, asked_at)
            return
        if before.host is None and picture.user is not None:  # an earlier version did not ask whose it is
            await self._webinars.change(
                tracked.webinar_key, lambda now: now.model_copy(update={"host": picture.user})
            )
        if _lacks_a_link(before, session, asked_at) and self._may_ask_again(before.id, asked_at):
            await self._look_closely(ringcentral, tracked, asked_at)
        elif _is_older(session, before, past, asked_at):
            await self._webinars.change(
                tracked.webinar_key, lambda now: as_session_tells(now, session, past, asked_at)
            )
        elif _needs_a_closer_look(before, picture.webhook_events, asked_at):
            await self._look_closely(ringcentral, tracked, asked_at)

    def _may_ask_again(self, webinar_id: str, now: datetime) -> bool:
        """Tell whether it is time to ask for a missing link: ever more seldom, since it may never come."""
        due, pause = self._links_asked.get(webinar_id, (now, _LINK_PAUSE))
        if now < due:
            return False
        self._links_asked[webinar_id] = (now + pause, min(pause * 2, _LONG))
        return True

    async def _look_for(self, tracked: TrackedWebinar, asked_at: datetime) -> None:
        """It is not in the list; one that RingCentral does not let us see keeps no other from being compared."""
        try:
            await self.read_session(tracked, _caller(asked_at))
        except AccountDecided as refused:
            log.warning("webinar_not_read", webinar=tracked.webinar.id, error=type(refused).__name__)

    async def _look_closely(
        self, ringcentral: RingCentral, tracked: TrackedWebinar, asked_at: datetime
    ) -> None:
        """Something changed that no list shows: the settings, or the link."""
        webinar = tracked.webinar
        try:
            session = await ringcentral.get_session(webinar.id, webinar.session_id)
            whole = await ringcentral.get_webinar(webinar.id)
        except WebinarsError as error:
            log.warning("webinar_not_read", webinar=webinar.id, error=type(error).__name__)
            return
        await self._webinars.change(
            tracked.webinar_key,
            lambda now: as_session_tells(settled(now, whole), session, None, asked_at, whole=True),
        )


@dataclass(frozen=True)
class _Snapshot:
    """A snapshot of RingCentral's lists at an instant, and the events before it; sessions by their ids."""

    asked_at: datetime
    sessions: Mapping[str, SessionAnswer]
    past: Mapping[str, PastSessionAnswer]
    webhook_events: Collection[WebhookEvent]
    user: str | None = None

    def session(self, tracked: TrackedWebinar) -> SessionAnswer | None:
        """The session of a webinar, if it is there."""
        return self.sessions.get(tracked.webinar.session_id)


async def _picture(
    ringcentral: RingCentral,
    tracked_webinars: Sequence[TrackedWebinar],
    asked_at: datetime,
    webhook_events: Collection[WebhookEvent],
    user: str | None,
) -> _Snapshot:
    """One list, and what history tells of the sessions that have begun."""
    since = min(one.webinar.end for one in tracked_webinars) - _BACK
    picture = _Snapshot(
        asked_at, {one.id: one for one in await ringcentral.list_sessions(since)}, {}, webhook_events, user
    )
    begun = [
        one.webinar
        for one in tracked_webinars
        if (session := picture.session(one)) is not None and session.status != "Scheduled"
    ]
    return replace(picture, past=await past_sessions(ringcentral, begun, asked_at))


def as_session_tells(
    webinar: Webinar,
    session: SessionAnswer,
    past: PastSessionAnswer | None,
    asked_at: datetime,
    *,
    whole: bool = False,
) -> Webinar:
    """The webinar as a session tells that was asked for at an instant; a `whole` session brings its links."""
    if webinar.read_at is not None and webinar.read_at > asked_at:
        return webinar
    ref, early = session.webinar, session.panel_join_time_offset
    length = session.scheduled_duration
    changed: dict[str, object] = {
        "title": (ref.title if ref else None) or webinar.title,
        "description": webinar.description if ref is None or ref.description is None else ref.description,
        "start": session.scheduled_start_time or webinar.start,
        "duration": webinar.duration if length is None else timedelta(seconds=length),
        "time_zone": session.time_zone or webinar.time_zone,
        "panel_joins_early": webinar.panel_joins_early if early is None else timedelta(seconds=early),
        "runs": session.status == "Active",
        "read_at": asked_at,
        "changed_at": session.last_modified_time or webinar.changed_at,
    }
    if whole:
        changed |= _links(webinar, session)
    return _in_phase(webinar.model_copy(update=changed), session, past, asked_at)


def settled(webinar: Webinar, answer: WebinarAnswer) -> Webinar:
    """The webinar with its title and its settings as they are now; these decide whether people register."""
    registers = answer.settings.registration_enabled
    audience = webinar.audience
    if registers is not None:
        audience = Audience.REGISTERED if registers else Audience.ALL_HANDS
    return webinar.model_copy(
        update={
            "title": answer.title or webinar.title,
            "description": webinar.description if answer.description is None else answer.description,
            "settings": answer.settings,
            "audience": audience,
            "join_uri": webinar.join_uri if audience is Audience.ALL_HANDS else None,
        }
    )


def gone(webinar: Webinar, asked_at: datetime) -> Webinar:
    """The webinar once RingCentral does not know it any more; one whose time has passed has simply ended."""
    if webinar.is_over:
        return webinar
    if asked_at >= webinar.end:
        return webinar.model_copy(
            update={"phase": Phase.ENDED, "ended_at": webinar.end, "runs": False, "read_at": asked_at}
        )
    return webinar.model_copy(
        update={"phase": Phase.CANCELLED, "cancellation": Cancellation(), "runs": False, "read_at": asked_at}
    )


def _in_phase(
    webinar: Webinar, session: SessionAnswer, past: PastSessionAnswer | None, now: datetime
) -> Webinar:
    if webinar.is_over:
        return webinar
    phase = _phase(webinar, session, past)
    changed: dict[str, object] = {"phase": phase}
    if phase is Phase.ENDED:
        changed["ended_at"] = (past.end_time if past else None) or now
    elif session.status == "Scheduled" and now >= webinar.end + _NOT_HELD:
        changed |= {"phase": Phase.ENDED, "ended_at": webinar.end, "held": False}
    return webinar.model_copy(update=changed)


def _phase(webinar: Webinar, session: SessionAnswer, past: PastSessionAnswer | None) -> Phase:
    if session.status == "Finished":
        return Phase.ENDED
    if session.status != "Active":
        return Phase.SCHEDULED if session.status == "Scheduled" else webinar.phase
    if past is None or past.runtime_status is None:
        return webinar.phase  # it may be in practice: history alone tells
    return _SEEN.get(past.runtime_status, Phase.SCHEDULED)


def _links(webinar: Webinar, session: SessionAnswer) -> dict[str, object]:
    shared = session.attendee_join_uri if webinar.audience is Audience.ALL_HANDS else None
    return {"host_uri": session.host_join_uri or webinar.host_uri, "join_uri": shared or webinar.join_uri}


def _is_older(
    session: SessionAnswer, before: Webinar, past: PastSessionAnswer | None, asked_at: datetime
) -> bool:
    """Tell whether what we knew is not what a list tells now."""
    now = as_session_tells(before.model_copy(update={"read_at": None}), session, past, asked_at)
    unseen = {"read_at", "changed_at", "ended_at"}
    running = session.status != "Scheduled"
    return running or now.model_dump(exclude=unseen) != before.model_dump(exclude=unseen)


def _needs_a_closer_look(webinar: Webinar, webhook_events: Iterable[WebhookEvent], now: datetime) -> bool:
    """Tell whether something may have changed that no list shows: hinted, and not the echo of what we just did; or the
    webinar comes soon and nobody looked for long.
    """
    age = now - (webinar.read_at or webinar.start)
    if _hinted(webinar, webhook_events):
        return age >= _ECHO
    return not webhook_events and age >= _LONG and now < webinar.start <= now + _SOON


def _lacks_a_link(webinar: Webinar, session: SessionAnswer, now: datetime) -> bool:
    """Tell whether RingCentral has not given the host's link, or the one that everybody shares, and may by now."""
    shared = webinar.audience is Audience.REGISTERED or webinar.join_uri is not None
    has_all = shared and webinar.host_uri is not None
    is_to_come = session.status == "Scheduled" and now - (webinar.read_at or webinar.start) >= _ECHO
    return is_to_come and not has_all


def _hinted(webinar: Webinar, webhook_events: Iterable[WebhookEvent]) -> bool:
    return any(
        webhook_event.about in {WebhookTopic.SESSION, WebhookTopic.OTHER}
        and (
            webhook_event.session == webinar.session_id
            or (webhook_event.session is None and webhook_event.webinar == webinar.id)
        )
        for webhook_event in webhook_events
    )


def _caller(asked_at: datetime) -> Caller:
    return Caller(id=f"mirror:{uuid4().hex}", asked_at=asked_at, priority=Priority.BACKGROUND)
