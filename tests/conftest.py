"""The fixtures of every test."""

import gc
import os
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import settings
from sqlalchemy import Dialect, Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from bot.logs import set_up
from sandbox.ringcentral import Limit
from tests.databases import (
    PostgreSQLAgain,
    migrated,
    need_postgresql,
    postgresql_database,
    sqlite_database,
)
from tests.office import Office, open_office

_STATEMENTS: Final = 2000

settings.register_profile("checks", deadline=None, max_examples=30)
settings.register_profile("quick", deadline=None, max_examples=5)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "checks"))


def pytest_collection_finish() -> None:
    """Leave what was imported alone: looking through it for garbage again and again takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Logs as the bot writes them; structlog's own way of drawing errors takes seconds."""
    set_up("INFO")


@pytest.fixture(scope="session", autouse=True)
def authorities_read_once() -> Iterator[None]:
    """Reading whom TLS trusts takes a fifth of what a bot's start takes, and no story speaks TLS."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Each bot opens the database anew, and would compile its hundred statements anew: a tenth of a story's time."""
    compiled: dict[type[Dialect], LRUCache[Any, Any]] = defaultdict(lambda: LRUCache(_STATEMENTS))
    shared = property(lambda engine: compiled[type(engine.dialect)], lambda _, __: None)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Engine, "_compiled_cache", shared, raising=False)
        patched.setattr(DefaultDialect, "__hash__", lambda dialect: hash(type(dialect)))
        patched.setattr(DefaultDialect, "__eq__", lambda dialect, other: type(dialect) is type(other))
        yield


@pytest.fixture(scope="session")
def postgresql_again() -> Iterator[PostgreSQLAgain]:
    """A migrated PostgreSQL database, made once for many tests."""
    need_postgresql()
    with postgresql_database() as url:
        yield PostgreSQLAgain(url)


@pytest.fixture
def empty_postgresql() -> Iterator[str]:
    """A PostgreSQL database without any table."""
    need_postgresql()
    with postgresql_database() as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database, made once for many tests."""
    folder = tmp_path_factory.mktemp("template")
    migrated(sqlite_database(folder))
    return folder / "webinars.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same test on both databases."""
    if request.param == "sqlite":
        return sqlite_database(tmp_path, like=request.getfixturevalue("sqlite_template"))
    again: PostgreSQLAgain = request.getfixturevalue("postgresql_again")
    return again.as_new()


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office with the bot at work."""
    async with open_office(database_url) as office, office.bot():
        yield office


@pytest.fixture
async def roomy_office(database_url: str) -> AsyncIterator[Office]:
    """An office whose RingCentral allows more calls than a story with many failures needs."""
    async with open_office(database_url, limits={"Heavy": Limit(100, 60)}) as office, office.bot():
        yield office
