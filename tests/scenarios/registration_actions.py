"""Actions of people who register for an event from Slack."""

from collections.abc import Mapping
from typing import Any

from sandbox.ringcentral.state.store import StoredRegistrant
from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.webinar_actions import card, has

EVENT = {"Who is it for?": "Registered event"}


async def has_event(office: Office, fields: Mapping[str, Any] | None = None) -> None:
    """Have a registered event that is announced."""
    await has(office, {**EVENT, **(fields or {})})


async def clicks(person: SlackUser, channel: str = "#general") -> None:
    """Press Register me on the card."""
    await person.presses("Register me", message=card(person, channel))


async def agrees(person: SlackUser) -> None:
    """Say yes to the question that the first click asks."""
    await person.sees(lambda: person.modal.title == "Register" and "Register me" in person.modal.submit_label)
    await person.submits()


async def registers(person: SlackUser, channel: str = "#general") -> ScreenMessage:
    """Register for the first time; the message with the own link."""
    before = len(person.dm)
    await clicks(person, channel)
    await agrees(person)
    await person.closes()
    await person.sees(lambda: len(person.dm) > before and person.dm[before].ts != "", 10)
    return person.dm[before]


async def is_registered(person: SlackUser) -> None:
    """Wait until somebody has their own link."""
    await person.sees(lambda: any("You’re registered" in one.plain for one in person.dm), 15)


def answers(person: SlackUser, channel: str = "#general") -> list[ScreenMessage]:
    """The messages that only this person sees in a channel."""
    return [one for one in person.messages(channel) if one.ephemeral]


def registrant(office: Office, email: str) -> StoredRegistrant:
    """The registrant with this address."""
    (found,) = [one for one in office.ringcentral.registrants.values() if one.email == email]
    return found


def own_link(office: Office, email: str) -> str:
    """The personal link of whoever registered with this address."""
    return office.link(registrant(office, email).code)
