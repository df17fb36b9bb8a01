"""The clock of the local RingCentral can be moved, and everything that waits for a time follows it."""

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.clock import MovableClock
from tests.sandbox.api_client import ApiClient, opened
from tests.sandbox.webhook_listener import SUBSCRIPTIONS, listening

MONDAY = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
SINCE = {"creationTimeFrom": "2026-01-01T00:00:00Z"}
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MONDAY)


@pytest.fixture
async def world(clock: MovableClock) -> AsyncIterator[ApiClient]:
    async with opened(clock=clock.epoch, limits={}) as world:
        yield world


def test_it_runs_on_real_time(clock: MovableClock) -> None:
    before, began = clock(), time.monotonic()
    time.sleep(0.01)
    passed = (clock() - before).total_seconds()
    assert before >= MONDAY
    assert 0.01 <= passed <= time.monotonic() - began + 0.01


def test_it_shows_the_present_unless_told_otherwise() -> None:
    assert abs(MovableClock()() - datetime.now(UTC)) < MINUTE


def test_it_is_moved_on_and_set(clock: MovableClock) -> None:
    clock.add(timedelta(days=2))
    assert timedelta() <= clock() - MONDAY - timedelta(days=2) < MINUTE
    clock.set(MONDAY - timedelta(days=1))
    assert timedelta() <= clock() - MONDAY + timedelta(days=1) < MINUTE
    assert clock().tzinfo is UTC


def test_it_can_run_faster() -> None:
    clock = MovableClock(MONDAY, pace=3600)
    time.sleep(0.01)
    assert clock() - MONDAY >= timedelta(seconds=36)


async def test_the_rate_window_and_the_penalty_follow(world: ApiClient, clock: MovableClock) -> None:
    async def codes(times: int) -> list[int]:
        return [(await world.call("GET", "/webinars", **SINCE)).status_code for _ in range(times)]

    assert await codes(10) == [200] * 10
    clock.add(MINUTE)
    assert await codes(11) == [200] * 10 + [429]
    clock.add(MINUTE)
    assert await codes(1) == [200]


async def test_tokens_and_subscriptions_run_out_with_it(world: ApiClient, clock: MovableClock) -> None:
    async with listening() as listener:
        made = await listener.subscribe(world, expiresIn=7200)
        clock.add(timedelta(hours=1))
        assert (await world.call("GET", "/webinars", **SINCE)).status_code == 401
        await world.sign_in()
        clock.add(timedelta(minutes=30))
        await world.done("GET", f"{SUBSCRIPTIONS}/{made['id']}")
        clock.add(timedelta(minutes=29))
        assert 0 < (await world.done("GET", f"{SUBSCRIPTIONS}/{made['id']}"))["expiresIn"] <= 60
        clock.add(MINUTE)
        await world.sign_in()
        await world.refused(404, "GET", f"{SUBSCRIPTIONS}/{made['id']}")


async def test_a_session_is_over_for_the_lists_when_its_end_is_past(
    world: ApiClient, clock: MovableClock
) -> None:
    session = world.api.schedule(world.api.make("Coffee").id, MONDAY + timedelta(hours=1))
    clock.add(timedelta(hours=3))
    await world.sign_in()
    listed = await world.done("GET", "/sessions", endTimeFrom=clock().isoformat().replace("+00:00", "Z"))
    assert listed["records"] == []
    world.api.go_live(session.id)
    clock.add(MINUTE)
    world.api.end(session.id)
    assert (session.ended or MONDAY) - (session.began or MONDAY) >= MINUTE
