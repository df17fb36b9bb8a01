"""Take up work that nobody does, and delete what ended long ago."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

import structlog

from bot.errors import WebinarsError
from bot.jobs.runner import JobRunner, until
from bot.resources import Resources
from bot.storage.retention import Retention
from bot.workflows.engine import Engine

_LOOKS: Final = 3
"""How often in a row a worker has to be found gone before its work is taken over."""
_ENDS_WITHIN: Final = 1.0
_MINUTE: Final = 60.0
_HOUR: Final = 3600.0
log = structlog.get_logger()


class Housekeeping:
    """Keeps the house; `every_minute` something is taken up, `retention` is how long what ended is kept, `look` the
    seconds between looks for the gone.
    """

    def __init__(  # noqa: PLR0913 - it looks after everything
        self,
        engine: Engine,
        resources: Resources,
        job_runner: JobRunner,
        every_minute: Sequence[Callable[[], Awaitable[None]]],
        *,
        retention: timedelta,
        worker_id: str,
        look: float,
    ) -> None:
        self._engine = engine
        self._job_runner = job_runner
        self._every_minute = every_minute
        self._webinar_creation = resources.webinar_creation
        self._retention = Retention(resources.database)
        self._slot = resources.database.slot
        self._clock = resources.clock
        self._kept = retention
        self._worker_id = worker_id
        self._look = look
        self._gone: Counter[str] = Counter()
        self._over = asyncio.Event()

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """While this lasts the house is kept. At the end whatever is in our own database may finish: a connection that
        is torn out of somebody's hands is closed by nobody.
        """
        keeping = asyncio.create_task(self._run())
        try:
            yield
        finally:
            self._over.set()
            self._job_runner.stop()
            await asyncio.wait({keeping}, timeout=_ENDS_WITHIN)
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for work in self._every_minute:
                group.create_task(self._every(_MINUTE, work))
            group.create_task(self._job_runner.run())
            group.create_task(self._every(_HOUR, self.forget))
            if self._slot is not None:
                group.create_task(self._every(self._look, self.take_over))

    async def take_over(self) -> None:
        """Take over the work of workers that were found gone several times in a row."""
        others = await self._engine.working() - {self._worker_id}
        self._gone = Counter({worker: self._gone[worker] for worker in others})
        for worker in others:
            await self._look_after(worker)

    async def forget(self) -> None:
        """Delete what ended longer ago than it is to be kept, and webinars that never got their session."""
        before = self._clock() - self._kept
        for webinar in await self._retention.list_abandoned(before):
            try:
                await self._webinar_creation.discard(webinar, before)
            except WebinarsError as error:
                log.warning("webinar_not_discarded", error=type(error).__name__)
        rows = await self._retention.delete_ended(before) + await self._engine.forget(before)
        if rows:
            log.info("records_deleted", rows=rows)

    async def _every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        """Now and then again; a failure is logged and the next time comes all the same."""
        while not self._over.is_set():
            try:
                await work()
            except Exception:
                log.exception("work_not_done", work=getattr(work, "__name__", ""))
            await until(self._over, seconds)

    async def _look_after(self, worker: str) -> None:
        if self._slot is None:
            return
        async with self._slot.list_gone(worker, clear=self._gone[worker] + 1 >= _LOOKS) as gone:
            self._gone[worker] = self._gone[worker] + 1 if gone else 0
            if self._gone[worker] >= _LOOKS:
                log.warning("work_taken_over", worker=worker, count=await self._engine.take_over(worker))
