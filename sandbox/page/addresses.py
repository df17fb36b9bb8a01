"""Addresses of the page: who one is, and which conversation lies open."""

from urllib.parse import quote

from sandbox.slack import SlackServer
from sandbox.slack.actors.menu_options import called
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import Channel, Workspace


def path(workspace: Workspace, person: str, channel: Channel) -> str:
    """The address at which the page shows `channel` as `person` (an id) sees it."""
    return f"/{workspace.people[person].name}/{quote(_token(workspace, channel), safe='@')}"


def _token(workspace: Workspace, channel: Channel) -> str:
    if is_app(channel):
        return f"@{workspace.bot.name}"
    return channel.name or channel.id


def is_app(channel: Channel) -> bool:
    """Tell whether this is somebody's direct conversation with the bot."""
    return channel.kind == "im" and BOT_USER in channel.members


def find_place(slack: SlackServer, person: str, conversation: str) -> tuple[SlackUser, Channel]:
    """The person and the conversation of an address; AssertionError where nobody sees such a thing."""
    workspace = slack.state.workspace
    who = slack.person(person)
    if conversation == f"@{workspace.bot.name}":
        return who, workspace.direct([BOT_USER, who.id])
    where = workspace.find_channel(conversation)
    if not workspace.sees(who.id, where):
        raise AssertionError(f"{person} does not see {conversation}")
    return who, where


def title(workspace: Workspace, person: str, channel: Channel) -> str:
    """The name of the conversation for `person`."""
    if is_app(channel):
        return workspace.bot.real_name
    return called(workspace, person, channel)
