"""The memory of the rate budget: what RingCentral allows, what counts against it, and who is in line."""

import asyncio

import pytest

from bot.models.clock import system_clock
from bot.storage.database import Database
from bot.storage.rate_limits import Allowance, QueueAdvance, RateLimitState, RateLimitStore, ReportedLimit
from bot.storage.rate_queue import QueueEntry

TWO = Allowance(limit=2, window=60)
NOW = 1_000.0


@pytest.fixture
def rates(database: Database) -> RateLimitStore:
    return RateLimitStore(database, "host")


def call(name: str, rank: float = NOW, calls: int = 1) -> QueueEntry:
    """A call of an errand of its own."""
    return QueueEntry(id=name, caller=f"errand {name}", rank=rank, calls=calls)


async def ask(
    rates: RateLimitStore,
    *asks: QueueEntry,
    now: float = NOW,
    group: str = "Heavy",
    allowance: Allowance = TWO,
) -> QueueAdvance:
    """Ask for turns, with five seconds for the answer."""
    return await rates.advance(group, allowance, now, now + 5, asks)


async def granted(rates: RateLimitStore, name: str, now: float = NOW, group: str = "Heavy") -> bool:
    return name in (await ask(rates, call(name), now=now, group=group)).granted


async def test_no_more_requests_are_granted_than_allowed(rates: RateLimitStore) -> None:
    assert [await granted(rates, name) for name in "abcd"] == [True, True, False, False]


async def test_of_many_who_ask_at_once_no_more_are_granted_than_allowed(rates: RateLimitStore) -> None:
    five = Allowance(limit=5, window=60)
    looks = await asyncio.gather(*(ask(rates, call(str(name)), allowance=five) for name in range(20)))
    sends = [send for look in looks for send in look.granted.values()]
    assert len(sends) == len(set(sends)) == 5


async def test_a_request_counts_from_when_its_answer_came(rates: RateLimitStore) -> None:
    for send in (await ask(rates, call("a"), call("b"))).granted.values():
        await rates.record_answer(send, NOW + 2)
    assert not await granted(rates, "c", NOW + 61.9)
    assert await granted(rates, "c", NOW + 62)


async def test_a_request_without_an_answer_counts_from_when_one_was_due(rates: RateLimitStore) -> None:
    await ask(rates, call("a"), call("b"))
    assert not await granted(rates, "c", NOW + 64.9)
    assert await granted(rates, "c", NOW + 65)


async def test_a_request_that_did_not_leave_does_not_count(rates: RateLimitStore) -> None:
    for send in (await ask(rates, call("a"), call("b"))).granted.values():
        await rates.cancel_send(send)
    assert await granted(rates, "c")


async def test_during_a_penalty_nobody_is_granted_a_turn(rates: RateLimitStore) -> None:
    await ask(rates)
    await rates.penalise("Heavy", NOW + 30)
    assert await rates.penalty_until("Heavy") == NOW + 30
    assert not await granted(rates, "a", NOW + 29.9)
    assert await granted(rates, "a", NOW + 30)


async def test_a_shorter_penalty_does_not_end_a_longer_one(rates: RateLimitStore) -> None:
    await ask(rates)
    await rates.penalise("Heavy", NOW + 30)
    await rates.penalise("Heavy", NOW + 10)
    assert await rates.penalty_until("Heavy") == NOW + 30


async def test_a_penalty_is_for_its_group_only(rates: RateLimitStore) -> None:
    await ask(rates)
    await ask(rates, group="Auth")
    await rates.penalise("Auth", NOW + 30)
    assert await granted(rates, "a")


async def test_each_account_has_a_budget_of_its_own(rates: RateLimitStore, database: Database) -> None:
    assert [await granted(rates, name) for name in "abc"] == [True, True, False]
    assert await granted(RateLimitStore(database, "another host"), "a")


async def test_workers_on_one_database_share_an_accounts_budget(
    rates: RateLimitStore, database: Database
) -> None:
    other = RateLimitStore(database, "host")
    looks = [await granted(one, name) for one, name in zip((rates, other, rates, other), "abcd", strict=True)]
    assert looks == [True, True, False, False]


async def test_who_was_asked_first_goes_first_whichever_worker_asks(
    rates: RateLimitStore, database: Database
) -> None:
    other = RateLimitStore(database, "host")
    await ask(rates, call("a"), call("b"))
    early, late = call("early", NOW + 1), call("late", NOW + 2)
    await ask(rates, late, now=NOW + 55)
    await ask(other, early, now=NOW + 56)
    await ask(rates, call("c", NOW + 3), late, now=NOW + 60)
    look = await ask(rates, call("c", NOW + 3), late, now=NOW + 65)
    assert list(look.granted) == ["late"], "the first place is kept for the other worker"
    assert look.line.ahead()["c"].callers == 1
    assert list((await ask(other, early, now=NOW + 65)).granted) == ["early"]


async def test_a_worker_that_is_not_heard_of_loses_its_places(
    rates: RateLimitStore, database: Database
) -> None:
    await ask(rates, call("a"), call("b"))
    await ask(
        RateLimitStore(database, "host"), call("dead", NOW + 1), call("dead too", NOW + 1), now=NOW + 54
    )
    assert not await granted(rates, "c", NOW + 63)
    assert await granted(rates, "c", NOW + 65)


