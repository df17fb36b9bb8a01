"""The database is gone for a while: the log says so when it begins, each minute, and when it ends, and no more."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import make_url

from sandbox.timeouts import extended
from tests.bot_process import BotProcess, bot_process
from tests.databases import PostgreSQLAgain
from tests.office import open_office
from tests.scenarios.form_actions import creates


class DatabaseConnection:
    """The connection to the database; it can be cut and mended."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._writers: set[asyncio.StreamWriter] = set()
        self._is_cut = False
        self.port = 0

    @asynccontextmanager
    async def laid(self) -> AsyncIterator[None]:
        server = await asyncio.start_server(self._lead, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield
            self.cut()

    def cut(self) -> None:
        self._is_cut = True
        for writer in self._writers:
            writer.transport.abort()

    def mend(self) -> None:
        self._is_cut = False

    async def _lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection(*self._to)
        self._writers |= {writer, far_writer}
        await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        self._writers -= {writer, far_writer}


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while part := await reader.read(65_536):
            writer.write(part)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def test_an_outage_of_the_database_is_a_few_lines(
    postgresql_again: PostgreSQLAgain, tmp_path: Path
) -> None:
    url = make_url(postgresql_again.as_new())
    cable = DatabaseConnection(url.host or "127.0.0.1", url.port or 5432)
    async with cable.laid():
        led = url.set(host="127.0.0.1", port=cable.port)
        async with (
            open_office(led.render_as_string(hide_password=False)) as office,
            bot_process(office.settings, tmp_path) as bot,
        ):
            office.slack.request_url = f"{bot.url}/slack/events"
            await creates(office.ann, {"Date": "2030-03-12"})
            before = len(bot.log)
            cable.cut()
            await says(bot, "outage_began")
            await asyncio.sleep(5)
            cable.mend()
            await says(bot, "outage_ended")
            told = [json.loads(line) for line in bot.log[before:].splitlines()]
            await creates(office.ann, {"Title": "Once it is back", "Date": "2030-03-13"})
            assert await bot.stop() == 0
    events = [each["event"] for each in told]
    assert events.count("outage_began") == events.count("outage_ended") == 1
    assert not [each for each in told if "exception" in each], told
    assert len(told) < 20, events


async def says(bot: BotProcess, event: str) -> None:
    """Wait until the log says so."""
    async with asyncio.timeout(extended(20)):
        while event not in bot.log:  # noqa: ASYNC110 - another process sets no event of ours
            await asyncio.sleep(0.05)
