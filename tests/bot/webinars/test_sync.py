"""Our picture of a webinar, brought up to date from RingCentral's answers."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.errors import NotAllowed
from bot.models import Audience, Cancellation, Phase, Webinar, WebinarSettings
from bot.models.tracked import TrackedWebinar
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.ringcentral.responses import PastSessionAnswer, SessionAnswer, WebinarAnswer, WebinarRef
from bot.webinars.sync import as_session_tells, gone, settled
from sandbox.faults import Hold, Status
from tests.blocks.example_webinar import JOIN, START, event, plan_of, webinar
from tests.bot.workplace import Workplace

SOON = START - timedelta(hours=1)
LATE = START + timedelta(days=3)


def session(**changes: Any) -> SessionAnswer:
    """The session as RingCentral lists it when nothing has changed."""
    made = webinar()
    facts: dict[str, Any] = {
        "id": "2",
        "status": "Scheduled",
        "webinar": WebinarRef(id="1", title=made.title, description=made.description),
        "scheduled_start_time": made.start,
        "scheduled_duration": int(made.duration.total_seconds()),
        "time_zone": made.time_zone,
    }
    return SessionAnswer(**{**facts, **changes})


def past(runtime_status: str | None, end_time: datetime | None = None) -> PastSessionAnswer:
    return PastSessionAnswer(id="2", runtime_status=runtime_status, end_time=end_time)


def test_an_unchanged_session_changes_nothing_but_the_time_of_reading() -> None:
    now = as_session_tells(webinar(), session(), None, SOON)
    assert now == webinar(read_at=SOON)


def test_an_answer_older_than_what_we_wrote_is_left_aside() -> None:
    known = webinar(read_at=SOON + timedelta(seconds=1))
    assert as_session_tells(known, session(time_zone="UTC"), None, SOON) == known
    same_time = webinar(read_at=SOON)
    assert as_session_tells(same_time, session(time_zone="UTC"), None, SOON).time_zone == "UTC"


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("title", {"webinar": WebinarRef(id="1", title="Other", description=webinar().description)}),
        ("description", {"webinar": WebinarRef(id="1", title=webinar().title, description="")}),
        ("start", {"scheduled_start_time": START + timedelta(hours=1)}),
        ("duration", {"scheduled_duration": 60}),
        ("time_zone", {"time_zone": "UTC"}),
        ("panel_joins_early", {"panel_join_time_offset": 900}),
    ],
)
def test_each_field_follows_the_session(field: str, answer: dict[str, Any]) -> None:
    now = as_session_tells(webinar(), session(**answer), None, SOON)
    assert getattr(now, field) != getattr(webinar(), field)
    assert now.model_copy(update={field: getattr(webinar(), field), "read_at": None}) == webinar()


def test_a_field_that_the_answer_leaves_out_stays() -> None:
    bare = SessionAnswer(id="2", status="Scheduled")
    known = webinar(panel_joins_early=timedelta(minutes=5))
    assert as_session_tells(known, bare, None, SOON) == known.model_copy(update={"read_at": SOON})


def test_only_a_whole_session_brings_links() -> None:
    answer = session(attendee_join_uri="https://v.example.com/new", host_join_uri="https://v.example.com/h")
    assert as_session_tells(webinar(), answer, None, SOON).join_uri == JOIN
    whole = as_session_tells(webinar(), answer, None, SOON, whole=True)
    assert (whole.join_uri, whole.host_uri) == ("https://v.example.com/new", "https://v.example.com/h")
    without = as_session_tells(webinar(), session(), None, SOON, whole=True)
    assert (without.join_uri, without.host_uri) == (JOIN, webinar().host_uri)
    assert as_session_tells(event(), answer, None, SOON, whole=True).join_uri is None, (
        "an event has no shared link"
    )


@pytest.mark.parametrize(
    ("status", "history", "phase"),
    [
        ("Scheduled", None, Phase.SCHEDULED),
        ("Finished", None, Phase.ENDED),
        ("Active", past("Live"), Phase.LIVE),
        ("Active", past("Practice"), Phase.SCHEDULED),
        ("Active", past(None), Phase.SCHEDULED),
        ("Active", None, Phase.SCHEDULED),
        ("Unheard of", None, Phase.SCHEDULED),
    ],
)
def test_the_phase_follows_session_and_history(
    status: str, history: PastSessionAnswer | None, phase: Phase
) -> None:
    now = as_session_tells(webinar(), session(status=status), history, START)
    assert now.phase is phase
    assert now.runs is (status == "Active")


def test_a_live_webinar_stays_live_while_history_is_silent() -> None:
    live = webinar(phase=Phase.LIVE)
    assert as_session_tells(live, session(status="Active"), None, START).phase is Phase.LIVE
    assert as_session_tells(live, session(status="Unheard of"), None, START).phase is Phase.LIVE
    assert as_session_tells(live, session(status="Scheduled"), None, START).phase is Phase.SCHEDULED


def test_the_end_is_as_history_tells_or_when_we_saw_it() -> None:
    end = START + timedelta(minutes=80)
    assert as_session_tells(webinar(), session(status="Finished"), past("Live", end), LATE).ended_at == end
    assert as_session_tells(webinar(), session(status="Finished"), None, LATE).ended_at == LATE


def test_a_session_that_nobody_began_for_long_was_not_held() -> None:
    missed = as_session_tells(webinar(), session(), None, LATE)
    assert (missed.phase, missed.held, missed.ended_at) == (Phase.ENDED, False, webinar().end)
    assert as_session_tells(webinar(), session(), None, webinar().end).phase is Phase.SCHEDULED


@pytest.mark.parametrize("phase", [Phase.ENDED, Phase.CANCELLED])
def test_a_webinar_that_is_over_stays_over(phase: Phase) -> None:
    over = webinar(phase=phase)
    assert as_session_tells(over, session(status="Active"), past("Live"), LATE).phase is phase
    assert gone(over, LATE) is over


def test_a_webinar_that_is_gone_is_cancelled_before_its_end_and_has_ended_after_it() -> None:
    running = webinar(runs=True)
    before = gone(running, webinar().end - timedelta(seconds=1))
    assert (before.phase, before.runs, before.ended_at) == (Phase.CANCELLED, False, None)
    assert before.cancellation is not None
    assert before.cancellation.by is None
    after = gone(running, webinar().end)
    assert (after.phase, after.runs, after.ended_at) == (Phase.ENDED, False, webinar().end)
    assert after.cancellation is None


def answer(**settings: Any) -> WebinarAnswer:
    return WebinarAnswer(id="1", title="Other", settings=WebinarSettings(**settings))


def settled_audience(made: Webinar, **settings: Any) -> tuple[Audience, str | None]:
    now = settled(made, answer(**settings))
    return now.audience, now.join_uri


def test_settings_decide_whether_people_register() -> None:
    assert settled_audience(webinar(), registration_enabled=True) == (Audience.REGISTERED, None)
    assert settled_audience(event(), registration_enabled=False) == (Audience.ALL_HANDS, None)
    assert settled_audience(webinar()) == (Audience.ALL_HANDS, JOIN)
    assert settled_audience(event()) == (Audience.REGISTERED, None)


def test_title_description_and_settings_are_taken_over() -> None:
    now = settled(webinar(), answer(polls_enabled=True))
    assert (now.title, now.description) == ("Other", webinar().description)
    assert now.settings.polls_enabled
    emptied = settled(webinar(), answer().model_copy(update={"description": "", "title": None}))
    assert (emptied.title, emptied.description) == (webinar().title, "")


SESSIONS, SESSION, WEBINAR, HISTORY, PAST = (
    "rcwConfigListAllSessions",
    "rcwConfigGetSession",
    "rcwConfigGetWebinar",
    "rcwHistoryListAllSessions",
    "rcwHistoryGetSession",
)
HOUR = timedelta(hours=1)
SAID = WebhookEvent(id="e1", about=WebhookTopic.SESSION)


class Sync:
    """The webinar of a form, an hour after it was made, and the calls since then."""

    def __init__(self, place: Workplace, tracked: TrackedWebinar) -> None:
        self.place = place
        self.webinar = tracked.webinar
        place.clock.passes(HOUR.total_seconds())
        self._asked = len(place.ringcentral.asked)

    @property
    def calls(self) -> list[str]:
        return self.place.asked_since(self._asked)

    async def refreshed(self, *events: WebhookEvent) -> Webinar:
        """The webinar after the next round, and only the calls of that round."""
        self._asked = len(self.place.ringcentral.asked)
        await self.place.sync.refresh(events)
        return (await self.place.tracked()).webinar

    def hint(self, **about: Any) -> WebhookEvent:
        """A webhook event about this webinar's session."""
        return SAID.model_copy(update={"session": self.webinar.session_id, **about})


