"""The scene of tests of the workspace."""

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.slack_setup import Desk, a_desk


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with a_desk() as ready:
        yield ready
