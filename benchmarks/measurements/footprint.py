"""The memory that the bot takes, and the time that it takes to start, with few and with many webinars."""

import asyncio
import sys
import time
from collections import defaultdict
from statistics import median
from typing import Final

from benchmarks.figures import table
from benchmarks.measurements.databases import FilledDatabase, filled_databases
from benchmarks.measurements.programs import inherited
from benchmarks.measurements.timed_servers import TimedServers, stage
from tests.office import ROOT

_MANY: Final = 10_000
_STARTS: Final = 3
_CREATIONS: Final = 20


async def measure_memory() -> str:
    """The memory with one webinar and with many, at rest and after work."""
    head = ("database", "webinars", "at rest", f"after {_CREATIONS} creations", "growth")
    async with stage() as place, filled_databases(place, 1, _MANY) as stocks:
        rows = [await _weighed(place, stock) for stock in stocks]
    return table(head, *rows)


async def measure_start() -> str:
    """The seconds from the start of the process until it is ready."""
    took: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    await _importing()
    imports: list[float] = []
    async with stage() as place, filled_databases(place, 1, _MANY) as stocks:
        for number in range(_STARTS):
            imports.append(await _importing())
            for stock in stocks:
                took[stock.kind, f"{stock.webinars:,}"].append(await _started(stock))
            async with filled_databases(place, 0) as empty:
                for stock in empty:
                    took[stock.kind, "0, tables made"].append(await _started(stock))
            print(f"start: {number + 1} of {_STARTS}", flush=True)
    return _starts(took, median(imports))


async def _weighed(place: TimedServers, stock: FilledDatabase) -> tuple[object, ...]:
    async with stock.bot().running() as bot:
        rest = await bot.resident()
        for _ in range(_CREATIONS):
            await place.create(bot)
        busy = await bot.resident()
    print(f"memory: {stock.kind} with {stock.webinars} webinars", flush=True)
    return stock.kind, f"{stock.webinars:,}", f"{rest:.0f} MB", f"{busy:.0f} MB", f"× {busy / rest:.2f}"


async def _started(stock: FilledDatabase) -> float:
    bot = stock.bot()
    try:
        return await bot.start()
    finally:
        await bot.stop()


async def _importing() -> float:
    """The seconds that Python takes to import the bot."""
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "import os, bot.__main__; os._exit(0)"), env=inherited(), cwd=ROOT
    )
    await process.wait()
    return time.perf_counter() - began


def _starts(took: dict[tuple[str, str], list[float]], imports: float) -> str:
    head = ("database", "webinars", "process started → ready", "of that importing", "the rest")
    rows = [
        (kind, webinars, _s(median(starts)), _s(imports), _s(median(starts) - imports))
        for (kind, webinars), starts in sorted(took.items(), reverse=True)
    ]
    note = f"Median of {_STARTS}, by turns; importing is measured by itself. Aim: the rest below 2 s."
    return f"{table(head, *rows)}\n\n{note}"


def _s(seconds: float) -> str:
    return f"{seconds:.2f} s"