@pytest.fixture
async def sync(place: Workplace) -> Sync:
    await place.made()
    await place.sync.refresh()
    return Sync(place, await place.tracked())


async def test_without_webinars_nothing_is_asked(place: Workplace) -> None:
    await place.sync.refresh()
    assert place.ringcentral.asked == []
    assert place.sync.asked_at == place.clock()


async def test_one_list_is_enough_where_nothing_changed(sync: Sync) -> None:
    before = (await sync.place.tracked()).webinar
    assert await sync.refreshed() == before
    assert sync.calls == [SESSIONS]


async def test_what_was_moved_at_ringcentral_is_taken_over_from_the_list(sync: Sync) -> None:
    sync.place.api.move(sync.webinar.session_id, START + HOUR)
    assert (await sync.refreshed()).start == START + HOUR
    assert sync.calls == [SESSIONS]


async def test_a_webinar_that_ran_over_is_still_on_the_list(sync: Sync) -> None:
    sync.place.api.go_live(sync.webinar.session_id)
    sync.place.clock.now = sync.webinar.end + timedelta(minutes=50)
    now = await sync.refreshed()
    assert (now.phase, now.runs) == (Phase.LIVE, True)
    assert sync.calls in ([SESSIONS, HISTORY], [SESSIONS, HISTORY, PAST])


