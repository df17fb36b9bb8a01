"""The chat.* methods: saying, changing and deleting."""

import json
from collections.abc import Callable, Mapping

from sandbox.slack.blockkit.validation import problems_in_message
from sandbox.slack.constants import BOT_USER, TEAM_DOMAIN, Json, SlackRefusal
from sandbox.slack.delivery.channel_messages import say, stored, wire_message
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import Channel, StoredMessage
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.conversations import direct_with, visible

NO_FALLBACK = "This content can't be displayed."
MOST_TEXT = 40_000
MOST_TEXT_IN_UPDATE = 4_000
MOST_METADATA_BYTES = 16_000
_DRESS = ("username", "icon_emoji", "icon_url")


def post_message(state: SlackState, arguments: Arguments) -> Json:
    """chat.postMessage: to a channel, or to a person's id, which is the direct conversation with them."""
    channel = _addressed(state, arguments)
    message = _composed(state, channel, arguments)
    message.metadata = _metadata(arguments)
    say(state, channel, message)
    return {
        "channel": channel.id,
        "ts": message.ts,
        "message": wire_message(channel, message, with_metadata=True),
    }


def post_ephemeral(state: SlackState, arguments: Arguments) -> Json:
    """chat.postEphemeral: for one person's eyes, in a channel they are in."""
    channel = _addressed(state, arguments)
    person = arguments.required("user")
    if person not in channel.members:
        raise SlackRefusal("user_not_in_channel")
    message = _composed(state, channel, arguments)
    message.only_for = person
    say(state, channel, message)
    return {"message_ts": message.ts}


def update_message(state: SlackState, arguments: Arguments) -> Json:
    """chat.update: new words for one of the bot's own messages; what is not given stays as it was."""
    channel, message = _own(state, arguments, "cant_update_message")
    if channel.archived:
        raise SlackRefusal("is_archived")
    if len(arguments.text("text")) > MOST_TEXT_IN_UPDATE:
        raise SlackRefusal("msg_too_long")
    given = refuse_malformed(arguments)
    metadata = _metadata(arguments)
    message.text = stored(given["text"])
    if "blocks" in given:
        message.blocks = state.completion.of(given["blocks"])
    if metadata is not None:
        message.metadata = metadata or None
    message.broadcast = message.broadcast or (arguments.flag("reply_broadcast") and bool(message.thread_ts))
    message.edited_ts = state.workspace.stamp()
    body = wire_message(channel, message, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": body}


def delete_message(state: SlackState, arguments: Arguments) -> Json:
    """chat.delete: take back one of the bot's own messages."""
    channel, message = _own(state, arguments, "cant_delete_message")
    channel.messages.remove(message)
    return {"channel": channel.id, "ts": message.ts}


def permalink(state: SlackState, arguments: Arguments) -> Json:
    """chat.getPermalink: the address of a message."""
    channel = visible(state, arguments.required("channel"))
    message = channel.message(arguments.required("message_ts"))
    if message is None or message.only_for is not None:
        raise SlackRefusal("message_not_found")
    address = f"https://{TEAM_DOMAIN}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.thread_ts else ""
    return {"channel": channel.id, "permalink": f"{address}{thread}"}


def refuse_malformed(arguments: Arguments) -> Json:
    """The text and the blocks of a message, refused if Slack would not take them."""
    given: Json = {"text": arguments.text("text")}
    blocks = arguments.structure("blocks", "invalid_blocks_format")
    if blocks is not None:
        given["blocks"] = blocks
    if not given["text"] and not blocks:
        raise SlackRefusal("no_text")
    given["text"] = given["text"] or NO_FALLBACK
    if len(given["text"]) > MOST_TEXT:
        raise SlackRefusal("msg_too_long")
    problems = problems_in_message(given)
    if problems:
        raise SlackRefusal.with_messages("invalid_blocks", problems)
    return given


def _addressed(state: SlackState, arguments: Arguments) -> Channel:
    name = arguments.required("channel")
    if name in state.workspace.people:
        return direct_with(state, [name])
    channel = visible(state, name)
    if channel.archived:
        raise SlackRefusal("is_archived")
    if BOT_USER not in channel.members and not state.installation.grants("chat:write.public"):
        raise SlackRefusal("not_in_channel")
    if not state.workspace.may_post(BOT_USER, channel):
        raise SlackRefusal("restricted_action")
    if channel.kind == "im" and not state.installation.messages_tab:
        raise SlackRefusal("messages_tab_disabled")
    return channel


def _composed(state: SlackState, channel: Channel, arguments: Arguments) -> StoredMessage:
    if any(name in arguments for name in _DRESS) and not state.installation.grants("chat:write.customize"):
        raise SlackRefusal(
            "missing_scope", needed="chat:write.customize", provided=state.installation.provided
        )
    given = refuse_malformed(arguments)
    thread_ts = arguments.text("thread_ts") or None
    if thread_ts is not None and channel.message(thread_ts) is None:
        raise SlackRefusal("thread_not_found")
    return StoredMessage(
        channel=channel.id,
        ts=state.workspace.stamp(),
        user=BOT_USER,
        text=stored(given["text"]),
        blocks=state.completion.of(given.get("blocks", ())),
        thread_ts=thread_ts,
        broadcast=thread_ts is not None and arguments.flag("reply_broadcast"),
    )


def _metadata(arguments: Arguments) -> Json | None:
    metadata = arguments.structure("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        raise SlackRefusal("invalid_metadata_format")
    problems = problems_in_message({"text": "metadata", "metadata": metadata}) if metadata else []
    if problems:
        raise SlackRefusal.with_messages("invalid_metadata_schema", problems)
    if len(json.dumps(metadata).encode()) > MOST_METADATA_BYTES:
        raise SlackRefusal("metadata_too_large")
    return metadata


def _own(state: SlackState, arguments: Arguments, refusal: str) -> tuple[Channel, StoredMessage]:
    channel = visible(state, arguments.required("channel"))
    message = channel.message(arguments.required("ts"))
    if message is None or message.only_for is not None:
        raise SlackRefusal("message_not_found")
    if message.user != BOT_USER:
        raise SlackRefusal(refusal)
    return channel, message


METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {
    "chat.delete": delete_message,
    "chat.getPermalink": permalink,
    "chat.postEphemeral": post_ephemeral,
    "chat.postMessage": post_message,
    "chat.update": update_message,
}
