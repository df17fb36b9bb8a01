"""Looking back in the local Webinar API: what was planned, what happened, and who was there."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.sandbox.api_client import EVE, START, WHEN, ApiClient, id_of, opened

PAST = "/webinar/history/v1"
EVER = {"endTimeFrom": "2026-01-01T00:00:00Z", "endTimeTo": "2027-01-01T00:00:00Z"}


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


@pytest.fixture
async def session(world: ApiClient) -> str:
    return await world.session(registrationEnabled=True)


def past(session: str) -> str:
    """The address of a past session."""
    return f"{PAST}{session}"


async def titles(world: ApiClient, path: str = "/sessions", **query: Any) -> list[str]:
    listed = await world.done("GET", f"{PAST}{path}", **{**EVER, **query})
    return [each["title"] for each in listed["records"]]


async def test_a_session_to_come_is_as_planned(world: ApiClient) -> None:
    session = await world.session("All-hands")
    shown = await world.done("GET", past(session))
    assert (shown["startTime"], shown["endTime"], shown["duration"]) == (START, "2026-12-01T16:00:00Z", 3600)
    assert (shown["title"], shown["status"]) == ("All-hands", "Scheduled")
    assert "runtimeStatus" not in shown
    assert "participantCount" not in shown
    webinar = await world.done("GET", past(session.partition("/sessions")[0]))
    assert (webinar["title"], webinar["host"]["linkedUser"]["userId"]) == ("All-hands", "100")


async def test_a_session_goes_from_practice_to_debrief(world: ApiClient) -> None:
    session = await world.session()
    session_id = id_of(session)

    async def states() -> tuple[str, str | None]:
        shown = await world.done("GET", past(session))
        return shown["status"], shown.get("runtimeStatus")

    course = []
    for act in (
        world.api.practice,
        world.api.go_live,
        world.api.take_break,
        world.api.go_live,
        world.api.debrief,
        world.api.end,
    ):
        world.clock.now += 300
        act(session_id)
        course.append(await states())
    running = ["Practice", "Live", "Break", "Live", "Debrief"]
    assert course == [*(("Active", each) for each in running), ("Finished", None)]
    shown = await world.done("GET", past(session))
    assert (shown["startTime"], shown["endTime"]) == ("2026-09-21T14:18:20Z", "2026-09-21T14:43:20Z")
    assert (shown["broadcastingStartTime"], shown["broadcastingEndTime"]) == (
        "2026-09-21T14:23:20Z",
        "2026-09-21T14:38:20Z",
    )
    assert shown["duration"] == 1500


@pytest.mark.parametrize("acts", [["practice"], ["go_live"], ["go_live", "end"]], ids="-".join)
async def test_what_has_begun_can_neither_be_changed_nor_deleted(world: ApiClient, acts: list[str]) -> None:
    session = await world.session()
    for act in acts:
        getattr(world.api, act)(id_of(session))
    await world.refused(403, "PATCH", session, WHEN)
    await world.refused(403, "DELETE", session)
    await world.refused(403, "DELETE", session.partition("/sessions")[0])


async def test_people_are_counted_as_stays_and_as_persons(world: ApiClient) -> None:
    session = await world.session()
    session_id = id_of(session)
    host = world.api.users["100"]
    invited = {"addedInvitees": [{**EVE, "role": "Panelist"}]}
    await world.done("PATCH", f"{session}/invitees", invited)
    world.api.go_live(session_id)
    world.api.join(session_id, host.first_name, host.last_name, host.email)
    world.api.join(session_id, *EVE.values())
    gus = world.api.join(session_id, "Gus", "Green", "gus@example.com")
    world.api.leave(gus.id)
    world.api.join(session_id, "Gus", "Green", "GUS@example.com")
    world.api.join(session_id, "Guest")
    world.api.join(session_id, "Guest")
    shown = await world.done("GET", past(session))
    assert [
        shown[f"{each}Count"] for each in ("participant", "attendee", "uniqueParticipant", "uniqueAttendee")
    ] == [
        6,
        4,
        5,
        3,
    ]
    listed = (await world.done("GET", f"{past(session)}/participants"))["records"]
    assert [each["role"] for each in listed] == ["Host", "Panelist"] + ["Attendee"] * 4
    assert listed[2]["uniqueUserHash"] == listed[3]["uniqueUserHash"] != listed[4]["uniqueUserHash"]
    assert "email" not in listed[4]
    eve, _ = (await world.done("GET", f"{past(session)}/invitees"))["records"][::-1]
    assert (eve["joined"], eve["id"]) == (True, listed[1]["inviteeId"])


async def test_stays_have_times_and_end_with_the_session(world: ApiClient) -> None:
    session = await world.session()
    session_id = id_of(session)
    world.api.go_live(session_id)
    early = world.api.join(session_id, "Eve")
    world.api.join(session_id, "Fay")
    world.clock.now += 60
    world.api.leave(early.id)
    people = f"{past(session)}/participants"
    eve, fay = (await world.done("GET", people))["records"]
    assert (eve["joinTime"], eve["leaveTime"]) == ("2026-09-21T14:13:20Z", "2026-09-21T14:14:20Z")
    assert "leaveTime" not in fay
    world.clock.now += 60
    world.api.end(session_id)
    _, fay = (await world.done("GET", people))["records"]
    assert fay["leaveTime"] == "2026-09-21T14:15:20Z"


async def test_participants_are_paged_and_filtered(world: ApiClient) -> None:
    session = await world.session()
    world.api.go_live(id_of(session))
    host = world.api.users["100"]
    world.api.join(id_of(session), host.first_name, host.last_name, host.email)
    for number in range(4):
        world.api.join(id_of(session), f"Guest {number}")
    people = f"{past(session)}/participants"
    first = await world.done("GET", people, perPage=3)
    token = first["paging"]["nextPageToken"]
    last = await world.done("GET", people, perPage=3, pageToken=token)
    assert (len(first["records"]), len(last["records"])) == (3, 2)
    assert "nextPageToken" not in last["paging"]
    assert len((await world.done("GET", people, role="Attendee"))["records"]) == 4
    both = await world.done("GET", people, originalRole=["Host", "Panelist"])
    assert [each["role"] for each in both["records"]] == ["Host"]
    assert await world.refused(400, "GET", people, role="Cohost") == ["role[0]"]


async def test_a_registrant_who_came_is_known(world: ApiClient, session: str) -> None:
    session_id = id_of(session)
    eve = world.api.register(session_id, *EVE.values())
    fay = world.api.register(session_id, "Fay", "Fine", "fay@example.com")
    world.api.go_live(session_id)
    came = world.api.join(session_id, "Eve", "E.", "EVE@example.com")
    (person,) = (await world.done("GET", f"{past(session)}/participants"))["records"]
    assert person["registrantId"] == eve.id
    registrants = f"/webinar/registration/v1/sessions/{session_id}/registrants"
    assert (await world.done("GET", f"{registrants}/{eve.id}"))["participantId"] == came.id
    assert "participantId" not in await world.done("GET", f"{registrants}/{fay.id}")


async def test_invitees_are_looked_back_at(world: ApiClient) -> None:
    session = await world.session()
    (host,) = (await world.done("GET", f"{past(session)}/invitees", role="Host"))["records"]
    assert (host["joined"], host["originalRole"]) == (False, "Host")
    assert await world.done("GET", f"{past(session)}/invitees/{host['id']}") == host
    await world.refused(404, "GET", f"{past(session)}/invitees/1")


async def test_co_hosts_read_a_session_and_everybody_themselves(world: ApiClient) -> None:
    session = await world.session()
    linked = {"userId": "101", "accountId": "400", "domain": "pbx"}
    await world.sign_in("bens-jwt")
    await world.refused(404, "GET", past(session))
    await world.refused(404, "GET", f"{past(session)}/participants/self")
    await world.sign_in()
    invited = {"addedInvitees": [{"linkedUser": linked, "role": "CoHost"}]}
    await world.done("PATCH", f"{session}/invitees", invited)
    ben = world.api.users["101"]
    world.api.join(id_of(session), ben.first_name, ben.last_name, ben.email)
    await world.sign_in("bens-jwt")
    await world.done("GET", past(session))
    await world.refused(404, "GET", f"{past(session)}/participants")
    assert (await world.done("GET", f"{past(session)}/participants/self"))["role"] == "CoHost"


async def test_sessions_are_listed_by_end_the_last_first(world: ApiClient) -> None:
    await world.session("To come")
    over = await world.session("Over")
    world.api.go_live(id_of(over))
    world.clock.now += 60
    world.api.end(id_of(over))
    assert await titles(world) == ["To come", "Over"]
    assert await titles(world, status="Finished") == ["Over"]
    assert await titles(world, nameFragment="COME") == ["To come"]
    assert await titles(world, endTimeTo="2026-10-01T00:00:00Z") == ["Over"]
    assert await titles(world, endTimeFrom="2026-10-01T00:00:00Z") == ["To come"]
    listed = await world.done("GET", f"{PAST}/sessions", **EVER, perPage=1)
    assert listed["records"][0]["webinar"]["host"]["linkedUser"]["userId"] == "100"
    assert listed["paging"]["nextPageToken"]
    assert await world.refused(400, "GET", f"{PAST}/sessions", endTimeFrom=START) == ["endTimeTo"]


async def test_the_companys_past_is_for_admins(world: ApiClient) -> None:
    await world.session("Ours")
    await world.sign_in("bens-jwt")
    await world.refused(403, "GET", f"{PAST}/company/sessions", **EVER)
    assert await titles(world) == []
    world.api.add_user("101", admin=True)
    assert await titles(world, "/company/sessions") == ["Ours"]
    assert await titles(world, "/company/sessions", hostUserId="101") == []


async def test_looking_back_is_heavy(world: ApiClient) -> None:
    before = world.api.heavy()
    await titles(world)
    assert world.api.heavy() == before + 1
    assert world.api.exchanges[-1].headers["X-Rate-Limit-Group"] == "heavy"
