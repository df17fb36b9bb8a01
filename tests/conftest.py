"""What every test may ask for."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.logs import set_up
from sandbox.ringcentral import Limit
from tests.databases import migrated, need_postgresql, postgresql_database, sqlite_database
from tests.office import Office, open_office

settings.register_profile("checks", deadline=None, max_examples=30)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "checks"))


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Logs as the bot writes them; structlog's own way of drawing errors takes seconds."""
    set_up("INFO")


@pytest.fixture(scope="session")
def postgresql_template() -> Iterator[str]:
    """The name of a migrated PostgreSQL database, made once for many tests."""
    need_postgresql()
    with postgresql_database() as url:
        yield migrated(url).rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The same test on both databases."""
    if request.param == "sqlite":
        yield sqlite_database(tmp_path)
        return
    with postgresql_database(request.getfixturevalue("postgresql_template")) as url:
        yield url


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