async def test_an_errand_keeps_a_place_for_its_next_call(rates: RateLimitStore) -> None:
    look = await ask(rates, call("a", NOW, calls=2), call("b", NOW + 1, calls=2))
    assert list(look.granted) == ["a"], "the second place is for the errand that has begun"
    again = QueueEntry(id="a2", caller="errand a", rank=NOW)
    look = await ask(rates, again, call("b", NOW + 1, calls=2), now=NOW + 2)
    assert list(look.granted) == ["a2"]


async def test_a_place_that_is_not_used_is_not_kept_for_long(rates: RateLimitStore) -> None:
    waiting = call("b", NOW + 1)
    await ask(rates, call("a", NOW, calls=2), waiting)
    assert "b" not in (await ask(rates, waiting, now=NOW + 4)).granted
    assert "b" in (await ask(rates, waiting, now=NOW + 6)).granted


async def test_an_errand_that_ends_gives_its_places_back(rates: RateLimitStore) -> None:
    waiting = call("b", NOW + 1)
    await ask(rates, call("a", NOW, calls=2), waiting)
    await rates.free_places("errand a")
    assert "b" in (await ask(rates, waiting, now=NOW + 1)).granted


async def test_who_leaves_the_line_is_not_waited_for(rates: RateLimitStore) -> None:
    await ask(rates, call("a"), call("b"))
    await ask(rates, call("c", NOW + 1), call("d", NOW + 2))
    await rates.leave_line("c")
    assert (await ask(rates, call("d", NOW + 2))).line.ahead()["d"].calls == 0


async def test_the_errand_of_a_dead_worker_goes_on_in_its_place(
    rates: RateLimitStore, database: Database
) -> None:
    await ask(rates, call("a"), call("b"))
    await ask(RateLimitStore(database, "host"), call("c", NOW + 1, calls=2), now=NOW + 54)
    await ask(rates, call("d", NOW + 2), now=NOW + 55)
    again = QueueEntry(id="again", caller="errand c", rank=NOW + 1, calls=2)
    look = await ask(rates, again, call("d", NOW + 2), now=NOW + 56)
    assert look.line.ahead()["d"].calls == 2, "nothing of it is counted twice"


async def test_what_the_headers_say_is_remembered(rates: RateLimitStore) -> None:
    (send,) = (await ask(rates, call("a"))).granted.values()
    await rates.record_answer(send, NOW, ReportedLimit(allowance=Allowance(limit=4, window=30), remaining=3))
    assert (await ask(rates)).standing.allowance == Allowance(limit=4, window=30)
    assert [await granted(rates, name) for name in "bcde"] == [True, True, True, False]


async def test_requests_of_somebody_else_count_as_sent_now(rates: RateLimitStore) -> None:
    (send,) = (await ask(rates, call("a"))).granted.values()
    await rates.record_answer(send, NOW, ReportedLimit(allowance=Allowance(limit=4, window=60), remaining=1))
    assert [await granted(rates, name) for name in "bc"] == [True, False]
    assert await granted(rates, "c", NOW + 60)


async def test_headers_that_allow_more_than_we_know_give_nothing_back(rates: RateLimitStore) -> None:
    sends = (await ask(rates, call("a"), call("b"))).granted
    await rates.record_answer(sends["a"], NOW, ReportedLimit(allowance=TWO, remaining=2))
    assert not await granted(rates, "c")


async def test_a_call_that_counts_in_another_group_is_counted_there(rates: RateLimitStore) -> None:
    (send,) = (await ask(rates, call("a"))).granted.values()
    told = ReportedLimit(allowance=Allowance(limit=1, window=30), remaining=0, name="Webinars")
    await rates.record_answer(send, NOW, told, "rcwConfigGetSession")
    assert await rates.group_names() == {"rcwConfigGetSession": "Webinars"}
    assert not await granted(rates, "b", NOW + 29, group="Webinars")
    assert await granted(rates, "b", NOW + 30, group="Webinars")
    assert [await granted(rates, name) for name in "cd"] == [True, True]


async def test_the_clock_that_workers_share_is_near_ours_on_one_machine(rates: RateLimitStore) -> None:
    assert abs(await rates.clock_offset(system_clock)) < 5


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
        ((1010, 1030, 1050), 0, 1030),
    ],
)
def test_a_turn_comes_when_those_ahead_have_gone(frees: tuple[float, ...], ahead: int, turn: float) -> None:
    standing = RateLimitState(allowance=TWO, penalty_until=0, frees=frees)
    assert standing.turn_at(ahead, NOW) == turn
    assert standing.opens_at(NOW) == standing.turn_at(0, NOW)


def test_a_turn_never_comes_during_a_penalty() -> None:
    standing = RateLimitState(allowance=TWO, penalty_until=NOW + 45, frees=(NOW + 30, NOW + 50))
    assert standing.turn_at(0, NOW) == standing.opens_at(NOW) == NOW + 45
    assert standing.turn_at(1, NOW) == NOW + 50
