"""A database of an earlier version, with work in the middle, is taken over by the present one."""

import io
import subprocess
import tarfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from bot.models.clock import system_clock
from sandbox.faults import Hold
from sandbox.ringcentral import Limit
from tests.bot_process import bot_process
from tests.databases import sqlite_database
from tests.office import ROOT, Office, open_office
from tests.scenarios.draft_actions import drafted, drafts
from tests.scenarios.form_actions import ALL_HANDS, asks_for, fills, opens_the_form
from tests.scenarios.registration_actions import EVENT, is_registered, registers
from tests.scenarios.webinar_actions import card, has, opens_details, sees_on_card

EARLIER: Final = "63f56da215e083e3e0acd1f1fc926edc0964407b"
"""The commit before rooms, classes and stored fields got their present names."""
FAR: Final = {**ALL_HANDS, "Date": "2036-03-10"}


@pytest.fixture(scope="session")
def earlier_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code of the earlier version, out of the repository's own history."""
    folder = tmp_path_factory.mktemp("earlier")
    archive = subprocess.run(  # noqa: S603 - our own history
        ["git", "archive", EARLIER, "bot", "handlers", "blocks"],  # noqa: S607 - git is what cloned this
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table: the earlier version makes them."""
    if request.param == "sqlite":
        return sqlite_database(tmp_path)
    url: str = request.getfixturevalue("empty_postgresql")
    return url


@pytest.fixture
async def office(empty_database: str) -> AsyncIterator[Office]:
    """An office without a bot."""
    async with open_office(empty_database, clock=system_clock, limits={"Heavy": Limit(100, 60)}) as office:
        office.settings = office.settings.model_copy(update={"ringcentral_timeout": 1.0})
        yield office


async def test_everything_that_an_earlier_version_began_goes_on(
    office: Office, earlier_source: Path, tmp_path: Path
) -> None:
    ann, ben = office.ann, office.ben
    async with bot_process(office.settings, tmp_path, source=earlier_source) as earlier:
        office.slack.request_url = f"{earlier.url}/slack/events"
        await has(office, {**FAR, **EVENT})
        await registers(ben)
        await is_registered(ben)
        await drafted(ann, "schedule a Roadmap review tomorrow at 10am for an hour", channel=None)
        await opens_the_form(ben, "#all-hands")
        await fills(ben, {**FAR, "Title": "Typed before"})
        hold = office.ringcentral.faults.add(Hold(path="/sessions$"))
        await asks_for(ann, {**FAR, "Title": "In the middle", "Announce in": ["#all-hands"]})
        await hold.reached.wait()
        await earlier.kill()
        hold.release()
    async with bot_process(office.settings, tmp_path) as present:
        office.slack.request_url = f"{present.url}/slack/events"
        await sees_on_card(ann, "In the middle", "#all-hands")
        assert len(office.ringcentral.webinars) == 2, "the webinar in the middle is made once"
        await ann.closes(everything=True)

        await ben.submits()
        await ben.sees(lambda: ben.modal.title == "Webinar created", 20)
        await ben.closes(everything=True)

        await ann.types("make it 11am")
        await ann.sees(lambda: "11:00" in drafts(ann, None)[-1].plain, 20)
        await ann.presses("Create", message=drafts(ann, None)[-1])
        await ann.sees(lambda: len(office.ringcentral.sessions) == 4, 20)

        await opens_details(ann)
        await ann.presses("Edit or reschedule")
        await ann.sees(lambda: ann.modal.title == "Edit webinar")
        await ann.fill("Title", "Renamed after the upgrade")
        await ann.submits()
        await sees_on_card(ann, "Renamed after the upgrade")

        (told,) = [one for one in ben.dm if "You’re registered" in one.plain]
        await ben.presses("Cancel my registration", message=told, confirm=True)
        await ben.sees(lambda: office.ringcentral.registrants == {}, 20)
        assert card(ben).plain.count("Register me") <= 1
    assert office.slack.refusals == []
