"""A piece of a text that says something about time."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from bot.language.clocks import Span
from bot.language.days import Day
from bot.language.zones import Place

TAKEN: Final = "\x1f"
"""Stands in the shadow where something was found."""


@dataclass
class Atom:
    """A piece of the text with what it says."""

    kind: str
    start: int
    end: int
    day: Day | None = None
    span: Span | None = None
    place: Place | None = None
    length: dt.timedelta | None = None
    part: str | None = None
    sure: bool = True
