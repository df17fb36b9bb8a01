"""Running what goes on without anybody asking: jobs, each again and again, and at once when something wakes it.

One worker at a time runs them; another takes over when it is gone.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from bot.errors import WebinarsError
from bot.storage import Database

log = structlog.get_logger()


@dataclass(frozen=True)
class Job:
    """Work under a name, begun every `interval` seconds and whenever somebody wakes it.

    Work that returns True has more to do, and is begun again at once; then it wakes the jobs named in `wakes`.
    """

    name: str
    work: Callable[[], Awaitable[bool | None]]
    interval: float
    wakes: tuple[str, ...] = ()
    woken: asyncio.Event = field(default_factory=asyncio.Event, compare=False)


class JobRunner:
    """Runs jobs while this worker is the one that does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: dict[str, Job] = {}
        self._asked_to_look: dict[str, list[asyncio.Future[None]]] = {}
        self._over = False

    def add(self, jobs: Sequence[Job]) -> None:
        """Take jobs on; before `run`."""
        self._jobs |= {job.name: job for job in jobs}

    async def run(self) -> None:
        """Run every job until cancelled."""
        async with asyncio.TaskGroup() as group:
            for job in self._jobs.values():
                group.create_task(self._again(job))

    def stop(self) -> None:
        """Begin nothing new; whatever goes on may end."""
        self._over = True
        self.wake()

    def wake(self, *names: str) -> None:
        """Begin these jobs now, or all of them."""
        for name in names or self._jobs:
            self._jobs[name].woken.set()

    async def look(self) -> None:
        """Begin every job now, and return when each has been done once."""
        looked = []
        for name in self._jobs:
            looked.append(asyncio.get_running_loop().create_future())
            self._asked_to_look.setdefault(name, []).append(looked[-1])
        self.wake()
        await asyncio.gather(*looked)

    async def _again(self, job: Job) -> None:
        while not self._over:
            job.woken.clear()
            asked = self._asked_to_look.pop(job.name, [])
            try:
                await self._do(job)
            except WebinarsError as error:
                log.warning("job_failed", job=job.name, error=type(error).__name__)
            except Exception:
                log.exception("job_failed", job=job.name)
            _told(asked)
            await until(job.woken, job.interval)
        _told(self._asked_to_look.pop(job.name, []))

    async def _do(self, job: Job) -> None:
        if not await self._database.runs_jobs():
            return
        while not self._over and await job.work():
            self.wake(*job.wakes)


async def until(woken: asyncio.Event, seconds: float) -> None:
    """Wait for an event, for so many seconds at most; unlike `wait_for` in Python 3.11 it loses no cancellation."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await woken.wait()


def _told(asked: list[asyncio.Future[None]]) -> None:
    """Tell those who asked a job to look that it has."""
    for each in asked:
        if not each.done():
            each.set_result(None)
