"""Actions of people on a webinar that exists, and the office in which time can be moved."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from sandbox.clock import MovableClock
from sandbox.ringcentral import Limit
from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import MONDAY, Office, open_office
from tests.scenarios.form_actions import asks_for

ROOMY: Final = {"Heavy": Limit(1000, 60)}


@asynccontextmanager
async def open_office_in_time(database_url: str, **knobs: Any) -> AsyncIterator[tuple[Office, MovableClock]]:
    """An office whose clock can be moved; its bot is not at work yet."""
    clock = MovableClock(MONDAY)
    async with open_office(database_url, clock=clock, **{"limits": ROOMY, **knobs}) as office:
        yield office, clock


async def has(office: Office, fields: Mapping[str, Any] | None = None, by: SlackUser | None = None) -> None:
    """Have a webinar that is created and announced, and its host told."""
    host = by or office.ann
    told = len(host.dm)
    await asks_for(host, fields)
    await host.sees(lambda: host.modal.title == "Webinar created" and len(host.dm) > told, 10)
    await host.closes()


def card(person: SlackUser, channel: str = "#general") -> ScreenMessage:
    """The card in a channel, as it is now."""
    shown = [one for one in person.messages(channel) if one.thread_ts is None and not one.ephemeral]
    return shown[-1]


def thread(person: SlackUser, channel: str = "#general") -> list[ScreenMessage]:
    """The messages in the thread of the card."""
    return person.replies(card(person, channel))


async def opens_details(person: SlackUser, channel: str = "#general") -> None:
    """Press Details on the card."""
    await person.presses("Details", message=card(person, channel))
    await person.sees(lambda: person.modal.title == "Webinar")


async def changes_panel(office: Office, co_hosts: list[str], panelists: list[str]) -> None:
    """Ann says who is on the panel."""
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Co-hosts and panelists")
    await ann.sees(lambda: ann.modal.title == "Co-hosts and panelists")
    await ann.fill("Co-hosts", co_hosts)
    await ann.fill("Panelists", panelists)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title in {"Done", "Not everything worked"}, 10)
    await ann.closes(everything=True)


async def sees_on_card(person: SlackUser, text: str, channel: str = "#general") -> None:
    """Wait until a card says something."""
    await person.sees(lambda: text in card(person, channel).plain, 10)


async def sees_in_thread(person: SlackUser, channel: str = "#general") -> ScreenMessage:
    """Wait until something is said in the thread of a card; the first of it."""
    await person.sees(lambda: thread(person, channel), 10)
    return thread(person, channel)[0]
