"""The list at the side: who one can be, and where one can go."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sandbox.page import addresses
from sandbox.page.unread import Unread
from sandbox.slack import SlackServer, SlackUser
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import Channel, WorkspaceMember


@dataclass(frozen=True)
class SidebarConversation:
    """A conversation in the list."""

    channel: Channel
    title: str
    path: str
    unread: int


@dataclass(frozen=True)
class SidebarPerson:
    """Somebody one can be: where their page is, what their clock shows, and what is special about them."""

    member: WorkspaceMember
    path: str
    clock: str
    city: str
    facts: list[str]


@dataclass(frozen=True)
class Sidebar:
    """The list as `viewer` sees it with `channel` open."""

    slack: SlackServer
    viewer: SlackUser
    channel: Channel
    unread: Unread

    @property
    def people(self) -> Iterator[SidebarPerson]:
        """Everybody one can be; who does not see this conversation is with the bot."""
        workspace = self.slack.state.workspace
        for member in workspace.people.values():
            if not member.is_bot:
                shared = workspace.sees(member.id, self.channel)
                channel = self.channel if shared else workspace.direct([BOT_USER, member.id])
                now = dt.datetime.fromtimestamp(self.slack.state.clock(), ZoneInfo(member.tz or "UTC"))
                city = (member.tz or "UTC").rpartition("/")[2].replace("_", " ")
                path = addresses.path(workspace, member.id, channel)
                yield SidebarPerson(member, path, f"{now:%a %H:%M}", city, _facts(member))

    @property
    def conversations(self) -> list[SidebarConversation]:
        """The conversations that the viewer sees but for the one with the bot; archived ones last."""
        state = self.slack.state
        with_bot = state.workspace.direct([BOT_USER, self.viewer.id])
        seen = [
            channel
            for channel in state.workspace.channels.values()
            if channel is not with_bot and state.workspace.sees(self.viewer.id, channel)
        ]
        return [self._place(channel) for channel in sorted(seen, key=lambda one: one.archived)]

    @property
    def app(self) -> SidebarConversation:
        """The conversation with the bot."""
        return self._place(self.slack.state.workspace.direct([BOT_USER, self.viewer.id]))

    def _place(self, channel: Channel) -> SidebarConversation:
        workspace = self.slack.state.workspace
        title = addresses.title(workspace, self.viewer.id, channel)
        count = self.unread.count(self.viewer.id, channel)
        return SidebarConversation(channel, title, addresses.path(workspace, self.viewer.id, channel), count)


def _facts(member: WorkspaceMember) -> list[str]:
    facts = {
        "admin": member.is_admin,
        "guest": member.is_restricted,
        "no e-mail": member.email is None,
        member.locale: member.locale != "en-US",
    }
    return [fact for fact, holds in facts.items() if holds]
