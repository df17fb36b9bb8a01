"""Typing in a channel and reaching for shortcuts: what makes the bot act from anywhere."""

import asyncio
import re
from typing import NamedTuple

from sandbox.slack.constants import (
    APP_ID,
    BOT_USER,
    TEAM_DOMAIN,
    TEAM_ID,
    VERIFICATION_TOKEN,
    Json,
    SlackRefusal,
)
from sandbox.slack.delivery import app_replies, payloads
from sandbox.slack.delivery.app_requests import AppResponse
from sandbox.slack.delivery.channel_messages import event, say, wire_message
from sandbox.slack.delivery.interactions import interact
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import Channel, StoredMessage
from sandbox.slack.web_api.arguments import Arguments

_TOKENS = re.compile(r"https?://[^\s<>]+|(?<!\w)[@#][\w-]+(?:\.[\w-]+)*")


async def command(state: SlackState, person: str, channel: Channel, text: str) -> None:
    """Run a slash command: the bot hears of it alone, and its answer is shown to the person alone."""
    name, _, rest = text.partition(" ")
    said = escape_command(rest.strip())
    if state.installation.escapes(name):
        said = with_marks(state, said, "<@{id}|{name}>")
    channel_id = channel.id
    answer = await state.delivery.command(
        {
            "token": VERIFICATION_TOKEN,
            "team_id": TEAM_ID,
            "team_domain": TEAM_DOMAIN,
            "channel_id": channel_id,
            "channel_name": payloads.channel_name(channel),
            "user_id": person,
            "user_name": state.workspace.people[person].name,
            "command": name,
            "text": said,
            "api_app_id": APP_ID,
            "is_enterprise_install": "false",
            "response_url": state.response_urls.give(person, channel_id),
            "trigger_id": state.triggers.give(person, channel_id),
        }
    )
    problem = answer.problem or _shown(state, person, channel_id, answer)
    if problem:
        state.notice(person, f'{name} failed with the error "{problem}"')


def _shown(state: SlackState, person: str, channel_id: str, answer: AppResponse) -> str:
    """Show what the ack of a command says; return Slack's word for what is wrong with it, or ""."""
    try:
        said: Json = answer.json()
    except ValueError:
        said = {"text": answer.text}
    if not said:
        return ""
    try:
        app_replies.post(state, person, channel_id, Arguments(said))
    except SlackRefusal as refused:
        state.refuse("the answer to a command", [str(refused.body())])
        return refused.code
    return ""


async def shortcut(state: SlackState, person: str, name: str) -> None:
    """Use a global shortcut by its name in the menu."""
    found = state.installation.shortcut(name, on_messages=False)
    payload: Json = {
        "type": "shortcut",
        **payloads.by(state, person),
        "action_ts": state.workspace.stamp(),
        "callback_id": found.callback_id,
        "trigger_id": state.triggers.give(person, None),
    }
    await interact(state, person, payload, f"“{name}” did not work.")


async def message_shortcut(
    state: SlackState, person: str, name: str, channel: Channel, message: StoredMessage
) -> None:
    """Use a shortcut from the menu of a message."""
    found = state.installation.shortcut(name, on_messages=True)
    payload: Json = {
        "type": "message_action",
        **payloads.by(state, person),
        "action_ts": state.workspace.stamp(),
        "callback_id": found.callback_id,
        "trigger_id": state.triggers.give(person, channel.id),
        "response_url": state.response_urls.give(person, channel.id, message.ts),
        "message_ts": message.ts,
        "message": wire_message(channel, message),
        "channel": payloads.where(channel),
    }
    await interact(state, person, payload, f"“{name}” did not work.")


async def invite(state: SlackState, person: str, channel: Channel, name: str) -> None:
    """Slack's own command that brings somebody, such as the bot, into a channel."""
    member = state.workspace.find_person(name)
    if member.id in channel.members:
        return
    channel.members.append(member.id)
    state.changes.tell()
    if BOT_USER in channel.members:
        joined = {
            "type": "member_joined_channel",
            "user": member.id,
            "channel": channel.id,
            "inviter": person,
        }
        await event(state, joined | {"channel_type": channel.id[0], "team": TEAM_ID})


class ThreadReply(NamedTuple):
    """A reply: its thread, and whether it shows in the channel as well."""

    thread_ts: str
    broadcast: bool


async def post_message(
    state: SlackState, person: str, channel: Channel, text: str, reply: ThreadReply | None = None
) -> StoredMessage:
    """Say something that is no command."""
    message = StoredMessage(
        channel=channel.id,
        ts=state.workspace.stamp(),
        user=person,
        text=with_marks(state, escape_command(text), "<@{id}>"),
        thread_ts=reply.thread_ts if reply else None,
        broadcast=reply is not None and reply.broadcast,
    )
    await asyncio.gather(*say(state, channel, message))
    if f"<@{BOT_USER}>" in message.text and BOT_USER not in channel.members:
        bot = state.workspace.bot.name
        state.notice(person, f"You mentioned @{bot}, but they’re not in this channel. Type: /invite @{bot}")
    return message


async def open_home(state: SlackState, person: str, tab: str) -> None:
    """Look at the app: its home, or the messages it sent."""
    home = state.surfaces.homes.get(person)
    opened: Json = {
        "type": "app_home_opened",
        "user": person,
        "channel": state.workspace.direct([BOT_USER, person]).id,
        "tab": tab,
        "event_ts": state.workspace.stamp(),
        **({"view": home.told(with_state=True)} if home is not None and tab == "home" else {}),
    }
    await event(state, opened)


def escape_command(text: str) -> str:
    """The text that a person typed, as the wire has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_marks(state: SlackState, text: str, person_mark: str) -> str:
    """The text with @name, #name and links made into marks; names that nobody has stay as they are."""
    people = {
        f"@{one.name}": person_mark.format(id=one.id, name=one.name)
        for one in state.workspace.people.values()
    }
    channels = {
        f"#{one.name}": f"<#{one.id}|{one.name}>" for one in state.workspace.channels.values() if one.name
    }
    marks = people | channels
    return _TOKENS.sub(lambda found: marks.get(found.group(), _link(found.group())), text)


def _link(token: str) -> str:
    return f"<{token}>" if token.startswith("http") else token
