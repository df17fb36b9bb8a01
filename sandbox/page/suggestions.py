"""The suggestions of the composer while somebody types: commands, people and channels."""

from sandbox.page import addresses
from sandbox.slack import SlackServer, SlackUser
from sandbox.slack.constants import Json


def names(slack: SlackServer, viewer: SlackUser) -> list[Json]:
    """Everything that can be completed: what is typed, and what is shown beside it."""
    state = slack.state
    commands = [
        {"text": command, "hint": state.installation.hints.get(command, "")}
        for command in (*state.installation.commands, "/invite")
    ]
    people = [
        {"text": f"@{member.name}", "hint": member.real_name}
        for member in state.workspace.people.values()
        if not member.deleted
    ]
    channels = [
        {"text": f"#{channel.name}", "hint": ""}
        for channel in state.workspace.channels.values()
        if channel.kind in ("public", "private") and not channel.archived
        if state.workspace.sees(viewer.id, channel) and not addresses.is_app(channel)
    ]
    return [*commands, *people, *channels]
