"""Rate limits of the local Webinar API: a sliding window, and a penalty that impatience prolongs."""

from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.ringcentral import Limit
from tests.sandbox.api_client import BASIC, JWT_BEARER, ApiClient, opened

JWT = {"grant_type": JWT_BEARER, "assertion": "sandbox-jwt"}
SINCE = "2026-01-01T00:00:00Z"


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(limits={}) as world:
        yield world


async def heavy(world: ApiClient) -> httpx.Response:
    return await world.call("GET", "/webinars", creationTimeFrom=SINCE)


async def codes(world: ApiClient, times: int) -> list[int]:
    return [(await heavy(world)).status_code for _ in range(times)]


async def test_every_answer_tells_the_budget(world: ApiClient) -> None:
    headers = (await heavy(world)).headers
    assert headers["X-Rate-Limit-Group"] == "heavy"
    assert headers["X-Rate-Limit-Limit"] == "10"
    assert headers["X-Rate-Limit-Remaining"] == "9"
    assert headers["X-Rate-Limit-Window"] == "60"
    refused = await world.call("POST", "/webinars", {})
    assert (refused.status_code, refused.headers["X-Rate-Limit-Remaining"]) == (400, "8")


async def test_the_eleventh_heavy_request_in_a_minute_is_refused(world: ApiClient) -> None:
    assert await codes(world, 10) == [200] * 10
    answer = await heavy(world)
    assert (answer.status_code, answer.json()["errors"][0]["errorCode"]) == (429, "CMN-301")
    assert (answer.headers["Retry-After"], answer.headers["X-Rate-Limit-Remaining"]) == ("60", "0")
    assert (world.api.heavy(), world.api.penalties) == (10, 1)


async def test_the_window_slides(world: ApiClient) -> None:
    await codes(world, 5)
    world.clock.now += 30
    await codes(world, 5)
    world.clock.now += 30
    assert await codes(world, 5) == [200] * 5
    assert world.api.penalties == 0


async def test_every_request_during_the_penalty_restarts_it(world: ApiClient) -> None:
    await codes(world, 11)
    world.clock.now += 59
    assert await codes(world, 1) == [429]
    world.clock.now += 59
    assert await codes(world, 1) == [429]
    world.clock.now += 60
    assert await codes(world, 10) == [200] * 10
    assert world.api.penalties == 3


async def test_each_user_has_a_budget_of_their_own() -> None:
    async with opened(limits={}, assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        assert await codes(world, 11) == [200] * 10 + [429]
        await world.sign_in("bens-jwt")
        assert await codes(world, 1) == [200]


async def test_signing_in_has_a_budget_too(world: ApiClient) -> None:
    for _ in range(4):
        answer = await world.http.post("/restapi/oauth/token", data=JWT, auth=BASIC)
        assert answer.headers["X-Rate-Limit-Group"] == "auth"
    answer = await world.http.post("/restapi/oauth/token", data=JWT, auth=BASIC)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert await codes(world, 1) == [200]


async def test_limits_and_penalty_can_be_others_than_the_defaults() -> None:
    async with opened(limits={"Heavy": Limit(2, 1.5)}, penalty=0.2) as world:
        answers = [await heavy(world) for _ in range(3)]
        assert [each.status_code for each in answers] == [200, 200, 429]
        assert (answers[0].headers["X-Rate-Limit-Limit"], answers[0].headers["X-Rate-Limit-Window"]) == (
            "2",
            "1.5",
        )
        assert answers[2].headers["Retry-After"] == "1"
        world.clock.now += 0.2
        assert await codes(world, 2) == [200, 200]


async def test_a_penalty_may_come_without_telling_how_long_it_lasts() -> None:
    async with opened(limits={"Heavy": Limit(1)}, retry_after_header=False) as world:
        await heavy(world)
        answer = await heavy(world)
        assert answer.status_code == 429
        assert "Retry-After" not in answer.headers
