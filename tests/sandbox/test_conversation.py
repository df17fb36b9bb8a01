"""Talking with the bot on a terminal: acts, draft and what comes of it stand there after each line."""

import asyncio
import sys
from collections.abc import Sequence

import pytest

from sandbox.environment import ROOT
from sandbox.timeouts import extended
from tests.sandbox.test_start import need_locked_environment

LINES = (
    "Pricing workshop on Thursday at 2pm for 45 minutes",
    "make it friday, password is Secret123",
    "press Create",
    "move the pricing workshop to 4pm",
    "press Yes, move",
    "when is my next webinar?",
    "press Nothing",
)


async def told(module: str, arguments: Sequence[str], lines: Sequence[str]) -> str:
    """Return what a terminal shows when somebody types these lines."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *arguments),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(extended(60)):
        out, _ = await process.communicate("".join(f"{line}\n" for line in lines).encode())
    assert process.returncode == 0
    return out.decode()


async def test_a_webinar_is_created_and_moved_on_a_terminal() -> None:
    need_locked_environment()
    shown = await told("bot.conversation", [], LINES)
    for each in (
        "acts   begin\n:memo: *Draft: Pricing workshop*",
        "acts   change_draft(set_start, set_setting)",
        "Changed: Friday",
        "Created: Pricing workshop",
        "acts   manage_webinar(move, set_start)",
        "(Yes, move it)",
        "acts   ask_webinars(when)",
        "4:00 PM in New York",
        "There is no button “Nothing”.",
    ):
        assert each in shown, shown


@pytest.mark.parametrize(
    ("arguments", "lines", "shows"),
    [
        ([], ["Demo on 2031-03-04 at 3pm", "half an hour longer"], ["act    Begin", '"duration":"PT1H30M"']),
        (["de-DE", "Europe/Berlin"], ["Schulung am 4.3.2031 um 14 Uhr"], ['"title":"Schulung"']),
    ],
)
async def test_alone_it_shows_what_is_read_without_slack(
    arguments: list[str], lines: list[str], shows: list[str]
) -> None:
    shown = await told("bot.conversation", ["--alone", *arguments], lines)
    for each in shows:
        assert each in shown, shown
