"""Saying something in a channel: how Slack stores it, tells it, and lets the app hear of it."""

import asyncio
import re
from collections.abc import Iterator

from sandbox.slack.constants import APP_ID, BOT_ID, BOT_USER, TEAM_ID, VERIFICATION_TOKEN, Json
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import Channel, StoredMessage

_MARKS = re.compile(r"<(?:[@#!][^<>]+|(?:https?|mailto):[^<>]+)>|&(?:amp|lt|gt);|[&<>]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SUBSCRIPTIONS = {
    "channel": "message.channels",
    "group": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}
_CHANNEL_TYPES = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}


def stored(text: str) -> str:
    """The text as Slack keeps it: `&`, `<` and `>` escaped unless they belong to a mention, link or entity."""
    return _MARKS.sub(lambda mark: _ESCAPED.get(mark.group(), mark.group()), text)


def say(state: SlackState, channel: Channel, message: StoredMessage) -> list[asyncio.Task[None]]:
    """Put a message into a channel; return the tasks that let the app hear of it, already on their way."""
    channel.messages.append(message)
    state.changes.tell()
    if message.only_for is not None or BOT_USER not in channel.members:
        return []
    return [state.start_task(event(state, said)) for said in _events(channel, message)]


def wire_message(channel: Channel, message: StoredMessage, *, with_metadata: bool = False) -> Json:
    """The message as the wire carries it."""
    replies = [
        reply.ts
        for reply in channel.messages
        if reply.thread_ts == message.ts != reply.ts and reply.only_for is None
    ]
    thread_ts = message.thread_ts or (message.ts if replies else None)
    by_app = {"bot_id": BOT_ID, "app_id": APP_ID} if message.user == BOT_USER else {}
    return {
        "type": "message",
        **({"subtype": kind} if (kind := _subtype(message)) else {}),
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": TEAM_ID,
        **by_app,
        **({"blocks": message.blocks} if message.blocks else {}),
        **({"files": [file.told() for file in message.files], "upload": True} if message.files else {}),
        **({"thread_ts": thread_ts} if thread_ts else {}),
        **({"reply_count": len(replies), "latest_reply": replies[-1]} if replies else {}),
        **({"edited": {"user": message.user, "ts": message.edited_ts}} if message.edited_ts else {}),
        **({"metadata": message.metadata} if with_metadata and message.metadata else {}),
    }


def _subtype(message: StoredMessage) -> str:
    if message.files:
        return "file_share"
    return "thread_broadcast" if message.broadcast else ""


def _events(channel: Channel, message: StoredMessage) -> Iterator[Json]:
    body = wire_message(channel, message) | {"channel": channel.id, "event_ts": message.ts}
    yield body | {"channel_type": _CHANNEL_TYPES[channel.kind]}
    if channel.kind != "im" and f"<@{BOT_USER}>" in message.text:
        yield body | {"type": "app_mention"}


async def event(state: SlackState, happened: Json) -> None:
    """Let the app hear of something, if it subscribed to it and can be reached; returns with its first answer."""
    kind = str(happened["type"])
    name = _SUBSCRIPTIONS[happened["channel_type"]] if kind == "message" else kind
    if state.installation.hears(name) and state.delivery.request_url:
        await state.delivery.event(_envelope(state, happened))


def _envelope(state: SlackState, happened: Json) -> Json:
    """An event as it travels: with an id that stays the same when it is sent again."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "context_team_id": TEAM_ID,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": happened,
        "type": "event_callback",
        "event_id": f"Ev{next(state.event_numbers):08d}",
        "event_time": int(state.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM_ID,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }
