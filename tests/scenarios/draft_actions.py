"""Drafts in threads, as people ask for them and see them."""

from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser

ASKS = "@webinars schedule an all-hands tomorrow at 10am for an hour"


def drafts(person: SlackUser, channel: str | None = "#general") -> list[ScreenMessage]:
    """The drafts that somebody sees."""
    seen = person.messages(channel) if channel else person.dm
    return [message for message in seen if "Draft:" in message.text]


async def drafted(person: SlackUser, text: str = ASKS, channel: str | None = "#general") -> ScreenMessage:
    """Ask for it, and wait for the card."""
    await person.types(text, channel=channel)
    await person.sees(lambda: drafts(person, channel))
    return drafts(person, channel)[-1]


async def answers(
    person: SlackUser, text: str, card: ScreenMessage, channel: str | None = "#general"
) -> None:
    """Say something in the thread of a draft."""
    await person.types(text, channel=channel, thread_ts=card.thread_ts)


def now_says(person: SlackUser, words: str, channel: str | None = "#general") -> bool:
    return words in drafts(person, channel)[-1].plain
