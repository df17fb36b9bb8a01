"""What one worker does not know does not undo what another one wrote down."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import SlotLost
from bot.models.rate_limit import Caller
from bot.ringcentral import RingCentral
from bot.storage import open_database
from bot.storage.attempts import Attempt, Attempts
from bot.webinars.exactly_once import ExactlyOnce
from tests.bot.ringcentral.local_api import LocalApi, connected
from tests.databases import sqlite_database


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[LocalApi]:
    async with connected(tmp_path) as stage:
        yield stage


async def test_a_worker_that_was_taken_over_leaves_the_record_of_the_other(
    stage: LocalApi, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    async with open_database(sqlite_database(tmp_path / "other")) as database:
        attempts = Attempts(database, stage.clock)
        once = ExactlyOnce(stage.ringcentral, attempts, stage.clock)

        async def send(_: RingCentral) -> None:
            await attempts.mark_sending("d1:webinar")  # the other worker's
            raise SlotLost("taken over")

        async def look(_: RingCentral, __: Attempt) -> None:
            return None

        caller = Caller(id="d1:0", asked_at=stage.clock())
        with pytest.raises(SlotLost):
            await once.carry_out("d1:webinar", send, look, caller)
        assert await once.unknown("d1:webinar")
