"""Waiting, so that it can be told."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TypeAlias

from bot.models.frozen import Frozen


class WaitReason(StrEnum):
    """Why a call has not left yet."""

    BUDGET = "budget"
    PENALTY = "penalty"
    DOWN = "down"
    CHECKING = "checking"


class Wait(Frozen):
    """A wait of about `seconds` until the next thing happens.

    `ahead` calls go first; `limit` calls in `window` seconds are what RingCentral allows.
    """

    reason: WaitReason
    seconds: float
    ahead: int = 0
    limit: int = 0
    window: float = 0


Tell: TypeAlias = Callable[[Wait], Awaitable[None]]
"""Tells the person who waits; never raises."""
