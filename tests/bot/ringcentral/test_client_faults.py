"""After a failure of the wire, a request that did nothing is sent again, and one that may have landed is not."""

from pathlib import Path
from typing import Final

import pytest

from bot.errors import Limited, NotFound, OutcomeUnknown, Unavailable, WebinarsError
from bot.models.rate_limit import Caller, WaitReason
from sandbox.faults import DropAfter, DropBefore, Fault, Hold, Status, StatusAfter
from tests.bot.ringcentral.local_api import ALL_HANDS, PACE, LocalApi, connected

NOWHERE: Final = "http://127.0.0.1:9"
"""The port to which nobody listens."""
PAGE: Final = "<h1>Something else altogether</h1>"


@pytest.mark.parametrize(
    "fault", [Status(503, method="GET"), DropBefore(method="GET"), DropAfter(method="GET")]
)
async def test_a_read_that_fails_is_sent_again_at_once(local_api: LocalApi, fault: Fault) -> None:
    local_api.add(fault)
    assert await local_api.listed() == []
    assert local_api.told == []


async def test_a_read_that_fails_twice_is_waited_for_and_the_wait_is_told(local_api: LocalApi) -> None:
    local_api.add(Status(503, method="GET", times=2))
    assert await local_api.listed() == []
    assert [wait.reason for wait in local_api.told] == [WaitReason.DOWN]


async def test_a_read_is_given_up_after_five_tries(local_api: LocalApi) -> None:
    fault = local_api.add(Status(503, method="GET", times=None))
    with pytest.raises(Unavailable, match="Try again in a minute"):
        await local_api.listed()
    assert local_api.hits(fault) == 5
    assert len(local_api.told) == 3


@pytest.mark.parametrize(
    ("fault", "made"),
    [
        (Status(503, method="POST", path="webinars"), 0),
        (StatusAfter(502, method="POST", path="webinars"), 1),
        (DropBefore(method="POST", path="webinars"), 0),
        (DropAfter(method="POST", path="webinars"), 1),
        (StatusAfter(201, PAGE, method="POST", path="webinars"), 1),
        (StatusAfter(201, {"title": "no id"}, method="POST", path="webinars"), 1),
    ],
)
async def test_a_write_that_may_have_been_done_is_sent_once(
    local_api: LocalApi, fault: Fault, made: int
) -> None:
    local_api.add(fault)
    with pytest.raises(OutcomeUnknown):
        await local_api.ringcentral.create_webinar(ALL_HANDS)
    assert local_api.hits(fault) == 1
    assert len(local_api.api.webinars) == made
    assert local_api.told == []


async def test_a_write_without_an_answer_in_time_may_have_been_done(local_api: LocalApi) -> None:
    await local_api.ringcentral.signed_in()
    local_api.add(Hold(method="POST"))
    local_api.ringcentral.pace = PACE.model_copy(update={"timeout": 0.03})
    with pytest.raises(OutcomeUnknown):
        await local_api.ringcentral.create_webinar(ALL_HANDS)


async def test_a_delete_is_sent_again_and_then_finds_nothing(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(ALL_HANDS)
    local_api.add(DropAfter(method="DELETE"))
    with pytest.raises(NotFound):
        await local_api.ringcentral.delete_webinar(made.id)
    assert local_api.api.webinars == {}


async def test_a_delete_that_is_sent_elsewhere_is_not_done(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(ALL_HANDS)
    local_api.add(Status(302, "", {"Location": "/maintenance"}, method="DELETE", times=None))
    with pytest.raises(WebinarsError):
        await local_api.ringcentral.delete_webinar(made.id)


async def test_an_unreadable_answer_to_a_read_is_asked_for_again(local_api: LocalApi) -> None:
    local_api.add(Status(200, PAGE, method="GET"))
    with pytest.raises(Unavailable):
        await local_api.listed()


async def test_where_nobody_listens_nothing_happened(tmp_path: Path) -> None:
    async with connected(tmp_path, address=NOWHERE) as local_api:
        with pytest.raises(Unavailable, match="cannot be reached"):
            await local_api.ringcentral.create_webinar(ALL_HANDS)
        assert [wait.reason for wait in local_api.told] == [WaitReason.DOWN] * 3


async def test_a_write_that_could_not_leave_has_done_nothing(local_api: LocalApi) -> None:
    await local_api.ringcentral.signed_in()
    await local_api.goes_down()
    with pytest.raises(Unavailable):
        await local_api.ringcentral.create_webinar(ALL_HANDS)
    assert len(local_api.told) == 3


async def test_a_429_is_waited_out_and_the_write_done_once(local_api: LocalApi) -> None:
    began = local_api.clock.seconds
    local_api.add(Status(429, method="POST", path="webinars", headers={"Retry-After": "7"}))
    await local_api.ringcentral.create_webinar(ALL_HANDS)
    assert len(local_api.api.webinars) == 1
    assert 7 <= local_api.clock.seconds - began < 8
    assert (local_api.told[0].reason, round(local_api.told[0].seconds)) == (WaitReason.PENALTY, 7)


async def test_a_429_that_does_not_say_how_long_is_waited_out_for_half_a_minute(local_api: LocalApi) -> None:
    began = local_api.clock.seconds
    local_api.add(Status(429, method="GET"))
    await local_api.listed()
    assert 30 <= local_api.clock.seconds - began < 31


async def test_endless_429s_are_given_up(local_api: LocalApi) -> None:
    fault = local_api.add(Status(429, method="GET", times=None, headers={"Retry-After": "1"}))
    with pytest.raises(Limited, match="Try again in a few minutes"):
        await local_api.listed()
    assert local_api.hits(fault) == 5


async def test_whatever_changes_something_is_recorded_before_it_leaves(local_api: LocalApi) -> None:
    arrived: list[int] = []

    async def leaving() -> None:
        arrived.append(len(local_api.asked))

    recording = local_api.ringcentral.recording(leaving)
    local_api.add(Status(429, method="POST", path="webinars", headers={"Retry-After": "1"}))
    made = await recording.create_webinar(ALL_HANDS)
    await recording.delete_webinar(made.id)
    await recording.list_webinars(local_api.clock.now)
    assert len(arrived) == 3, "each try of making it, and the deletion"
    assert arrived[:2] == [0, 0]


async def test_a_write_that_cannot_be_recorded_does_not_leave(local_api: LocalApi) -> None:
    async def leaving() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        await local_api.ringcentral.recording(leaving).create_webinar(ALL_HANDS)
    assert local_api.asked == []


async def test_only_who_asked_to_be_told_is_told(local_api: LocalApi) -> None:
    silent = local_api.ringcentral.on_behalf_of(Caller(id="silent", asked_at=local_api.clock()))
    local_api.add(Status(503, method="GET"))
    await silent.list_webinars(local_api.clock.now)
    assert local_api.told == []
