"""Dates in digits: 2026-12-08T09:30Z, 12/8/2026, 8.12., 8-12-2026."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from bot.language.clocks import ClockTime, TimeRange
from bot.language.context import Context
from bot.language.days import Day, invalid_date, yearless
from bot.language.tokens import Token
from bot.language.zones import NamedZone, fixed_offset_zone, zone_after
from bot.models.sentence import sentence
from bot.models.understood import Flag

_ISO: Final = re.compile(
    r"(?<![a-z0-9_./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:t| )(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(z(?!\w)|[+-]\d\d:?\d\d)?)?(?![a-z0-9_-]|[/.]\d)"
)
_MONTHS: Final = 12
_DAYS: Final = 31
_NUMERIC: Final = re.compile(
    r"(?<![a-z0-9_./-])(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}|\d\d))?|-(\d{1,2})-(\d{4}|\d\d)|\. ?(\d{1,2})\.(?: ?(\d{4})|(\d\d))?)(?![a-z0-9_/%-]|\.\d)"
)


def numeric_dates(shadow: str, seen: str, context: Context) -> Iterator[Token]:
    """Every date in digits, and the times that are written into ISO dates."""
    for found in _ISO.finditer(shadow):
        end = found.end() if found[5] is None else found.start(5)
        day = _calendar(int(found[1]), int(found[3]), int(found[4]), found[0])
        yield Token("date", found.start(), end, day=day)
        if found[5] is not None:
            yield _iso_clock(found, shadow, seen, context)
    for found in _NUMERIC.finditer(shadow):
        if written := _day_and_month(found, context):
            yield Token("date", found.start(), found.end(), day=written)


def _iso_clock(found: re.Match[str], shadow: str, seen: str, context: Context) -> Token:
    begin = ClockTime(int(found[5]) * 60 + int(found[6]), literal=True, sure=True)
    zone = NamedZone("UTC") if found[7] == "z" else fixed_offset_zone(found[7]) if found[7] else None
    end = found.end()
    if zone is None and (named := zone_after(shadow, seen, end, context.zone)):
        zone, end = named
    return Token("clock", found.start(5), end, span=TimeRange(begin), zone=zone)


def _day_and_month(found: re.Match[str], context: Context) -> Day | None:
    """The date in "12/8", "8.12." or "8-12-2026"; an impossible month changes places with the day."""
    dotted = found[6] is not None
    first, second = int(found[1]), int(found[2] or found[4] or found[6])
    year = found[3] or found[5] or found[7] or found[8]
    if not (year or dotted or _may_be_date(first, second)):
        return None
    month, day = (first, second) if context.month_first and not dotted else (second, first)
    if month > _MONTHS >= day and not dotted:
        month, day = day, month
    if year is None:
        date = _near(month, day, context.today, found[0])
    else:
        date = _calendar(int(year) + (2000 if len(year) == 2 else 0), month, day, found[0])
    return _doubtful(date, first, second, dotted=dotted)


def _may_be_date(first: int, second: int) -> bool:
    """Tell whether two numbers are days or months at all: "24/7" is masked, "50/50" is none."""
    return 1 <= first <= _DAYS and 1 <= second <= _DAYS


def _calendar(year: int, month: int, day: int, text: str) -> Day:
    try:
        return Day(dt.date(year, month, day), weight=6)
    except ValueError:
        return invalid_date(text)


def _near(month: int, day: int, today: dt.date, text: str) -> Day:
    try:
        dt.date(2028, month, day)
    except ValueError:
        return invalid_date(text)
    return Day(yearless(month, day, today), weight=6)


def _doubtful(day: Day, first: int, second: int, *, dotted: bool) -> Day:
    """The day, with the doubt that it could be another one with day and month the other way round."""
    if dotted or day.date is None or first > 12 or second > 12 or first == second:
        return day
    other = day.date.replace(month=day.date.day, day=day.date.month)
    words = sentence(
        "{date:monthday} or {other:monthday}? I took {date:monthday}.", date=day.date, other=other
    )
    return Day(day.date, (*day.flags, (Flag.AMBIGUOUS_DATE, words)), weight=day.weight)