async def test_practice_is_not_shown_as_live(sync: Sync) -> None:
    sync.place.api.practice(sync.webinar.session_id)
    now = await sync.refreshed()
    assert (now.phase, now.runs) == (Phase.SCHEDULED, True)


async def test_a_webinar_that_is_deleted_at_ringcentral_is_cancelled(sync: Sync) -> None:
    sync.place.api.cancel_webinar(sync.webinar.id)
    now = await sync.refreshed()
    assert (now.phase, now.cancellation) == (Phase.CANCELLED, Cancellation())


async def test_what_was_read_after_the_list_is_left_alone(sync: Sync) -> None:
    later = sync.place.clock() + timedelta(seconds=1)
    await sync.place.change(read_at=later)
    sync.place.api.cancel_webinar(sync.webinar.id)
    assert (await sync.refreshed()).phase is Phase.SCHEDULED
    assert sync.calls == [SESSIONS]


async def test_one_that_we_may_not_see_keeps_no_other_from_being_compared(sync: Sync) -> None:
    place = sync.place
    other = await place.made(plan_of(webinar(title="Other")), "d2")
    place.clock.passes(60)
    place.api.cancel_webinar(sync.webinar.id)
    place.api.move(other.webinar.session_id, START + HOUR)
    place.api.faults.add(Status(403, method="GET", path=f"sessions/{sync.webinar.session_id}", times=None))
    assert (await sync.refreshed()).phase is Phase.SCHEDULED
    assert (await place.tracked("d2")).webinar.start == START + HOUR


async def test_the_webinars_of_another_user_are_not_looked_at(sync: Sync) -> None:
    await sync.place.change(host="200")
    sync.place.api.cancel_webinar(sync.webinar.id)
    assert (await sync.refreshed()).phase is Phase.SCHEDULED
    assert sync.calls == []


async def test_whose_webinar_it_is_is_noted_where_an_earlier_version_did_not_ask(sync: Sync) -> None:
    await sync.place.change(host=None)
    assert (await sync.refreshed()).host == "100"


@pytest.mark.parametrize(
    ("about", "looks"),
    [
        ({}, True),
        ({"about": WebhookTopic.OTHER}, True),
        ({"about": WebhookTopic.STATE}, False),
        ({"about": WebhookTopic.REGISTRATION}, False),
        ({"session": "another"}, False),
        ({"session": None}, False),
    ],
)
async def test_a_hint_is_followed_when_it_is_about_what_no_list_shows(
    sync: Sync,
    about: dict[str, Any],
    looks: bool,  # noqa: FBT001 - an outcome
) -> None:
    sync.place.api.change_settings(sync.webinar.id, pollsEnabled=False)
    now = await sync.refreshed(sync.hint(**about))
    assert (now.settings.polls_enabled is False) is looks
    assert sync.calls == ([SESSIONS, SESSION, WEBINAR] if looks else [SESSIONS])


@pytest.mark.parametrize("looks", [True, False])
async def test_a_hint_may_name_the_webinar_alone(sync: Sync, looks: bool) -> None:  # noqa: FBT001
    webinar_id = sync.webinar.id if looks else "another"
    await sync.refreshed(sync.hint(session=None, webinar=webinar_id))
    assert (WEBINAR in sync.calls) is looks


@pytest.mark.parametrize(("age", "looks"), [(59, False), (61, True)])
async def test_the_echo_of_what_we_did_is_not_followed(sync: Sync, age: float, looks: bool) -> None:  # noqa: FBT001
    await sync.place.change(read_at=sync.place.clock() - timedelta(seconds=age))
    await sync.refreshed(sync.hint())
    assert (WEBINAR in sync.calls) is looks


@pytest.mark.parametrize(
    ("before_start", "age", "looks"),
    [
        (23 * HOUR, 6 * HOUR, True),
        (23 * HOUR, 5 * HOUR, False),
        (25 * HOUR, 6 * HOUR, False),
        (-HOUR, 6 * HOUR, False),
    ],
    ids=["soon and long not read", "read lately", "not soon", "begun"],
)
async def test_a_webinar_that_comes_soon_is_looked_at_now_and_then(
    sync: Sync,
    before_start: timedelta,
    age: timedelta,
    looks: bool,  # noqa: FBT001 - an outcome
) -> None:
    sync.place.clock.now = START - before_start
    await sync.place.change(read_at=sync.place.clock() - age)
    await sync.refreshed()
    assert (WEBINAR in sync.calls) is looks


