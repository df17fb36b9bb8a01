"""The local RingCentral acts without the API, keeps its requests, and behaves as a beta."""

import asyncio
import re
from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.faults import DropAfter, Faults
from sandbox.ringcentral import ApiRefusal, Beta, SessionStatus
from tests.sandbox.api_client import EVE, ApiClient, id_of, opened


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened() as world:
        yield world


async def text_of(world: ApiClient, url: str) -> str:
    return (await world.http.get(url)).text


async def test_each_link_leads_to_a_page_that_says_as_what_one_would_join(world: ApiClient) -> None:
    session = await world.session("Q3 <All-hands>")
    invited = {
        "addedInvitees": [{**EVE, "role": "Panelist"}, {**EVE, "email": "fay@example.com", "role": "CoHost"}]
    }
    eve, fay = (await world.done("PATCH", f"{session}/invitees", invited))["addedInvitees"]
    links = await world.done("GET", session)
    for url, role in [
        (links["hostJoinUri"], "a host"),
        (links["attendeeJoinUri"], "an attendee"),
        (eve["joinUri"], "a panelist"),
        (fay["joinUri"], "a co-host"),
    ]:
        assert f"You would now be in the webinar ‘Q3 &lt;All-hands&gt;’ as {role}." in await text_of(
            world, url
        )
    assert (await world.http.get("/join/guessed")).status_code == 404


async def test_people_sign_up_and_off_on_the_registration_page(world: ApiClient) -> None:
    page = (await world.done("GET", await world.registration()))["registrationPageUri"]
    assert 'name="email"' in await text_of(world, page)
    answer = await world.http.post(page, data=EVE)
    join, cancel = re.findall(r'href="([^"]+)"', answer.text)
    assert "as an attendee" in await text_of(world, join)
    again = await world.http.post(page, data=EVE)
    assert (again.status_code, "registered already" in again.text) == (409, True)
    assert "Cancel my registration" in await text_of(world, cancel)
    assert "no longer registered" in (await world.http.post(cancel)).text
    assert (await world.http.get(cancel)).status_code == 404
    assert not world.api.registrants


async def test_the_registration_page_says_what_is_wrong(world: ApiClient) -> None:
    registration = await world.registration()
    page = f"/register/{id_of(registration)}"
    wrong = await world.http.post(page, data={**EVE, "email": "eve"})
    assert (wrong.status_code, 'value="eve"' in wrong.text) == (400, True)
    await world.done("PATCH", registration, {"registrationStatus": "Closed"})
    closed = await world.http.post(page, data=EVE)
    assert (closed.status_code, "Registration is closed" in closed.text) == (403, True)
    assert (await world.http.get("/register/1")).status_code == 404


async def test_a_test_registers_people_as_the_page_does(world: ApiClient) -> None:
    session_id = id_of(await world.registration())
    made = world.api.register(session_id, *EVE.values())
    assert world.api.registrants == {made.id: made}
    with pytest.raises(ApiRefusal) as refusal:
        world.api.register(session_id, *EVE.values())
    assert refusal.value.status == 409


async def test_what_is_edited_in_ringcentrals_own_app_is_modified(world: ApiClient) -> None:
    session = await world.session()
    webinar = session.partition("/sessions")[0]
    world.clock.now += 60
    world.api.edit(id_of(webinar), title="Renamed", settings={"pstnEnabled": True})
    shown = await world.done("GET", webinar)
    assert (shown["title"], shown["settings"]["pstnEnabled"], shown["settings"]["qnaEnabled"]) == (
        "Renamed",
        True,
        True,
    )
    assert shown["lastModifiedTime"] > shown["creationTime"]
    world.api.go_live(id_of(session))
    assert world.api.sessions[id_of(session)].status is SessionStatus.ACTIVE
    assert (await world.done("GET", session))["lastModifiedTime"] == shown["lastModifiedTime"]
    with pytest.raises(AttributeError):
        world.api.edit(id_of(session), tilte="Misspelt")


async def test_things_vanish_behind_the_clients_back(world: ApiClient) -> None:
    session = await world.session(registrationEnabled=True)
    made = world.api.register(id_of(session), *EVE.values())
    world.api.remove(made.id)
    assert not world.api.registrants
    (host,) = world.api.invitees
    world.api.remove(host)
    world.api.remove(id_of(session))
    await world.refused(404, "GET", session)
    webinar = session.partition("/sessions")[0]
    world.api.remove(id_of(webinar))
    await world.refused(404, "GET", webinar)


async def test_everything_said_is_kept_in_order_refusals_too(world: ApiClient) -> None:
    await world.webinar("All-hands")
    await world.refused(400, "POST", "/webinars", {"titel": "All-hands"})
    await world.refused(404, "GET", "/nowhere")
    token, made, refused, lost = world.api.exchanges
    assert token.operation_id == "getToken"
    assert (made.operation_id, made.user, made.group, made.status) == (
        "rcwConfigCreateWebinar",
        "100",
        "Heavy",
        201,
    )
    assert (made.request["title"], made.response["title"]) == ("All-hands", "All-hands")
    assert (refused.status, refused.request) == (400, {"titel": "All-hands"})
    assert (lost.status, lost.operation_id, lost.group) == (404, None, None)
    assert made.at == world.clock.now
    assert made.headers["X-Rate-Limit-Remaining"] == "999"
    assert world.api.heavy() == 2


async def test_a_test_waits_for_what_a_client_does(world: ApiClient) -> None:
    waiting = asyncio.create_task(world.api.wait_until(lambda: len(world.api.webinars) == 2))
    await world.webinar()
    assert not waiting.done()
    await world.webinar()
    await asyncio.wait_for(waiting, 1)
    await world.api.wait_until(lambda: True)


async def test_waiting_in_vain_tells_what_was_said(world: ApiClient) -> None:
    await world.webinar()
    with pytest.raises(AssertionError, match="POST /webinar/configuration/v1/webinars -> 201"):
        await world.api.wait_until(lambda: False, timeout=0.001)


async def test_a_broken_wire_hides_that_the_webinar_was_made() -> None:
    faults = Faults(DropAfter(method="POST", path="/webinars$"))
    async with opened(faults=faults) as world:
        with pytest.raises(httpx.TransportError):
            await world.webinar()
        assert [each.status for each in world.api.exchanges] == [200, 201]
        assert len(world.api.webinars) == 1


async def test_a_beta_answers_fields_and_words_that_nobody_knows() -> None:
    beta = Beta(noise=True, words={"status": "Rehearsal", "attendeeAuthentication": "Passkey"})
    async with opened(beta=beta, conforming=False) as world:
        session = await world.done("GET", await world.session())
        webinar = world.api.exchanges[1].response
        refused = await world.call("POST", "/webinars", {})
    assert (session["status"], "xSandboxBeta" in session) == ("Rehearsal", True)
    assert webinar["settings"]["attendeeAuthentication"] == "Passkey"
    assert "xSandboxBeta" in webinar["settings"]
    assert "xSandboxBeta" in refused.json()["errors"][0]


async def test_a_webinar_made_in_ringcentrals_own_app_is_listed_with_its_session(world: ApiClient) -> None:
    made = world.api.make("Coffee", registrationEnabled=False)
    session = world.api.schedule(made.id)
    listed = await world.done("GET", "/webinar/configuration/v1/sessions?endTimeFrom=2020-01-01T00:00:00Z")
    assert [each["id"] for each in listed["records"]] == [session.id]
    assert listed["records"][0]["webinar"]["id"] == made.id
