"""The keys under which something happens only once. They are stored, so the text of a key never changes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Self


class MessageKey(str):
    """The key of one message of ours: posted twice under it, the message appears once."""

    __slots__ = ()

    @classmethod
    def card(cls, webinar_key: str, channel: str) -> Self:
        """Name the card of a webinar in a channel."""
        return cls(f"{webinar_key}:card:{channel}")

    @classmethod
    def host(cls, webinar_key: str) -> Self:
        """Name the message that tells the host that the webinar is created."""
        return cls(f"{webinar_key}:host")

    @classmethod
    def panel(cls, webinar_key: str, user: str) -> Self:
        """Name the message with the own link of somebody on the panel of a new webinar."""
        return cls(f"{webinar_key}:panel:{user}")

    @classmethod
    def joined_panel(cls, change_id: str, user: str) -> Self:
        """Name the message with the own link of somebody whom a change put on the panel."""
        return cls(f"{change_id}:panel:{user}")

    @classmethod
    def registrant(cls, webinar_key: str, user: str, number: int) -> Self:
        """Name the message that tells somebody how one registration of theirs stands."""
        return cls(f"{webinar_key}:registrant:{user}:{number}")

    @classmethod
    def calendar(cls, webinar_key: str, user: str) -> Self:
        """Name the calendar file of a webinar for somebody."""
        return cls(f"{webinar_key}:calendar:{user}")

    @classmethod
    def cancelled(cls, webinar_key: str, place: str) -> Self:
        """Name the message that tells a channel or a person that the webinar is cancelled."""
        return cls(f"{webinar_key}:cancelled:{place}")

    @classmethod
    def moved(cls, webinar_key: str, place: str, sequence: int) -> Self:
        """Name the message that tells of one move: a channel by the calendar's sequence, a person by the moves."""
        return cls(f"{webinar_key}:moved:{place}:{sequence}")

    @classmethod
    def registration_turn(cls, webinar_key: str, news: str, turn: int, place: str) -> Self:
        """Name the message that tells a channel or a person how registration turned, counted by its turns."""
        return cls(f"{webinar_key}:{news}:{turn}:{place}")

    @classmethod
    def recording(cls, webinar_key: str, place: str) -> Self:
        """Name the message that tells a channel or a person that the recording is ready."""
        return cls(f"{webinar_key}:recording:{place}")

    @classmethod
    def off_panel(cls, change_id: str, user: str) -> Self:
        """Name the message that tells somebody that a change took them off the panel."""
        return cls(f"{change_id}:off_panel:{user}")

    @classmethod
    def reminder(cls, reminder: str, place: str) -> Self:
        """Name one reminder in a channel or for a person."""
        return cls(f"{reminder}:{place}")

    @classmethod
    def unreachable(cls, webinar_key: str, place: str) -> Self:
        """Name the message that tells the host of a place that refuses messages."""
        return cls(f"{webinar_key}:unreachable:{place}")

    @classmethod
    def missed(cls, webinar_key: str) -> Self:
        """Name the message that tells the host who was expected and did not attend."""
        return cls(f"{webinar_key}:missed")

    @classmethod
    def failure(cls, submission_id: str) -> Self:
        """Name the message that tells somebody that their submission failed."""
        return cls(f"{submission_id}:failure")

    @classmethod
    def change_told(cls, change_id: str) -> Self:
        """Name the message that tells how a change ended."""
        return cls(f"{change_id}:told")

    @property
    def place(self) -> str:
        """The channel or person that the message is for, where the key ends with it."""
        return self.rpartition(":")[2]


class WorkflowId(str):
    """The id of one workflow: begun twice under it, it runs once."""

    __slots__ = ()

    @classmethod
    def calendar_file(cls, view_id: str) -> Self:
        """Name the sending of a calendar file that was asked for in a view."""
        return cls(f"{view_id}:calendar")

    @classmethod
    def newer_calendar_files(cls, webinar_key: str, sequence: int) -> Self:
        """Name the sending of newer files to everybody who has an older one."""
        return cls(f"{webinar_key}:calendars:{sequence}")

    @classmethod
    def registrants_shown(cls, view_id: str) -> Self:
        """Name the reading of the registrants for a view."""
        return cls(f"{view_id}:registrants")

    @classmethod
    def registrants_sent(cls, view_id: str) -> Self:
        """Name the sending of the list of registrants that was asked for in a view."""
        return cls(f"{view_id}:table")


class WriteKey(str):
    """The key of one write to RingCentral, whose outcome is looked for before it is sent again."""

    __slots__ = ()
    WEBINAR: ClassVar = ":webinar"
    """The ending of the keys under which webinars are made."""

    @classmethod
    def webinar(cls, webinar_key: str) -> Self:
        """Name the making of a webinar."""
        return cls(f"{webinar_key}{cls.WEBINAR}")

    @classmethod
    def session(cls, webinar_key: str) -> Self:
        """Name the making of the one session of a webinar."""
        return cls(f"{webinar_key}:session")

    @classmethod
    def invitees(cls, webinar_key: str) -> Self:
        """Name the inviting of the first panel of a webinar."""
        return cls(f"{webinar_key}:invitees")

    @classmethod
    def panel(cls, change_id: str) -> Self:
        """Name the change of a panel."""
        return cls(f"{change_id}:panel")

    @property
    def webinar_key(self) -> str:
        """The webinar that is made under this key."""
        return self.removesuffix(self.WEBINAR)


@dataclass(frozen=True)
class ReminderKey:
    """One reminder: of which webinar, how long before its start, and at which start it was planned."""

    webinar_key: str
    before: timedelta
    start: datetime

    def __str__(self) -> str:
        return f"remind:{self.webinar_key}:{round(self.before.total_seconds())}:{int(self.start.timestamp())}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` wrote."""
        _, webinar_key, before, start = text.split(":")
        return cls(webinar_key, timedelta(seconds=int(before)), datetime.fromtimestamp(int(start), UTC))


@dataclass(frozen=True)
class SubmissionId:
    """One try of a form: which webinar it makes, and the number of the try, from 0."""

    webinar_key: str
    attempt: int

    def __str__(self) -> str:
        return f"{self.webinar_key}:{self.attempt}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` wrote."""
        webinar_key, _, attempt = text.rpartition(":")
        return cls(webinar_key, int(attempt))