async def test_other_hints_let_the_looking_now_and_then_wait(sync: Sync) -> None:
    sync.place.clock.now = START - HOUR
    await sync.place.change(read_at=START - timedelta(hours=9))
    await sync.refreshed(sync.hint(session="another"))
    assert sync.calls == [SESSIONS]


@pytest.mark.parametrize("link", ["join_uri", "host_uri"])
async def test_a_link_that_is_missing_is_fetched(sync: Sync, link: str) -> None:
    before = getattr((await sync.place.tracked()).webinar, link)
    await sync.place.change("d1", **{link: None})
    assert getattr(await sync.refreshed(), link) == before
    assert sync.calls == [SESSIONS, SESSION, WEBINAR]


async def test_a_link_that_never_comes_is_asked_for_ever_more_seldom(sync: Sync) -> None:
    place = sync.place
    fault = place.api.faults.add(Status(403, method="GET", path="sessions/", times=None))
    minutes = []
    for minute in range(40):
        place.clock.now = START - timedelta(days=3) + timedelta(minutes=minute)
        await place.change(join_uri=None, read_at=place.clock() - HOUR)
        before = place.api.faults.hits(fault)
        await sync.refreshed()
        if place.api.faults.hits(fault) > before:
            minutes.append(minute)
    assert minutes == [0, 5, 15, 35]


async def test_a_closer_look_that_fails_changes_nothing(sync: Sync) -> None:
    sync.place.api.change_settings(sync.webinar.id, pollsEnabled=False)
    sync.place.api.faults.add(Status(403, method="GET", path="sessions/"))
    before = (await sync.place.tracked()).webinar
    assert await sync.refreshed(sync.hint()) == before


async def test_whoever_waits_for_a_fresh_picture_shares_it(sync: Sync) -> None:
    now = sync.place.clock()
    await asyncio.gather(sync.place.sync.ensure_fresh(now), sync.place.sync.ensure_fresh(now))
    assert sync.calls == [SESSIONS]
    await sync.place.sync.ensure_fresh(now)
    assert sync.calls == [SESSIONS], "it is fresh enough already"
    sync.place.clock.passes(10)
    await sync.place.sync.ensure_fresh(sync.place.clock())
    assert sync.calls == [SESSIONS, SESSIONS]


async def test_one_webinar_is_read_by_itself_with_its_links(sync: Sync) -> None:
    sync.place.api.move(sync.webinar.session_id, START + HOUR)
    await sync.place.change(host_uri=None)
    tracked = await sync.place.tracked()
    now = await sync.place.sync.read_session(tracked, sync.place.caller)
    assert now is not None
    assert (now.start, now.host_uri, sync.calls) == (START + HOUR, sync.webinar.host_uri, [SESSION])
    assert (await sync.place.tracked()).webinar == now


async def test_one_webinar_that_is_gone_is_cancelled(sync: Sync) -> None:
    sync.place.api.cancel_webinar(sync.webinar.id)
    now = await sync.place.sync.read_whole(await sync.place.tracked(), sync.place.caller)
    assert now is not None
    assert now.phase is Phase.CANCELLED
    assert sync.calls == [SESSION]


async def test_one_webinar_of_another_user_is_not_taken_for_gone(sync: Sync) -> None:
    await sync.place.change(host="200")
    sync.place.api.cancel_webinar(sync.webinar.id)
    with pytest.raises(NotAllowed):
        await sync.place.sync.read_session(await sync.place.tracked(), sync.place.caller)
    assert (await sync.place.tracked()).webinar.phase is Phase.SCHEDULED


async def test_one_webinar_is_read_whole_with_its_title_and_settings(sync: Sync) -> None:
    sync.place.api.rename(sync.webinar.id, "Other")
    sync.place.api.change_settings(sync.webinar.id, pollsEnabled=False)
    now = await sync.place.sync.read_whole(await sync.place.tracked(), sync.place.caller)
    assert now is not None
    assert (now.title, now.settings.polls_enabled) == ("Other", False)
    assert sync.calls == [SESSION, WEBINAR]


async def test_what_was_written_while_a_webinar_is_read_whole_stays(sync: Sync) -> None:
    sync.place.api.rename(sync.webinar.id, "Other")
    hold = sync.place.api.faults.add(Hold(method="GET", path=r"webinars/\d+$"))
    tracked = await sync.place.tracked()
    reading = asyncio.create_task(sync.place.sync.read_whole(tracked, sync.place.caller))
    await hold.reached.wait()
    await sync.place.change(title="Ours", read_at=sync.place.clock() + timedelta(seconds=1))
    hold.release()
    now = await reading
    assert now is not None
    assert now.title == "Ours"
