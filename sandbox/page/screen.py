"""One person's whole screen, as the templates draw it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from markupsafe import Markup

from sandbox.page import floor
from sandbox.page.canvas import Canvas
from sandbox.page.mrkdwn import Mrkdwn
from sandbox.page.traffic import Budget, Line, traffic
from sandbox.page.unread import Unread
from sandbox.ringcentral import WebinarAPI
from sandbox.slack import Person, Slack
from sandbox.slack.grounds import typed_into
from sandbox.slack.reading import Reader
from sandbox.slack.state import State
from sandbox.slack.surfaces import View
from sandbox.slack.wire import BOT_USER, Json
from sandbox.slack.workspace import Channel, Member, Message


@dataclass(frozen=True)
class Told:
    """A message with what surrounds it."""

    message: Message
    author: Member
    at: str
    day: str
    canvas: Canvas
    text: Markup


@dataclass(frozen=True)
class Place:
    """A conversation in the list."""

    channel: Channel
    title: str
    path: str
    unread: int


@dataclass(frozen=True)
class Neighbour:
    """Somebody one can be: where their page is, and what their clock shows."""

    member: Member
    path: str
    clock: str
    city: str


class Screen:
    """What `viewer` sees with `channel` open."""

    def __init__(
        self, slack: Slack, ringcentral: WebinarAPI, viewer: Person, channel: Channel, unread: Unread
    ) -> None:
        self.channel = channel
        self.viewer = viewer
        self._slack = slack
        self._ringcentral = ringcentral
        self._world = slack.world
        self._workspace = slack.world.workspace
        self._unread = unread
        self._reader = Reader(self._workspace, viewer.id)
        self._mrkdwn = Mrkdwn(self._workspace, viewer)

    @property
    def me(self) -> Member:
        """Who looks."""
        return self._workspace.people[self.viewer.id]

    @property
    def title(self) -> str:
        """What the conversation is called."""
        return floor.title(self._workspace, self.viewer.id, self.channel)

    @property
    def path(self) -> str:
        """The address of this screen."""
        return floor.path(self._workspace, self.viewer.id, self.channel)

    @property
    def people(self) -> Iterator[Neighbour]:
        """Everybody one can be; who does not see this conversation is with the bot."""
        for member in self._workspace.people.values():
            if not member.is_bot:
                shared = self._workspace.sees(member.id, self.channel)
                channel = self.channel if shared else self._workspace.direct([BOT_USER, member.id])
                now = dt.datetime.fromtimestamp(self._world.clock(), ZoneInfo(member.tz or "UTC"))
                city = (member.tz or "UTC").rpartition("/")[2].replace("_", " ")
                yield Neighbour(
                    member, floor.path(self._workspace, member.id, channel), f"{now:%a %H:%M}", city
                )

    @cached_property
    def places(self) -> list[Place]:
        """The conversations that the viewer sees, the one with the bot last."""
        with_bot = self._workspace.direct([BOT_USER, self.viewer.id])
        others = [
            channel
            for channel in self._workspace.channels.values()
            if channel is not with_bot and self._workspace.sees(self.viewer.id, channel)
        ]
        return [self._place(channel) for channel in (*others, with_bot)]

    def _place(self, channel: Channel) -> Place:
        title = floor.title(self._workspace, self.viewer.id, channel)
        count = self._unread.count(self.viewer.id, channel)
        return Place(channel, title, floor.path(self._workspace, self.viewer.id, channel), count)

    @property
    def closed(self) -> str:
        """Why nothing can be typed here; "" where it can."""
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
    def shortcuts(self) -> list[str]:
        """The shortcuts that can be used anywhere."""
        return [one.name for one in self._world.installation.shortcuts if not one.on_messages]

    @property
    def message_shortcuts(self) -> list[str]:
        """The shortcuts in each message's menu."""
        return [one.name for one in self._world.installation.shortcuts if one.on_messages]

    @property
    def notices(self) -> list[str]:
        """What Slack itself tells the viewer."""
        return self.viewer.notices

    @property
    def messages(self) -> list[Told]:
        """What was said here, as far as the viewer sees it."""
        return [
            self._told(message)
            for message in self.channel.messages
            if message.only_for in (None, self.viewer.id)
        ]

    def _told(self, message: Message) -> Told:
        mark = f"<!date^{int(float(message.ts))}^{{}}|>"
        held = typed_into(self._world, self.viewer.id, message)
        return Told(
            message=message,
            author=self._workspace.people[message.user],
            at=self.viewer.reads(mark.format("{time}")),
            day=self.viewer.reads(mark.format("{date_long} {time}")),
            canvas=self._canvas(f"{message.channel}:{message.ts}", message.blocks, held, {}),
            text=self._mrkdwn.html(message.text),
        )

    @property
    def view(self) -> View | None:
        """The modal on top."""
        stack = self._world.surfaces.stack(self.viewer.id)
        return stack[-1] if stack else None

    def canvas(self, view: View) -> Canvas:
        """A modal's blocks."""
        return self._canvas(view.id, view.blocks, view.state, view.errors)

    def _canvas(self, place: str, blocks: Sequence[Json], held: State, errors: Mapping[str, str]) -> Canvas:
        return Canvas(place, blocks, held, errors, self._reader, self._mrkdwn)

    @property
    def budget(self) -> Budget:
        """How many calls RingCentral still takes."""
        return Budget.of(self._ringcentral)

    @property
    def traffic(self) -> list[Line]:
        """What went over the wire, newest first."""
        return traffic(self._slack, self._ringcentral)

    def clock(self, at: float) -> str:
        """A moment (epoch seconds) to the second, on the viewer's clock."""
        return f"{dt.datetime.fromtimestamp(at, ZoneInfo(self.me.tz or 'UTC')):%H:%M:%S}"
