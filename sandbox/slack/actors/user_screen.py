"""The screen of somebody in the workspace, by visible names."""

from collections.abc import Callable
from typing import Any

from sandbox.slack.actors.screen_content import ScreenFile, ScreenMessage, ScreenView
from sandbox.slack.actors.targets import typed_into
from sandbox.slack.actors.user_actions import UserActions
from sandbox.slack.blockkit import date_marks
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import Channel, WorkspaceMember


class UserScreen:
    """One person's screen; everything is a picture of the moment it was looked at."""

    def __init__(self, slack: UserActions, member: WorkspaceMember) -> None:
        self._slack = slack
        self._state = slack.state
        self._member = member
        self._reader = Reader(slack.state.workspace, member.id)
        self.id = member.id

    def __repr__(self) -> str:
        return f"<{self._member.real_name}>"

    @property
    def modals(self) -> list[ScreenView]:
        """The stack of modals, top last."""
        return [ScreenView.of(self._reader, view) for view in self._state.surfaces.stack(self.id)]

    @property
    def modal(self) -> ScreenView | Any:
        """The modal on top, or None; the Any spares a story the checks that mypy would ask of it."""
        return self.modals[-1] if self.modals else None

    @property
    def home(self) -> ScreenView | Any:
        """The app's home, or None if it published none for her."""
        view = self._state.surfaces.homes.get(self.id)
        return ScreenView.of(self._reader, view) if view else None

    @property
    def notices(self) -> list[str]:
        """The notices of Slack itself."""
        return list(self._state.notices.get(self.id, ()))

    @property
    def dm(self) -> list[ScreenMessage]:
        """Her direct conversation with the bot, oldest first."""
        channel = self._state.workspace.find_direct([BOT_USER, self.id])
        return self._messages_in(channel) if channel else []

    def messages(self, channel: str) -> list[ScreenMessage]:
        """The messages in a channel, oldest first; none in one that the person cannot look into."""
        return self._messages_in(self._state.workspace.find_channel(channel))

    def replies(self, message: ScreenMessage) -> list[ScreenMessage]:
        """The replies in a message's thread, oldest first; those for her eyes alone among them."""
        return [
            one
            for one in self.messages(message.channel)
            if one.thread_ts == message.ts and one.ts != message.ts
        ]

    def files(self, channel: str | None = None) -> list[ScreenFile]:
        """The files she sees in a channel (None: the direct conversation with the bot), oldest first."""
        messages = self.dm if channel is None else self.messages(channel)
        return [file for message in messages for file in message.files]

    def reads(self, text: str) -> str:
        """The text as her screen shows it: dates told by her own clock."""
        return date_marks.read_date_mark(
            text,
            zone=self._member.tz or "UTC",
            now=self._state.clock(),
            twelve_hours=self._member.locale == "en-US",
        )

    async def sees(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Wait until what she looks for is there, for `timeout` seconds at most."""
        await self._slack.wait_until(predicate, timeout)

    def _messages_in(self, channel: Channel) -> list[ScreenMessage]:
        if not self._state.workspace.sees(self.id, channel):
            return []
        return [
            ScreenMessage.of(self._reader, message, typed_into(self._state, self.id, message))
            for message in channel.messages
            if message.only_for in (None, self.id)
        ]
