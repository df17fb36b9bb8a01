"""The rate budget: first come first served, never beyond the limit, and whoever waits is told for how long."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from bot.errors import Limited
from bot.models.waiting import Wait, WaitReason
from bot.ringcentral import nobody
from bot.services.budget import SharedBudget
from bot.storage import Database, open_database
from bot.storage.rates import Rates
from tests.bot.hourglass import Hourglass
from tests.databases import sqlite_database

TIMEOUT: Final = 20.0
LIMIT: Final = 10
WINDOW: Final = 60.0


class Line:
    """Many who want to send a Heavy request; when each one left, by name, and what they were told."""

    def __init__(self, database: Database, host: str = "host") -> None:
        self.clock = Hourglass()
        self.budget = SharedBudget(Rates(database, host), self.clock, TIMEOUT, self.clock.sleep)
        self.began = self.clock.seconds
        self.left: list[tuple[int, float]] = []
        self.told: dict[int, list[Wait]] = {}

    async def send(self, name: int = 0, headers: Mapping[str, str] | None = None) -> None:
        """Wait for a turn, and send."""

        async def tell(wait: Wait) -> None:
            self.told.setdefault(name, []).append(wait)

        async with self.budget.turn("Heavy", tell) as turn:
            self.left.append((name, self.clock.seconds - self.began))
            await turn.answered(headers or {})

    async def send_and_fail(self) -> None:
        """Wait for a turn, send, and hear nothing."""
        async with self.budget.turn("Heavy", nobody):
            raise OSError("cut")

    async def send_many(self, count: int) -> None:
        """That many send at the same time."""
        async with asyncio.TaskGroup() as group:
            for name in range(count):
                group.create_task(self.send(name))

    async def penalised(self, seconds: float) -> None:
        """Somebody is answered 429."""
        async with self.budget.turn("Heavy", nobody) as turn:
            await turn.penalised(seconds)

    @property
    def times(self) -> list[float]:
        """When the requests left, in seconds since the beginning."""
        return [at for _, at in self.left]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(sqlite_database(tmp_path)) as database:
        yield database


@pytest.fixture
def line(database: Database) -> Line:
    return Line(database)


def limits(limit: object, remaining: object, window: object) -> dict[str, str]:
    """The headers of an answer."""
    told = {"Limit": limit, "Remaining": remaining, "Window": window}
    return {f"X-Rate-Limit-{name}": f"{value}" for name, value in told.items() if value is not None}


async def test_who_comes_first_sends_first(line: Line) -> None:
    await line.send_many(25)
    assert [name for name, _ in line.left] == list(range(25))


async def test_in_no_minute_more_leave_than_are_allowed(line: Line) -> None:
    await line.send_many(35)
    for first, last in zip(line.times, line.times[LIMIT:], strict=False):
        assert last - first >= WINDOW
    assert max(line.times) < 3 * WINDOW + 1


async def test_while_there_is_room_nobody_waits(line: Line) -> None:
    await line.send()
    await line.send_many(LIMIT - 1)
    assert line.times == [0.0] * LIMIT
    assert line.told == {}


async def test_in_a_first_rush_nobody_who_finds_room_is_told_to_wait(database: Database) -> None:
    told = []
    for host in range(10):
        line = Line(database, f"host {host}")
        await line.send_many(LIMIT)
        told.append(line.told)
    assert told == [{}] * 10


async def test_whoever_waits_is_told_for_how_long_and_how_many_go_first(line: Line) -> None:
    for _ in range(LIMIT):
        await line.send()
    await line.send_many(3)
    assert sorted(line.told) == [0, 1, 2]
    for ahead, waits in line.told.items():
        assert (waits[0].reason, waits[0].ahead) == (WaitReason.BUDGET, ahead)
        assert (waits[0].limit, waits[0].window) == (LIMIT, WINDOW)
        assert waits[0].seconds == pytest.approx(WINDOW)


async def test_who_comes_after_a_whole_further_window_is_told_so(line: Line) -> None:
    await line.send_many(2 * LIMIT + 1)
    assert line.told[2 * LIMIT][0].seconds == pytest.approx(2 * WINDOW)
    assert line.left[-1][1] == pytest.approx(2 * WINDOW, abs=1)


async def test_a_wait_that_is_hardly_one_is_not_told(line: Line) -> None:
    await line.send(headers=limits(1, 0, 1.9))
    await line.send()
    assert line.times[1] >= 1.9
    assert line.told == {}


async def test_during_a_penalty_nobody_sends(line: Line) -> None:
    await line.penalised(30)
    await line.send_many(3)
    assert all(30 <= at < 31 for at in line.times)
    assert (line.told[0][0].reason, round(line.told[0][0].seconds)) == (WaitReason.PENALTY, 30)


async def test_everybody_in_the_line_is_told_of_a_penalty(line: Line) -> None:
    await line.penalised(30)
    await line.send_many(3)
    told = [round(waits[0].seconds) for waits in line.told.values()]
    assert len(told) >= 2, "the last one may come when it is over"
    assert set(told) == {30}


async def test_a_penalty_of_one_group_stops_no_other(line: Line) -> None:
    await line.penalised(30)
    async with line.budget.turn("Auth", nobody):
        assert line.clock.seconds == line.began


async def test_a_penalty_of_more_than_an_hour_is_not_waited_out(line: Line) -> None:
    await line.penalised(3601)
    with pytest.raises(Limited, match="Try again later") as limited:
        await line.send()
    assert limited.value.seconds == pytest.approx(3601)
    assert line.clock.slept == []


async def test_who_gave_up_does_not_hold_up_the_others(line: Line) -> None:
    await line.penalised(3601)
    with pytest.raises(Limited):
        await line.send(1)
    line.clock.passes(3601)
    await line.send(2)
    assert [name for name, _ in line.left] == [2]


async def test_what_the_headers_allow_is_obeyed_from_then_on(line: Line) -> None:
    await line.send(headers=limits(2, 1, 10))
    await line.send_many(4)
    assert [round(at) for at in line.times] == [0, 0, 10, 10, 20]


async def test_more_room_is_used_as_soon_as_it_is_known(line: Line) -> None:
    await line.send(headers=limits(40, 39, 60))
    await line.send_many(39)
    assert set(line.times) == {0.0}


async def test_requests_of_others_on_the_same_account_are_counted(line: Line) -> None:
    await line.send(headers=limits(LIMIT, 2, WINDOW))
    await line.send_many(3)
    assert [round(at) for at in line.times] == [0, 0, 0, 60]


async def test_what_is_said_of_another_group_changes_nothing(line: Line) -> None:
    await line.send(headers={**limits(2, 0, 10), "X-Rate-Limit-Group": "light"})
    await line.send_many(LIMIT - 1)
    assert line.times == [0.0] * LIMIT


@pytest.mark.parametrize("group", ["heavy", "Heavy", "HEAVY"])
async def test_what_is_said_of_this_group_is_obeyed_however_it_is_spelt(line: Line, group: str) -> None:
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
async def test_headers_that_say_nothing_usable_change_nothing(line: Line, headers: dict[str, str]) -> None:
    await line.send(headers=headers)
    await line.send_many(LIMIT - 1)
    assert line.times == [0.0] * LIMIT


async def test_who_leaves_the_line_does_not_hold_up_the_others(line: Line) -> None:
    await line.send_many(LIMIT)
    waiting = [asyncio.create_task(line.send(name)) for name in (10, 11, 12)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert [name for name, _ in line.left[LIMIT:]] == [10, 12]


async def test_a_request_that_fails_counts_all_the_same(line: Line) -> None:
    for _ in range(LIMIT):
        with pytest.raises(OSError, match="cut"):
            await line.send_and_fail()
    await line.send()
    assert line.times[-1] >= WINDOW


async def test_a_request_whose_answer_took_long_counts_from_the_answer(line: Line) -> None:
    for _ in range(LIMIT):
        async with line.budget.turn("Heavy", nobody):
            line.clock.passes(1)
    await line.send()
    assert line.times == [pytest.approx(LIMIT + WINDOW - LIMIT + 1, abs=0.1)]


async def test_two_processes_on_one_database_share_the_budget(line: Line, database: Database) -> None:
    other = SharedBudget(Rates(database, "host"), line.clock, TIMEOUT, line.clock.sleep)
    for _ in range(LIMIT):
        async with other.turn("Heavy", nobody):
            pass
    await line.send()
    assert line.times[0] >= WINDOW
