"""The bot is killed at the worst moments, and everything ends well all the same."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.models.clock import system_clock
from sandbox.faults import Hold
from sandbox.ringcentral import Limit
from tests.bot_process import BotProcess, bot_process
from tests.office import Office, open_office
from tests.scenarios.form_actions import ALL_HANDS, fills, opens_the_form

FAR = {**ALL_HANDS, "Date": "2036-03-10"}


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office in which the bot runs as a process of its own."""
    async with open_office(database_url, clock=system_clock, limits={"Heavy": Limit(100, 60)}) as office:
        office.settings = office.settings.model_copy(update={"ringcentral_timeout": 1.0})
        yield office


@pytest.fixture
async def bot(office: Office, tmp_path: Path) -> AsyncIterator[BotProcess]:
    async with bot_process(office.settings, tmp_path) as bot:
        office.slack.request_url = f"{bot.url}/slack/events"
        yield bot


async def submits(office: Office) -> None:
    await opens_the_form(office.ann)
    await fills(office.ann, FAR)
    await office.ann.submits()


async def ends_well(office: Office) -> None:
    ann = office.ann
    await ann.sees(lambda: ann.modal.title == "Webinar created" and ann.dm, 20)
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 1
    assert len(ann.messages("#general")) == len(ann.dm) == 1


@pytest.mark.parametrize("path", ["/webinars$", "/sessions$"])
async def test_killed_while_ringcentral_works(office: Office, bot: BotProcess, path: str) -> None:
    hold = office.ringcentral.faults.add(Hold(path=path))
    await submits(office)
    await hold.reached.wait()
    await bot.kill()
    hold.release()
    await bot.start()
    await ends_well(office)


async def test_killed_while_slack_posts_the_card(office: Office, bot: BotProcess) -> None:
    hold = office.slack.faults.add(Hold(path="chat.postMessage"))
    await submits(office)
    await hold.reached.wait()
    await bot.kill()
    hold.release()
    await bot.start()
    await ends_well(office)


async def test_a_card_that_lands_after_the_next_start_is_waited_for(office: Office, tmp_path: Path) -> None:
    office.settings = office.settings.model_copy(update={"slack_timeout": 5.0})
    async with bot_process(office.settings, tmp_path) as bot:
        office.slack.request_url = f"{bot.url}/slack/events"
        hold = office.slack.faults.add(Hold(path="chat.postMessage"))
        await submits(office)
        await hold.reached.wait()
        await bot.kill()
        await bot.start()
        hold.release()
        await ends_well(office)


async def test_killed_right_after_try_again(office: Office, bot: BotProcess) -> None:
    ann = office.ann
    office.ringcentral.users["100"].entitled = False
    await submits(office)
    await ann.sees(lambda: ann.dm, 20)
    office.ringcentral.users["100"].entitled = True
    hold = office.slack.faults.add(Hold(path="chat.update"))
    pressing = asyncio.create_task(ann.presses("Try again", message=ann.dm[0]))
    await hold.reached.wait()
    await bot.kill()
    hold.release()
    await pressing
    await bot.start()
    await ann.sees(lambda: len(ann.dm) == 2, 20)
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 1


async def test_a_stop_that_was_asked_for_lets_the_work_end(office: Office, bot: BotProcess) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
    await submits(office)
    await hold.reached.wait()
    hold.release()
    assert await bot.stop() == 0
    await ends_well(office)


async def test_the_log_of_it_all_holds_no_secret_and_no_address(office: Office, bot: BotProcess) -> None:
    await submits(office)
    await ends_well(office)
    for secret in (office.host_link, "xoxb-sandbox", "sandbox-secret", "sandbox-jwt", "@example.com"):
        assert secret not in bot.log
    assert "submission_ended" in bot.log
    assert '"reference"' in bot.log


async def asks_for_the_calendar_file(office: Office) -> None:
    ann = office.ann
    await ann.closes()
    await ann.presses("Add to calendar", message=ann.messages("#general")[0])
    await ann.sees(lambda: ann.modal.title == "Add to calendar")
    await ann.presses("Send me the file")


async def test_killed_while_a_calendar_file_leaves(office: Office, bot: BotProcess) -> None:
    await submits(office)
    await ends_well(office)
    hold = office.slack.faults.add(Hold(path="files.getUploadURLExternal"))
    await asks_for_the_calendar_file(office)
    await hold.reached.wait()
    await bot.kill()
    hold.release()
    await bot.start()
    await office.ann.sees(lambda: len(office.ann.files()) == 1, 20)


async def test_killed_while_newer_calendar_files_leave(office: Office, bot: BotProcess) -> None:
    await submits(office)
    await ends_well(office)
    await asks_for_the_calendar_file(office)
    await office.ann.sees(lambda: "in your direct messages" in office.ann.modal.text, 20)
    hold = office.slack.faults.add(Hold(path="files.getUploadURLExternal"))
    await office.ann.closes()
    await office.ann.presses("Details", message=office.ann.messages("#general")[0])
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar")
    await office.ann.presses("Edit or reschedule")
    await office.ann.sees(lambda: office.ann.modal.title == "Edit webinar")
    await office.ann.fill("Start time", "16:00")
    await office.ann.submits()
    await asyncio.wait_for(hold.reached.wait(), 20)
    await bot.kill()
    hold.release()
    await bot.start()
    await office.ann.sees(lambda: len(office.ann.files()) == 2, 20)
