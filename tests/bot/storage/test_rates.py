"""The memory of the rate budget: what RingCentral allows, and what still counts against it."""

import asyncio

import pytest

from bot.storage.database import Database
from bot.storage.rates import Allowance, Rates, Standing

TWO = Allowance(limit=2, window=60)
NOW = 1_000.0


@pytest.fixture
def rates(database: Database) -> Rates:
    return Rates(database, "host")


async def reserve(rates: Rates, now: float = NOW, allowance: Allowance = TWO) -> Standing:
    """Ask for a turn, with five seconds for the answer."""
    return await rates.reserve("Heavy", allowance, now, now + 5)


async def granted(rates: Rates, now: float = NOW) -> bool:
    return (await reserve(rates, now)).send is not None


async def test_no_more_requests_are_granted_than_allowed(rates: Rates) -> None:
    assert [await granted(rates) for _ in range(4)] == [True, True, False, False]


async def test_of_many_who_ask_at_once_no_more_are_granted_than_allowed(rates: Rates) -> None:
    standings = await asyncio.gather(
        *(reserve(rates, allowance=Allowance(limit=5, window=60)) for _ in range(20))
    )
    sends = [standing.send for standing in standings if standing.send is not None]
    assert len(sends) == len(set(sends)) == 5


async def test_a_request_counts_from_when_its_answer_came(rates: Rates) -> None:
    for _ in range(2):
        send = (await reserve(rates)).send
        assert send is not None
        await rates.arrived(send, NOW + 2)
    assert not await granted(rates, NOW + 61.9)
    assert await granted(rates, NOW + 62)


async def test_a_request_without_an_answer_counts_from_when_one_was_due(rates: Rates) -> None:
    for _ in range(2):
        await reserve(rates)
    assert not await granted(rates, NOW + 64.9)
    assert await granted(rates, NOW + 65)


async def test_who_is_not_granted_learns_when_the_next_turn_is(rates: Rates) -> None:
    send = (await reserve(rates)).send
    assert send is not None
    await rates.arrived(send, NOW)
    await reserve(rates)
    standing = await reserve(rates, NOW + 10)
    assert standing.turn_at(0, NOW + 10) == NOW + 60


async def test_looking_takes_no_turn(rates: Rates) -> None:
    for _ in range(3):
        assert (await rates.look("Heavy", TWO, NOW)).frees == ()
    assert await granted(rates)


async def test_during_a_penalty_nobody_is_granted_a_turn(rates: Rates) -> None:
    await rates.look("Heavy", TWO, NOW)
    await rates.penalise("Heavy", NOW + 30)
    assert not await granted(rates, NOW + 29.9)
    assert await granted(rates, NOW + 30)


async def test_a_penalty_is_for_its_group_only(rates: Rates) -> None:
    await rates.look("Heavy", TWO, NOW)
    await rates.look("Auth", TWO, NOW)
    await rates.penalise("Auth", NOW + 30)
    assert await granted(rates)


async def test_each_account_has_a_budget_of_its_own(rates: Rates, database: Database) -> None:
    assert [await granted(rates) for _ in range(3)] == [True, True, False]
    assert await granted(Rates(database, "another host"))


async def test_two_on_one_database_share_an_accounts_budget(rates: Rates, database: Database) -> None:
    other = Rates(database, "host")
    assert [await granted(one) for one in (rates, other, rates, other)] == [True, True, False, False]


async def test_what_the_headers_say_is_remembered(rates: Rates) -> None:
    await reserve(rates)
    await rates.learn("Heavy", Allowance(limit=4, window=30), 3, NOW)
    assert (await rates.look("Heavy", TWO, NOW)).allowance == Allowance(limit=4, window=30)
    assert [await granted(rates) for _ in range(4)] == [True, True, True, False]


async def test_requests_of_somebody_else_count_as_sent_now(rates: Rates) -> None:
    await reserve(rates)
    await rates.learn("Heavy", Allowance(limit=4, window=60), 1, NOW)
    assert [await granted(rates) for _ in range(2)] == [True, False]
    assert await granted(rates, NOW + 60)


async def test_headers_that_allow_more_than_we_know_give_nothing_back(rates: Rates) -> None:
    await reserve(rates)
    await rates.learn("Heavy", TWO, 2, NOW)
    assert [await granted(rates) for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("frees", "ahead", "turn"),
    [
        ((), 0, 1000),
        ((), 1, 1000),
        ((), 2, 1060),
        ((), 4, 1120),
        ((1030,), 0, 1000),
        ((1030,), 1, 1030),
        ((1030, 1050), 0, 1030),
        ((1030, 1050), 1, 1050),
        ((1030, 1050), 2, 1090),
        ((1030, 1050), 5, 1170),
    ],
)
def test_a_turn_comes_when_those_ahead_have_gone(frees: tuple[float, ...], ahead: int, turn: float) -> None:
    assert Standing(allowance=TWO, penalty_until=0, frees=frees).turn_at(ahead, NOW) == turn


def test_a_turn_never_comes_during_a_penalty() -> None:
    standing = Standing(allowance=TWO, penalty_until=NOW + 45, frees=(NOW + 30, NOW + 50))
    assert standing.turn_at(0, NOW) == NOW + 45
    assert standing.turn_at(1, NOW) == NOW + 50
