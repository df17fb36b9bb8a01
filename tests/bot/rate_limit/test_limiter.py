"""The rate budget: first come first served, never beyond the limit, and whoever waits is told for how long."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, cast
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import Limited
from bot.models.rate_limit import Caller, Priority, Wait, WaitReason
from bot.rate_limit.limiter import RateLimiter
from bot.rate_limit.permit import GrantedPermit
from bot.storage import Database, open_database
from bot.storage.rate_limits import RateLimitStore
from tests.bot.virtual_time import VirtualTime
from tests.databases import sqlite_database

TIMEOUT: Final = 20.0
LIMIT: Final = 10
WINDOW: Final = 60.0


class WatchedStore:
    """The memory of the budget, of which one knows whether it is at work."""

    def __init__(self, rates: RateLimitStore) -> None:
        self._rates = rates
        self.working = 0

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        async def watched(*given: Any, **named: Any) -> Any:
            self.working += 1
            try:
                return await getattr(self._rates, name)(*given, **named)
            finally:
                self.working -= 1

        return watched


class WaitingCallers:
    """Many who want to send a Heavy request; when each one left, by name, and what they were told."""

    def __init__(self, database: Database, host: str = "host") -> None:
        self.clock = VirtualTime()
        watched = WatchedStore(RateLimitStore(database, host))
        self.clock.busy = lambda: watched.working > 0
        self.rate_limiter = RateLimiter(
            cast("RateLimitStore", watched), self.clock, TIMEOUT, self.clock.sleep
        )
        self.began = self.clock.seconds
        self.left: list[tuple[int, float]] = []
        self.told: dict[int, list[Wait]] = {}

    def turn(self, group: str = "Heavy", **of_errand: Any) -> AbstractAsyncContextManager[GrantedPermit]:
        """A turn for an errand of its own."""
        caller = Caller(**{"id": uuid4().hex, "asked_at": self.clock(), **of_errand})
        return self.rate_limiter.turn("create", group, caller)

    async def send(self, name: int = 0, headers: Mapping[str, str] | None = None, **of_errand: Any) -> None:
        """Wait for a turn, and send."""

        async def tell(wait: Wait) -> None:
            self.told.setdefault(name, []).append(wait)

        async with self.turn(**{"tell": tell, **of_errand}) as turn:
            self.left.append((name, self.clock.seconds - self.began))
            turn.answered(headers or {})

    async def send_and_fail(self) -> None:
        """Wait for a turn, send, and hear nothing."""
        async with self.turn():
            raise OSError("cut")

    async def send_many(self, count: int) -> None:
        """That many send at the same time."""
        async with asyncio.TaskGroup() as group:
            for name in range(count):
                asked_at = self.clock() + timedelta(milliseconds=name)
                group.create_task(self.send(name, asked_at=asked_at))

    async def penalised(self, seconds: float) -> None:
        """Somebody is answered 429."""
        async with self.turn() as turn:
            await turn.penalised(seconds)

    @property
    def times(self) -> list[float]:
        """The times at which the requests left, in seconds since the beginning."""
        return [at for _, at in self.left]


@pytest.fixture
async def database(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Database]:
    async with open_database(sqlite_database(tmp_path, like=sqlite_template)) as database:
        yield database


@pytest.fixture
async def line(database: Database) -> AsyncIterator[WaitingCallers]:
    line = WaitingCallers(database)
    async with line.rate_limiter:
        yield line


def limits(limit: object, remaining: object, window: object) -> dict[str, str]:
    """The headers of an answer."""
    told = {"Limit": limit, "Remaining": remaining, "Window": window}
    return {f"X-Rate-Limit-{name}": f"{value}" for name, value in told.items() if value is not None}


async def test_who_comes_first_sends_first(line: WaitingCallers) -> None:
    await line.send_many(25)
    assert [name for name, _ in line.left] == list(range(25))


async def test_in_no_minute_more_leave_than_are_allowed(line: WaitingCallers) -> None:
    await line.send_many(35)
    for first, last in zip(line.times, line.times[LIMIT:], strict=False):
        assert last - first >= WINDOW
    assert max(line.times) < 3 * WINDOW + 1


async def test_while_there_is_room_nobody_waits(line: WaitingCallers) -> None:
    await line.send()
    await line.send_many(LIMIT - 1)
    assert line.times == [0.0] * LIMIT
    assert line.told == {}


async def test_in_a_first_rush_nobody_who_finds_room_is_told_to_wait(database: Database) -> None:
    told = []
    for host in range(10):
        line = WaitingCallers(database, f"host {host}")
        await line.send_many(LIMIT)
        told.append(line.told)
    assert told == [{}] * 10


async def test_whoever_waits_is_told_for_how_long_and_how_many_go_first(line: WaitingCallers) -> None:
    for _ in range(LIMIT):
        await line.send()
    await line.send_many(3)
    assert sorted(line.told) == [0, 1, 2]
    for ahead, waits in line.told.items():
        assert (waits[0].reason, waits[0].ahead) == (WaitReason.BUDGET, ahead)
        assert (waits[0].limit, waits[0].window) == (LIMIT, WINDOW)
        assert waits[0].seconds == pytest.approx(WINDOW)


async def test_who_comes_after_a_whole_further_window_is_told_so(line: WaitingCallers) -> None:
    await line.send_many(2 * LIMIT + 1)
    assert line.told[2 * LIMIT][0].seconds == pytest.approx(2 * WINDOW)
    assert line.left[-1][1] == pytest.approx(2 * WINDOW, abs=1)


async def test_a_wait_that_is_hardly_one_is_not_told(line: WaitingCallers) -> None:
    await line.send(headers=limits(1, 0, 1.9))
    await line.send()
    assert line.times[1] >= 1.9
    assert line.told == {}


async def test_during_a_penalty_nobody_sends(line: WaitingCallers) -> None:
    await line.penalised(30)
    await line.send_many(3)
    assert all(30 <= at < 31 for at in line.times)
    assert (line.told[0][0].reason, round(line.told[0][0].seconds)) == (WaitReason.PENALTY, 30)


async def test_everybody_in_the_line_is_told_of_a_penalty(line: WaitingCallers) -> None:
    await line.penalised(30)
    await line.send_many(3)
    told = [round(waits[0].seconds) for waits in line.told.values()]
    assert len(told) >= 2, "the last one may come when it is over"
    assert set(told) == {30}


async def test_a_penalty_of_one_group_stops_no_other(line: WaitingCallers) -> None:
    await line.penalised(30)
    async with line.turn("Auth"):
        assert line.clock.seconds == line.began


async def test_a_penalty_of_more_than_an_hour_is_not_waited_out(line: WaitingCallers) -> None:
    await line.penalised(3601)
    with pytest.raises(Limited, match="Try again later"):
        await line.send()
    assert line.clock.seconds == line.began


async def test_who_gave_up_does_not_hold_up_the_others(line: WaitingCallers) -> None:
    await line.penalised(3601)
    with pytest.raises(Limited):
        await line.send(1)
    line.clock.passes(3601)
    await line.send(2)
    assert [name for name, _ in line.left] == [2]


async def test_what_the_headers_allow_is_obeyed_from_then_on(line: WaitingCallers) -> None:
    await line.send(headers=limits(2, 1, 10))
    await line.send_many(4)
    assert [round(at) for at in line.times] == [0, 0, 10, 10, 20]


async def test_more_room_is_used_as_soon_as_it_is_known(line: WaitingCallers) -> None:
    await line.send(headers=limits(40, 39, 60))
    await line.send_many(39)
    assert set(line.times) == {0.0}


async def test_requests_of_others_on_the_same_account_are_counted(line: WaitingCallers) -> None:
    await line.send(headers=limits(LIMIT, 2, WINDOW))
    await line.send_many(3)
    assert [round(at) for at in line.times] == [0, 0, 0, 60]


async def test_a_call_that_counts_in_another_group_waits_there_from_then_on(line: WaitingCallers) -> None:
    await line.send(headers={**limits(1, 0, 10), "X-Rate-Limit-Group": "webinars"})
    await line.send()
    assert line.times[1] >= 10
    async with line.rate_limiter.turn("list", "Heavy", Caller(id="list", asked_at=line.clock())):
        assert line.clock.seconds - line.began < 11, "the documented group is still free"


async def test_which_group_a_call_counts_in_is_known_after_a_restart(database: Database) -> None:
    earlier = WaitingCallers(database)
    async with earlier.rate_limiter:
        await earlier.send(headers={**limits(1, 0, 10), "X-Rate-Limit-Group": "webinars"})
    later = WaitingCallers(database)
    async with later.rate_limiter:
        await later.send()
    assert later.times[0] >= 10


async def test_people_go_before_work_in_the_background(line: WaitingCallers) -> None:
    await line.send_many(LIMIT)
    background = asyncio.create_task(line.send(100, priority=Priority.BACKGROUND))
    await asyncio.sleep(0)
    await line.send_many(3)
    await background
    assert [name for name, _ in line.left[LIMIT:]][-1] == 100


async def test_work_in_the_background_goes_before_those_who_come_five_minutes_later(
    line: WaitingCallers,
) -> None:
    await line.send(headers=limits(1, 0, 400))
    background = asyncio.create_task(line.send(100, priority=Priority.BACKGROUND))
    late = asyncio.create_task(line.send(1, asked_at=line.clock() + timedelta(minutes=5, seconds=1)))
    await asyncio.gather(background, late)
    assert [name for name, _ in line.left] == [0, 100, 1]


async def test_a_crowd_goes_after_everybody_else_whenever_they_come(line: WaitingCallers) -> None:
    await line.send_many(LIMIT)
    crowd = asyncio.create_task(line.send(100, priority=Priority.CROWD))
    await asyncio.sleep(0)
    later = line.clock() + timedelta(days=1)
    others = [line.send(1, asked_at=later), line.send(2, asked_at=later, priority=Priority.BACKGROUND)]
    await asyncio.gather(crowd, *others)
    assert [name for name, _ in line.left[LIMIT:]][-1] == 100


async def test_room_for_somebody_who_is_about_to_ask_keeps_a_crowd_back_and_nobody_else(
    line: WaitingCallers,
) -> None:
    await line.send_many(LIMIT - 2)
    foreseen = Caller(id="form", asked_at=line.clock(), calls=2, priority=Priority.FORESEEN)
    await line.rate_limiter.keep_places(foreseen, kept=30)
    crowd = asyncio.create_task(line.send(100, priority=Priority.CROWD))
    await line.send(1)
    assert line.left[-1][0] == 1, "a person does not wait for it"
    await crowd
    name, at = line.left[-1]
    assert name == 100
    assert at == pytest.approx(30, abs=1), "a crowd does, as long as it is kept"


async def test_all_together_keep_no_more_room_than_one_needs(line: WaitingCallers) -> None:
    for form in range(4):
        foreseen = Caller(id=f"foreseen:{form}", asked_at=line.clock(), calls=3, priority=Priority.FORESEEN)
        await line.rate_limiter.keep_places(foreseen, kept=30, most=3)
    await line.send_many(LIMIT - 4)
    await line.send(100, priority=Priority.CROWD)
    name, at = line.left[-1]
    assert name == 100
    assert at == pytest.approx(0, abs=1), "else a crowd would come to a halt"


async def test_an_errand_that_has_begun_is_finished_before_the_next_begins(line: WaitingCallers) -> None:
    await line.send(headers=limits(2, 1, 60))
    left: list[str] = []

    async def both(name: str, asked_at: datetime) -> None:
        for calls in (2, 1):
            async with line.turn(id=name, asked_at=asked_at, calls=calls):
                left.append(name)

    now = line.clock()
    await asyncio.gather(both("a", now), both("b", now + timedelta(seconds=1)))
    assert left == ["a", "a", "b", "b"]


async def test_what_is_told_stays_true_while_people_wait(line: WaitingCallers) -> None:
    await line.send(headers=limits(1, 0, 60))
    told: list[tuple[float, float]] = []

    async def tell(wait: Wait) -> None:
        told.append((line.clock.seconds, wait.seconds))

    await asyncio.gather(
        line.send(), line.send(), line.send(7, tell=tell, asked_at=line.clock() + timedelta(seconds=1))
    )
    (done,) = [line.began + at for name, at in line.left if name == 7]
    assert len(told) >= 5
    for at, seconds in told:
        assert at + seconds == pytest.approx(done, abs=2 + 0.2 * (done - at))


async def test_a_turn_is_taken_back_when_a_penalty_comes_before_the_request_leaves(
    line: WaitingCallers,
) -> None:
    async with line.turn() as turn:
        assert await turn.holds()
        await line.penalised(30)
        assert not await turn.holds()


async def test_when_the_database_fails_those_who_wait_hear_of_it(
    line: WaitingCallers, database: Database
) -> None:
    async with database.transaction() as connection:
        await connection.execute(text("DROP TABLE rate_line"))
    with pytest.raises(SQLAlchemyError):
        await line.send()


@pytest.mark.parametrize("group", ["heavy", "Heavy", "HEAVY"])
async def test_what_is_said_of_this_group_is_obeyed_however_it_is_spelt(
    line: WaitingCallers, group: str
) -> None:
    await line.send(headers={**limits(1, 0, 10), "X-Rate-Limit-Group": group})
    await line.send()
    assert line.times[1] >= 10


@pytest.mark.parametrize(
    "headers",
    [
        {},
        limits(2, 0, None),
        limits(None, 0, 10),
        limits(2, None, 10),
        limits("two", 0, 10),
        limits(2, "none", 10),
        limits(2, 0, "ten"),
        limits(0, 0, 10),
        limits(-2, 0, 10),
        limits(2, 0, 0),
        limits(2, 0, "nan"),
    ],
)
async def test_headers_that_say_nothing_usable_change_nothing(
    line: WaitingCallers, headers: dict[str, str]
) -> None:
    await line.send(headers=headers)
    await line.send_many(LIMIT - 1)
    assert line.times == [0.0] * LIMIT


async def test_who_leaves_the_line_does_not_hold_up_the_others(line: WaitingCallers) -> None:
    await line.send_many(LIMIT)
    waiting = [
        asyncio.create_task(line.send(name, asked_at=line.clock() + timedelta(seconds=name)))
        for name in (10, 11, 12)
    ]
    await asyncio.sleep(0)
    waiting[1].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert [name for name, _ in line.left[LIMIT:]] == [10, 12]


async def test_a_request_that_fails_counts_all_the_same(line: WaitingCallers) -> None:
    for _ in range(LIMIT):
        with pytest.raises(OSError, match="cut"):
            await line.send_and_fail()
    await line.send()
    assert line.times[-1] >= WINDOW


async def test_a_request_whose_answer_took_long_counts_from_the_answer(line: WaitingCallers) -> None:
    for _ in range(LIMIT):
        async with line.turn():
            line.clock.passes(1)
    await line.send()
    assert line.times == [pytest.approx(LIMIT + WINDOW - LIMIT + 1, abs=0.1)]


async def test_two_processes_on_one_database_share_the_budget(
    line: WaitingCallers, database: Database
) -> None:
    other = WaitingCallers(database)
    for _ in range(LIMIT):
        await other.send()
    await line.send()
    assert line.times[0] >= WINDOW
