"""Webinars in the local Webinar API: made, listed, read, changed, deleted, and whose they are."""

from collections.abc import AsyncIterator

import pytest

from sandbox.ringcentral import ACCOUNT_DEFAULTS
from tests.sandbox.api_client import WHEN, ApiClient, id_of, opened

TWO = {"sandbox-jwt": "100", "bens-jwt": "101"}


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions=TWO) as world:
        yield world


async def test_a_new_webinar_belongs_to_the_caller_and_has_every_setting(world: ApiClient) -> None:
    made = await world.done("POST", "/webinars", {"title": "All-hands", "settings": {"autoRecord": True}})
    assert (made["title"], made["description"]) == ("All-hands", "")
    assert made["settings"] == {**ACCOUNT_DEFAULTS, "autoRecord": True}
    assert made["host"] == {
        "userId": "100",
        "accountId": "400",
        "entitled": True,
        "linkedUser": {"userId": "100", "accountId": "400", "domain": "pbx"},
    }
    assert made["creationTime"] == made["lastModifiedTime"] == "2026-09-21T14:13:20Z"
    assert made["id"].isdecimal()
    assert len(made["id"]) == 20
    assert world.api.webinars[made["id"]].title == "All-hands"


async def test_a_user_without_a_licence_creates_nothing(world: ApiClient) -> None:
    world.api.add_user("100", entitled=False)
    assert await world.refused(403, "POST", "/webinars", {"title": "All-hands"}) == [""]
    assert not world.api.webinars


async def test_only_an_admin_names_the_host(world: ApiClient) -> None:
    linked = {"userId": "101", "accountId": "400", "domain": "pbx"}
    body = {"title": "Town hall", "host": {"linkedUser": linked}}
    assert await world.refused(403, "POST", "/webinars", body) == ["host"]
    world.api.add_user("100", admin=True)
    assert (await world.done("POST", "/webinars", body))["host"]["userId"] == "101"
    for wrong in ({"accountId": "401"}, {"userId": "999"}):
        strange = {"title": "Town hall", "host": {"linkedUser": {**linked, **wrong}}}
        assert await world.refused(400, "POST", "/webinars", strange) == ["host.linkedUser"]


async def test_an_update_changes_what_it_names_and_leaves_the_rest(world: ApiClient) -> None:
    path = await world.webinar("All-hands", password="open sesame", autoRecord=True)
    world.clock.now += 60.25
    changed = await world.done("PATCH", path, {"description": "Q3", "settings": {"qnaEnabled": False}})
    assert (changed["title"], changed["description"]) == ("All-hands", "Q3")
    assert changed["settings"]["password"] == "open sesame"
    assert (changed["settings"]["autoRecord"], changed["settings"]["qnaEnabled"]) == (True, False)
    assert changed["lastModifiedTime"] == "2026-09-21T14:14:20.250Z"
    assert changed == await world.done("GET", path)


async def test_an_empty_password_clears_it(world: ApiClient) -> None:
    path = await world.webinar(password="open sesame")
    changed = await world.done("PATCH", path, {"settings": {"password": ""}})
    assert "password" not in changed["settings"]


async def test_the_host_cannot_be_changed(world: ApiClient) -> None:
    path = await world.webinar()
    host = {"linkedUser": {"userId": "101", "accountId": "400", "domain": "pbx"}}
    assert await world.refused(400, "PATCH", path, {"host": host}) == ["host"]


async def test_deleting_a_webinar_takes_everything_in_it_along(world: ApiClient) -> None:
    session = await world.session(registrationEnabled=True)
    world.api.register(id_of(session), "Eve", "Early", "eve@example.com")
    webinar = session.partition("/sessions")[0]
    assert (await world.call("DELETE", webinar)).status_code == 204
    assert not any((world.api.webinars, world.api.sessions, world.api.invitees, world.api.registrants))
    await world.refused(404, "GET", webinar)


@pytest.mark.parametrize("state", ["live", "over"])
async def test_a_webinar_that_has_begun_is_not_deleted(world: ApiClient, state: str) -> None:
    session = await world.session()
    (world.api.go_live if state == "live" else world.api.end)(id_of(session))
    await world.refused(403, "DELETE", session.partition("/sessions")[0])


async def test_other_peoples_webinars_are_not_found_except_by_an_admin(world: ApiClient) -> None:
    session = await world.session()
    webinar = session.partition("/sessions")[0]
    await world.sign_in("bens-jwt")
    for method, path, body in [
        ("GET", webinar, None),
        ("PATCH", webinar, {"title": "Mine"}),
        ("DELETE", webinar, None),
        ("GET", session, None),
        ("PATCH", session, WHEN),
        ("DELETE", session, None),
        ("GET", f"{session}/invitees", None),
    ]:
        await world.refused(404, method, path, body)
    world.api.add_user("101", admin=True)
    assert (await world.done("PATCH", webinar, {"title": "Ours"}))["host"]["userId"] == "100"


async def test_webinars_are_listed_since_a_time_and_a_page_at_a_time(world: ApiClient) -> None:
    paths = []
    for title in "abcd":
        paths.append(await world.webinar(title))
        world.clock.now += 1
    since = "2026-09-21T14:13:21Z"
    first = await world.done("GET", "/webinars", creationTimeFrom=since, perPage=2)
    assert [each["title"] for each in first["records"]] == ["b", "c"]
    token = first["paging"]["nextPageToken"]
    second = await world.done("GET", "/webinars", creationTimeFrom=since, perPage=2, pageToken=token)
    assert [each["title"] for each in second["records"]] == ["d"]
    assert "nextPageToken" not in second["paging"]
    assert second["paging"]["previousPageToken"] == first["paging"]["pageToken"]
    await world.sign_in("bens-jwt")
    assert (await world.done("GET", "/webinars", creationTimeFrom=since))["records"] == []


async def test_a_page_holds_a_thousand_at_most(world: ApiClient) -> None:
    listed = await world.done("GET", "/webinars", creationTimeFrom=WHEN["scheduledStartTime"], perPage=5000)
    assert listed["paging"]["perPage"] == 1000
