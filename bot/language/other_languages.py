"""Dates in languages that are not among ours: dateparser reads the phrase, and what it invents is not believed."""

import datetime as dt
import re
from functools import cache
from typing import Any, Final

from dateparser.date import DateDataParser  # type: ignore[import-untyped]

from bot.language.days import Day, yearless

PHRASE: Final = re.compile(
    r"(?<![\w./:-])\d{1,2}\.?(?:º|-?(?:de|di|d|e))? (?:d[ei] )?[^\W\d_]{3,}\.?(?: (?:de )?\d{4})?(?![\w:])"
)
_MOST: Final = 2
"""So many phrases of a text are tried."""


@cache
def _parser(language: str) -> Any:
    """A parser for one language; the day is the only thing it may say."""
    settings: dict[str, Any] = {
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_DATES_FROM": "current_period",
        "REQUIRE_PARTS": ["day", "month"],
        "PARSERS": ["absolute-time"],
    }
    return DateDataParser(languages=[language], settings=settings)


def dates_in_other_language(shadow: str, language: str, today: dt.date) -> list[tuple[int, int, Day]]:
    """The dates with a day and a month in a text of that language."""
    found = [
        (*phrase.span(), _read(phrase[0], language, today))
        for phrase in list(PHRASE.finditer(shadow))[:_MOST]
    ]
    return [(start, end, Day(date, weight=4)) for start, end, date in found if date]


def _read(phrase: str, language: str, today: dt.date) -> dt.date | None:
    """The date, unless dateparser does not know the language, makes a time of it, or goes far away."""
    try:
        read = _parser(language).get_date_data(phrase)
    except ValueError:
        return None
    if read.date_obj is None or "time" in (read.parts or ()):
        return None
    date: dt.date = read.date_obj.date()
    if not re.search(r"\d{4}$", phrase):
        date = yearless(date.month, date.day, today)
    return date if -2 <= date.year - today.year <= 5 else None
