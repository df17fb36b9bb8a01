"""Under `kill -9`, lost answers and faults everything is made exactly once; a bot that does not look is found out."""

from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.faults import DropAfter
from tests.databases import sqlite_database
from tests.load.chaos import run_chaos
from tests.load.chaos_plan import ChaosPlan

UNQUIET = ChaosPlan(creations=12, kills=3, people=6, minutes=1.5, settle=0.5)
UNLUCKY = ChaosPlan(
    creations=2,
    kills=0,
    people=2,
    minutes=1,
    settle=0.5,
    at_ringcentral=[DropAfter(method="POST", path="/webinars$")],
    at_slack=[],
)


@pytest.mark.timeout(600)
async def test_whatever_dies_each_webinar_is_there_once_with_its_cards_and_messages(
    database_url: str, tmp_path: Path
) -> None:
    plan = UNQUIET
    if database_url.startswith("postgresql"):
        plan = replace(plan, workers=2, restarts=1)
    after = await run_chaos(plan, database_url, tmp_path, print)
    assert after.complaints == []
    assert (after.created, after.kills) == (12, 3)
    assert after.faults > 0


async def test_a_lost_answer_alone_doubles_nothing(tmp_path: Path) -> None:
    after = await run_chaos(UNLUCKY, sqlite_database(tmp_path), tmp_path, print)
    assert after.complaints == []
    assert after.faults == 1


async def test_a_bot_that_does_not_look_before_it_sends_again_is_found_out(tmp_path: Path) -> None:
    careless = replace(UNLUCKY, program="tests.load.bot_without_lookup")
    after = await run_chaos(careless, sqlite_database(tmp_path), tmp_path, print)
    assert "3 webinars called “Town hall 0”, and 2 were asked for" in after.complaints
    assert "a webinar without a session: “Town hall 0”" in after.complaints
