"""Waiting, so that it can be told."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from bot.models.frozen import Frozen

_HEAD_START: Final = timedelta(minutes=5)


class WaitReason(StrEnum):
    """Why a call has not left yet."""

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


async def nobody(_: Wait) -> None:
    """The Tell of work that nobody watches."""


@dataclass(frozen=True)
class Errand:
    """Work that goes to RingCentral: since when it waits, and how many calls it needs from here on.

    Calls leave in the order in which their errands were asked for. Background work gives people five minutes'
    head start, after which it goes before whatever is asked then: it never starves.
    """

    id: str
    asked_at: datetime
    calls: int = 1
    tell: Tell = nobody
    background: bool = False

    @property
    def rank(self) -> float:
        """The place in line: the lower goes first; epoch seconds."""
        return (self.asked_at + (_HEAD_START if self.background else timedelta())).timestamp()
