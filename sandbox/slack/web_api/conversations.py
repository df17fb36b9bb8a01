"""The conversations.* methods: looking into channels, as far as the bot can see."""

from collections.abc import Callable, Mapping, Sequence

from sandbox.slack.constants import BOT_USER, Json, SlackRefusal
from sandbox.slack.delivery.channel_messages import wire_message
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import Channel, StoredMessage
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.paging import slack_page


def visible(state: SlackState, channel_id: str) -> Channel:
    """The channel with this id; to the bot there is none where it was not invited."""
    channel = state.workspace.channels.get(channel_id)
    if channel is None or not state.workspace.sees(BOT_USER, channel):
        raise SlackRefusal("channel_not_found")
    return channel


def joined(state: SlackState, channel_id: str) -> Channel:
    """The channel with this id, if the bot is a member of it."""
    channel = visible(state, channel_id)
    if BOT_USER not in channel.members:
        raise SlackRefusal("not_in_channel")
    return channel


def conversation_info(state: SlackState, arguments: Arguments) -> Json:
    """conversations.info: what a channel is, and how many are in it if asked."""
    channel = visible(state, arguments.required("channel"))
    body = as_object(channel)
    if arguments.flag("include_num_members") and channel.kind != "im":
        body["num_members"] = len(channel.members)
    return {"channel": body}


def as_object(channel: Channel) -> Json:
    """A channel as the wire carries it."""
    body: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.kind != "public",
        "is_archived": channel.archived,
        "is_ext_shared": channel.ext_shared,
        "is_shared": channel.ext_shared,
        "is_org_shared": False,
    }
    if channel.kind == "im":
        return body | {"user": next((one for one in channel.members if one != BOT_USER), BOT_USER)}
    return body | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_general": channel.name == "general",
        "is_member": BOT_USER in channel.members,
    }


def open_direct(state: SlackState, arguments: Arguments) -> Json:
    """conversations.open: the direct conversation with one or more people."""
    if "channel" in arguments:
        return {
            "channel": {"id": visible(state, arguments.text("channel")).id},
            "no_op": True,
            "already_open": True,
        }
    people = [name for name in arguments.text("users").split(",") if name]
    if not people:
        raise SlackRefusal("users_list_not_supplied")
    channel = direct_with(state, people)
    return {"channel": as_object(channel) if arguments.flag("return_im") else {"id": channel.id}}


def direct_with(state: SlackState, people: Sequence[str]) -> Channel:
    """The bot's direct conversation with these people; Slack lets bots speak to living people only."""
    for person in people:
        member = state.workspace.people.get(person)
        if member is None:
            raise SlackRefusal("user_not_found")
        if member.is_bot:
            raise SlackRefusal("cannot_dm_bot")
        if member.deleted:
            raise SlackRefusal("user_disabled")
    if not state.installation.messages_tab:
        raise SlackRefusal("messages_tab_disabled")
    return state.workspace.direct([BOT_USER, *people])


def join(state: SlackState, arguments: Arguments) -> Json:
    """conversations.join: the bot enters a public channel."""
    channel = visible(state, arguments.required("channel"))
    if channel.kind != "public":
        raise SlackRefusal("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackRefusal("is_archived")
    if BOT_USER in channel.members:
        return {"channel": as_object(channel), "warning": "already_in_channel"}
    channel.members.append(BOT_USER)
    return {"channel": as_object(channel)}


def history(state: SlackState, arguments: Arguments) -> Json:
    """conversations.history: what was said, latest first, without replies that stayed in their threads."""
    channel = joined(state, arguments.required("channel"))
    top = [one for one in channel.messages if one.only_for is None and one.in_channel]
    return _messages(channel, _between(reversed_in_time(top), arguments), arguments)


def reversed_in_time(messages: Sequence[StoredMessage]) -> list[StoredMessage]:
    """The latest message first."""
    return sorted(messages, key=lambda message: message.ts, reverse=True)


def replies(state: SlackState, arguments: Arguments) -> Json:
    """conversations.replies: a thread from its first message on."""
    channel = joined(state, arguments.required("channel"))
    ts = arguments.required("ts")
    thread = [one for one in channel.messages if one.only_for is None and ts in (one.ts, one.thread_ts)]
    if not thread:
        raise SlackRefusal("thread_not_found")
    return _messages(channel, _between(thread, arguments), arguments)


def members(state: SlackState, arguments: Arguments) -> Json:
    """conversations.members: the ids of those in a channel."""
    channel = visible(state, arguments.required("channel"))
    some, metadata = slack_page(channel.members, arguments, lambda member: member)
    return {"members": some, **metadata}


def _between(found: Sequence[StoredMessage], arguments: Arguments) -> list[StoredMessage]:
    oldest, latest = _bound(arguments, "oldest", "0"), _bound(arguments, "latest", "inf")
    inclusive = arguments.flag("inclusive")
    return [
        message
        for message in found
        if oldest < float(message.ts) < latest or (inclusive and float(message.ts) in (oldest, latest))
    ]


def _bound(arguments: Arguments, name: str, default: str) -> float:
    try:
        return float(arguments.text(name, default))
    except ValueError:
        raise SlackRefusal(f"invalid_ts_{name}") from None


def _messages(channel: Channel, found: Sequence[StoredMessage], arguments: Arguments) -> Json:
    some, metadata = slack_page(found, arguments, lambda message: message.ts)
    with_metadata = arguments.flag("include_all_metadata")
    bodies = [wire_message(channel, message, with_metadata=with_metadata) for message in some]
    return {"messages": bodies, "has_more": bool(metadata["response_metadata"]["next_cursor"]), **metadata}


METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {
    "conversations.history": history,
    "conversations.info": conversation_info,
    "conversations.join": join,
    "conversations.members": members,
    "conversations.open": open_direct,
    "conversations.replies": replies,
}
