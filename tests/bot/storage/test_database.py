"""Opening the database: its tables are up to date, and on SQLite one process works at a time."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from bot import storage
from bot.errors import AlreadyRunning, OperatorCanFix
from bot.storage import Database, open_database
from bot.storage.schema import attempts, metadata
from tests.databases import need_postgresql, postgresql_database, sqlite_database

MIGRATIONS = Path(storage.__file__).with_name("migrations")
OPEN = """
import asyncio, sys
from bot.storage import open_database

async def main():
    async with open_database(sys.argv[1]):
        print("opened")

asyncio.run(main())
"""


@pytest.fixture
def postgresql_url() -> Iterator[str]:
    """An empty PostgreSQL database, for what only several workers can do."""
    need_postgresql()
    with postgresql_database() as url:
        yield url


def differences(connection: Connection) -> list[Any]:
    """The changes that a migration would have to make, for the tables to be as the schema has them."""
    return list(
        compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    )


async def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path, postgresql_url: str) -> None:
    for url in (sqlite_database(tmp_path), postgresql_url):
        async with open_database(url) as database, database.transaction() as connection:
            assert await connection.run_sync(differences) == []


async def test_an_instant_comes_back_as_the_same_instant(database: Database) -> None:
    there = datetime(2026, 12, 1, 15, 0, 0, 123_456, tzinfo=timezone(timedelta(hours=-5)))
    async with database.transaction() as connection:
        await connection.execute(insert(attempts).values(key="k", first_at=there, last_at=there))
        found = await connection.scalar(select(attempts.c.first_at))
    assert found == there
    assert found.utcoffset() == timedelta()


async def write(database: Database, *keys: str) -> None:
    """Write rows in one transaction."""
    now = datetime.now(UTC)
    async with database.transaction() as connection:
        for key in keys:
            await connection.execute(insert(attempts).values(key=key, first_at=now, last_at=now))


async def written(database: Database) -> list[str]:
    async with database.transaction() as connection:
        return list(await connection.scalars(select(attempts.c.key).order_by(attempts.c.key)))


async def test_an_up_to_date_database_opens_with_what_is_in_it(database_url: str) -> None:
    async with open_database(database_url) as database:
        await write(database, "one")
    async with open_database(database_url) as database:
        assert await written(database) == ["one"]


async def test_what_fails_midway_has_not_happened(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await write(database, "one", "two", "one")
    assert await written(database) == []


async def test_a_database_that_answers_says_so(database: Database) -> None:
    await database.answers()


async def test_many_write_at_once_and_none_is_turned_away(database: Database) -> None:
    await asyncio.gather(*(write(database, f"{number}") for number in range(30)))
    assert len(await written(database)) == 30


async def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    url = sqlite_database(tmp_path)
    async with open_database(url):
        second = await asyncio.to_thread(
            subprocess.run, [sys.executable, "-c", OPEN, url], capture_output=True, text=True, check=False
        )
    assert second.returncode
    assert "AlreadyRunning: Another process runs on webinars.sqlite" in second.stderr


async def test_a_second_opening_in_the_same_process_is_refused(tmp_path: Path) -> None:
    url = sqlite_database(tmp_path)
    async with open_database(url):
        with pytest.raises(AlreadyRunning, match="set DATABASE_URL to a postgresql:// address"):
            async with open_database(url):
                pass


async def test_after_the_first_process_ended_the_next_may_open(tmp_path: Path) -> None:
    url = sqlite_database(tmp_path)
    for _ in range(2):
        async with open_database(url) as database:
            await database.answers()


async def test_a_second_worker_of_the_same_name_is_refused(postgresql_url: str) -> None:
    async with open_database(postgresql_url, "worker-1"):
        with pytest.raises(AlreadyRunning, match="Another worker called worker-1"):
            async with open_database(postgresql_url, "worker-1"):
                pass


async def test_workers_of_different_names_share_a_database(postgresql_url: str) -> None:
    async with (
        open_database(postgresql_url, "worker-1") as one,
        open_database(postgresql_url, "worker-2") as two,
    ):
        await write(one, "one")
        assert await written(two) == ["one"]


async def test_after_a_worker_ended_its_name_is_free_again(postgresql_url: str) -> None:
    for _ in range(2):
        async with open_database(postgresql_url, "worker-1") as database:
            await database.answers()


async def test_sqlite_survives_the_loss_of_power(tmp_path: Path) -> None:
    async with open_database(sqlite_database(tmp_path)) as database, database.transaction() as connection:
        assert await connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert await connection.scalar(text("PRAGMA synchronous")) == 2


async def test_a_deploy_can_be_taken_back(database_url: str) -> None:
    async with open_database(database_url) as database, database.transaction() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await connection.execute(text("ALTER TABLE attempts ADD COLUMN of_tomorrow INTEGER"))
    async with open_database(database_url) as database:
        await write(database, "one")
        assert await written(database) == ["one"]


@pytest.mark.parametrize("url", ["sqlite:///", "sqlite:///:memory:"])
async def test_a_database_that_forgets_everything_is_refused(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OperatorCanFix):
        async with open_database(url):
            pass


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("sqlite:////no/such/folder/webinars.sqlite", id="no folder"),
        pytest.param("postgresql://nobody@127.0.0.1:9/webinars", id="no server"),
        pytest.param("postgresql://127.0.0.1:port/webinars", id="no address"),
    ],
)
async def test_a_database_that_cannot_be_opened_says_what_to_put_right(url: str) -> None:
    with pytest.raises(OperatorCanFix):
        async with open_database(url):
            pass


def columns_of(connection: Connection) -> dict[str, dict[str, bool]]:
    """Every table's columns, and whether a row can do without each."""
    found = inspect(connection)
    return {
        table: {
            column["name"]: column["nullable"] or column["default"] is not None
            for column in found.get_columns(table)
        }
        for table in found.get_table_names()
        if table != "alembic_version"
    }


def test_every_migration_only_adds_so_that_the_code_before_it_goes_on_working() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine("sqlite://")
    before: dict[str, dict[str, bool]] = {}
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        for script in reversed(list(scripts.walk_revisions())):
            command.upgrade(config, script.revision)
            after = columns_of(connection)
            for table, columns in before.items():
                assert columns.keys() <= after[table].keys()
                added = after[table].keys() - columns.keys()
                assert all(after[table][column] for column in added), "old code does not fill it"
            before = after
    engine.dispose()
    assert len(before) >= 10
