"""Actions in RingCentral's own app show in the Webinar API, follow its rules, and cost no rate limit."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.ringcentral import ApiRefusal, SessionRole
from tests.sandbox.api_client import EVE, ApiClient, id_of, opened

NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened() as world:
        yield world


def refusal(status: int) -> pytest.RaisesExc[ApiRefusal]:
    return pytest.RaisesExc(ApiRefusal, check=lambda problem: problem.status == status)


async def test_a_webinar_made_there_is_whole(world: ApiClient) -> None:
    made = world.api.make("Coffee", "Bring a cup", registrationEnabled=True)
    session = world.api.schedule(made.id, NOON, timedelta(minutes=30), "Europe/Berlin", title="Part 1")
    path = f"/webinars/{made.id}/sessions/{session.id}"
    shown = await world.done("GET", path)
    assert (shown["scheduledStartTime"], shown["scheduledDuration"]) == ("2026-12-03T12:00:00Z", 1800)
    assert (await world.done("GET", f"/webinars/{made.id}"))["settings"]["qnaEnabled"] is True
    assert [each["role"] for each in (await world.done("GET", f"{path}/invitees"))["records"]] == ["Host"]
    await world.done("GET", f"/webinar/registration/v1/sessions/{session.id}")


async def test_somebody_else_makes_webinars_there_too(world: ApiClient) -> None:
    world.api.add_user("101", name="Ben Baker")
    made = world.api.make_for("101", "Bens")
    await world.refused(404, "GET", f"/webinars/{made.id}")


async def test_moving_leaves_what_is_not_named(world: ApiClient) -> None:
    session = await world.session()
    world.api.move(id_of(session), NOON)
    moved = await world.done("GET", session)
    assert (moved["scheduledStartTime"], moved["scheduledDuration"], moved["timeZone"]) == (
        "2026-12-03T12:00:00Z",
        3600,
        "Europe/Berlin",
    )
    world.api.move(id_of(session), duration=timedelta(minutes=5), time_zone="Asia/Tokyo", title="Short")
    moved = await world.done("GET", session)
    assert (moved["scheduledDuration"], moved["timeZone"], moved["title"]) == (300, "Asia/Tokyo", "Short")
    with refusal(400):
        world.api.move(id_of(session), duration=timedelta(days=1))


async def test_each_move_counts_in_the_calendar(world: ApiClient) -> None:
    registration = await world.registration()
    session_id = id_of(registration)
    world.api.move(session_id, NOON)
    world.api.move(session_id, title="The same hour")
    assert (await world.done("GET", registration))["icalendarSequence"] == 1
    made = await world.done("POST", f"{registration}/registrants", EVE)
    assert made["icalendarSequence"] == 1


async def test_title_description_and_settings_change(world: ApiClient) -> None:
    webinar = await world.webinar()
    webinar_id = id_of(webinar)
    world.api.rename(webinar_id, "Town hall")
    world.api.describe(webinar_id, "News")
    world.api.change_settings(webinar_id, pstnEnabled=True)
    shown = await world.done("GET", webinar)
    assert (shown["title"], shown["description"], shown["settings"]["pstnEnabled"]) == (
        "Town hall",
        "News",
        True,
    )
    with refusal(400):
        world.api.rename(webinar_id, "")


async def test_hosts_cancel_what_has_not_begun(world: ApiClient) -> None:
    session = await world.session()
    world.api.cancel_session(id_of(session))
    await world.refused(404, "GET", session)
    webinar = session.partition("/sessions")[0]
    begun = world.api.schedule(id_of(webinar))
    world.api.go_live(begun.id)
    for cancel, thing in ((world.api.cancel_session, begun.id), (world.api.cancel_webinar, id_of(webinar))):
        with refusal(403):
            cancel(thing)
    other = await world.webinar()
    world.api.cancel_webinar(id_of(other))
    await world.refused(404, "GET", other)


async def test_hosts_invite_people(world: ApiClient) -> None:
    session = await world.session()
    eve = world.api.invite(id_of(session), *EVE.values())
    shown = await world.done("GET", f"{session}/invitees/{eve.id}")
    assert (shown["role"], shown["email"]) == ("Panelist", EVE["email"])
    with refusal(409):
        world.api.invite(id_of(session), *EVE.values(), role=SessionRole.CO_HOST)
    world.api.remove(eve.id)
    await world.refused(404, "GET", f"{session}/invitees/{eve.id}")


async def test_hosts_open_close_and_limit_registration(world: ApiClient) -> None:
    registration = await world.registration()
    session_id = id_of(registration)
    world.api.close_registration(session_id)
    assert (await world.done("GET", registration))["registrationStatus"] == "Closed"
    world.api.open_registration(session_id, autoCloseLimit=1)
    eve = world.api.register(session_id, *EVE.values(), source="Poster")
    assert (await world.done("GET", f"{registration}/registrants/{eve.id}"))["source"] == "Poster"
    assert (await world.done("GET", registration))["registrationStatus"] == "Closed"
    world.api.unregister(eve.id)
    assert (await world.done("GET", registration))["registrantCount"] == 0


async def test_required_questions_and_work_e_mails_keep_people_out(world: ApiClient) -> None:
    registration = await world.registration()
    world.api.open_registration(id_of(registration), workEmailRequired=True)
    world.api.ask(id_of(registration), "7")
    registrants = f"{registration}/registrants"
    assert await world.refused(400, "POST", registrants, {**EVE, "email": "eve@gmail.com"}) == ["email"]
    assert await world.refused(400, "POST", registrants, EVE) == ["questionnaire"]
    answered = {**EVE, "questionnaire": [{"questionId": "7", "answerText": "Yes"}]}
    await world.done("POST", registrants, answered)


async def test_registration_closes_with_the_session(world: ApiClient) -> None:
    registration = await world.registration()
    world.api.go_live(id_of(registration))
    world.api.end(id_of(registration))
    assert (await world.done("GET", registration))["registrationStatus"] == "Closed"


async def test_none_of_it_is_a_request(world: ApiClient) -> None:
    world.api.exchanges.clear()
    session = world.api.schedule(world.api.make("Coffee").id)
    world.api.move(session.id, NOON)
    world.api.go_live(session.id)
    assert world.api.exchanges == []
