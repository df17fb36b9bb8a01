"""History tells of webinars that have begun: one list for all, one question for each that the list lacks."""

from datetime import timedelta

import pytest

from bot.models import Webinar
from bot.ringcentral.responses import PastSessionAnswer
from bot.webinars.history import past_sessions
from sandbox.faults import Status
from tests.bot.workplace import PLAN, Workplace

LIST, ONE = "rcwHistoryListAllSessions", "rcwHistoryGetSession"


async def held(place: Workplace, webinar_key: str = "d1", *, ended: bool = True) -> Webinar:
    """A webinar that begins now, and has ended half an hour later."""
    plan = PLAN.model_copy(update={"start": place.clock() + timedelta(minutes=1), "title": webinar_key})
    webinar = (await place.made(plan, webinar_key)).webinar
    place.api.go_live(webinar.session_id)
    if ended:
        place.clock.passes(1800)
        place.api.end(webinar.session_id)
    return webinar


async def read(place: Workplace, *webinars: Webinar) -> tuple[dict[str, str | None], list[str]]:
    """The runtime status by session, and the calls that it took."""
    before = len(place.ringcentral.asked)
    past = await past_sessions(place.ringcentral.ringcentral, webinars, place.clock())
    return {name: _told(one) for name, one in past.items()}, place.asked_since(before)


def _told(one: PastSessionAnswer) -> str | None:
    return one.runtime_status or one.status


async def test_nothing_is_asked_for_nothing(place: Workplace) -> None:
    assert await read(place) == ({}, [])


async def test_one_list_tells_of_all_that_have_ended(place: Workplace) -> None:
    webinars = [await held(place), await held(place, "d2")]
    past, asked = await read(place, *webinars)
    assert past.keys() == {one.session_id for one in webinars}
    assert asked == [LIST]


async def test_others_on_the_list_are_left_out(place: Workplace) -> None:
    webinar, _ = await held(place), await held(place, "d2")
    past, _ = await read(place, webinar)
    assert list(past) == [webinar.session_id]


async def test_one_that_runs_is_asked_for_by_itself(place: Workplace) -> None:
    webinar = await held(place, ended=False)
    past, asked = await read(place, webinar)
    assert past == {webinar.session_id: "Live"}
    assert asked in ([LIST], [LIST, ONE])


async def test_one_that_ended_long_before_its_plan_is_asked_for_by_itself(place: Workplace) -> None:
    webinar = await held(place)
    elsewhen = webinar.model_copy(update={"start": webinar.start + timedelta(days=5)})
    place.clock.passes(timedelta(days=5).total_seconds())
    past, asked = await read(place, elsewhen)
    assert list(past) == [webinar.session_id]
    assert asked == [LIST, ONE]


async def test_the_list_reaches_to_an_end_that_we_know(place: Workplace) -> None:
    webinar = await held(place)
    known = webinar.model_copy(update={"start": webinar.start + timedelta(days=5), "ended_at": place.clock()})
    place.clock.passes(timedelta(hours=1).total_seconds())
    assert (await read(place, known))[1] == [LIST]


@pytest.mark.parametrize("status", [403, 404])
async def test_one_of_which_history_does_not_tell_is_left_out(place: Workplace, status: int) -> None:
    webinar = (await place.made()).webinar
    place.api.faults.add(Status(200, {"records": []}, method="GET", path="history"))
    alone = place.api.faults.add(Status(status, method="GET", path=f"sessions/{webinar.session_id}"))
    assert await read(place, webinar) == ({}, [])
    assert place.api.faults.hits(alone) == 1
