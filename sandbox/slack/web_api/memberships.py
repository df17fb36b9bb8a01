"""users.conversations: in which conversations somebody is, as far as the bot may know."""

from collections.abc import Callable, Mapping

from sandbox.slack.constants import BOT_USER, Json, SlackRefusal
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import Channel, Kind
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.conversations import as_object
from sandbox.slack.web_api.paging import slack_page
from sandbox.slack.web_api.scopes import reading

_TYPES: Mapping[str, Kind] = {
    "public_channel": "public",
    "private_channel": "private",
    "mpim": "mpim",
    "im": "im",
}


def conversations(state: SlackState, arguments: Arguments) -> Json:
    """The bot's own conversations, or a person's: of hers, those that are not public only where the bot is, too."""
    kinds = _kinds(state, arguments)
    person = arguments.text("user") or BOT_USER
    if person not in state.workspace.people:
        raise SlackRefusal("user_not_found")
    found = [
        channel
        for channel in state.workspace.channels.values()
        if channel.kind in kinds
        and person in channel.members
        and (channel.kind == "public" or BOT_USER in channel.members)
        and not (channel.archived and arguments.flag("exclude_archived"))
    ]
    some, metadata = slack_page(found, arguments, lambda channel: channel.id)
    return {"channels": [_told(channel) for channel in some], **metadata}


def _kinds(state: SlackState, arguments: Arguments) -> set[Kind]:
    """The kinds asked for; each needs the scope to read conversations of that kind."""
    named = [name.strip() for name in arguments.text("types", "public_channel").split(",")]
    if any(name not in _TYPES for name in named):
        raise SlackRefusal("invalid_types")
    kinds = {_TYPES[name] for name in named}
    missing = sorted(reading(kind) for kind in kinds if not state.installation.grants(reading(kind)))
    if missing:
        raise SlackRefusal("missing_scope", needed=",".join(missing), provided=state.installation.provided)
    return kinds


def _told(channel: Channel) -> Json:
    """The channel without whether the bot is a member: here it is about somebody else."""
    return {name: value for name, value in as_object(channel).items() if name != "is_member"}


METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {"users.conversations": conversations}
