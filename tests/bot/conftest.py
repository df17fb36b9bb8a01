"""The place of work of the tests that need RingCentral, Slack and a database at once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.workplace import Workplace, workplace


@pytest.fixture
async def place(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Workplace]:
    """A place of work on an empty database."""
    async with workplace(tmp_path, sqlite_template) as place:
        yield place
