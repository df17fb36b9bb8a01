"""Databases of both kinds with few and with many webinars, each with a bot's settings."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from benchmarks.measurements.database_filler import multiply
from benchmarks.measurements.programs import Program, settings, the_bot
from benchmarks.measurements.timed_servers import HOSTS, TimedServers
from bot.settings import Settings
from tests.databases import postgresql_database, sqlite_database

KINDS: Final = ("SQLite", "PostgreSQL")


@dataclass(frozen=True)
class FilledDatabase:
    """One database, and who works on it."""

    kind: str
    webinars: int
    settings: Settings
    folder: Path

    def bot(self, module: str = "bot", *arguments: str) -> Program:
        """A bot on this database, not at work yet."""
        return the_bot(self.settings, self.folder, module, *arguments)

    def size(self) -> float:
        """The size on disk in kB; nobody may use an SQLite file meanwhile."""
        url = self.settings.database_url
        if url.startswith("sqlite"):
            return Path(url.removeprefix("sqlite:///")).stat().st_size / 1024
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return row[0] / 1024 if row else 0


@asynccontextmanager
async def filled_databases(place: TimedServers, *sizes: int) -> AsyncIterator[list[FilledDatabase]]:
    """A database of each kind with so many webinars each, gone afterwards; with 0 it has no tables either."""
    hosts = iter(HOSTS)
    with ExitStack() as stack:
        stocks = []
        for webinars in sizes:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            urls = (sqlite_database(folder), stack.enter_context(postgresql_database()))
            for kind, url in zip(KINDS, urls, strict=True):
                told = settings(place.slack.url, place.ringcentral.url, url, next(hosts))
                stocks.append(FilledDatabase(kind, webinars, told, folder))
        for stock in stocks:
            await _fill(place, stock)
        yield stocks


async def _fill(place: TimedServers, stock: FilledDatabase) -> None:
    if not stock.webinars:
        return
    print(f"filling: {stock.webinars} webinars in {stock.kind}", flush=True)
    async with stock.bot().running() as bot:
        await place.create(bot)
    await asyncio.to_thread(multiply, stock.settings.database_url, stock.webinars - 1)
