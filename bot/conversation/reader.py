"""The seam between words and acts: whoever reads a turn, the rest of the bot sees acts alone."""

import datetime as dt
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from bot.conversation.acts import Act
from bot.models.conversation import DraftState, Question
from bot.models.frozen import Frozen


class Venue(StrEnum):
    """The place where a turn is said."""

    CHANNEL = "channel"
    DIRECT = "direct"
    COMMAND = "command"


class KnownWebinar(Frozen):
    """A webinar that exists and concerns the person, as far as it takes to recognise it in words."""

    key: str
    title: str
    start: AwareDatetime
    time_zone: str = "UTC"
    owned: bool = True
    upcoming: bool = True


class TurnContext(Frozen):
    """One turn with everything that its words depend on.

    `to_us` is False for what is said in a thread without a mention; `draft` is the open draft that is spoken of, and
    `asked` what was asked last. `thread_webinar` is the key of the webinar whose thread it is said in.
    """

    text: str
    author: str
    venue: Venue
    now: AwareDatetime
    zone: str
    locale: str
    to_us: bool = True
    channel: str | None = None
    draft: DraftState | None = None
    owner: str | None = None
    asked: Question | None = None
    webinars: tuple[KnownWebinar, ...] = ()
    thread_webinar: str | None = None
    spoken_of_last: str | None = None

    @property
    def today(self) -> dt.date:
        """The day it is for the author."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def is_owner(self) -> bool:
        """Tell whether the draft that is open is the author's own."""
        return self.draft is not None and self.owner == self.author


class TurnReader(Protocol):
    """Reads a turn into acts, in the order in which they were said; no act at all means that it is nothing for us."""

    def read(self, turn: TurnContext) -> tuple[Act, ...]: ...
