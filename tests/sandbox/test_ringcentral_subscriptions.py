"""Subscriptions in the local Webinar API: an address proves itself, is told for a while, and can lose its place."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.sandbox.api_client import ApiClient, opened
from tests.sandbox.webhook_listener import (
    EVERYTHING,
    SESSIONS,
    STATE,
    SUBSCRIPTIONS,
    WebhookListener,
    listening,
)

WEEK = 604_800


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(limits={}, assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


@pytest.fixture
async def listener() -> AsyncIterator[WebhookListener]:
    async with listening() as listener:
        yield listener


async def test_an_address_that_echoes_the_token_is_subscribed(
    world: ApiClient, listener: WebhookListener
) -> None:
    made = await listener.subscribe(world)
    assert listener.validations == 1
    assert made["eventFilters"] == list(EVERYTHING)
    assert made["uri"] == f"{world.api.url}{SUBSCRIPTIONS}/{made['id']}"
    assert made["deliveryMode"] == {
        "transportType": "WebHook",
        "address": listener.url,
        "encryption": False,
    }
    assert (made["status"], made["expiresIn"]) == ("Active", WEEK)
    assert await world.done("GET", f"{SUBSCRIPTIONS}/{made['id']}") == made
    listed = await world.done("GET", SUBSCRIPTIONS)
    assert listed == {"uri": f"{world.api.url}{SUBSCRIPTIONS}", "records": [made]}


@pytest.mark.parametrize(
    "fault",
    [{"echo": False}, {"status": 204}, {"status": 500}, {"kind": "text/plain"}, {"padding": 1000}],
    ids=str,
)
async def test_an_address_that_does_not_prove_itself_is_refused(
    world: ApiClient, listener: WebhookListener, fault: dict[str, Any]
) -> None:
    for name, value in fault.items():
        setattr(listener, name, value)
    answer = await world.call("POST", SUBSCRIPTIONS, listener.request())
    (problem,) = answer.json()["errors"]
    assert (answer.status_code, problem["errorCode"], problem["parameterName"]) == (
        400,
        "SUB-525",
        "deliveryMode.address",
    )
    assert not world.api.subscriptions


async def test_an_answer_may_fill_the_kilobyte(world: ApiClient, listener: WebhookListener) -> None:
    listener.padding = 800
    await listener.subscribe(world)


async def test_an_address_that_is_slow_or_dead_is_refused(
    world: ApiClient, listener: WebhookListener
) -> None:
    assert world.api.deliveries.patience == 3
    world.api.deliveries.patience = 0.05
    listener.slow = 0.2
    assert await world.refused(400, "POST", SUBSCRIPTIONS, listener.request()) == ["deliveryMode.address"]
    listener.url = "http://127.0.0.1:9/hook"
    assert await world.refused(400, "POST", SUBSCRIPTIONS, listener.request()) == ["deliveryMode.address"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"eventFilters": []}, "eventFilters"),
        ({"eventFilters": [SESSIONS, "/sessions"]}, "eventFilters[1]"),
        ({"eventFilters": [f"{SESSIONS}?title=x"]}, "eventFilters[0]"),
        ({"eventFilters": [f"{SESSIONS}?webinarId"]}, "eventFilters[0]"),
        ({"eventFilters": [f"{SESSIONS}?webinarId=1&hostUserId=2"]}, "eventFilters[0]"),
        ({"expiresIn": 0}, "expiresIn"),
        ({"expiresIn": 315_360_001}, "expiresIn"),
        ({"deliveryMode": {"transportType": "WebHook"}}, "deliveryMode.address"),
        (
            {"deliveryMode": {"transportType": "PubNub", "address": "https://example.com"}},
            "deliveryMode.transportType",
        ),
    ],
)
async def test_a_request_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, listener: WebhookListener, change: dict[str, Any], named: str
) -> None:
    assert await world.refused(400, "POST", SUBSCRIPTIONS, {**listener.request(), **change}) == [named]
    assert listener.validations == 0


async def test_time_runs_out_and_is_given_anew(world: ApiClient, listener: WebhookListener) -> None:
    made = await listener.subscribe(world, expiresIn=100)
    path = f"{SUBSCRIPTIONS}/{made['id']}"
    world.clock.now += 90
    assert (await world.done("GET", path))["expiresIn"] == 10
    renewed = await world.done("POST", f"{path}/renew")
    assert (renewed["expiresIn"], renewed["expirationTime"] > made["expirationTime"]) == (100, True)
    world.clock.now += 100
    await world.refused(404, "GET", path)
    await world.refused(404, "POST", f"{path}/renew")
    assert not world.api.subscriptions


async def test_an_update_changes_the_filters_and_renews(world: ApiClient, listener: WebhookListener) -> None:
    path = f"{SUBSCRIPTIONS}/{(await listener.subscribe(world))['id']}"
    body = {"eventFilters": [f"{STATE}?webinarId=7"], "expiresIn": 60}
    changed = await world.done("PUT", path, body)
    assert (changed["eventFilters"], changed["expiresIn"]) == ([f"{STATE}?webinarId=7"], 60)
    bare = await world.done("PUT", path)
    assert (bare["eventFilters"], bare["expiresIn"]) == (changed["eventFilters"], WEEK)
    assert await world.refused(400, "PUT", path, {"eventFilters": ["?"]}) == ["eventFilters[0]"]


async def test_an_update_ignores_what_cannot_change(listener: WebhookListener) -> None:
    async with opened(conforming=False) as world:
        path = f"{SUBSCRIPTIONS}/{(await listener.subscribe(world))['id']}"
        changed = await world.done("PUT", path, {"eventFilters": [STATE], "deliveryMode": {"address": "-"}})
    assert changed["deliveryMode"]["address"] == listener.url


async def test_a_subscription_is_its_owners(world: ApiClient, listener: WebhookListener) -> None:
    path = f"{SUBSCRIPTIONS}/{(await listener.subscribe(world))['id']}"
    await world.sign_in("bens-jwt")
    assert (await world.done("GET", SUBSCRIPTIONS))["records"] == []
    for method in ("GET", "DELETE", "PUT"):
        await world.refused(404, method, path, {"eventFilters": [SESSIONS]} if method == "PUT" else None)
    await world.sign_in()
    assert (await world.call("DELETE", path)).status_code == 204
    await world.refused(404, "DELETE", path)


async def test_a_user_has_thirty_at_most(listener: WebhookListener) -> None:
    async with opened(assertions={"sandbox-jwt": "100"}) as world:
        world.api.throttle.limits["Medium"] = world.api.throttle.limits["Heavy"]
        for _ in range(30):
            await listener.subscribe(world)
        await world.refused(403, "POST", SUBSCRIPTIONS, listener.request())


async def test_a_blacklisted_subscription_is_lost_for_good(
    world: ApiClient, listener: WebhookListener
) -> None:
    path = f"{SUBSCRIPTIONS}/{(made := await listener.subscribe(world))['id']}"
    world.api.deliveries.blacklist(made["id"], "Read timed out")
    shown = await world.done("GET", path)
    assert (shown["status"], shown["blacklistedData"]["reason"]) == ("Blacklisted", "Read timed out")
    await world.refused(403, "POST", f"{path}/renew")
    await world.refused(403, "PUT", path, {"eventFilters": [SESSIONS]})
    assert (await world.call("DELETE", path)).status_code == 204
    assert (await listener.subscribe(world))["status"] == "Active"


async def test_subscribing_costs_no_heavy_budget(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world)
    await world.done("GET", SUBSCRIPTIONS)
    made, listed = world.api.exchanges[-2:]
    assert (made.headers["X-Rate-Limit-Group"], made.headers["X-Rate-Limit-Limit"]) == ("medium", "40")
    assert (listed.headers["X-Rate-Limit-Group"], listed.headers["X-Rate-Limit-Limit"]) == ("light", "50")
    assert world.api.heavy() == 0
    codes = [(await world.call("GET", SUBSCRIPTIONS)).status_code for _ in range(50)]
    assert codes == [200] * 49 + [429]
