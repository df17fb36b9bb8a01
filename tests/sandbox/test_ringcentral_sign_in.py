"""Signing in to the local RingCentral: JWT, refresh tokens, revocation, and what a bearer token is good for."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.sandbox import contract
from tests.sandbox.api_client import BASIC, JWT_BEARER, ApiClient, opened

TOKEN = "/restapi/oauth/token"
JWT = {"grant_type": JWT_BEARER, "assertion": "sandbox-jwt"}


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(signed_in=False) as world:
        yield world


async def ask(world: ApiClient, form: dict[str, Any], auth: tuple[str, str] = BASIC) -> httpx.Response:
    return await world.http.post(TOKEN, data=form, auth=auth)


async def refresh(world: ApiClient, token: str) -> httpx.Response:
    return await ask(world, {"grant_type": "refresh_token", "refresh_token": token})


async def list_with(world: ApiClient, authorization: str | None) -> httpx.Response:
    world.headers = {"Authorization": authorization} if authorization else {}
    return await world.call("GET", "/webinars", creationTimeFrom="2026-01-01T00:00:00Z")


async def test_a_jwt_signs_its_user_in_for_an_hour(world: ApiClient) -> None:
    tokens = (await ask(world, JWT)).json()
    assert (tokens["owner_id"], tokens["token_type"]) == ("100", "bearer")
    assert (tokens["expires_in"], tokens["refresh_token_expires_in"]) == (3600, 604_800)
    assert (await list_with(world, f"Bearer {tokens['access_token']}")).status_code == 200


async def test_a_token_can_be_asked_to_live_shorter(world: ApiClient) -> None:
    assert (await ask(world, {**JWT, "access_token_ttl": "600"})).json()["expires_in"] == 600
    assert (await ask(world, {**JWT, "access_token_ttl": "599"})).status_code == 400
    assert (await ask(world, {**JWT, "access_token_ttl": "soon"})).status_code == 400


@pytest.mark.parametrize(
    ("form", "auth", "error"),
    [
        (JWT, ("sandbox-client", "wrong"), "invalid_client"),
        (JWT, ("nobody", "sandbox-secret"), "invalid_client"),
        ({**JWT, "assertion": "forged"}, BASIC, "invalid_grant"),
        ({"grant_type": JWT_BEARER}, BASIC, "invalid_request"),
        ({"assertion": "sandbox-jwt"}, BASIC, "invalid_request"),
        ({"grant_type": "refresh_token"}, BASIC, "invalid_request"),
        ({"grant_type": "refresh_token", "refresh_token": "made up"}, BASIC, "invalid_grant"),
        ({"grant_type": "password", "username": "ann"}, BASIC, "unsupported_grant_type"),
    ],
)
async def test_a_wrong_sign_in_is_told_in_oauths_own_words(
    world: ApiClient, form: dict[str, str], auth: tuple[str, str], error: str
) -> None:
    answer = await ask(world, form, auth)
    assert (answer.status_code, answer.json()["error"]) == (400, error)
    assert answer.json()["errors"][0]["errorCode"]


@pytest.mark.parametrize("authorization", ["Basic !!!", "Basic /////w==", "Bearer x", ""])
async def test_the_client_must_say_who_it_is(world: ApiClient, authorization: str) -> None:
    answer = await world.http.post(TOKEN, data=JWT, headers={"Authorization": authorization})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_client")


async def test_only_a_form_is_taken(world: ApiClient) -> None:
    assert (await world.http.post(TOKEN, json=JWT, auth=BASIC)).status_code == 415
    assert (await world.http.get(TOKEN, auth=BASIC)).status_code == 405


async def test_an_access_token_expires(world: ApiClient) -> None:
    await world.sign_in()
    good = world.headers["Authorization"]
    world.clock.now += 3599
    assert (await list_with(world, good)).status_code == 200
    world.clock.now += 1
    answer = await list_with(world, good)
    assert (answer.status_code, answer.json()["errorCode"]) == (401, "TokenExpired")
    assert answer.json()["errors"][0]["errorCode"] == "TokenExpired"


@pytest.mark.parametrize(
    ("authorization", "code"),
    [(None, "AGW-401"), ("Bearer made-up", "TokenInvalid"), ("Basic abc", "TokenInvalid")],
)
async def test_nobody_is_let_in_without_a_good_token(
    world: ApiClient, authorization: str | None, code: str
) -> None:
    answer = await list_with(world, authorization)
    assert (answer.status_code, answer.json()["errorCode"]) == (401, code)


async def test_a_refresh_token_is_good_once_and_ten_seconds_after_the_new_tokens_first_use(
    world: ApiClient,
) -> None:
    first = (await ask(world, JWT)).json()["refresh_token"]
    second = (await refresh(world, first)).json()
    assert second["owner_id"] == "100"
    assert second["refresh_token"] != first
    assert (await list_with(world, f"Bearer {second['access_token']}")).status_code == 200
    world.clock.now += 9.9
    assert (await refresh(world, first)).json() == second
    world.clock.now += 0.1
    answer = await refresh(world, first)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    assert (await refresh(world, second["refresh_token"])).status_code == 200


async def test_an_answer_that_was_lost_is_given_again_for_an_hour(world: ApiClient) -> None:
    first = (await ask(world, JWT)).json()["refresh_token"]
    second = (await refresh(world, first)).json()
    world.clock.now += 3599
    assert (await refresh(world, first)).json() == second
    world.clock.now += 1
    assert (await refresh(world, first)).status_code == 400


async def test_a_refresh_ends_the_access_token_before_it(world: ApiClient) -> None:
    tokens = await world.sign_in()
    await refresh(world, tokens["refresh_token"])
    assert (await list_with(world, world.headers["Authorization"])).status_code == 401


async def test_a_sixth_sign_in_of_a_user_ends_the_oldest(world: ApiClient) -> None:
    bearers = [f"Bearer {(await ask(world, JWT)).json()['access_token']}" for _ in range(6)]
    assert [(await list_with(world, bearer)).status_code for bearer in bearers] == [401, *[200] * 5]


async def test_a_changed_password_ends_every_sign_in(world: ApiClient) -> None:
    tokens = await world.sign_in()
    world.api.authorization.end_all("100")
    assert (await list_with(world, world.headers["Authorization"])).status_code == 401
    assert (await refresh(world, tokens["refresh_token"])).status_code == 400


async def test_an_app_may_be_set_up_without_refresh_tokens(world: ApiClient) -> None:
    world.api.authorization.issues_refresh_tokens = False
    assert "refresh_token" not in (await ask(world, JWT)).json()


async def test_a_refresh_token_lives_seven_days(world: ApiClient) -> None:
    token = (await ask(world, JWT)).json()["refresh_token"]
    world.clock.now += 604_800
    assert (await refresh(world, token)).status_code == 400


async def test_a_refresh_token_belongs_to_its_client() -> None:
    clients = {"sandbox-client": "sandbox-secret", "other": "secret"}
    async with opened(signed_in=False, clients=clients) as world:
        token = (await ask(world, JWT)).json()["refresh_token"]
        form = {"grant_type": "refresh_token", "refresh_token": token}
        assert (await ask(world, form, ("other", "secret"))).status_code == 400


@pytest.mark.parametrize("which", ["access_token", "refresh_token"])
async def test_revoking_a_token_ends_the_whole_sign_in(world: ApiClient, which: str) -> None:
    tokens = await world.sign_in()
    answer = await world.http.post("/restapi/oauth/revoke", data={"token": tokens[which]}, auth=BASIC)
    assert (answer.status_code, answer.content) == (200, b"")
    assert (await list_with(world, world.headers["Authorization"])).status_code == 401
    assert (await refresh(world, tokens["refresh_token"])).status_code == 400


async def test_revoking_takes_the_token_from_the_query_too_and_does_not_mind_a_strange_one(
    world: ApiClient,
) -> None:
    tokens = await world.sign_in()
    revoke = "/restapi/oauth/revoke"
    assert (await world.http.post(revoke, params={"token": "strange"}, auth=BASIC)).status_code == 200
    assert (await world.http.post(revoke, auth=BASIC)).status_code == 400
    await world.http.post(revoke, params={"token": tokens["access_token"]}, auth=BASIC)
    assert (await list_with(world, world.headers["Authorization"])).status_code == 401


async def test_an_app_without_the_permission_is_refused() -> None:
    async with opened(permissions={"ReadWebinars"}) as world:
        await world.done("GET", "/webinars", creationTimeFrom="2026-01-01T00:00:00Z")
        answer = await world.call("POST", "/webinars", {"title": "All-hands"})
        assert (answer.status_code, answer.json()["errors"][0]["errorCode"]) == (403, "CMN-401")


async def test_what_was_said_is_kept_without_the_secrets_of_the_form(world: ApiClient) -> None:
    await ask(world, JWT)
    (exchange,) = world.api.exchanges
    assert (exchange.operation_id, exchange.group, exchange.user) == ("getToken", "Auth", "100")
    assert exchange.request is None
    assert contract.problems(exchange) == []
