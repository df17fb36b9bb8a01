"""After the end: how many came, who missed it, and the recording once it is ready and shared."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.jobs.recap import RecapJob, is_due
from bot.models import Attendance, Audience, Invitation, Phase, Recording, Role, Webinar, WebinarSettings
from bot.registration.registrants import Registrants
from sandbox.faults import Status
from sandbox.slack.outages import refusal
from tests.blocks.example_webinar import webinar
from tests.bot.workplace import PLAN, Workplace

END = webinar().end
OPENING = ":ballot_box_with_check: *Q3 All-Hands* has ended. Only visible to you:"
MINUTE = timedelta(minutes=1)
COUNTED = Attendance(participants=3, attendees=2, unique_attendees=2)
WATCHED = Recording(ready=True, uri="https://v.example.com/rec")


@pytest.mark.parametrize(
    ("facts", "after", "due"),
    [
        ({}, timedelta(0), True),
        ({}, -MINUTE, False),
        ({"held": False}, MINUTE, False),
        ({"recap_reads": 1}, 1 * MINUTE, False),
        ({"recap_reads": 1}, 2 * MINUTE, True),
        ({"recap_reads": 4}, 19 * MINUTE, False),
        ({"recap_reads": 4}, 20 * MINUTE, True),
        ({"recap_reads": 13}, timedelta(days=7), True),
        ({"recap_reads": 14}, timedelta(days=8), False),
        ({"recap_reads": 5, "attendance": COUNTED}, 40 * MINUTE, True),
        ({"recap_reads": 5, "attendance": COUNTED, "recording": WATCHED}, 40 * MINUTE, False),
        ({"recap_reads": 4, "attendance": COUNTED, "recording": WATCHED}, 40 * MINUTE, True),
        ({"recap_reads": 5, "recording": WATCHED}, 40 * MINUTE, True),
        ({"recap_reads": 5, "attendance": COUNTED, "recording": Recording(ready=True)}, 40 * MINUTE, True),
        (
            {"recap_reads": 5, "attendance": COUNTED, "recording": Recording(expires_at=END)},
            40 * MINUTE,
            False,
        ),
        ({"ended_at": END + 10 * MINUTE}, 9 * MINUTE, False),
        ({"ended_at": END + 10 * MINUTE}, 10 * MINUTE, True),
    ],
)
def test_history_is_asked_soon_at_first_and_ever_more_seldom(
    facts: dict[str, Any],
    after: timedelta,
    due: bool,  # noqa: FBT001 - an outcome
) -> None:
    assert is_due(webinar(phase=Phase.ENDED, **facts), END + after) is due


class Recap:
    """A webinar that has ended a moment ago."""

    def __init__(self, place: Workplace, known: Webinar) -> None:
        self.place = place
        self.webinar = known
        client = place.ringcentral.ringcentral
        registrants = Registrants(client, place.stores.registrations, place.clock)
        self.job = RecapJob(place.resources, place.queries, registrants)

    async def read(self, minutes: float = 0) -> Webinar:
        """The webinar after the next reading, so many minutes later."""
        self.place.clock.passes(minutes * 60)
        await self.job.read_due()
        return (await self.place.tracked()).webinar


async def held(place: Workplace, audience: Audience = Audience.ALL_HANDS, **settings: Any) -> Recap:
    """A webinar in which Ben was all the time."""
    start = place.clock() + MINUTE
    plan = PLAN.model_copy(
        update={"audience": audience, "start": start, "settings": WebinarSettings(**settings)}
    )
    tracked = await place.made(plan)
    session = tracked.webinar.session_id
    if audience is Audience.REGISTERED:
        place.api.register(session, "Ben", "Bauer", "ben@example.com")
        place.api.register(session, "Fay", "Fox", "fay@example.com")
    place.api.go_live(session)
    place.api.join(session, "Ben", "Bauer", "BEN@example.com")
    place.clock.passes(600)
    return Recap(place, tracked.webinar)


async def ended(recap: Recap, *, at: datetime | None = None) -> None:
    """Now it ends."""
    recap.place.api.end(recap.webinar.session_id)
    await recap.place.change(phase=Phase.ENDED, ended_at=at or recap.place.clock())


async def test_attendance_is_counted(place: Workplace) -> None:
    recap = await held(place)
    await place.queries.mark_going("d1", "U0BEN")
    await place.queries.mark_going("d1", "U0CHIE")
    await ended(recap)
    now = await recap.read()
    assert now.attendance is not None
    assert (now.attendance.attendees, now.attendance.said, now.attendance.came) == (1, 2, 1)
    assert now.recap_reads == 1
    assert place.said_to("U0ANN") == [
        f"{OPENING} 1 person who was expected did not attend: <@U0CHIE>. Expected: everyone who said they were going."
    ]


async def test_whoever_registered_elsewhere_is_expected_too(place: Workplace) -> None:
    recap = await held(place, Audience.REGISTERED)
    await ended(recap)
    now = await recap.read()
    assert now.attendance is not None
    assert (now.attendance.said, now.attendance.came) == (2, 1)
    assert place.said_to("U0ANN") == [
        f"{OPENING} 1 person who was expected did not attend: Fay Fox. Expected: everyone who registered."
    ]


async def test_where_nobody_was_expected_the_host_hears_nothing(place: Workplace) -> None:
    recap = await held(place)
    await ended(recap)
    assert (await recap.read()).attendance is not None
    assert place.said_to("U0ANN") == []


async def test_a_guest_who_typed_only_a_name_came(place: Workplace) -> None:
    recap = await held(place)
    await place.queries.mark_going("d1", "U0CHIE")
    place.api.join(recap.webinar.session_id, "chie", "SATO")
    await ended(recap)
    await recap.read()
    assert place.said_to("U0ANN") == [
        f"{OPENING} everyone who was expected attended. Expected: everyone who said they were going."
    ]


async def test_the_panel_is_missed_and_not_counted(place: Workplace) -> None:
    recap = await held(place)
    await place.stores.panel.save("d1", [Invitation(user="U0CHIE", role=Role.CO_HOST)])
    await place.queries.mark_going("d1", "U0BEN")
    await ended(recap)
    now = await recap.read()
    assert now.attendance is not None
    assert (now.attendance.said, now.attendance.came) == (1, 1)
    assert place.said_to("U0ANN") == [
        (
            f"{OPENING} 1 person who was expected did not attend: <@U0CHIE>. Expected: everyone who said they were going "
            "and the panel."
        )
    ]


async def test_readings_that_were_missed_are_one(place: Workplace) -> None:
    recap = await held(place)
    await ended(recap)
    assert (await recap.read(minutes=11)).recap_reads == 4


async def test_what_is_not_due_is_not_asked(place: Workplace) -> None:
    recap = await held(place)
    await ended(recap)
    await recap.read()
    before = len(place.ringcentral.asked)
    await recap.read(minutes=1)
    assert place.asked_since(before) == []


async def test_a_recording_is_linked_once_it_is_ready_and_shared(place: Workplace) -> None:
    recap = await held(place)
    recording = place.api.record(recap.webinar.session_id)
    await ended(recap)
    assert (await recap.read()).recording == Recording(ready=False)
    place.api.finish_recording(recording.id)
    assert (await recap.read(minutes=3)).recording == Recording(ready=True)
    place.api.share_recording(recording.id)
    now = (await recap.read(minutes=3)).recording
    assert now is not None
    assert now.uri


async def test_a_link_that_has_expired_is_taken_away(place: Workplace) -> None:
    recap = await held(place)
    recording = place.api.record(recap.webinar.session_id)
    await ended(recap)
    place.api.finish_recording(recording.id)
    place.api.share_recording(recording.id, until=place.clock() + 30 * MINUTE)
    now = await recap.read(minutes=21)
    assert now.recording is not None
    assert now.recording.uri
    later = await recap.read(minutes=30)
    assert later.recording is not None
    assert later.recording.uri is None


@pytest.mark.parametrize(
    ("auto_record", "recording"),
    [(True, Recording(awaited=False)), (None, None)],
    ids=["promised", "never asked"],
)
async def test_after_a_week_a_recording_is_given_up(
    place: Workplace,
    auto_record: bool | None,  # noqa: FBT001 - one case of many
    recording: Recording | None,
) -> None:
    recap = await held(place)
    await ended(recap)
    await place.change(settings=WebinarSettings(auto_record=auto_record))
    now = await recap.read(minutes=7 * 24 * 60 + 1)
    assert (now.recording, now.recap_reads) == (recording, 14)


async def test_a_recording_that_we_may_not_see_is_ready_all_the_same(place: Workplace) -> None:
    recap = await held(place)
    recording = place.api.record(recap.webinar.session_id)
    await ended(recap)
    place.api.finish_recording(recording.id)
    place.api.share_recording(recording.id)
    place.api.faults.add(Status(403, method="GET", path="recordings/"))
    assert (await recap.read()).recording == Recording(ready=True)


async def test_while_the_host_cannot_be_told_the_counting_waits(place: Workplace) -> None:
    recap = await held(place)
    await place.queries.mark_going("d1", "U0BEN")
    await ended(recap)
    fault = place.slack.faults.add(Status(path="chat.postMessage", **refusal("fatal_error"), times=None))
    assert (await recap.read()).attendance is None
    assert place.slack.faults.hits(fault)
    place.slack.faults.clear()
    place.clock.passes(600)
    assert (await recap.read(minutes=3)).attendance is not None
