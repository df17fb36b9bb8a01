"""A stop is bounded: what cannot end in time goes on at the next start; and what ended long ago is forgotten."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from bot.models.clock import system_clock
from sandbox.faults import DropBefore, Hold, Status
from sandbox.ringcentral import Limit
from tests.bot_process import bot_process
from tests.office import Office, open_office, ticking_from
from tests.scenarios.form_actions import ALL_HANDS, asks_for, creates

FAR = {**ALL_HANDS, "Date": "2036-03-10"}


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office whose bot begins when the story says."""
    limits = {"Heavy": Limit(100, 60)}
    async with open_office(database_url, clock=system_clock, limits=limits) as office:
        yield office


async def test_a_stop_does_not_wait_for_ever_and_the_next_start_goes_on(
    office: Office, tmp_path: Path
) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    office.settings = office.settings.model_copy(update={"drain_seconds": 0.5, "ringcentral_timeout": 3.0})
    async with bot_process(office.settings, tmp_path) as bot:
        office.slack.request_url = f"{bot.url}/slack/events"
        await asks_for(office.ann, FAR)
        await hold.reached.wait()
        async with asyncio.timeout(10):
            assert await bot.stop() == 0
        hold.release()
        await bot.start()
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created" and office.ann.dm, 30)
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 1
    assert len(office.ann.messages("#general")) == len(office.ann.dm) == 1


async def test_no_stop_waits_for_work_that_only_looks_again_later(office: Office, tmp_path: Path) -> None:
    async with bot_process(office.settings, tmp_path) as bot:
        office.slack.request_url = f"{bot.url}/slack/events"
        office.ringcentral.faults.add(Status(path="/registration/", code=403, times=None))
        await creates(office.ann, {**FAR, "Who is it for?": "Registered event"}, within=20)
        async with asyncio.timeout(10):
            assert await bot.stop() == 0


def rows(url: str) -> dict[str, int]:
    """The rows that are left of a person's work, by table, the engine's included; read beside the bot."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
    tables = ["drafts", "submissions", "webinars", "messages", "attempts", "workflow_status"]
    with engine.connect() as connection:
        names = {
            table: f"dbos.{table}" if table == "workflow_status" and url.startswith("postgresql") else table
            for table in tables
        }
        return {
            table: connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0  # noqa: S608 - our own tables
            for table, name in names.items()
        }


async def test_what_ended_longer_ago_than_it_is_to_be_kept_is_forgotten(
    office: Office, database_url: str
) -> None:
    soon = (system_clock() + timedelta(days=3)).date().isoformat()
    async with office.bot():
        await creates(office.ann, {"Date": soon}, within=20)
        await office.ann.sees(lambda: office.ann.dm)
    async with office.bot():
        await creates(office.ann, {"Title": "Another", "Date": soon}, within=20)
    assert rows(database_url)["webinars"] == 2
    office.clock = ticking_from(system_clock() + timedelta(days=120))
    async with office.bot(), asyncio.timeout(20):
        while any(rows(database_url).values()):  # noqa: ASYNC110 - a database sets no event of ours
            await asyncio.sleep(0.1)


async def test_a_webinar_that_never_got_its_session_is_deleted_at_ringcentral_too(
    office: Office, database_url: str
) -> None:
    office.ringcentral.faults.add(DropBefore(path="/sessions$", times=None))
    async with office.bot():
        await asks_for(office.ann, FAR)
        await office.ann.sees(lambda: office.ann.dm, 30)
    assert len(office.ringcentral.webinars) == 1
    office.ringcentral.faults.clear()
    office.clock = ticking_from(system_clock() + timedelta(days=91))
    async with office.bot():
        await office.ringcentral.wait_until(lambda: not office.ringcentral.webinars)
