"""The messages on one person's page: in a channel, and in a thread beside it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from sandbox.page.block_renderer import BlockRenderer
from sandbox.page.mrkdwn import Mrkdwn
from sandbox.slack import SlackServer, SlackUser
from sandbox.slack.actors.targets import typed_into
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.state.workspace import Channel, StoredMessage, WorkspaceMember


@dataclass(frozen=True)
class ConversationMessage:
    """A message with what surrounds it; `date` is the day it was said on, `replies` how many stand in its thread."""

    message: StoredMessage
    author: WorkspaceMember
    at: str
    day: str
    date: str
    canvas: BlockRenderer
    text: Markup
    replies: int
    repliers: list[WorkspaceMember]
    last_reply: str


@dataclass(frozen=True)
class ConversationView:
    """The messages of a channel as `viewer` may see them."""

    slack: SlackServer
    viewer: SlackUser
    channel: Channel
    mrkdwn: Mrkdwn

    @property
    def messages(self) -> list[ConversationMessage]:
        """The messages that show in the channel itself."""
        return [self._told(message, "") for message in self._visible if message.in_channel]

    def thread(self, ts: str) -> list[ConversationMessage]:
        """A message and its replies; empty if there is no such message."""
        if all(message.ts != ts for message in self._visible):
            return []
        thread = [one for one in self._visible if ts in (one.ts, one.thread_ts)]
        return [self._told(message, "thread/") for message in thread]

    @property
    def _visible(self) -> Sequence[StoredMessage]:
        return [one for one in self.channel.messages if one.only_for in (None, self.viewer.id)]

    def _told(self, message: StoredMessage, root: str) -> ConversationMessage:
        people = self.slack.state.workspace.people
        held = typed_into(self.slack.state, self.viewer.id, message)
        replies = [one for one in self._visible if one.thread_ts == message.ts != one.ts]
        return ConversationMessage(
            message=message,
            author=people[message.user],
            at=self._read(message.ts, "{time}"),
            day=self._read(message.ts, "{date_long} {time}"),
            date=self._day(message.ts),
            canvas=BlockRenderer(
                place=f"{message.channel}:{message.ts}",
                root=f"{root}{message.channel}:{message.ts}",
                blocks=message.blocks,
                state=held,
                errors={},
                reader=Reader(self.slack.state.workspace, self.viewer.id),
                mrkdwn=self.mrkdwn,
            ),
            text=self.mrkdwn.html(message.text),
            replies=len(replies),
            repliers=[people[user] for user in dict.fromkeys(one.user for one in replies)][:3],
            last_reply=self._read(replies[-1].ts, "{date_short_pretty} at {time}") if replies else "",
        )

    def _read(self, ts: str, form: str) -> str:
        return self.viewer.reads(f"<!date^{int(float(ts))}^{form}|>")

    def _day(self, ts: str) -> str:
        zone = ZoneInfo(self.slack.state.workspace.people[self.viewer.id].tz or "UTC")
        when = dt.datetime.fromtimestamp(float(ts), zone).date()
        today = dt.datetime.fromtimestamp(self.slack.state.clock(), zone).date()
        near = {0: "Today", 1: "Yesterday"}.get((today - when).days)
        return near or self._read(ts, "{date_long}")
