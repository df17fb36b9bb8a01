"""Whole dialogues in six languages, played through the real dispatcher over the real wire."""

import asyncio
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sandbox.ringcentral import Limit
from tests.databases import sqlite_database
from tests.language.dialogues import Dialogue, dialogues, settle_cast
from tests.office import open_office, ticking_from

AIM: Final = 0.95
AT_ONCE: Final = 4
ROOMY: Final = {"Heavy": Limit(1000, 60)}


async def play_at(now: str, rows: list[dict[str, Any]], database_url: str, first: int) -> list[Dialogue]:
    """Play all dialogues of one instant in one office."""
    async with open_office(database_url, ticking_from(datetime.fromisoformat(now)), limits=ROOMY) as office:
        settle_cast(office)
        played = [Dialogue(office, row, number) for number, row in enumerate(rows, first)]
        async with office.bot():
            at_once = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(one.play(at_once) for one in played))
        return played


async def test_dialogues_are_held_as_a_colleague_would(tmp_path: Path, sqlite_template: Path) -> None:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in dialogues():
        groups[row["now"]].append(row)
    played: list[Dialogue] = []
    for number, (now, rows) in enumerate(groups.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        url = sqlite_database(folder, like=sqlite_template)
        played += await play_at(now, rows, url, first=10 + 40 * number)
    astray = {
        one.row["id"]: [told for told in one.told if told[0] != "G"]
        for one in played
        if one.verdict != "good"
    }
    assert [one.row["id"] for one in played if one.verdict == "wrong"] == [], astray
    assert len(astray) <= (1 - AIM) * len(played), astray
