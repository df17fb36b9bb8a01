"""The options of a menu without asking the bot: only these can be chosen."""

from typing import Any

from sandbox.slack.blockkit.element_search import ElementLocation, options_of
from sandbox.slack.state.workspace import Channel, Workspace

Choice = tuple[str, Any]
"""The text in the menu, and the value in the state once it is chosen."""

_ALL_KINDS = ("public", "private", "im", "mpim")


def offered(workspace: Workspace, person: str, spot: ElementLocation) -> list[Choice]:
    """The choices that a field brings along, or that Slack knows by itself."""
    if "users_select" in spot.type:
        return [(member.real_name, member.id) for member in workspace.people.values() if not member.deleted]
    if picks_channels(spot):
        channels = [
            channel for channel in workspace.channels.values() if fits(workspace, person, channel, spot)
        ]
        return [(called(workspace, person, channel), channel.id) for channel in channels]
    return [(option["text"]["text"], option) for option in options_of(spot.element)]


def picks_channels(spot: ElementLocation) -> bool:
    """Tell whether the field is a menu of channels or conversations."""
    return spot.type.endswith(("conversations_select", "channels_select"))


def fits(workspace: Workspace, person: str, channel: Channel, spot: ElementLocation) -> bool:
    """Tell whether a menu of conversations offers `channel` to `person`."""
    if channel.archived or not workspace.sees(person, channel):
        return False
    if spot.type.endswith("channels_select"):
        return channel.kind == "public"
    wanted = spot.element.get("filter", {})
    if channel.kind not in wanted.get("include", _ALL_KINDS):
        return False
    if wanted.get("exclude_external_shared_channels") and channel.ext_shared:
        return False
    with_bot = channel.kind == "im" and any(workspace.people[member].is_bot for member in channel.members)
    return not (wanted.get("exclude_bot_users") and with_bot)


def called(workspace: Workspace, person: str, channel: Channel) -> str:
    """The name of a conversation for `person`: a direct one by the others in it."""
    if channel.kind in ("public", "private"):
        return f"#{channel.name}"
    others = [member for member in channel.members if member != person] or [person]
    return ", ".join(f"@{workspace.people[member].name}" for member in others)
