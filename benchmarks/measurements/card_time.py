"""The time from a form that was sent off to its card, beyond the calls that it has to wait for."""

import tempfile
from collections import defaultdict
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from benchmarks.figures import table
from benchmarks.measurements.programs import Program, settings, the_bot
from benchmarks.measurements.timed_servers import HOSTS, TimedCreation, TimedServers, stage
from tests.databases import postgresql_database, sqlite_database

_TIMES: Final = 24
_LATENCIES: Final = (0.0, 0.2)
_AIM: Final = 0.060


async def measure_card_time() -> str:
    """The table, on both databases."""
    done: dict[tuple[str, float], list[TimedCreation]] = defaultdict(list)
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(stage())
        bots = await both(place, stack)
        for number in range(-2, _TIMES):
            for name, bot in bots.items():
                for latency in _LATENCIES if number >= 0 else (0.0,):
                    created = await place.create(bot, latency)
                    if number >= 0:
                        done[name, latency].append(created)
            if number % 5 == 4:
                print(f"card: {number + 1} of {_TIMES}", flush=True)
    return _table(done)


async def both(place: TimedServers, stack: AsyncExitStack, module: str = "bot") -> dict[str, Program]:
    """A bot on each database, at work until the stack closes."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    urls = {"SQLite": sqlite_database(folder), "PostgreSQL": stack.enter_context(postgresql_database())}
    bots = {}
    for (name, url), jwt in zip(urls.items(), HOSTS, strict=False):
        told = settings(place.slack.url, place.ringcentral.url, url, jwt)
        bots[name] = await stack.enter_async_context(the_bot(told, folder, module).running())
    return bots


def _table(done: dict[tuple[str, float], list[TimedCreation]]) -> str:
    head = (
        "database",
        "each call answers after",
        "form sent off → card, median",
        "p90",
        "calls before the card",
        "all calls",
        "above their sum, median",
        "p90",
    )
    rows = [
        (
            name,
            f"{latency * 1000:.0f} ms",
            _ms(median(one.took for one in created)),
            _ms(_p90([one.took for one in created])),
            len(created[0].calls),
            _ms(median(one.waited for one in created)),
            _ms(median(one.own for one in created)),
            _ms(_p90([one.own for one in created])),
        )
        for (name, latency), created in sorted(done.items())
    ]
    calls = ", ".join(f"`{path.rpartition('/')[2]}`" for path in next(iter(done.values()))[0].calls)
    note = (
        f"{_TIMES} creations of an all-hands in one channel each, by turns, one at a time; the calls are {calls}. "
        f"Aim: at most {_ms(_AIM)} above their sum."
    )
    return f"{table(head, *rows)}\n\n{note}"


def _p90(values: list[float]) -> float:
    return quantiles(values, n=10, method="inclusive")[8]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
