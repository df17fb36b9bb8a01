"""Time is an argument; this is the one clock that may be passed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present instant, aware."""


def system_clock() -> datetime:
    """The machine's clock, in UTC."""
    return datetime.now(UTC)


def shifted_clock(seconds: int) -> Clock:
    """The machine's clock, so many seconds later."""
    shift = timedelta(seconds=seconds)
    return lambda: system_clock() + shift
