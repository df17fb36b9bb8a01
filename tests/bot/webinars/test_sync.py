"""Our picture of a webinar, brought up to date from RingCentral's answers."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.models import Audience, Phase, Webinar, WebinarSettings
from bot.ringcentral.responses import PastSessionAnswer, SessionAnswer, WebinarAnswer, WebinarRef
from bot.webinars.sync import as_session_tells, gone, settled
from tests.blocks.example_webinar import JOIN, START, event, webinar

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
