"""An open database, and all that is kept in it."""

from collections.abc import AsyncIterator

import pytest

from bot.storage import Cipher, Database, open_database
from bot.storage.stores import Stores
from bot.wiring import build_stores
from tests.bot.virtual_time import VirtualTime


@pytest.fixture
def clock() -> VirtualTime:
    return VirtualTime()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database, on SQLite and on PostgreSQL."""
    async with open_database(database_url) as database:
        yield database


@pytest.fixture
def stores(database: Database, clock: VirtualTime) -> Stores:
    return build_stores(database, Cipher("a secret"), clock)
