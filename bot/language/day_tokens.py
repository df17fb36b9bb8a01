"""Finds days in a text: holidays, dates in digits and words, recurrences, "in two hours"."""

import datetime as dt
from collections.abc import Iterator

from bot.language.day_rules import read_day
from bot.language.days import Day
from bot.language.holiday_names import holidays_in
from bot.language.lengths import read_length
from bot.language.numeric_dates import numeric_dates
from bot.language.other_languages import dates_in_other_language
from bot.language.scan import Scan
from bot.language.tokens import TAKEN, Token


def holidays(scan: Scan) -> Iterator[Token]:
    """Days that people call by name: "on Presidents Day"."""
    for start, end, day in holidays_in(scan.original, scan.seen, scan.grammar, scan.context):
        if TAKEN not in scan.shadow[start:end]:
            yield Token("date", start, end, day=day)


def digits(scan: Scan) -> Iterator[Token]:
    """Dates in digits: "12/8", "2026-12-08T09:30Z"."""
    yield from list(numeric_dates(scan.shadow, scan.seen, scan.context))


def moments(scan: Scan) -> Iterator[Token]:
    """Times counted from now: "in two hours", "right now"."""
    for _, found in scan.templates(scan.grammar.moments):
        said = found.groupdict()
        if said.get("now"):
            yield Token("moment", found.start(), found.end(), length=dt.timedelta())
        elif (length := read_length(said["length"] or "", scan.grammar)) is not None:
            yield Token("moment", found.start(), found.end(), length=length)


def recurrences(scan: Scan) -> Iterator[Token]:
    """Days that come again: "every other Friday", "daily"."""
    for template, found in scan.templates(scan.grammar.recurring):
        day = read_day(template.rule, found, scan.grammar, scan.today)
        workdays = "week" in found[0] and template.rule == "daily"  # "every weekday"
        again = Day(day.date, rolls=day.rolls, recurring=True, weekdays_only=workdays)
        yield Token("date", found.start(), found.end(), day=again)


def parts_of_today(scan: Scan) -> Iterator[Token]:
    """A part of today: "tonight"."""
    for half, pattern in scan.grammar.today_parts:
        for found in scan.all(pattern):
            yield Token("date", found.start(), found.end(), day=Day(scan.today, weight=2), part=half)


def dates(scan: Scan) -> Iterator[Token]:
    """Dates in words, by the language's templates: "third Tuesday of May", "a week from Friday"."""
    for template, found in scan.templates(scan.grammar.dates):
        if TAKEN not in found[0]:
            day = read_day(template.rule, found, scan.grammar, scan.today)
            yield Token("date", found.start(), found.end(), day=day)
    if scan.context.other_language:
        for start, end, day in dates_in_other_language(scan.shadow, scan.context.other_language, scan.today):
            yield Token("date", start, end, day=day)
    for found in scan.all(scan.grammar.day):  # "tomorrow"
        day = read_day("day", found, scan.grammar, scan.today)
        yield Token("date", found.start(), found.end(), day=day)


def vague_days(scan: Scan) -> Iterator[Token]:
    """Days that are none yet: "sometime next week", "mid-January"."""
    for _, found in scan.templates(scan.grammar.vague):
        yield Token("vague", found.start(), found.end())
