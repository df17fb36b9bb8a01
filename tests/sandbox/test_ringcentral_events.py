"""Events of the local RingCentral: who is told what, and how deliveries go astray."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from sandbox.ringcentral import Beta
from tests.sandbox.api_client import EVE, WHEN, ApiClient, id_of, opened
from tests.sandbox.webhook_listener import (
    REGISTRANTS,
    REGISTRATION_STATE,
    SESSIONS,
    STATE,
    SUBSCRIPTIONS,
    WebhookListener,
    listening,
)


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


@pytest.fixture
async def listener() -> AsyncIterator[WebhookListener]:
    async with listening() as listener:
        yield listener


async def test_a_delivery_has_the_platforms_envelope(world: ApiClient, listener: WebhookListener) -> None:
    made = await listener.subscribe(world, SESSIONS)
    session = await world.session()
    await world.api.deliveries.settle()
    (envelope,) = listener.envelopes
    assert envelope.keys() == {"uuid", "event", "timestamp", "subscriptionId", "ownerId", "body"}
    assert (envelope["event"], envelope["subscriptionId"], envelope["ownerId"]) == (
        SESSIONS,
        made["id"],
        "100",
    )
    assert envelope["timestamp"] == "2026-09-21T14:13:20Z"
    assert envelope["body"]["sessionId"] == id_of(session)
    assert listener.tokens == ["sesame"]


async def test_who_chose_no_token_is_sent_none(world: ApiClient, listener: WebhookListener) -> None:
    body = listener.request()
    del body["deliveryMode"]["verificationToken"]
    await world.done("POST", SUBSCRIPTIONS, body)
    await world.session()
    await world.api.deliveries.settle()
    assert listener.tokens == [None]


async def test_changes_are_told_whoever_made_them(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world, SESSIONS)
    session = await world.session()
    webinar = session.partition("/sessions")[0]
    await world.done("PATCH", session, WHEN)
    await world.done("PATCH", webinar, {"title": "Town hall"})
    world.api.move(id_of(session), datetime(2026, 12, 3, tzinfo=UTC))
    await world.call("DELETE", session)
    world.api.schedule(id_of(webinar))
    world.api.cancel_webinar(id_of(webinar))
    await world.api.deliveries.settle()
    assert sorted(listener.heard()) == sorted(
        ["Created", "Updated", "Updated", "Updated", "Deleted", "Created", "Deleted"]
    )


async def test_the_course_of_a_session_is_told(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world, STATE)
    session_id = id_of(await world.session())
    world.api.deliveries.hold()
    world.api.practice(session_id)
    world.api.go_live(session_id)
    world.api.take_break(session_id)
    world.api.go_live(session_id)
    world.api.debrief(session_id)
    world.api.end(session_id)
    world.api.deliveries.release()
    await world.api.deliveries.settle()
    told = ["Practice", "GoingLive", "Live", "Break", "Live", "Debrief", "Idle"]
    assert listener.heard("runtimeStatus") == told
    assert listener.heard("status") == ["Active"] * 6 + ["Finished"]


async def test_registration_and_registrants_are_told(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world, REGISTRATION_STATE, REGISTRANTS)
    registration = await world.registration()
    world.api.deliveries.hold()
    limit = {"registrationStatus": "Open", "settings": {"autoCloseLimit": 2}}
    await world.done("PATCH", registration, limit)
    eve = await world.done("POST", f"{registration}/registrants", EVE)
    page = f"/register/{id_of(registration)}"
    await world.http.post(page, data={**EVE, "email": "fay@example.com"})
    await world.call("DELETE", f"{registration}/registrants/{eve['id']}")
    world.api.deliveries.release()
    await world.api.deliveries.settle()
    assert [
        each["body"].get("changeType") or each["body"]["registrationStatus"] for each in listener.envelopes
    ] == [
        "Open",
        "Created",
        "Created",
        "Closed",
        "Deleted",
    ]
    assert listener.heard("registrantId")[1] == eve["id"]
    assert EVE["email"] not in str(listener.envelopes)


async def test_a_filter_may_be_about_one_webinar_or_host(world: ApiClient, listener: WebhookListener) -> None:
    one, other = await world.session(), await world.session()
    webinar_id = one.split("/")[2]
    await listener.subscribe(world, f"{STATE}?webinarId={webinar_id}", f"{SESSIONS}?hostUserId=101")
    world.api.practice(id_of(one))
    world.api.practice(id_of(other))
    world.api.edit(id_of(one), title="Renamed")
    await world.api.deliveries.settle()
    (envelope,) = listener.envelopes
    assert (envelope["event"], envelope["body"]["webinarId"]) == (
        f"{STATE}?webinarId={webinar_id}",
        webinar_id,
    )


async def test_only_admins_hear_of_other_hosts(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world)
    await world.sign_in("bens-jwt")
    await world.session()
    await world.api.deliveries.settle()
    assert listener.envelopes == []
    world.api.add_user("100", admin=True)
    await world.session()
    await world.api.deliveries.settle()
    assert listener.heard() == ["Created"]


async def test_deliveries_are_lost_doubled_and_held_on_purpose(
    world: ApiClient, listener: WebhookListener
) -> None:
    await listener.subscribe(world, STATE)
    session_id, post = id_of(await world.session()), world.api.deliveries
    post.lose()
    world.api.practice(session_id)
    post.double()
    world.api.take_break(session_id)
    await post.settle()
    assert listener.heard("runtimeStatus") == ["Break", "Break"]
    assert len({each["uuid"] for each in listener.envelopes}) == 1
    assert ([each.lost for each in post.log], post.log[1].answers) == ([True, False], [200, 200])
    post.hold()
    world.api.go_live(session_id)
    world.api.debrief(session_id)
    await post.settle()
    assert (len(listener.envelopes), len(post.held)) == (2, 2)
    post.release(backwards=True)
    world.api.end(session_id)
    await post.settle()
    assert set(listener.heard("runtimeStatus")[2:]) == {"Live", "Debrief", "Idle"}
    assert listener.heard("runtimeStatus").index("Debrief") < listener.heard("runtimeStatus").index("Live")


async def test_a_late_delivery_is_overtaken(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world, STATE)
    session_id = id_of(await world.session())
    world.api.deliveries.delay(0.05)
    world.api.practice(session_id)
    world.api.take_break(session_id)
    await world.api.deliveries.settle()
    assert listener.heard("runtimeStatus") == ["Break", "Practice"]


async def test_a_slow_webhook_holds_up_no_answer(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world)
    listener.slow = 0.3
    before = asyncio.get_running_loop().time()
    await world.session()
    assert asyncio.get_running_loop().time() - before < 0.2


async def test_who_keeps_failing_is_blacklisted(world: ApiClient, listener: WebhookListener) -> None:
    made = await listener.subscribe(world, STATE)
    session_id, post = id_of(await world.session()), world.api.deliveries
    post.blacklist_after = 3
    for status in (500, 404, 204, 500, 500, 302, 200):
        listener.status = status
        world.api.practice(session_id)
        await post.settle()
    shown = await world.done("GET", f"{SUBSCRIPTIONS}/{made['id']}")
    assert (shown["status"], shown["blacklistedData"]["reason"]) == (
        "Blacklisted",
        "Webhook responses with code: [302]",
    )
    assert [each.answers for each in post.log] == [[500], [404], [204], [500], [500], [302]]


async def test_a_webhook_that_is_silent_or_gone_fails(world: ApiClient, listener: WebhookListener) -> None:
    await listener.subscribe(world, STATE)
    session_id, post = id_of(await world.session()), world.api.deliveries
    post.patience, listener.slow = 0.02, 0.1
    world.api.practice(session_id)
    await post.settle()
    assert post.log[0].answers == [0]
    (subscription,) = world.api.subscriptions.values()
    assert subscription.failures == 1


async def test_nothing_is_told_once_a_subscription_is_over(
    world: ApiClient, listener: WebhookListener
) -> None:
    made = await listener.subscribe(world, STATE, expiresIn=60)
    session_id, post = id_of(await world.session()), world.api.deliveries
    post.hold()
    world.api.practice(session_id)
    post.forget(made["id"])
    post.release()
    await post.settle()
    assert (post.log[0].lost, listener.envelopes) == (True, [])
    await listener.subscribe(world, STATE, expiresIn=60)
    world.clock.now += 60
    world.api.take_break(session_id)
    assert len(post.log) == 1


async def test_events_have_unknown_fields_too(listener: WebhookListener) -> None:
    async with opened(beta=Beta(noise=True), conforming=False) as world:
        await listener.subscribe(world)
        await world.session()
        await world.api.deliveries.settle()
    assert "xSandboxBeta" in listener.envelopes[0]["body"]
