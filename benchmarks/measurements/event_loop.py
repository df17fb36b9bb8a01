"""The time that the bot's event loop is held up: at the start, while forms are opened, and while webinars are made."""

import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Final

from benchmarks.figures import table
from benchmarks.measurements.acknowledgement import AT_ONCE
from benchmarks.measurements.programs import Program, settings, the_bot
from benchmarks.measurements.signed_requests import forms_opened, type_webinar
from benchmarks.measurements.timed_servers import HOSTS, stage
from benchmarks.measurements.watched_bot import LoopSpan, WatchedLoop
from tests.bot_process import environment
from tests.databases import postgresql_database, sqlite_database

_REQUESTS: Final = 500
_ROUNDS: Final = 4
_TIMES: Final = 20
_LIMIT: Final = 0.05


@dataclass
class _Watch:
    """A program under the monitor; `ready` and `loads` say what was seen when (epoch seconds)."""

    program: Program
    file: Path
    ready: float = 0.0
    loads: list[tuple[float, float]] = field(default_factory=list)

    def row(self, name: str, *, starting: bool = False) -> tuple[object, ...]:
        """A row of the table, of the start or of the load."""
        seen = WatchedLoop.model_validate_json(self.file.read_text())
        when = [(0.0, self.ready)] if starting else self.loads
        pieces, wakes = _within(seen.pieces, when), _within(seen.wakes, when)
        longest = max(pieces, key=lambda piece: piece.seconds, default=LoopSpan(at=0, seconds=0, used=0))
        late = sorted(wake.seconds for wake in wakes)
        p99 = quantiles(late, n=100, method="inclusive")[98]
        above = sum(piece.seconds > _LIMIT for piece in pieces)
        return name, _ms(longest.seconds), _ms(longest.used), longest.what, above, _ms(late[-1]), _ms(p99)

    @asynccontextmanager
    async def load(self) -> AsyncIterator[None]:
        """Everything that happens inside is load."""
        began = time.time()
        yield
        self.loads.append((began, time.time()))

    @asynccontextmanager
    async def running(self) -> AsyncIterator["_Watch"]:
        """At work; the samples are there afterwards."""
        async with self.program.running():
            self.ready = time.time()
            yield self


async def measure() -> str:
    """The table of all phases."""
    with tempfile.TemporaryDirectory() as folder, postgresql_database() as url:
        opening = await _forms(Path(folder))
        creating = await _webinars(Path(folder), url)
        rows = [
            *(one.row(f"{name}, starting", starting=True) for name, one in creating.items()),
            *(one.row(f"{name}, {AT_ONCE} × `/webinar` at once") for name, one in opening.items()),
            *(one.row(f"{name}, creating webinars") for name, one in creating.items()),
        ]
    head = ("", "longest piece of work", "of that on the processor", "what", "above 50 ms", "latest", "p99")
    note = (
        "A piece of work is what runs between two turns of the event loop; the last two columns are how late a task "
        "that sleeps 5 ms wakes, which under load is mostly the line in front of it. Aim: no piece above 50 ms."
    )
    return f"{table(head, *rows)}\n\n{note}"


async def _forms(folder: Path) -> dict[str, _Watch]:
    """The load of many forms, on the bot and on the bare app by turns."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(
            Program("benchmarks.measurements.minimal_servers", folder=folder).running()
        )
        told = settings(slack.url, slack.url, f"sqlite:///{folder / 'forms.sqlite'}")
        both = {"the bot on SQLite": "--bot", "bare Bolt app": "--bare"}
        watched = {}
        for name, which in both.items():
            file = folder / f"{which}.json"
            program = Program(
                *("benchmarks.measurements.watched_bot", str(file), which),
                folder=folder,
                variables=environment(told, HOST="127.0.0.1"),
            )
            watched[name] = await stack.enter_async_context(_Watch(program, file).running())
        for number in range(_ROUNDS):
            for one in watched.values():
                before = await forms_opened(slack.url)
                async with one.load():
                    await type_webinar(one.program.url, requests=_REQUESTS, at_once=AT_ONCE)
                    await forms_opened(slack.url, until=before + _REQUESTS)
            print(f"lag: forms, round {number + 1} of {_ROUNDS}", flush=True)
    return watched


async def _webinars(folder: Path, postgresql: str) -> dict[str, _Watch]:
    """The load of creations, on both databases by turns."""
    urls = {"the bot on SQLite": sqlite_database(folder), "the bot on PostgreSQL": postgresql}
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(stage())
        watched = {}
        for (name, url), jwt in zip(urls.items(), HOSTS, strict=False):
            file = folder / f"{jwt}.json"
            told = settings(place.slack.url, place.ringcentral.url, url, jwt)
            program = the_bot(told, folder, "benchmarks.measurements.watched_bot", str(file))
            watched[name] = await stack.enter_async_context(_Watch(program, file).running())
        for _ in range(_TIMES):
            for one in watched.values():
                async with one.load():
                    await place.create(one.program)
        print(f"lag: {_TIMES} webinars on each database", flush=True)
    return watched


def _within(spans: list[LoopSpan], when: list[tuple[float, float]]) -> list[LoopSpan]:
    return [span for span in spans if any(began < span.at < end for began, end in when)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
