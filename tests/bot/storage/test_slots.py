"""A slot belongs to the worker whose connection lives, and a worker that was taken over sends nothing."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.errors import AlreadyRunning, SlotLost
from bot.storage import Database, open_database
from bot.storage.attempts import Attempts
from bot.storage.messages import Kind, Messages
from bot.storage.slots import WorkerSlot
from tests.databases import need_postgresql, postgresql_database


@pytest.fixture
def url() -> Iterator[str]:
    need_postgresql()
    with postgresql_database() as url:
        yield url


@pytest.fixture
async def one(url: str) -> AsyncIterator[Database]:
    async with open_database(url, "worker-1") as database:
        yield database


@pytest.fixture
async def other(url: str) -> AsyncIterator[Database]:
    async with open_database(url, "worker-2") as database:
        yield database


def slot_of(database: Database) -> WorkerSlot:
    assert database.slot is not None
    return database.slot


async def cut_off(database: Database) -> None:
    """Break every other connection to this database, as a restart of PostgreSQL does."""
    async with database.transaction() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


async def records(database: Database) -> None:
    """Record that something is about to leave."""
    await Attempts(database, lambda: datetime.now(UTC)).mark_sending("d1:webinar")


async def test_a_live_workers_slot_is_not_to_be_had(one: Database, other: Database) -> None:
    async with slot_of(other).list_gone("worker-1", clear=True) as gone:
        assert not gone
    await records(one)


async def test_the_slot_of_a_worker_that_ended_is_to_be_had(url: str, other: Database) -> None:
    async with open_database(url, "worker-1"):
        pass
    async with slot_of(other).list_gone("worker-1", clear=True) as gone:
        assert gone


async def test_while_it_is_taken_over_its_worker_waits_to_start(url: str, other: Database) -> None:
    async with slot_of(other).list_gone("worker-1", clear=True):
        with pytest.raises(AlreadyRunning):
            async with open_database(url, "worker-1"):
                pass
    async with open_database(url, "worker-1") as back:
        await records(back)


async def test_a_worker_that_was_cut_off_gets_its_slot_again(one: Database, other: Database) -> None:
    await cut_off(other)
    async with asyncio.timeout(20):
        while True:
            async with slot_of(other).list_gone("worker-1", clear=False) as gone:
                if not gone:
                    break
    assert not slot_of(one).lost.is_set()
    await records(one)


async def test_a_worker_that_was_taken_over_lets_nothing_leave(one: Database, other: Database) -> None:
    await cut_off(other)
    async with slot_of(other).list_gone("worker-1", clear=True) as gone:
        assert gone
    with pytest.raises(SlotLost, match="Start this one again"):
        await records(one)
    with pytest.raises(SlotLost):
        await Messages(one, lambda: datetime.now(UTC)).claim("d1:card", "d1", Kind.CARD, "C1")
    await asyncio.wait_for(slot_of(one).lost.wait(), 20)
