"""The place itself: people, channels, and the messages in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sandbox.slack.constants import BOT_USER, Json
from sandbox.slack.state.file_storage import File

Kind = Literal["public", "private", "im", "mpim"]


@dataclass(kw_only=True)
class WorkspaceMember:
    """Somebody with an account in the workspace."""

    id: str
    name: str
    real_name: str
    tz: str | None = "America/Los_Angeles"
    locale: str = "en-US"
    email: str | None = None
    is_bot: bool = False
    is_restricted: bool = False
    """A guest, who is let into single channels only."""
    is_stranger: bool = False
    """Somebody of another company, met in a channel that both share."""
    is_admin: bool = False
    is_owner: bool = False
    deleted: bool = False


@dataclass(kw_only=True)
class StoredMessage:
    """One message; `only_for` names the one person who sees an ephemeral one, `metadata` nobody sees.

    `broadcast` is a reply that shows in the channel as well.
    """

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    metadata: Json | None = None
    edited_ts: str | None = None
    only_for: str | None = None
    broadcast: bool = False
    files: list[File] = field(default_factory=list)

    @property
    def in_channel(self) -> bool:
        """Tell whether it shows in the channel itself: replies do only if they were broadcast."""
        return self.thread_ts in (None, self.ts) or self.broadcast


@dataclass(kw_only=True)
class Channel:
    """A conversation of any kind; a direct one has the two people as members and no name."""

    id: str
    name: str
    kind: Kind = "public"
    members: list[str] = field(default_factory=list)
    archived: bool = False
    posting_restricted: bool = False
    ext_shared: bool = False
    created: int = 0
    messages: list[StoredMessage] = field(default_factory=list)

    def message(self, ts: str) -> StoredMessage | None:
        """The message with this `ts`, ephemeral ones included."""
        return next((message for message in self.messages if message.ts == ts), None)


class Workspace:
    """People and channels by id, and the stamps that order everything said."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.people: dict[str, WorkspaceMember] = {}
        self.channels: dict[str, Channel] = {}
        self._clock = clock
        self._last_stamp = 0

    def stamp(self) -> str:
        """A message `ts`: seconds with six decimals, later than any stamp before it even on a frozen clock."""
        self._last_stamp = max(self._last_stamp + 1, int(self._clock() * 1_000_000))
        return f"{self._last_stamp // 1_000_000}.{self._last_stamp % 1_000_000:06d}"

    def find_channel(self, name: str) -> Channel:
        """The channel called "#name", or with this id; AssertionError lists those there are."""
        for channel in self.channels.values():
            if name == channel.id or (channel.name and name in (f"#{channel.name}", channel.name)):
                return channel
        known = ", ".join(f"#{channel.name}" for channel in self.channels.values() if channel.name)
        raise AssertionError(f"There is no channel {name}; there are {known}")

    def find_person(self, name: str) -> WorkspaceMember:
        """The person with this id, name or real name; AssertionError lists those there are."""
        wanted = name.removeprefix("@")
        for member in self.people.values():
            if wanted in (member.id, member.name, member.real_name):
                return member
        known = ", ".join(member.real_name for member in self.people.values())
        raise AssertionError(f"There is nobody called {name}; there are {known}")

    def find_direct(self, people: Sequence[str]) -> Channel | None:
        """The direct conversation of exactly these people, if there is one."""
        for channel in self.channels.values():
            if channel.kind in ("im", "mpim") and set(channel.members) == set(people):
                return channel
        return None

    def direct(self, people: Sequence[str]) -> Channel:
        """The direct conversation of exactly these people, opened if there was none."""
        found = self.find_direct(people)
        if found is not None:
            return found
        kind: Kind = "im" if len(set(people)) <= 2 else "mpim"
        number = sum(channel.kind in ("im", "mpim") for channel in self.channels.values()) + 1
        return self.add(
            Channel(
                id=f"{'D' if kind == 'im' else 'G'}0DIRECT{number}",
                name=""
                if kind == "im"
                else "mpdm-" + "--".join(self.people[one].name for one in people) + "-1",
                kind=kind,
                members=list(people),
            )
        )

    def add(self, channel: Channel) -> Channel:
        """Open a channel."""
        channel.created = int(self._clock())
        self.channels[channel.id] = channel
        return channel

    def sees(self, person: str, channel: Channel) -> bool:
        """Tell whether `person` can look into `channel`; guests see only where they are members."""
        if person in channel.members:
            return True
        return channel.kind == "public" and not self.people[person].is_restricted

    def may_post(self, person: str, channel: Channel) -> bool:
        """Tell whether the channel's rules let this member speak: some let only administrators."""
        return not channel.posting_restricted or self.people[person].is_admin

    @property
    def bot(self) -> WorkspaceMember:
        """The app's own user."""
        return self.people[BOT_USER]
