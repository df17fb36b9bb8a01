"""Registration in the local Webinar API: open and closed, and the people who signed up."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.sandbox.api_client import EVE, REGISTRATION, ApiClient, id_of, opened, without


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


@pytest.fixture
async def registration(world: ApiClient) -> str:
    return await world.registration()


async def test_registration_starts_open_and_empty(world: ApiClient, registration: str) -> None:
    shown = await world.done("GET", registration)
    assert (shown["registrationStatus"], shown["registrantCount"], shown["hasRealRegistrants"]) == (
        "Open",
        0,
        False,
    )
    assert shown["registrationPageUri"] == f"{world.api.url}/register/{shown['id']}"
    assert shown["settings"]["autoCloseLimit"] == 0


async def test_there_is_none_where_it_is_turned_off(world: ApiClient) -> None:
    path = f"{REGISTRATION}/{id_of(await world.session())}"
    await world.refused(404, "GET", path)
    await world.refused(404, "POST", f"{path}/registrants", EVE)
    await world.refused(404, "GET", f"{REGISTRATION}/1")


async def test_other_peoples_registration_is_not_found(world: ApiClient, registration: str) -> None:
    await world.sign_in("bens-jwt")
    await world.refused(404, "GET", registration)
    await world.refused(404, "POST", f"{registration}/registrants", EVE)
    world.api.add_user("101", admin=True)
    await world.done("GET", registration)


async def test_a_registrant_gets_a_personal_link(world: ApiClient, registration: str) -> None:
    body = {**EVE, "externalId": "U0EVE", "source": "Slack"}
    made = await world.done("POST", f"{registration}/registrants", body)
    assert made["joinUri"].startswith(f"{world.api.url}/join/")
    assert (made["email"], made["externalId"], made["source"]) == (EVE["email"], "U0EVE", "Slack")
    other = await world.done("POST", f"{registration}/registrants", {**EVE, "email": "fay@example.com"})
    assert other["joinUri"] != made["joinUri"]
    assert (await world.done("GET", registration))["registrantCount"] == 2
    listed = await world.done("GET", f"{registration}/registrants", perPage=1)
    assert listed["records"] == [without(made, "icalendarSequence")]
    assert await world.done("GET", f"{registration}/registrants/{made['id']}") == listed["records"][0]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (without(EVE, "email"), ["email"]),
        (without(EVE, "firstName", "lastName"), ["firstName", "lastName"]),
        ({**EVE, "email": "eve"}, ["email"]),
        ({**EVE, "lastName": "x" * 65}, ["lastName"]),
        ({**EVE, "externalId": 1}, ["externalId"]),
        ({**EVE, "joinUri": "https://example.com"}, ["joinUri"]),
        ({**EVE, "cancellationUri": "https://example.com"}, ["cancellationUri"]),
        ({**EVE, "ipAddress": "localhost"}, ["ipAddress"]),
        ({**EVE, "questionnaire": [{"questionId": "1"}]}, ["questionnaire[0]"]),
    ],
)
async def test_a_registrant_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, registration: str, body: dict[str, Any], named: list[str]
) -> None:
    assert await world.refused(400, "POST", f"{registration}/registrants", body) == named


async def test_an_e_mail_registers_once(world: ApiClient, registration: str) -> None:
    await world.done("POST", f"{registration}/registrants", EVE)
    loud = {**EVE, "email": "Eve@Example.com"}
    assert await world.refused(409, "POST", f"{registration}/registrants", loud) == ["email"]


async def test_answers_to_questions_are_shown_on_request(world: ApiClient, registration: str) -> None:
    body = {**EVE, "questionnaire": [{"questionId": "1", "answerText": "Yes"}]}
    made = await world.done("POST", f"{registration}/registrants", body)
    path = f"{registration}/registrants/{made['id']}"
    assert "questionnaire" not in await world.done("GET", path)
    assert (await world.done("GET", path, includeQuestionnaire="true"))["questionnaire"] == body[
        "questionnaire"
    ]


async def test_nobody_registers_when_it_is_closed(world: ApiClient, registration: str) -> None:
    assert (await world.done("PATCH", registration, {"registrationStatus": "Closed"}))[
        "registrationStatus"
    ] == "Closed"
    await world.refused(403, "POST", f"{registration}/registrants", EVE)
    await world.done("PATCH", registration, {"registrationStatus": "Open"})
    await world.done("POST", f"{registration}/registrants", EVE)


async def test_registration_closes_when_it_is_full(world: ApiClient, registration: str) -> None:
    body = {"registrationStatus": "Open", "settings": {"autoCloseLimit": 2}}
    assert (await world.done("PATCH", registration, body))["settings"]["suppressEmails"] is False
    for name in ("eve", "fay"):
        await world.done("POST", f"{registration}/registrants", {**EVE, "email": f"{name}@example.com"})
    assert (await world.done("GET", registration))["registrationStatus"] == "Closed"
    await world.refused(403, "POST", f"{registration}/registrants", {**EVE, "email": "gus@example.com"})


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"settings": {"autoCloseLimit": 5}}, ["registrationStatus"]),
        ({"registrationStatus": "open"}, ["registrationStatus"]),
        ({"registrationStatus": "Open", "registrantCount": 3}, ["registrantCount"]),
        ({"registrationStatus": "Open", "settings": {"autoCloseLimit": -1}}, ["settings.autoCloseLimit"]),
        ({"registrationStatus": "Open", "settings": {"recordingExist": True}}, ["settings.recordingExist"]),
    ],
)
async def test_a_change_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, registration: str, body: dict[str, Any], named: list[str]
) -> None:
    assert await world.refused(400, "PATCH", registration, body) == named


async def test_a_registration_is_taken_back_until_the_session_is_over(
    world: ApiClient, registration: str
) -> None:
    made = [
        await world.done("POST", f"{registration}/registrants", {**EVE, "email": f"{name}@example.com"})
        for name in ("eve", "fay")
    ]
    eve, fay = (f"{registration}/registrants/{each['id']}" for each in made)
    assert (await world.call("DELETE", eve)).status_code == 204
    await world.refused(404, "GET", eve)
    world.api.end(id_of(registration))
    await world.refused(403, "DELETE", fay)
    await world.refused(403, "POST", f"{registration}/registrants", EVE)


async def test_a_registrant_is_found_in_their_own_session_only(world: ApiClient, registration: str) -> None:
    made = await world.done("POST", f"{registration}/registrants", EVE)
    await world.refused(404, "GET", f"{await world.registration()}/registrants/{made['id']}")


async def test_a_thousand_registrants_fill_a_page(world: ApiClient, registration: str) -> None:
    for number in range(1001):
        world.api.register(
            id_of(registration), "Guest", str(number), f"{number}@example.com", source="C0GENERAL"
        )
    first = await world.done("GET", f"{registration}/registrants", perPage=5000)
    assert (first["paging"]["perPage"], len(first["records"])) == (1000, 1000)
    token = first["paging"]["nextPageToken"]
    last = await world.done("GET", f"{registration}/registrants", perPage=1000, pageToken=token)
    assert [(each["lastName"], each["source"]) for each in last["records"]] == [("1000", "C0GENERAL")]
    assert "nextPageToken" not in last["paging"]
    names = [each["lastName"] for each in first["records"]]
    assert names == [str(number) for number in range(1000)]
    assert await world.refused(400, "GET", f"{registration}/registrants", pageToken="2") == ["pageToken"]
