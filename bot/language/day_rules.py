"""The rules that turn a date phrase into a day, by the names that the languages' tables use."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.language.days import DAY, RECENT, WEEK, Day, Phrase, invalid_date, yearless
from bot.language.grammar import Grammar
from bot.models.sentence import sentence
from bot.models.understood import Flag


def _date(said: Phrase) -> Day:
    date = said.today
    if said.year is None:
        date = yearless(said.month, said.day_number, said.today)
    else:
        date = dt.date(said.year, said.month, said.day_number)
    return _checked(said, date, weight=5)


def _checked(said: Phrase, date: dt.date, weight: int = 4) -> Day:
    """The date, with a doubt when the weekday beside it is another."""
    if "weekday" not in said.said or said.weekday == date.weekday():
        return Day(date, weight=weight)
    words = sentence("{date:long} is a {date:weekday}; I took the date.", date=date)
    return Day(date, ((Flag.WEEKDAY_MISMATCH, words),), weight=weight)


def _day_of_month(said: Phrase) -> Day:
    """The next such day of a month."""
    month = said.today.replace(day=1)
    for _ in range(14):
        length = calendar.monthrange(month.year, month.month)[1]
        if said.day_number <= length and month.replace(day=said.day_number) >= said.today:
            return _checked(said, month.replace(day=said.day_number))
        month = _next_month(month)
    raise ValueError


def _next_month(date: dt.date, ahead: int = 1) -> dt.date:
    years, month = divmod(date.month - 1 + ahead, 12)
    return dt.date(date.year + years, month + 1, 1)


def months_ahead(date: dt.date, ahead: int) -> dt.date:
    """The same day so many months later, or the last one of a month that is shorter."""
    month = _next_month(date, ahead)
    return month.replace(day=min(date.day, calendar.monthrange(month.year, month.month)[1]))


def _weekday(said: Phrase) -> Day:
    date = said.coming()
    return Day(date, rolls=date == said.today, bare=said.text.strip(". ") == said.said["weekday"])


def _next_weekday(said: Phrase) -> Day:
    date, nearest = said.in_week(1), said.coming(today=False)
    if date == nearest:
        return Day(date)
    words = sentence(
        "{date:weekday} could be {nearest:monthday} or {date:monthday}; I took {date:monthday}.",
        date=date,
        nearest=nearest,
    )
    return Day(date, ((Flag.AMBIGUOUS_WEEKDAY, words),))


def _nearest_weekday(said: Phrase) -> Day:
    """The nearest one to come, as Spanish and Portuguese mean it; that of the next week is the doubt."""
    nearest, following = said.coming(today=False), said.in_week(1)
    if nearest == following:
        return Day(nearest)
    words = sentence(
        "{nearest:weekday} could be {nearest:monthday} or {following:monthday}; I took {nearest:monthday}.",
        nearest=nearest,
        following=following,
    )
    return Day(nearest, ((Flag.AMBIGUOUS_WEEKDAY, words),))


def _nth(said: Phrase, month: dt.date) -> dt.date:
    length = calendar.monthrange(month.year, month.month)[1]
    days = [month + DAY * at for at in range(length) if (month + DAY * at).weekday() == said.weekday]
    return days[said.nth - 1 if said.nth > 0 else said.nth]


def _nth_in_month(said: Phrase) -> Day:
    if said.year is not None:
        return Day(_nth(said, dt.date(said.year, said.month, 1)), weight=5)
    years = (said.today.year - 1, said.today.year, said.today.year + 1)
    tries = (_nth(said, dt.date(year, said.month, 1)) for year in years)
    return Day(next(date for date in tries if date >= said.today - RECENT), weight=5)


def _nth_in_year(said: Phrase, year: int) -> Day:
    first = dt.date(year, 1, 1)
    days = [one for at in range(366) if (one := first + DAY * at).year == year]
    found = [one for one in days if one.weekday() == said.weekday]
    return Day(found[said.nth - 1 if said.nth > 0 else said.nth], weight=4)


def _days(said: Phrase) -> Day:
    """Several days of a month: the first, and a doubt."""
    return _first_of(_date(said))


def _days_of_week(said: Phrase) -> Day:
    return _first_of(Day(said.coming(), rolls=said.coming() == said.today))


def _first_of(day: Day) -> Day:
    if day.date is None:
        return day
    words = sentence("More than one day was said; I took {date:day}.", date=day.date)
    return replace(day, flags=(*day.flags, (Flag.TWO_TIMES, words)))


def _last_working_day(said: Phrase) -> Day:
    """The last day from Monday to Friday of a month."""
    end = _last_day(said).date if "month" in said.said else _month_end(said.today)
    while end and end.weekday() > 4:
        end -= DAY
    return Day(end, weight=5)


def _nth_every_month(said: Phrase) -> Day:
    """The next such day, this month or in one of the next."""
    month = said.today.replace(day=1)
    while (date := _nth(said, month)) < said.today:
        month = _next_month(month)
    return Day(date)


def _working_days(said: Phrase) -> Day:
    """So many days on, counting from Monday to Friday only."""
    date, left = said.today, min(said.count, 300)
    while left:
        date += DAY
        left -= date.weekday() < 5
    return Day(date, weight=2)


def _month_end(month: dt.date) -> dt.date:
    return _next_month(month) - DAY


def _last_day(said: Phrase) -> Day:
    year = said.year or said.today.year
    date = _month_end(dt.date(year, said.month, 1))
    return Day(
        date if said.year or date >= said.today - RECENT else _month_end(dt.date(year + 1, said.month, 1)),
        weight=5,
    )


def _ahead(said: Phrase, sign: int = 1) -> Day:
    if "fortnight" in said.said:
        return Day(said.today + WEEK * 2 * sign, weight=2)
    if "months" in said.said:
        return Day(months_ahead(said.today, said.count * sign))
    return Day(said.today + (WEEK if "weeks" in said.said else DAY) * said.count * sign, weight=2)


def _from_day(said: Phrase) -> Day:
    start = said.today + DAY * said.relative()
    if "fortnight" in said.said:
        return Day(start + WEEK * 2)
    return Day(start + (WEEK if "weeks" in said.said else DAY) * said.count)


def _first_of_month(said: Phrase) -> Day:
    month = said.today.replace(day=1)
    first = month + DAY * ((said.weekday - month.weekday()) % 7)
    if first < said.today:
        month = _next_month(month)
        first = month + DAY * ((said.weekday - month.weekday()) % 7)
    return Day(first)


RULES: Final[Mapping[str, Callable[[Phrase], Day]]] = {
    "date": _date,
    "day_of_month": _day_of_month,
    "day_next_month": lambda said: Day(_next_month(said.today).replace(day=said.day_number), weight=4),
    "nth_in_month": _nth_in_month,
    "nth_this_month": lambda said: replace(_nth_every_month(said), weight=4),
    "nth_next_month": lambda said: Day(_nth(said, _next_month(said.today)), weight=4),
    "nth_this_year": lambda said: _nth_in_year(said, said.today.year),
    "nth_next_year": lambda said: _nth_in_year(said, said.today.year + 1),
    "days": _days,
    "days_of_week": _days_of_week,
    "last_day": _last_day,
    "last_working_day": _last_working_day,
    "end_of_month": lambda said: Day(_month_end(said.today), weight=4),
    "end_of_next_month": lambda said: Day(_month_end(_next_month(said.today)), weight=4),
    "end_of_week": lambda said: Day(said.today + DAY * ((4 - said.today.weekday()) % 7), weight=2),
    "end_of_next_week": lambda said: Day(said.today + WEEK + DAY * (4 - said.today.weekday()), weight=2),
    "day": lambda said: Day(said.today + DAY * said.relative(), weight=2),
    "from_day": _from_day,
    "same_time_next_week": lambda said: Day(said.today + WEEK, weight=2, now=True),
    "same_time": lambda said: Day(said.today + DAY * said.relative(), weight=2, now=True),
    "week_after_day": lambda said: Day(said.today + DAY * said.relative() + WEEK, weight=2),
    "weeks_from_weekday": lambda said: Day(said.coming(today=False) + WEEK * said.count, weight=2),
    "nth_every_month": _nth_every_month,
    "working_days": _working_days,
    "fortnight_from_weekday": lambda said: Day(said.coming(today=False) + WEEK * 2, weight=2),
    "nth_coming": lambda said: Day(said.coming(today=False) + WEEK * (said.count - 1), weight=2),
    "weekday_week": lambda said: Day(said.coming(today=False) + WEEK, weight=2),
    "after_next": lambda said: Day(said.coming(today=False) + WEEK, weight=2),
    "in_next_week": lambda said: Day(said.in_week(1), weight=2),
    "in_this_week": lambda said: Day(said.in_week(0), weight=2),
    "week_after_next": lambda said: Day(said.in_week(2), weight=2),
    "next_weekday": _next_weekday,
    "nearest_weekday": _nearest_weekday,
    "last_weekday": lambda said: Day(said.coming() - WEEK),
    "weekday": _weekday,
    "weekdays": lambda said: Day(said.coming(), rolls=said.coming() == said.today, recurring=True),
    "last_week": lambda said: Day(said.in_week(-1)),
    "weekday_in_weeks": lambda said: Day(said.in_week(said.count), weight=2),
    "in_weeks": lambda said: Day(said.coming(today=False) + WEEK * said.count, weight=2),
    "ahead": _ahead,
    "ago": lambda said: _ahead(said, -1),
    "first_of_month": _first_of_month,
    "daily": lambda _: Day(None, recurring=True),
    "none": lambda _: Day(None, recurring=True),
}
"""Rules by the names that the languages' tables use."""


def read_day(rule: str, match: re.Match[str], grammar: Grammar, today: dt.date) -> Day:
    """The day that a phrase means; a doubt instead where no calendar has it."""
    try:
        day = RULES[rule](Phrase(match, grammar, today))
    except (ValueError, OverflowError, IndexError, StopIteration):
        return invalid_date(match[0])
    return day
