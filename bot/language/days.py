"""The rules that turn a date phrase into a day; every rule takes what the phrase named and who asks when."""

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.language.grammar import Grammar
from bot.models.sentence import Sentence, sentence
from bot.models.understood import Flag

RECENT: Final = dt.timedelta(days=90)
"""A date without a year that passed less than this ago is meant as it is."""
DAY: Final = dt.timedelta(days=1)
WEEK: Final = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Day:
    """A day that was said; `rolls` when it is today only as long as the time is still ahead."""

    date: dt.date | None
    flags: tuple[tuple[Flag, Sentence], ...] = ()
    rolls: bool = False
    weight: int = 1
    recurring: bool = False
    bare: bool = False
    now: bool = False
    weekdays_only: bool = False


class Phrase:
    """The words that a phrase named, and the day on which it was said."""

    def __init__(self, match: re.Match[str], grammar: Grammar, today: dt.date) -> None:
        self.said: Mapping[str, str] = {
            key.rstrip("0123456789"): value for key, value in reversed(match.groupdict().items()) if value
        }
        self.text = match[0]
        self.grammar = grammar
        self.today = today

    @property
    def weekday(self) -> int:
        return self.grammar.weekdays[self.said["weekday"]]

    @property
    def count(self) -> int:
        return 1 if "n" not in self.said else round(self.grammar.number(self.said["n"]))

    @property
    def year(self) -> int | None:
        said = self.said.get("y", "").strip("'")
        return None if not said else int(said) + (2000 if len(said) == 2 else 0)

    @property
    def day_number(self) -> int:
        said = self.said.get("d") or self.said["dth"]
        digits = re.match(r"\d+", said)
        return int(digits[0]) if digits else self.grammar.words.ordinals[said]

    @property
    def month(self) -> int:
        return self.grammar.months[self.said["month"]]

    @property
    def nth(self) -> int:
        said = self.said["nth"]
        ordinals = self.grammar.words.ordinals.items()
        named = next((nth for pattern, nth in ordinals if re.fullmatch(pattern, said)), None)
        return int(said[0]) if named is None else named

    def relative(self) -> int:
        """Count how many days from today a word such as "tomorrow" is."""
        said = self.said["day"]
        return next(
            days for pattern, days in self.grammar.words.today.items() if re.fullmatch(_bare(pattern), said)
        )

    def coming(self, *, today: bool = True) -> dt.date:
        """The nearest day with this weekday."""
        ahead = (self.weekday - self.today.weekday()) % 7
        return self.today + DAY * (ahead if ahead or today else 7)

    def in_week(self, ahead: int) -> dt.date:
        """This weekday in the week that is so many weeks ahead."""
        return self.today + WEEK * ahead + DAY * (self.weekday - self.today.weekday())


def _bare(pattern: str) -> str:
    return re.sub(r"\(\?=.*?\)+", "", pattern) if "(?=" in pattern else pattern


def yearless(month: int, day: int, today: dt.date) -> dt.date:
    """The date in the year that is most likely meant."""
    if (month, day) == (2, 29):
        leap = next(year for year in range(today.year, today.year + 9) if calendar.isleap(year))
        return dt.date(leap, 2, 29)
    tries = (dt.date(year, month, day) for year in (today.year - 1, today.year, today.year + 1))
    return next(date for date in tries if date >= today - RECENT)


def invalid_date(text: str) -> Day:
    """A date that does not exist."""
    return Day(
        None,
        (
            (
                Flag.INVALID_DATE,
                sentence("“{text}” is not in the calendar; please choose a date.", text=text.strip()[:60]),
            ),
        ),
        weight=9,
    )
