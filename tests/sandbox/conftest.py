"""The scene of tests of the workspace."""

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.slack_setup import SlackSetup, open_setup


@pytest.fixture
async def setup() -> AsyncIterator[SlackSetup]:
    async with open_setup() as ready:
        yield ready
