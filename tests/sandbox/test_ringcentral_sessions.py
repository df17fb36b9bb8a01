"""Sessions in the local Webinar API: a webinar's one date, its links, and the lists across webinars."""

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.api_client import START, WHEN, ApiClient, id_of, opened, without

EARLY = "2026-01-01T00:00:00Z"


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


async def at(world: ApiClient, title: str, start: str) -> str:
    webinar = await world.webinar(title)
    made = await world.done("POST", f"{webinar}/sessions", {**WHEN, "scheduledStartTime": start})
    return str(made["id"])


async def names(world: ApiClient, path: str = "/sessions", **query: str | list[str]) -> list[str]:
    listed = await world.done("GET", path, **{"endTimeFrom": EARLY, **query})
    return [each["webinar"]["title"] for each in listed["records"]]


async def test_a_new_session_has_its_links_and_the_hosts_secrets(world: ApiClient) -> None:
    made = await world.done("GET", await world.session())
    assert made["scheduledStartTime"] == START
    assert (made["scheduledDuration"], made["timeZone"], made["localeCode"]) == (
        3600,
        "Europe/Berlin",
        "en-US",
    )
    assert (made["status"], made["title"], made["panelJoinTimeOffset"]) == ("Scheduled", "", 0)
    assert made["hostJoinUri"].startswith(f"{world.api.url}/join/")
    assert made["attendeeJoinUri"].startswith(f"{world.api.url}/join/")
    assert made["hostJoinUri"] != made["attendeeJoinUri"]
    assert made["videoBridgeId"]
    assert made["videoBridgePassword"]


async def test_times_are_answered_in_utc(world: ApiClient) -> None:
    body = {**WHEN, "scheduledStartTime": "2026-12-01T15:00:00.5+05:30"}
    made = await world.done("POST", f"{await world.webinar()}/sessions", body)
    assert made["scheduledStartTime"] == "2026-12-01T09:30:00.500Z"


async def test_the_shared_link_exists_only_without_registration(world: ApiClient) -> None:
    session = await world.session(registrationEnabled=True)
    assert "attendeeJoinUri" not in await world.done("GET", session)
    webinar = session.partition("/sessions")[0]
    await world.done("PATCH", webinar, {"settings": {"registrationEnabled": False}})
    assert "attendeeJoinUri" in await world.done("GET", session)


async def test_a_webinar_has_one_session(world: ApiClient) -> None:
    session = await world.session()
    sessions = session.rpartition("/")[0]
    await world.refused(403, "POST", sessions, WHEN)
    assert (await world.call("DELETE", session)).status_code == 204
    assert not world.api.invitees
    await world.done("POST", sessions, WHEN)


async def test_a_session_needs_its_webinar(world: ApiClient) -> None:
    session, other = await world.session(), await world.webinar()
    await world.refused(404, "POST", "/webinars/1/sessions", WHEN)
    await world.refused(404, "GET", f"{other}/sessions/{id_of(session)}")


async def test_an_update_says_when_and_leaves_what_it_does_not_name(world: ApiClient) -> None:
    webinar = await world.webinar()
    made = await world.done("POST", f"{webinar}/sessions", {**WHEN, "title": "Part 1", "localeCode": "de-DE"})
    session = f"{webinar}/sessions/{made['id']}"
    world.clock.now += 60
    changed = await world.done("PATCH", session, {**WHEN, "scheduledDuration": 1800, "status": "Scheduled"})
    assert (changed["scheduledDuration"], changed["title"], changed["localeCode"]) == (
        1800,
        "Part 1",
        "de-DE",
    )
    assert changed["lastModifiedTime"] > changed["creationTime"]
    assert changed["hostJoinUri"] == made["hostJoinUri"]
    for name in WHEN:
        assert await world.refused(400, "PATCH", session, without(WHEN, name)) == [name]


async def test_nobody_starts_a_session_through_the_api(world: ApiClient) -> None:
    body = {**WHEN, "status": "Active"}
    assert await world.refused(403, "PATCH", await world.session(), body) == ["status"]
    assert await world.refused(403, "POST", f"{await world.webinar()}/sessions", body) == ["status"]


@pytest.mark.parametrize("state", ["Active", "Finished"])
async def test_a_session_that_has_begun_is_left_alone(world: ApiClient, state: str) -> None:
    session = await world.session()
    (world.api.go_live if state == "Active" else world.api.end)(id_of(session))
    await world.refused(403, "PATCH", session, WHEN)
    await world.refused(403, "DELETE", session)
    assert (await world.done("GET", session))["status"] == state


async def test_sessions_are_listed_by_start_with_their_webinars(world: ApiClient) -> None:
    await at(world, "Later", "2026-12-02T15:00:00Z")
    await at(world, "Sooner", "2026-12-01T15:00:00Z")
    assert await names(world) == ["Sooner", "Later"]
    listed = await world.done("GET", "/sessions", endTimeFrom=EARLY, perPage=1)
    (entry,) = listed["records"]
    assert entry["webinar"]["host"]["linkedUser"]["userId"] == "100"
    assert "attendeeJoinUri" not in entry
    assert listed["paging"]["nextPageToken"]


async def test_sessions_are_found_by_name_state_and_end(world: ApiClient) -> None:
    first = await at(world, "Quarterly All-Hands", "2026-12-01T15:00:00Z")
    await at(world, "Launch", "2026-12-02T15:00:00Z")
    world.api.edit(first, title="All-hands in December")
    assert await names(world, nameFragment="all-hands in") == ["Quarterly All-Hands"]
    assert await names(world, nameFragment="quarterly") == []
    world.api.go_live(first)
    assert await names(world, status="Active") == ["Quarterly All-Hands"]
    assert await names(world, status=["Active", "Scheduled"]) == ["Quarterly All-Hands", "Launch"]
    assert await names(world, endTimeFrom="2026-12-01T16:00:00Z") == ["Quarterly All-Hands", "Launch"]
    assert await names(world, endTimeFrom="2026-12-01T16:00:01Z") == ["Launch"]


async def test_the_companys_sessions_are_for_admins(world: ApiClient) -> None:
    await at(world, "Ours", START)
    await world.sign_in("bens-jwt")
    await at(world, "Bens", START)
    company = "/company/sessions"
    await world.refused(403, "GET", company, endTimeFrom=EARLY)
    assert await names(world) == ["Bens"]
    world.api.add_user("101", admin=True)
    assert await names(world, company) == ["Ours", "Bens"]
    assert await names(world, company, hostUserId="100") == ["Ours"]
    assert await names(world, company, hostUserId="100,101") == ["Ours", "Bens"]
    many = ",".join(map(str, range(11)))
    assert await world.refused(400, "GET", company, endTimeFrom=EARLY, hostUserId=many) == ["hostUserId"]
