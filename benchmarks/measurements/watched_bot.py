"""`python -m benchmarks.measurements.watched_bot FILE [--bare]`: the bot, or the bare app, with its event loop watched.

FILE gets, in seconds, how late a task that sleeps five milliseconds wakes, and each piece of work that held the
loop up for as long as that; with how long the loop's thread was on the processor meanwhile. What takes long without
that waited for somebody else: a disk, a lock, other programs.
"""

import asyncio
import gc
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Final

import uvicorn
from pydantic import BaseModel

from benchmarks.measurements.bare_bolt_app import configuration
from bot.__main__ import _serve
from bot.logs import set_up
from bot.models.clock import system_clock
from bot.settings import Settings
from bot.storage.availability import DatabaseAvailability

EVERY: Final = 0.005


class LoopSpan(BaseModel):
    """Something that took `seconds`, `used` of them on the processor; `at` in epoch seconds."""

    at: float
    seconds: float
    used: float
    what: str = ""


class WatchedLoop(BaseModel):
    """The observations of one event loop."""

    wakes: list[LoopSpan] = []
    pieces: list[LoopSpan] = []


async def _watch(wakes: list[LoopSpan]) -> None:
    while True:
        began, used = time.perf_counter(), time.thread_time()
        await asyncio.sleep(EVERY)
        late = max(0.0, time.perf_counter() - began - EVERY)
        wakes.append(LoopSpan(at=time.time(), seconds=late, used=time.thread_time() - used))


def _collections() -> Callable[[], str]:
    """Says so when all garbage was collected since it was last asked, which holds up whatever runs."""
    before = 0

    def collected() -> str:
        nonlocal before
        known, before = before, gc.get_stats()[2]["collections"]
        return ", garbage collected" if before > known else ""

    return collected


def _watch_pieces(pieces: list[LoopSpan]) -> None:
    """Time every callback of every loop; asyncio's own debug mode would slow everything down."""
    collected = _collections()
    run = asyncio.Handle._run  # noqa: SLF001 - there is no other place that sees every callback

    def timed(handle: asyncio.Handle) -> None:
        began, used = time.perf_counter(), time.thread_time()
        run(handle)
        took = time.perf_counter() - began
        if took >= EVERY:
            span = LoopSpan(at=time.time(), seconds=took, used=time.thread_time() - used, what=_name(handle))
            pieces.append(span.model_copy(update={"what": f"{span.what}{collected()}"}))

    asyncio.Handle._run = timed  # type: ignore[assignment,method-assign]  # noqa: SLF001


def _name(handle: asyncio.Handle) -> str:
    """The name of a callback, as far as it has one."""
    callback = getattr(handle, "_callback", None)
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, asyncio.Task):
        return str(getattr(owner.get_coro(), "__qualname__", owner.get_name()))
    return str(getattr(callback, "__qualname__", callback))


async def _watched(serving: Coroutine[object, object, None], seen: WatchedLoop) -> None:
    _watch_pieces(seen.pieces)
    watching = asyncio.create_task(_watch(seen.wakes))
    try:
        await serving
    finally:
        watching.cancel()


def _serving() -> Coroutine[object, object, None]:
    """The program that is watched."""
    if "--bare" in sys.argv:
        signal.signal(signal.SIGTERM, lambda *_: None)  # uvicorn raises it once more at the end
        return uvicorn.Server(configuration()).serve()
    settings = Settings.read()
    set_up(settings.log_level)
    return _serve(settings, DatabaseAvailability(system_clock))


def main() -> None:
    """Serve until SIGTERM, and write down what was seen."""
    seen = WatchedLoop()
    asyncio.run(_watched(_serving(), seen))
    Path(sys.argv[1]).write_text(seen.model_dump_json())


if __name__ == "__main__":
    main()
