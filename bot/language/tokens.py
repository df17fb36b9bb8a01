"""A piece of a text that says something about time."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from bot.language.clocks import TimeRange
from bot.language.days import Day
from bot.language.zones import NamedZone

TAKEN: Final = "\x1f"
"""Stands in the shadow where something was found."""


@dataclass
class Token:
    """A piece of the text with what it says."""

    kind: str
    start: int
    end: int
    day: Day | None = None
    span: TimeRange | None = None
    zone: NamedZone | None = None
    length: dt.timedelta | None = None
    part: str | None = None
    sure: bool = True
