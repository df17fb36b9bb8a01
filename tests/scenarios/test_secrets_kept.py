"""Every story ends with a reading of everything that was posted; here it is shown that this reading finds things."""

from pathlib import Path

import httpx
import pytest

from tests.databases import sqlite_database
from tests.leaks import leaks, secrets_of
from tests.office import Office, open_office
from tests.scenarios.registration_actions import has_event, own_link, registers
from tests.scenarios.webinar_actions import ROOMY, changes_panel, has


async def test_personal_links_are_known_and_in_no_channel(office: Office) -> None:
    await has(office)
    await changes_panel(office, ["U0BEN"], ["U0CHIE"])
    assert len(set(secrets_of(office.ringcentral))) >= 3, "the host's and two of the panel"
    assert leaks(office.slack, office.ringcentral) == []


@pytest.mark.parametrize("whose", ["host", "panelist", "password"])
async def test_a_leak_would_be_found(tmp_path: Path, whose: str) -> None:
    with pytest.raises(AssertionError, match="one person's alone"):
        await leaking(tmp_path, whose)


async def test_a_registrants_link_in_somebody_elses_messages_would_be_found(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="somebody else saw"):
        await telling_a_stranger(tmp_path)


async def telling_a_stranger(tmp_path: Path) -> None:
    """A story in which one person gets another one's link."""
    async with open_office(sqlite_database(tmp_path), limits=ROOMY) as office, office.bot():
        await has_event(office)
        await registers(office.ben)
        await tells(office, "U0CHIE", own_link(office, "ben@example.com"))


async def leaking(tmp_path: Path, whose: str) -> None:
    """A story in which a channel is told too much."""
    async with open_office(sqlite_database(tmp_path), limits=ROOMY) as office, office.bot():
        await has(office)
        await changes_panel(office, [], ["U0CHIE"])
        office.ringcentral.change_settings(office.webinar.id, password="open-sesame")
        await tells(office, "C0GENERAL", secret_of(office, whose))


def secret_of(office: Office, whose: str) -> str:
    """The texts that only one person may know."""
    if whose == "host":
        return office.host_link
    if whose == "password":
        return "open-sesame"
    (own,) = [one for one in office.ringcentral.invitees.values() if one.email == "chie@example.com"]
    return office.link(own.code)


async def tells(office: Office, whom: str, secret: str) -> None:
    """Say it in a channel or to a person, as a bot with a fault would."""
    said = {"channel": whom, "text": f"Join here: {secret}"}
    async with httpx.AsyncClient(headers={"Authorization": "Bearer xoxb-sandbox"}) as http:
        answer = await http.post(f"{office.slack.url}/api/chat.postMessage", data=said)
    assert answer.json()["ok"], answer.text
