"""The scene of tests of the workspace."""

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.slack_setup import SlackSetup, a_desk


@pytest.fixture
async def desk() -> AsyncIterator[SlackSetup]:
    async with a_desk() as ready:
        yield ready
