"""One person's whole screen, as the templates draw it."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sandbox.page import addresses
from sandbox.page.block_renderer import BlockRenderer
from sandbox.page.conversation import ConversationMessage, ConversationView
from sandbox.page.inspector import Inspector
from sandbox.page.mrkdwn import Mrkdwn
from sandbox.page.sidebar import Sidebar
from sandbox.page.suggestions import names
from sandbox.page.unread import Unread
from sandbox.slack import SlackUser
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.constants import Json
from sandbox.slack.state.surfaces import View
from sandbox.slack.state.workspace import Channel, WorkspaceMember
from sandbox.world import World


class Screen:
    """The screen of `viewer` with `channel` open; `asked` has the further wishes of the address: a thread, a tab."""

    def __init__(
        self, world: World, viewer: SlackUser, channel: Channel, unread: Unread, asked: Mapping[str, str]
    ) -> None:
        self.channel = channel
        self.viewer = viewer
        self.asked = asked
        self._world = world.slack.state
        self._workspace = world.slack.state.workspace
        self._mrkdwn = Mrkdwn(self._workspace, viewer)
        self._talk = ConversationView(world.slack, viewer, channel, self._mrkdwn)
        self.places = Sidebar(world.slack, viewer, channel, unread)
        self.backstage = Inspector(world, self.me)
        self.names = names(world.slack, viewer)

    @property
    def me(self) -> WorkspaceMember:
        """The person who looks."""
        return self._workspace.people[self.viewer.id]

    @property
    def title(self) -> str:
        """The name of the conversation."""
        return addresses.title(self._workspace, self.viewer.id, self.channel)

    @property
    def path(self) -> str:
        """The address of the conversation."""
        return addresses.path(self._workspace, self.viewer.id, self.channel)

    def at(self, **asked: str) -> str:
        """The address of this screen with something else beside the conversation."""
        return f"{self.path}?{urlencode(asked)}" if asked else self.path

    @property
    def is_app(self) -> bool:
        """Tell whether this is the conversation with the bot, which has tabs."""
        return addresses.is_app(self.channel)

    @property
    def has_home(self) -> bool:
        """Tell whether the app has a Home tab."""
        return self._world.installation.home_tab

    @property
    def tab(self) -> str:
        """The open tab of the app: home or messages."""
        home = self.is_app and self.has_home and self.asked.get("tab") == "home"
        return "home" if home else "messages"

    @property
    def closed(self) -> str:
        """The reason why nothing can be typed here; "" where it can."""
        app = self._world.installation
        if self.channel.archived:
            return "This channel is archived."
        if self.channel.kind == "im" and (app.messages_tab_read_only or not app.messages_tab):
            return "Messages to this app are turned off. Type commands in a channel."
        if self.viewer.id not in self.channel.members:
            return f"You are not in {self.title}."
        return ""

    @property
    def may_join(self) -> bool:
        """Tell whether the viewer could join the channel."""
        outside = self.viewer.id not in self.channel.members
        return outside and self.channel.kind == "public" and not self.channel.archived

    @property
    def commands(self) -> list[str]:
        """The app's commands."""
        return list(self._world.installation.commands)

    @property
    def shortcuts(self) -> list[str]:
        """The shortcuts that can be used anywhere."""
        return [one.name for one in self._world.installation.shortcuts if not one.on_messages]

    @property
    def message_shortcuts(self) -> list[str]:
        """The shortcuts in each message's menu."""
        return [one.name for one in self._world.installation.shortcuts if one.on_messages]

    @property
    def notices(self) -> list[str]:
        """The notices of Slack itself to the viewer."""
        return self.viewer.notices

    @property
    def messages(self) -> list[ConversationMessage]:
        """The messages here, as far as the viewer sees them."""
        return self._talk.messages

    @cached_property
    def thread(self) -> list[ConversationMessage]:
        """The thread that lies open, its first message first; empty if none does."""
        return self._talk.thread(self.asked["thread"]) if "thread" in self.asked else []

    @property
    def home(self) -> View | None:
        """The home view that the app published for the viewer."""
        return self._world.surfaces.homes.get(self.viewer.id)

    @property
    def view(self) -> View | None:
        """The modal on top."""
        stack = self._world.surfaces.stack(self.viewer.id)
        return stack[-1] if stack else None

    def canvas(self, view: View) -> BlockRenderer:
        """The blocks of a modal or home."""
        reader = Reader(self._workspace, self.viewer.id)
        return BlockRenderer(view.id, view.id, view.blocks, view.state, view.errors, reader, self._mrkdwn)

    def clock(self, at: float) -> str:
        """A moment (epoch seconds) to the second, on the viewer's clock."""
        return f"{dt.datetime.fromtimestamp(at, ZoneInfo(self.me.tz or 'UTC')):%H:%M:%S}"

    def words(self, text: Json) -> str:
        """A text object as somebody would read it out."""
        return str(text["text"])
