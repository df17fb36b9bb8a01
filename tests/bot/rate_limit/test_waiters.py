"""Those who wait: each has one place, hears of it when that helps, and is let go in the end."""

from datetime import UTC, datetime

import pytest

from bot.errors import Limited
from bot.models.rate_limit import Caller, Priority, Wait, WaitReason
from bot.rate_limit.waiters import Waiter, Waiters

ASKED_AT = datetime(2026, 3, 2, 17, tzinfo=UTC)


class Listener:
    """Somebody who is told of waits."""

    def __init__(self) -> None:
        self.heard: list[float] = []

    async def hear(self, wait: Wait) -> None:
        self.heard.append(wait.seconds)


def wait(seconds: float) -> Wait:
    return Wait(reason=WaitReason.BUDGET, seconds=seconds)


async def heard_after(*told: tuple[float, float]) -> list[float]:
    """The waits of which somebody hears when they are told at these times, as pairs of time and seconds."""
    listener = Listener()
    waiter = Waiter(Caller(id="work", asked_at=ASKED_AT, tell=listener.hear))
    for now, seconds in told:
        await waiter.tell(wait(seconds), now)
    return listener.heard


async def test_the_first_wait_is_told() -> None:
    assert await heard_after((0, 50)) == [50]


async def test_a_wait_that_passes_as_told_is_not_told_again() -> None:
    assert await heard_after((0, 50), (9, 41)) == [50]


async def test_a_wait_is_told_again_after_a_fifth_of_it() -> None:
    assert await heard_after((0, 50), (10, 40)) == [50]
    assert await heard_after((0, 50), (10.1, 39.9)) == [50, 39.9]


async def test_a_wait_that_is_off_by_more_than_a_tenth_is_told_anew() -> None:
    assert await heard_after((0, 50), (1, 54)) == [50]
    assert await heard_after((0, 50), (1, 55)) == [50, 55]


async def test_a_second_more_or_less_is_never_told_anew() -> None:
    assert await heard_after((0, 3), (1, 3)) == [3]
    assert await heard_after((0, 3), (1, 3.1)) == [3, 3.1]


async def test_a_short_wait_is_told_again_after_two_seconds_at_the_earliest() -> None:
    assert await heard_after((0, 5), (2, 3)) == [5]
    assert await heard_after((0, 5), (2.1, 2.9)) == [5, 2.9]


async def test_permits_go_to_those_who_wait_and_the_others_are_left_over() -> None:
    waiters = Waiters()
    first, second = (waiters.join(Caller(id=name, asked_at=ASKED_AT)) for name in ("one", "two"))
    second.turn.cancel()
    left = waiters.grant({first.id: 1, second.id: 2, "unknown": 3})
    assert first.turn.result() == 1
    assert left == [2, 3]
    assert waiters.waiting == {}


async def test_who_joins_moves_the_queue() -> None:
    waiters = Waiters()
    assert not waiters.moved.is_set()
    waiter = waiters.join(Caller(id="work", asked_at=ASKED_AT, calls=3, priority=Priority.BACKGROUND))
    assert waiters.moved.is_set()
    assert (waiter.ask.caller, waiter.ask.calls) == ("work", 3)
    assert waiter.ask.rank == ASKED_AT.timestamp() + 300


async def test_a_failure_reaches_everybody_who_waits_once() -> None:
    waiters = Waiters()
    waiter, done = (waiters.join(Caller(id=name, asked_at=ASKED_AT)) for name in ("one", "two"))
    done.turn.set_result(7)
    waiters.fail(Limited("Try again later."))
    with pytest.raises(Limited):
        await waiter.turn
    assert done.turn.result() == 7
    assert waiters.waiting == {}
