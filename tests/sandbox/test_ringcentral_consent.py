"""A person lets an app act for them: the page, the code that is good once, and the proof that goes with it."""

import base64
import hashlib
from collections.abc import AsyncIterator, Mapping
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.sandbox.api_client import BASIC, ApiClient, opened

AUTHORIZE = "/restapi/oauth/authorize"
BACK = "https://bot.example.com/ringcentral/callback"
VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
QUERY = {
    "response_type": "code",
    "client_id": "sandbox-client",
    "redirect_uri": BACK,
    "state": "signed state",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
}


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(signed_in=False) as world:
        world.api.authorization.redirect_uris.add(BACK)
        world.api.add_user("101", name="Ann Archer")
        yield world


async def led_back(world: ApiClient, answer: str = "allow") -> dict[str, str]:
    """Answer the page as Ann; return what the app is told."""
    form = {"user": "101", "answer": answer}
    answered = await world.http.post(AUTHORIZE, params=QUERY, data=form)
    assert answered.status_code == 303
    address = urlsplit(answered.headers["location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == BACK
    return {name: value for name, (value,) in parse_qs(address.query).items()}


async def redeem(world: ApiClient, code: str, wrong: Mapping[str, str] = {}) -> httpx.Response:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "code_verifier": VERIFIER}
    return await world.http.post("/restapi/oauth/token", data={**form, **wrong}, auth=BASIC)


async def test_a_person_is_asked_and_the_app_acts_for_them(world: ApiClient) -> None:
    page = await world.http.get(AUTHORIZE, params=QUERY)
    assert "Ann Archer (ann.archer@example.com)" in page.text
    back = await led_back(world)
    assert back["state"] == "signed state"
    tokens = (await redeem(world, back["code"])).json()
    assert tokens["owner_id"] == "101"
    world.headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    made = await world.done("POST", "/webinars", {"title": "Mine"})
    assert made["host"]["userId"] == "101"


async def test_a_person_may_say_no(world: ApiClient) -> None:
    assert await led_back(world, "deny") == {"error": "access_denied", "state": "signed state"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"client_id": "stranger"}, "The app is not known"),
        ({"redirect_uri": f"{BACK}/"}, "redirect_uri is not one of the app"),
        ({"response_type": "token"}, "response_type must be code"),
        ({"code_challenge_method": "plain"}, "code_challenge"),
        ({"code_challenge": "short"}, "code_challenge"),
    ],
)
async def test_a_wrong_request_is_told_on_the_page_and_leads_nowhere(
    world: ApiClient, wrong: dict[str, str], told: str
) -> None:
    answer = await world.http.get(AUTHORIZE, params=QUERY | wrong)
    assert answer.status_code == 400
    assert told in answer.text


@pytest.mark.parametrize(
    "wrong",
    [{"code": "made up"}, {"redirect_uri": "https://evil.example.com"}, {"code_verifier": "w" * 43}],
)
async def test_a_code_is_good_for_its_app_address_and_verifier_alone(
    world: ApiClient, wrong: dict[str, str]
) -> None:
    back = await led_back(world)
    answer = await redeem(world, back["code"], wrong)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


async def test_a_code_lives_a_minute(world: ApiClient) -> None:
    back = await led_back(world)
    world.clock.now += 60
    assert (await redeem(world, back["code"])).status_code == 400


async def test_a_code_that_is_used_twice_ends_what_it_began(world: ApiClient) -> None:
    back = await led_back(world)
    tokens = (await redeem(world, back["code"])).json()
    assert (await redeem(world, back["code"])).status_code == 400
    world.headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await world.call("GET", "/webinars")).status_code == 401


async def test_the_addresses_are_told_where_the_server_is_new_enough(world: ApiClient) -> None:
    told = (await world.http.get("/.well-known/openid-configuration")).json()
    assert told["authorization_endpoint"].endswith(AUTHORIZE)
    assert told["token_endpoint"].endswith("/restapi/oauth/token")
    world.api.consent_pages.is_discoverable = False
    assert (await world.http.get("/.well-known/openid-configuration")).status_code == 404
