"""A fresh database for each test, on SQLite and on PostgreSQL."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from bot.storage import Vault, open_database
from bot.workflows.engine import Engine

SERVER = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


def postgresql_answers() -> bool:
    """Whether there is a PostgreSQL to test on."""
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
def postgresql_database(template: str = "template1") -> Iterator[str]:
    """A PostgreSQL database like the template, dropped afterwards; gives its address."""
    name = f"webinars_test_{uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield f"{SERVER.rpartition('/')[0]}/{name}"
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def break_connections(url: str) -> None:
    """Break every connection to a PostgreSQL database, as its restart does."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [url.rpartition("/")[2]],
        )


def sqlite_database(folder: Path) -> str:
    """An empty SQLite database in a folder; gives its address."""
    return f"sqlite:///{folder / 'webinars.sqlite'}"


def migrated(url: str) -> str:
    """The same address, once the bot's tables and the engine's are there: copies of it start sooner."""

    async def migrate() -> None:
        async with open_database(url):
            engine = Engine(url, "template", Vault("template"))
            engine.start()
            await engine.stop(0)

    asyncio.run(migrate())
    return url
