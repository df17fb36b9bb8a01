"""`python -m benchmarks.growth [--webinars N] [--record]`: what people do, with ten and with 10,000 webinars."""

import argparse
import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from statistics import median
from typing import Final, TypeAlias

from benchmarks.figures import made_by, record, table
from benchmarks.measurements.databases import KINDS, filled_databases
from benchmarks.measurements.programs import Program
from benchmarks.measurements.timed_servers import TimedServers, stage

_FEW: Final = 10
_TIMES: Final = 15
_WITHIN: Final = 30.0
Operation: TypeAlias = Callable[[TimedServers, Program], Awaitable[float]]


async def _create(place: TimedServers, bot: Program) -> float:
    return (await place.create(bot)).took


async def _acknowledge(place: TimedServers, _: Program) -> float:
    """The time that `/webinar` took when the last form was opened."""
    return next(sent.seconds for sent in reversed(place.slack.sent) if sent.kind == "command")


async def _list(place: TimedServers, bot: Program) -> float:
    return await _asked(place, bot, "/webinar list")


async def _status(place: TimedServers, bot: Program) -> float:
    return await _asked(place, bot, "/webinar status")


async def _asked(place: TimedServers, bot: Program, command: str) -> float:
    """From the command to its answer."""
    place.slack.request_url = f"{bot.url}/slack/events"
    eve = place.slack.person("U0EVE")
    before, began = len(eve.messages("#all-hands")), time.perf_counter()
    await eve.types(command, channel="#all-hands")
    await eve.sees(lambda: len(eve.messages("#all-hands")) > before, _WITHIN)
    return time.perf_counter() - began


OPERATIONS: Final[dict[str, Operation]] = {
    "form sent off → card": _create,
    "`/webinar` acknowledged": _acknowledge,
    "`/webinar list` → answer": _list,
    "`/webinar status` → answer": _status,
}
"""The measurements at both sizes, in this order; each gives seconds."""


async def _measure(many: int) -> str:
    done: defaultdict[tuple[str, str, int], list[float]] = defaultdict(list)
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(stage())
        stocks = await stack.enter_async_context(filled_databases(place, _FEW, many))
        sizes = {(stock.kind, stock.webinars): stock.size() for stock in stocks}
        bots = [(stock, await stack.enter_async_context(stock.bot().running())) for stock in stocks]
        for number in range(-1, _TIMES):
            for stock, bot in bots:
                for name, operation in OPERATIONS.items():
                    seconds = await operation(place, bot)
                    if number >= 0:
                        done[name, stock.kind, stock.webinars].append(seconds)
            print(f"growth: {number + 1} of {_TIMES}", flush=True)
    return _table(done, sizes, many)


def _table(
    done: dict[tuple[str, str, int], list[float]], sizes: dict[tuple[str, int], float], many: int
) -> str:
    rows: list[tuple[object, ...]] = [("", "database", f"{_FEW} webinars", f"{many:,} webinars", "growth")]
    for name in OPERATIONS:
        for kind in KINDS:
            few, lots = median(done[name, kind, _FEW]), median(done[name, kind, many])
            rows.append((name, kind, f"{few * 1000:.0f} ms", f"{lots * 1000:.0f} ms", f"× {lots / few:.2f}"))
    for kind in KINDS:
        few, lots = sizes[kind, _FEW], sizes[kind, many]
        each = (lots - few) / (many - _FEW)
        rows.append(("on disk", kind, f"{few / 1024:.1f} MB", f"{lots / 1024:.0f} MB", f"{each:.1f} kB each"))
    return f"{table(*rows)}\n\nMedian of {_TIMES}, by turns, one at a time."


def main() -> None:
    """Fill, measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--webinars", type=int, default=10_000, help="the larger size (default 10000)")
    parser.add_argument("--record", action="store_true", help="keep the figures in benchmarks/figures")
    asked = parser.parse_args()
    figures = f"{asyncio.run(_measure(asked.webinars))}\n\n{made_by()}"
    print(f"\n{figures}", flush=True)
    if asked.record:
        record("growth", figures)


if __name__ == "__main__":
    main()
