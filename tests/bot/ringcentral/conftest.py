"""The stage of the client's tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.ringcentral.local_api import LocalApi, connected


@pytest.fixture
async def local_api(tmp_path: Path) -> AsyncIterator[LocalApi]:
    """A client that is connected to the API."""
    async with connected(tmp_path) as local_api:
        yield local_api
