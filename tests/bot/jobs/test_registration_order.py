"""Webinars take turns, the first to come is the first to be served, and one failure holds up nobody else."""

from datetime import timedelta

import pytest

from bot.jobs.registration_order import STRIKES, RegistrationOrder
from bot.storage.registrations import RegistrationQueueHead
from tests.bot.virtual_time import VirtualTime

REST = timedelta(seconds=60)
LAUNCH = RegistrationQueueHead("launch", 1, 9)
DEMO = RegistrationQueueHead("demo", 4, 2)


@pytest.fixture
def clock() -> VirtualTime:
    return VirtualTime()


@pytest.fixture
def order(clock: VirtualTime) -> RegistrationOrder:
    return RegistrationOrder(clock, REST)


def test_webinars_take_turns(order: RegistrationOrder) -> None:
    assert [order.next_registrant([LAUNCH, DEMO]) for _ in range(4)] == [1, 4, 1, 4]


def test_a_webinar_that_comes_later_is_served_at_once(order: RegistrationOrder) -> None:
    assert [
        order.next_registrant([LAUNCH]),
        order.next_registrant([LAUNCH]),
        order.next_registrant([LAUNCH, DEMO]),
    ] == [1, 1, 4]


def test_nobody_waits(order: RegistrationOrder) -> None:
    assert order.next_registrant([]) is None
    assert order.next_leaver([]) is None


def test_whoever_wants_out_goes_by_the_order_of_their_clicks(order: RegistrationOrder) -> None:
    assert order.next_leaver([DEMO, LAUNCH]) == 1


async def test_a_webinar_rests_after_a_failure_and_the_others_go_on(
    order: RegistrationOrder, clock: VirtualTime
) -> None:
    assert order.fail("launch", 1) is False
    assert order.next_registrant([LAUNCH, DEMO]) == 4
    assert order.next_leaver([LAUNCH]) is None
    await clock.sleep(REST.total_seconds())
    assert order.next_registrant([LAUNCH]) == 1


def test_a_person_who_fails_again_and_again_is_looked_at_alone(order: RegistrationOrder) -> None:
    assert [order.fail("launch", 1) for _ in range(STRIKES)] == [False, False, True]
    assert order.fail("launch", 1) is False


def test_failures_are_forgotten_after_a_success(order: RegistrationOrder) -> None:
    order.fail("launch", 1)
    order.fail("launch", 1)
    order.succeed(1)
    assert order.fail("launch", 1) is False


async def test_somebody_of_whom_slack_says_nothing_lets_the_next_ones_go_first(
    order: RegistrationOrder, clock: VirtualTime
) -> None:
    order.fall_silent("launch", 1)
    assert list(order.passed()) == []
    assert order.next_registrant([LAUNCH]) is None
    order.fall_silent("launch", 1)
    order.fall_silent("launch", 1)
    assert list(order.passed()) == [1]
    await clock.sleep(REST.total_seconds())
    assert list(order.passed()) == []
