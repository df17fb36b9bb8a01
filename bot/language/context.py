"""The person who says something, when, and where they live."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.language.languages import LANGUAGES


@dataclass(frozen=True)
class Context:
    """The person, the time and the place on which the same words depend."""

    now: dt.datetime
    zone: str
    locale: str

    @cached_property
    def home(self) -> ZoneInfo:
        """The person's own zone."""
        return ZoneInfo(self.zone)

    @cached_property
    def today(self) -> dt.date:
        """The day it is for this person."""
        return self.now.astimezone(self.home).date()

    @property
    def month_first(self) -> bool:
        """Tell whether 4/5 is in April."""
        return self.locale.endswith("US") or self.locale.startswith("ja")

    @property
    def other_language(self) -> str:
        """The person's language if it is none of ours, otherwise nothing."""
        own = self.locale[:2].lower()
        return "" if own in LANGUAGES else own
