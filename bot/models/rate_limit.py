"""Waiting, so that it can be told."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Final, TypeAlias

from bot.models.frozen import Frozen

_YEAR: Final = timedelta(days=365)


class Priority(Enum):
    """The priorities of work: how long it lets others go first that were asked for later.

    What nobody waits for gives people five minutes' head start, after which it goes before whatever is asked then: it
    never starves. A crowd that registers goes after all of these, and after the room that is kept for somebody who is
    about to ask.
    """

    PERSON = timedelta()
    BACKGROUND = timedelta(minutes=5)
    FORESEEN = 100 * _YEAR
    CROWD = 200 * _YEAR


class WaitReason(StrEnum):
    """The reasons why a call has not left yet."""

    BUDGET = "budget"
    PENALTY = "penalty"
    DOWN = "down"
    CHECKING = "checking"


class Wait(Frozen):
    """A wait of about `seconds` until the work is done, or the next thing happens.

    `ahead` others go first; `limit` calls in `window` seconds are what RingCentral allows.
    """

    reason: WaitReason
    seconds: float
    ahead: int = 0
    limit: int = 0
    window: float = 0


Tell: TypeAlias = Callable[[Wait], Awaitable[None]]
"""Tells the person who waits; never raises."""


async def tell_nobody(_: Wait) -> None:
    """The Tell of work that nobody watches."""


@dataclass(frozen=True)
class Caller:
    """Work that goes to RingCentral: since when it waits, and how many calls it needs from here on.

    Calls leave in the order in which their callers were asked for, as far as they are equally urgent.
    """

    id: str
    asked_at: datetime
    calls: int = 1
    tell: Tell = tell_nobody
    priority: Priority = Priority.PERSON

    @property
    def rank(self) -> float:
        """The place in line: the lower goes first; epoch seconds."""
        return self.asked_at.timestamp() + self.priority.value.total_seconds()
