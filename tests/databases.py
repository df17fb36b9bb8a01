"""A fresh database for each test, on SQLite and on PostgreSQL."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from bot.storage import Cipher, open_database
from bot.workflows.engine import Engine

SERVER = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


def postgresql_answers() -> bool:
    """True when there is a PostgreSQL to test on."""
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def need_postgresql() -> None:
    """Skip the test where there is no PostgreSQL; under CI that is a failure."""
    if postgresql_answers():
        return
    said = f"no PostgreSQL answers at {SERVER.rpartition('@')[2]}; TEST_POSTGRESQL_URL names another"
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)


@contextmanager
def postgresql_database() -> Iterator[str]:
    """An empty PostgreSQL database, dropped afterwards; gives its address."""
    name = f"webinars_test_{uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{SERVER.rpartition('/')[0]}/{name}"
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def break_connections(url: str) -> None:
    """Break every connection to a PostgreSQL database, as its restart does."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            [url.rpartition("/")[2]],
        )


class PostgreSQLAgain:
    """A migrated PostgreSQL database for many tests: emptying it takes a fraction of what making one takes."""

    def __init__(self, url: str) -> None:
        self._url = migrated(url)
        name = sql.Identifier(url.rpartition("/")[2])
        with psycopg.connect(url) as connection:
            connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(name))
            self._tables = [sql.Identifier(*row) for row in connection.execute(_TABLES).fetchall()]
            connection.execute("CREATE SCHEMA kept")
            for number, table in enumerate(self._tables):
                connection.execute(sql.SQL("CREATE TABLE {} AS TABLE {}").format(_kept(number), table))

    def as_new(self) -> str:
        """Its address, once it is as it was made, whoever was still connected."""
        break_connections(self._url)
        with psycopg.connect(self._url) as connection:
            connection.execute("SET session_replication_role = replica")  # tables in any order
            for number, table in enumerate(self._tables):
                connection.execute(sql.SQL("DELETE FROM {}").format(table))
                connection.execute(sql.SQL("INSERT INTO {} TABLE {}").format(table, _kept(number)))
            connection.execute(_COUNT_ANEW)
        return self._url


_TABLES: Final = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'dbos')"
_COUNT_ANEW: Final = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
    WHERE last_value IS NOT NULL
"""


def _kept(number: int) -> sql.Identifier:
    return sql.Identifier("kept", f"table_{number}")


def sqlite_database(folder: Path, like: Path | None = None) -> str:
    """A SQLite database in a folder, empty or like another; gives its address."""
    path = folder / "webinars.sqlite"
    if like is not None:
        shutil.copyfile(like, path)
    return f"sqlite:///{path}"


def migrated(url: str) -> str:
    """The same address, once the bot's tables and the engine's are there: work on it starts sooner."""

    async def migrate() -> None:
        async with open_database(url):
            engine = Engine(url, "template", Cipher("template"))
            engine.start()
            await engine.stop(0)

    asyncio.run(migrate())
    return url
