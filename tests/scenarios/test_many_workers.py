"""Several workers on one PostgreSQL: nothing is done twice, and what a dead one left is finished."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.models.clock import system_clock
from bot.settings import Settings
from bot.storage import open_database
from sandbox.faults import Hold
from sandbox.ringcentral import Limit
from tests.bot.storage.test_slots import cut_off
from tests.bot_process import BotProcess, bot_process
from tests.databases import break_connections, need_postgresql, postgresql_database
from tests.office import QUICK, Office, open_office
from tests.scenarios.form_actions import ALL_HANDS, asks_for, creates

FAR = {**ALL_HANDS, "Date": "2036-03-10"}
WATCHFUL = QUICK.model_copy(update={"look": 0.2})


@pytest.fixture
def database_url() -> Iterator[str]:
    need_postgresql()
    with postgresql_database() as url:
        yield url


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office on PostgreSQL, whose bots begin when the story says."""
    limits = {"Heavy": Limit(100, 60)}
    async with open_office(database_url, clock=system_clock, limits=limits) as office:
        office.settings = office.settings.model_copy(update={"ringcentral_timeout": 1.0})
        yield office


def worker(office: Office, name: str) -> Settings:
    """The settings of one worker."""
    return office.settings.model_copy(update={"worker_id": name})


def has_ended_well(office: Office) -> None:
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 1
    assert len(office.ann.messages("#general")) == len(office.ann.dm) == 1


async def test_another_worker_finishes_what_a_dead_one_began(office: Office, tmp_path: Path) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    async with bot_process(worker(office, "worker-1"), tmp_path) as first:
        office.slack.request_url = f"{first.url}/slack/events"
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        await first.kill()
        hold.release()
        office.settings, office.timing = worker(office, "worker-2"), WATCHFUL
        async with office.bot():
            await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    has_ended_well(office)


async def test_a_live_workers_work_is_left_to_it(office: Office, tmp_path: Path) -> None:
    # The second worker may take seconds to start, and no answer counts as lost meanwhile.
    office.settings = office.settings.model_copy(update={"ringcentral_timeout": 30.0})
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    async with bot_process(worker(office, "worker-1"), tmp_path) as first:
        office.slack.request_url = f"{first.url}/slack/events"
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        office.settings, office.timing = worker(office, "worker-2"), WATCHFUL
        async with office.bot():
            await asyncio.sleep(5 * WATCHFUL.look)  # long enough for a take-over, had it been one's to take
            hold.release()
            await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    asked = [one for one in office.operations if one == "rcwConfigCreateSession"]
    assert len(asked) == 1
    has_ended_well(office)


async def test_workers_that_start_at_once_on_an_empty_database_all_work(
    office: Office, tmp_path: Path
) -> None:
    bots = []
    for name in ("worker-1", "worker-2", "worker-3"):
        folder = tmp_path / name
        folder.mkdir()
        bots.append(BotProcess(worker(office, name), folder))
    try:
        await asyncio.gather(*(bot.start() for bot in bots))
        for bot in bots:
            office.slack.request_url = f"{bot.url}/slack/events"
            await creates(office.ann, {**FAR, "Title": f"By {bot.url}"}, within=20)
            await office.ann.closes()
    finally:
        for bot in bots:
            await bot.kill()
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 3


async def test_a_rolling_restart_loses_and_doubles_nothing(office: Office, tmp_path: Path) -> None:
    async with bot_process(worker(office, "worker-1"), tmp_path) as first:
        office.slack.request_url = f"{first.url}/slack/events"
        hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        stopping = asyncio.create_task(first.stop())
        hold.release()
        assert await stopping == 0
        await first.start()
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    has_ended_well(office)


async def test_a_restart_of_the_database_loses_and_doubles_nothing(office: Office, database_url: str) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    async with office.bot():
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        break_connections(database_url)
        hold.release()
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    has_ended_well(office)


async def test_a_worker_that_was_taken_for_gone_leaves_its_work_to_another(
    office: Office, database_url: str
) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    office.settings = worker(office, "worker-1")
    async with office.bot():
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        async with open_database(database_url, "worker-3") as other:
            assert other.slot is not None
            await cut_off(other)
            async with other.slot.list_gone("worker-1", clear=True) as gone:
                assert gone
        hold.release()
    assert office.ann.dm == office.ann.messages("#general") == [], "nothing more left that worker"
    gc.collect()  # what waits for good must not be torn apart
    office.settings, office.timing = worker(office, "worker-2"), WATCHFUL
    async with office.bot():
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    has_ended_well(office)


async def test_work_that_broke_off_is_begun_anew(office: Office, database_url: str) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    async with office.bot():
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        async with open_database(database_url) as database, database.transaction() as connection:
            await connection.execute(text("UPDATE dbos.workflow_status SET status = 'CANCELLED'"))
        hold.release()
    async with office.bot():
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    has_ended_well(office)
