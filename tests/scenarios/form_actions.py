"""Filling the form as a person does."""

from collections.abc import Mapping
from typing import Any

from sandbox.slack.actors.slack_user import SlackUser

ALL_HANDS = {
    "Title": "Q3 All-Hands",
    "Date": "2026-03-10",
    "Start time": "15:00",
    "Duration": "45 minutes",
}


async def opens_the_form(person: SlackUser, channel: str = "#general") -> None:
    """Type /webinar, and wait until the new form knows the time zone; an older form may lie there still."""
    before = {view.id for view in person.modals}
    await person.types("/webinar", channel=channel)
    await person.sees(lambda: person.modal.id not in before and "Time zone" in person.modal.labels)


async def fills(person: SlackUser, fields: Mapping[str, Any]) -> None:
    """Fill the modal on top."""
    for label, value in fields.items():
        await person.fill(label, value)


async def asks_for(
    person: SlackUser, fields: Mapping[str, Any] | None = None, channel: str = "#general"
) -> None:
    """Open the form, fill it and send it off; `fields` come on top of an all-hands."""
    await opens_the_form(person, channel)
    await fills(person, {**ALL_HANDS, **(fields or {})})
    await person.submits()


async def creates(
    person: SlackUser,
    fields: Mapping[str, Any] | None = None,
    channel: str = "#general",
    *,
    within: float = 5,
) -> None:
    """The same, until the result is there; in seconds."""
    await asks_for(person, fields, channel)
    await person.sees(lambda: person.modal.title == "Webinar created", within)


async def opens_options(person: SlackUser) -> None:
    """Press "More options"."""
    await person.presses("More options")
    await person.sees(lambda: person.modal.title == "More options")


async def opens_group(person: SlackUser, group: str) -> None:
    """Behind "More options", open the settings of one group."""
    await person.presses("Change", near=group)
    await person.sees(lambda: person.modal.title != "More options")


async def sets(person: SlackUser, group: str, fields: Mapping[str, Any]) -> None:
    """Behind "More options", change the settings of one group."""
    await opens_group(person, group)
    await fills(person, fields)
    await person.submits()
    await person.sees(lambda: person.modal.title == "More options")
