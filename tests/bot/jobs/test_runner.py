"""Jobs are begun again and again, and at once when something wakes them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.errors import Unavailable
from bot.jobs.runner import Job, JobRunner, until
from bot.storage import open_database
from tests.databases import sqlite_database

HOUR = 3600.0


async def forever(woken: asyncio.Event) -> None:
    """Go on until cancelled, as a job does."""
    while True:
        woken.clear()
        await until(woken, 60)


class Work:
    """Work that notes each time it is done, and fails or has more to do as the test says."""

    def __init__(self, outcomes: Sequence[bool | Exception | None] = ()) -> None:
        self.times = 0
        self._outcomes = list(outcomes)

    async def __call__(self) -> bool | None:
        """Do it once."""
        self.times += 1
        outcome = self._outcomes.pop(0) if self._outcomes else None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@asynccontextmanager
async def running(folder: Path, *jobs: Job) -> AsyncIterator[JobRunner]:
    async with open_database(sqlite_database(folder)) as database:
        runner = JobRunner(database)
        runner.add(jobs)
        going = asyncio.create_task(runner.run())
        try:
            await runner.look()
            yield runner
        finally:
            runner.stop()
            with suppress(asyncio.CancelledError):
                await going


def job(name: str, work: Callable[[], Awaitable[bool | None]], *wakes: str) -> Job:
    return Job(name, work, HOUR, wakes=wakes)


async def test_a_job_is_done_at_the_start_and_when_somebody_asks(tmp_path: Path) -> None:
    work = Work()
    async with running(tmp_path, job("a", work)) as runner:
        before = work.times
        await runner.look()
        assert work.times == before + 1


async def test_a_job_that_fails_is_done_again(tmp_path: Path) -> None:
    work = Work([Unavailable("down"), RuntimeError("unforeseen")])
    async with running(tmp_path, job("a", work)) as runner:
        await runner.look()
        await runner.look()
        assert work.times >= 3


async def test_work_with_more_to_do_goes_on_at_once_and_wakes_who_waits_for_it(tmp_path: Path) -> None:
    first, second = Work([True, True, False]), Work()
    async with running(tmp_path, job("first", first, "second"), job("second", second)) as runner:
        await runner.look()
        assert first.times >= 3
        assert second.times >= 2


async def test_only_who_is_named_is_woken(tmp_path: Path) -> None:
    first, second = Work(), Work()
    jobs = job("first", first), job("second", second)
    async with running(tmp_path, *jobs) as runner:
        await asyncio.sleep(0)
        runner.wake("first")
        assert [one.woken.is_set() for one in jobs] == [True, False]


async def test_who_is_woken_and_cancelled_in_one_moment_ends() -> None:
    woken = asyncio.Event()
    watching = asyncio.create_task(forever(woken))
    await asyncio.sleep(0)
    woken.set()
    await asyncio.sleep(0)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(watching, 1)


async def test_nobody_waits_longer_than_said() -> None:
    await until(asyncio.Event(), 0)
