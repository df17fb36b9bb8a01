"""What the composer offers while somebody types: commands, people and channels."""

from sandbox.page import addresses
from sandbox.slack import SlackServer, SlackUser
from sandbox.slack.constants import Json


def names(slack: SlackServer, viewer: SlackUser) -> list[Json]:
    """Everything that can be completed: what is typed, and what is shown beside it."""
    world = slack.world
    commands = [
        {"text": command, "hint": world.installation.hints.get(command, "")}
        for command in (*world.installation.commands, "/invite")
    ]
    people = [
        {"text": f"@{member.name}", "hint": member.real_name}
        for member in world.workspace.people.values()
        if not member.deleted
    ]
    channels = [
        {"text": f"#{channel.name}", "hint": ""}
        for channel in world.workspace.channels.values()
        if channel.kind in ("public", "private") and not channel.archived
        if world.workspace.sees(viewer.id, channel) and not addresses.is_app(channel)
    ]
    return [*commands, *people, *channels]
