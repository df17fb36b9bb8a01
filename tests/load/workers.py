"""The workers of the chaos: real processes, killed at any moment, each started again in its own slot."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from bot.settings import Settings
from tests.bot_process import BotProcess
from tests.databases import break_connections

_BACK_WITHIN = 1.0
_TAKEN_DOWN_EARLY = 0.2


class WorkerFleet:
    """All workers on one database."""

    def __init__(self, slots: Sequence[Settings], folder: Path, program: str, chance: Random) -> None:
        self._bots = [_bot(settings, folder / settings.worker_id, program) for settings in slots]
        self._database = slots[0].database_url
        self._chance = chance
        self._ready = asyncio.Event()
        self.kills = 0
        self.restarts = 0
        self.ended_alone = 0
        self._shot: set[BotProcess] = set()

    @property
    def urls(self) -> list[str]:
        """The addresses at which the living workers listen."""
        return [bot.url for bot in self._bots]

    @property
    def logs(self) -> str:
        """The log lines of all workers."""
        return "\n".join(bot.log for bot in self._bots)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Every slot is manned while the context lasts, from when the first worker is ready."""
        keeping = [asyncio.create_task(self._keep_up(bot)) for bot in self._bots]
        await self._ready.wait()
        try:
            yield
        finally:
            for task in keeping:
                task.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)
            await asyncio.gather(*(bot.kill() for bot in self._bots if bot.lives))

    async def kill_one(self) -> None:
        """End any worker by kill -9; most of the time one that has come up, sometimes one that just starts."""
        if self._chance.random() > _TAKEN_DOWN_EARLY:
            await self._ready.wait()
        while not (alive := [bot for bot in self._bots if bot.lives]):  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.05)
        await asyncio.sleep(self._chance.uniform(0, 0.5))
        self._ready.clear()
        bot = self._chance.choice(alive)
        self._shot.add(bot)
        await bot.kill()
        self.kills += 1

    async def restart_database(self) -> None:
        """Cut every connection to the database, as its restart would."""
        await asyncio.to_thread(break_connections, self._database)
        self.restarts += 1

    async def _keep_up(self, bot: BotProcess) -> None:
        while True:
            try:
                await bot.start()
            except (AssertionError, TimeoutError):
                await self._gone(bot)
            else:
                self._ready.set()
                await bot.ended()
                await self._gone(bot)
            await asyncio.sleep(self._chance.uniform(0, _BACK_WITHIN))

    async def _gone(self, bot: BotProcess) -> None:
        """Count a worker that ended or hung without our doing."""
        if bot.lives:
            await bot.kill()
        self.ended_alone += bot not in self._shot
        self._shot.discard(bot)


def _bot(settings: Settings, folder: Path, program: str) -> BotProcess:
    folder.mkdir(parents=True, exist_ok=True)
    return BotProcess(settings, folder, program)
