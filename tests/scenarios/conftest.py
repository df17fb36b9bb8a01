"""The fixtures of the stories."""

from collections.abc import AsyncIterator

import pytest

from sandbox.clock import MovableClock
from tests.office import Office
from tests.scenarios.webinar_actions import open_office_in_time


@pytest.fixture
async def in_time(database_url: str) -> AsyncIterator[tuple[Office, MovableClock]]:
    """An office with the bot at work, and its clock, which can be moved."""
    async with open_office_in_time(database_url) as (office, clock), office.bot():
        yield office, clock
