"""RingCentral's pages: registering, waiting, joining, and hosting."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from sandbox.ringcentral import Session, SessionRole, WebinarAPI
from sandbox.ringcentral_site import RingCentralSite
from sandbox.serve import serve


@asynccontextmanager
async def visiting(ringcentral: WebinarAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A browser before RingCentral's pages."""
    async with (
        serve(RingCentralSite(ringcentral)) as ringcentral.url,
        httpx.AsyncClient(base_url=ringcentral.url, trust_env=False, follow_redirects=True) as browser,
    ):
        yield browser


def a_session(ringcentral: WebinarAPI, *, registered: bool = False) -> Session:
    webinar = ringcentral.make("Q3 <All-Hands>", "What we learned.", registrationEnabled=registered)
    return ringcentral.schedule(webinar.id, time_zone="America/New_York")


async def test_somebody_registers_and_comes_by_a_link_of_their_own() -> None:
    ringcentral = WebinarAPI()
    session = a_session(ringcentral, registered=True)
    async with visiting(ringcentral) as browser:
        page = (await browser.get(f"/register/{session.id}")).text
        for told in ("Q3 &lt;All-Hands&gt;", "What we learned.", "First name", "New York"):
            assert told in page
        form = {"firstName": "Robin", "lastName": "Roe", "email": "robin"}
        refused = await browser.post(f"/register/{session.id}", data=form)
        assert refused.status_code == 400
        assert 'value="Robin"' in refused.text
        done = await browser.post(f"/register/{session.id}", data=form | {"email": "robin@example.net"})
        assert "Robin, you are registered." in done.text
        (registrant,) = ringcentral.registrants.values()
        door = f"/join/{registrant.code}"
        assert "The host has not begun yet" in (await browser.post(door)).text
        ringcentral.go_live(session.id)
        assert "Robin Roe, you are in." in (await browser.post(door)).text
    (participant,) = ringcentral.participants.values()
    assert participant.registrant_id == registrant.id


async def test_everybodys_link_asks_for_a_name() -> None:
    ringcentral = WebinarAPI()
    session = a_session(ringcentral)
    ringcentral.go_live(session.id)
    async with visiting(ringcentral) as browser:
        door = f"/join/{session.attendee_code}"
        assert "as an attendee" in (await browser.get(door)).text
        assert "Sam, you are in." in (await browser.post(door, data={"firstName": "Sam"})).text
        ringcentral.end(session.id)
        assert "This webinar is over." in (await browser.get(door)).text


async def test_the_host_begins_and_ends_it_and_nobody_else_does() -> None:
    ringcentral = WebinarAPI()
    session = a_session(ringcentral)
    panelist = ringcentral.invite(session.id, "Pat", "Poe", "pat@example.com")
    host = next(one for one in ringcentral.invitees.values() if one.role is SessionRole.HOST)
    async with visiting(ringcentral) as browser:
        assert "Go live" not in (await browser.get(f"/join/{panelist.code}")).text
        assert (await browser.post(f"/room/{panelist.code}/live")).status_code == 404
        assert "Go live" in (await browser.get(f"/join/{host.code}")).text
        assert "Live now" in (await browser.post(f"/room/{host.code}/live")).text
        assert "On a break" in (await browser.post(f"/room/{host.code}/break")).text
        assert "This webinar is over." in (await browser.post(f"/room/{host.code}/end")).text
        assert (await browser.post(f"/room/{host.code}/live")).status_code == 404


async def test_links_that_open_nothing_say_so_and_the_api_is_behind() -> None:
    ringcentral = WebinarAPI()
    session = a_session(ringcentral)
    async with visiting(ringcentral) as browser:
        assert (await browser.get("/join/nothing")).status_code == 404
        assert (await browser.get(f"/register/{session.id}")).status_code == 404
        assert (await browser.get("/webinar/configuration/v1/webinars")).status_code == 401


async def test_a_closed_registration_says_so() -> None:
    ringcentral = WebinarAPI()
    session = a_session(ringcentral, registered=True)
    ringcentral.close_registration(session.id)
    async with visiting(ringcentral) as browser:
        assert "Registration is closed." in (await browser.get(f"/register/{session.id}")).text
