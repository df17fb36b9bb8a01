"""Invitees in the local Webinar API: the host who is always there, co-hosts and panelists."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.sandbox.api_client import EVE, ApiClient, id_of, opened, without

PANELIST = {**EVE, "role": "Panelist"}
LINKED = {"userId": "101", "accountId": "400", "domain": "pbx"}
BEN = {"linkedUser": LINKED, "role": "CoHost"}


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


@pytest.fixture
async def invitees(world: ApiClient) -> str:
    return f"{await world.session()}/invitees"


async def add(world: ApiClient, invitees: str, *people: dict[str, Any]) -> list[dict[str, Any]]:
    answer = await world.done("PATCH", invitees, {"addedInvitees": list(people)})
    added: list[dict[str, Any]] = answer["addedInvitees"]
    return added


async def test_the_host_is_always_there(world: ApiClient, invitees: str) -> None:
    (host,) = (await world.done("GET", invitees))["records"]
    session = await world.done("GET", invitees.rpartition("/")[0])
    assert (host["role"], host["joinUri"]) == ("Host", session["hostJoinUri"])
    assert host["linkedUser"]["userId"] == "100"


async def test_panelists_and_co_hosts_are_invited_with_a_link_each(world: ApiClient, invitees: str) -> None:
    eve, ben = await add(world, invitees, PANELIST, BEN)
    assert (eve["role"], eve["email"], eve["type"], eve["sendInvite"]) == (
        "Panelist",
        EVE["email"],
        "User",
        True,
    )
    assert (ben["role"], ben["firstName"], ben["linkedUser"]["userId"]) == ("CoHost", "Host", "101")
    assert eve["joinUri"] != ben["joinUri"]
    assert "linkedUser" not in eve
    assert [each["id"] for each in (await world.done("GET", invitees))["records"][1:]] == [
        eve["id"],
        ben["id"],
    ]
    assert await world.done("GET", f"{invitees}/{eve['id']}") == eve


@pytest.mark.parametrize(
    ("person", "named"),
    [
        ({**PANELIST, "role": "Attendee"}, "role"),
        ({**PANELIST, "role": "Host"}, "role"),
        ({**PANELIST, "role": "Cohost"}, "role"),
        (EVE, "role"),
        (without(PANELIST, "email"), "email"),
        (without(PANELIST, "firstName"), "firstName"),
        ({**PANELIST, "email": "eve at example"}, "email"),
        ({**PANELIST, "lastName": "x" * 65}, "lastName"),
        ({**PANELIST, "joinUri": "https://example.com"}, "joinUri"),
        ({**PANELIST, **BEN}, "linkedUser"),
        ({**BEN, "linkedUser": {**LINKED, "userId": "999"}}, "linkedUser"),
        ({**BEN, "linkedUser": {**LINKED, "accountId": "9"}}, "linkedUser"),
        ({**BEN, "linkedUser": without(LINKED, "domain")}, "linkedUser.domain"),
    ],
)
async def test_an_invitee_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, invitees: str, person: dict[str, Any], named: str
) -> None:
    body = {"addedInvitees": [{**PANELIST, "email": "fay@example.com"}, person]}
    assert await world.refused(400, "PATCH", invitees, body) == [f"addedInvitees[1].{named}"]
    assert len(world.api.invitees) == 1


async def test_nobody_is_invited_twice(world: ApiClient, invitees: str) -> None:
    eve, fay = await add(world, invitees, PANELIST, {**PANELIST, "email": "fay@example.com"})
    loud = {**PANELIST, "email": "EVE@example.com"}
    assert await world.refused(409, "PATCH", invitees, {"addedInvitees": [loud]}) == ["email"]
    assert await world.refused(400, "PUT", f"{invitees}/{fay['id']}", loud) == ["email"]
    twice = {**PANELIST, "email": "gus@example.com"}
    await world.refused(409, "PATCH", invitees, {"addedInvitees": [twice, twice]})
    body = {"deletedInvitees": [{"id": eve["id"]}], "addedInvitees": [loud]}
    assert (await world.done("PATCH", invitees, body))["deletedInvitees"] == [{"id": eve["id"]}]
    assert len(world.api.invitees) == 3


async def test_invitees_are_changed_one_by_one_or_together(world: ApiClient, invitees: str) -> None:
    (eve,) = await add(world, invitees, {**PANELIST, "sendInvite": False})
    one = await world.done("PUT", f"{invitees}/{eve['id']}", {"role": "CoHost", "jobTitle": "Chief"})
    assert (one["role"], one["jobTitle"], one["email"], one["sendInvite"]) == (
        "CoHost",
        "Chief",
        EVE["email"],
        False,
    )
    change = {"id": eve["id"], "role": "Panelist", "sendInvite": True}
    (both,) = (await world.done("PATCH", invitees, {"updatedInvitees": [change]}))["updatedInvitees"]
    assert (both["role"], both["sendInvite"]) == ("Panelist", True)
    back = {"role": "Panelist", "sendInvite": False}
    assert await world.refused(400, "PUT", f"{invitees}/{eve['id']}", back) == ["sendInvite"]
    assert await world.refused(400, "PUT", f"{invitees}/{eve['id']}", {"role": "Attendee"}) == ["role"]


async def test_a_users_name_is_the_accounts(world: ApiClient, invitees: str) -> None:
    (ben,) = await add(world, invitees, BEN)
    body = {"role": "CoHost", "firstName": "Benny"}
    assert await world.refused(400, "PUT", f"{invitees}/{ben['id']}", body) == ["email"]
    linked = {**without(BEN), "role": "Panelist"}
    assert await world.refused(400, "PUT", f"{invitees}/{ben['id']}", linked) == ["linkedUser"]


async def test_the_hosts_record_stays_as_it_is(world: ApiClient, invitees: str) -> None:
    (host,) = (await world.done("GET", invitees))["records"]
    await world.refused(403, "PUT", f"{invitees}/{host['id']}", {"role": "CoHost"})
    await world.refused(403, "DELETE", f"{invitees}/{host['id']}")
    await world.refused(403, "PATCH", invitees, {"deletedInvitees": [{"id": host["id"]}]})


async def test_an_invitation_is_taken_back(world: ApiClient, invitees: str) -> None:
    (eve,) = await add(world, invitees, PANELIST)
    assert (await world.call("DELETE", f"{invitees}/{eve['id']}")).status_code == 204
    await world.refused(404, "GET", f"{invitees}/{eve['id']}")
    await world.refused(404, "PATCH", invitees, {"deletedInvitees": [{"id": eve["id"]}]})
    (fay,) = await add(world, invitees, PANELIST)
    twice = {"deletedInvitees": [{"id": fay["id"]}, {"id": fay["id"]}]}
    assert (await world.done("PATCH", invitees, twice))["deletedInvitees"] == [{"id": fay["id"]}]


async def test_a_bulk_change_happens_as_a_whole_or_not_at_all(world: ApiClient, invitees: str) -> None:
    (eve,) = await add(world, invitees, PANELIST)
    body = {"deletedInvitees": [{"id": eve["id"]}], "updatedInvitees": [{"id": "1", "role": "CoHost"}]}
    await world.refused(404, "PATCH", invitees, body)
    assert eve["id"] in world.api.invitees


async def test_invitees_of_a_session_that_has_begun_stay(world: ApiClient, invitees: str) -> None:
    (eve,) = await add(world, invitees, PANELIST)
    session_id = id_of(invitees.rpartition("/")[0])
    world.api.go_live(session_id)
    await world.refused(403, "DELETE", f"{invitees}/{eve['id']}")
    await add(world, invitees, {**PANELIST, "email": "late@example.com"})
    world.api.end(session_id)
    await world.refused(
        403, "PATCH", invitees, {"addedInvitees": [{**PANELIST, "email": "later@example.com"}]}
    )
