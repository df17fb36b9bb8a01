"""A permit: the right to send one request, and the lesson of its answer."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.rate_limit.permit import DEFAULTS, LONGEST, GrantedPermit, reported_limit
from bot.storage import open_database
from bot.storage.rate_limits import Allowance, RateLimitStore, ReportedLimit
from bot.storage.rate_queue import QueueEntry
from tests.databases import sqlite_database

NOW = 1_000_000.0
ANSWER = {"X-Rate-Limit-Limit": "10", "X-Rate-Limit-Remaining": "9", "X-Rate-Limit-Window": "60"}


@pytest.fixture
async def store(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[RateLimitStore]:
    async with open_database(sqlite_database(tmp_path, like=sqlite_template)) as database:
        yield RateLimitStore(database, "account")


async def granted(store: RateLimitStore) -> GrantedPermit:
    """A permit for one Heavy request."""
    entry = QueueEntry(id="call", caller="work", rank=1.0)
    advance = await store.advance("Heavy", DEFAULTS["Heavy"], NOW, NOW + 20, [entry])
    return GrantedPermit(store, "Heavy", "createWebinar", advance.granted["call"], lambda: NOW)


async def room(store: RateLimitStore) -> int:
    """The number of requests that may leave now."""
    state = (await store.advance("Heavy", DEFAULTS["Heavy"], NOW, NOW + 20, [])).standing
    return state.room


async def test_a_permit_holds_while_there_is_no_penalty(store: RateLimitStore) -> None:
    permit = await granted(store)
    assert await permit.holds()
    assert await room(store) == 9, "it counts from now on"


async def test_a_penalty_that_came_meanwhile_takes_the_permit_back(store: RateLimitStore) -> None:
    permit = await granted(store)
    await store.penalise("Heavy", NOW + 1)
    assert not await permit.holds()
    assert not await permit.holds(), "asking twice gives nothing back twice"
    assert await room(store) == 10


async def test_a_penalty_that_ends_now_is_over(store: RateLimitStore) -> None:
    permit = await granted(store)
    await store.penalise("Heavy", NOW)
    assert await permit.holds()


async def test_a_429_stops_everybody_for_so_many_seconds(store: RateLimitStore) -> None:
    permit = await granted(store)
    await permit.penalised(30)
    assert await store.penalty_until("Heavy") == NOW + 30


@pytest.mark.parametrize("missing", list(ANSWER))
def test_an_answer_without_one_of_the_headers_teaches_nothing(missing: str) -> None:
    answer = {name: value for name, value in ANSWER.items() if name != missing}
    assert reported_limit(answer, "Heavy") is None


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Rate-Limit-Limit", "0"),
        ("X-Rate-Limit-Limit", "many"),
        ("X-Rate-Limit-Window", "0"),
        ("X-Rate-Limit-Window", f"{LONGEST:g}"),
        ("X-Rate-Limit-Remaining", ""),
    ],
)
def test_headers_that_make_no_sense_teach_nothing(header: str, value: str) -> None:
    assert reported_limit({**ANSWER, header: value}, "Heavy") is None


def test_headers_are_taken_over() -> None:
    told = ReportedLimit(allowance=Allowance(limit=10, window=60), remaining=9)
    assert reported_limit(ANSWER, "Heavy") == told
    assert reported_limit({**ANSWER, "X-Rate-Limit-Group": "heavy"}, "Heavy") == told
    longest = reported_limit({**ANSWER, "X-Rate-Limit-Window": "3599"}, "Heavy")
    assert longest is not None
    assert longest.allowance.window == 3599
    assert reported_limit({**ANSWER, "X-Rate-Limit-Limit": "1"}, "Heavy") is not None


async def test_a_request_that_counted_in_another_group_says_so(store: RateLimitStore) -> None:
    permit = await granted(store)
    permit.answered({**ANSWER, "X-Rate-Limit-Group": "MEDIUM"})
    assert permit.renamed == "Medium"


async def test_the_name_of_a_group_is_as_long_as_its_column(store: RateLimitStore) -> None:
    permit = await granted(store)
    permit.answered({**ANSWER, "X-Rate-Limit-Group": "X" * 40})
    assert permit.renamed == "x" * 32


async def test_a_request_that_was_not_answered_counted_where_it_was_expected(store: RateLimitStore) -> None:
    assert (await granted(store)).renamed is None
