"""The time until `/webinar` is acknowledged under load, against a bare Bolt app: rounds by turns, so noise hits all."""

import tempfile
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.figures import table
from benchmarks.measurements.programs import Program, settings, the_bot
from benchmarks.measurements.signed_requests import RequestRound, forms_opened, type_webinar
from tests.bot_process import environment
from tests.databases import sqlite_database

AT_ONCE: Final = 50
_REQUESTS: Final = 500
_ROUNDS: Final = 8
_BARE: Final = "bare Bolt app"
_BOT: Final = "the bot"
_NEW: Final = "the bot, everybody for the first time"
_ONLY: Final = "bare Bolt app that only acknowledges"


async def measure_acknowledgement() -> str:
    """The table of all contestants."""
    rounds: dict[str, list[RequestRound]] = {_BARE: [], _BOT: [], _NEW: [], _ONLY: []}
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        slack = await stack.enter_async_context(
            Program("benchmarks.measurements.minimal_servers", folder=folder).running()
        )
        programs = contestants(slack.url, folder)
        for program in dict.fromkeys(programs.values()):
            await stack.enter_async_context(program.running())
            await type_webinar(program.url, requests=_REQUESTS // 2, at_once=AT_ONCE)
        for number in range(_ROUNDS):
            for name, program in programs.items():
                rounds[name].append(await _round(name, program, slack))
            print(_progress(number, rounds), flush=True)
    return _table(rounds)


def contestants(slack_url: str, folder: Path) -> dict[str, Program]:
    """The programs that are measured, each a process of its own."""
    told = settings(slack_url, slack_url, sqlite_database(folder))
    bare = environment(told, HOST="127.0.0.1")
    bot = the_bot(told, folder)
    return {
        _BARE: Program("benchmarks.measurements.bare_bolt_app", folder=folder, variables=bare),
        _BOT: bot,
        _NEW: bot,
        _ONLY: Program("benchmarks.measurements.bare_bolt_app", "--only-ack", folder=folder, variables=bare),
    }


async def _round(name: str, program: Program, slack: Program) -> RequestRound:
    """One round, which ends when all its forms are open."""
    before = await forms_opened(slack.url)
    done = await type_webinar(program.url, requests=_REQUESTS, at_once=AT_ONCE, strangers=name == _NEW)
    if name != _ONLY:
        await forms_opened(slack.url, until=before + _REQUESTS)
    return done


def _progress(number: int, rounds: Mapping[str, list[RequestRound]]) -> str:
    said = ", ".join(f"{name} {one[-1].rate:.0f}/s" for name, one in rounds.items())
    return f"ack, round {number + 1} of {_ROUNDS}: {said}"


def _table(rounds: Mapping[str, list[RequestRound]]) -> str:
    """The middle of all rounds, and how it stands to the bare app's."""
    bare_rate, bare_late = _rate(rounds[_BARE]), _percentile(rounds[_BARE], 99)
    head = ("", "acknowledged a second", "of bare", "median", "p99", "p99 of bare")
    rows = [
        (
            name,
            f"{_rate(done):.0f}",
            f"{_rate(done) / bare_rate:.2f}",
            f"{_percentile(done, 50) * 1000:.0f} ms",
            f"{_percentile(done, 99) * 1000:.0f} ms",
            f"{_percentile(done, 99) / bare_late:.2f}",
        )
        for name, done in rounds.items()
    ]
    note = (
        f"{AT_ONCE} requests at a time, {_ROUNDS} rounds of {_REQUESTS} by turns, the middle of the rounds. "
        "Aims for the bot: at least 0.80 of the bare app's rate, at most 1.25 of its p99."
    )
    return f"{table(head, *rows)}\n\n{note}"


def _rate(rounds: list[RequestRound]) -> float:
    return median(done.rate for done in rounds)


def _percentile(rounds: list[RequestRound], percent: int) -> float:
    return median(done.percentile(percent) for done in rounds)
