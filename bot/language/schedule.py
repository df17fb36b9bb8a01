"""From the pieces that were chosen to an instant, with every doubt on the way put in words."""

import datetime as dt
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.clocks import ResolvedTime, TimeRange, settle_clock
from bot.language.clusters import Cluster
from bot.language.days import DAY, WEEK, Day
from bot.language.instants import Moment, Schedule, finish, placed
from bot.language.tokens import Token
from bot.language.zones import NamedZone
from bot.models.form import Field
from bot.models.sentence import sentence
from bot.models.understood import Flag
from bot.models.webinar import DURATION_MAX

_SATURDAY: Final = 5
YEARS_AHEAD: Final = 6
"""Nobody plans a webinar for later than that."""


def schedule_of(
    cluster: Cluster, now: dt.datetime, home: ZoneInfo, *, twelve_hours: bool, vague: bool = False
) -> Schedule:
    """The instant that the pieces mean."""
    found = Schedule()
    zone = next((token.zone for token in cluster.tokens if token.zone), None)
    _zone(found, zone)
    length = next((token.length for token in cluster.tokens if token.kind == "length"), None)
    if (moment := cluster.first("moment")) and moment.length is not None:
        _moment(found, moment.length, now, home)
    else:
        day = _day(cluster, found)
        settled = _settled(cluster, found, twelve_hours=twelve_hours)
        if day.now and settled is None:
            settled = ResolvedTime(_minutes(now.astimezone(home)))
        _combine(found, day, settled, Moment(now, home, zone), vague=vague)
    if cluster.rival:
        words = sentence("More than one session was said; a webinar has one, so I took the first.")
        found.doubt(Flag.TWO_TIMES, Field.DATE, words)
    found.duration = length or found.duration
    return found


def _minutes(at: dt.datetime) -> int:
    return at.hour * 60 + at.minute


def _zone(found: Schedule, zone: NamedZone | None) -> None:
    if zone is None:
        return
    found.zone = zone.name
    if zone.other:
        words = sentence(
            "I took the time zone {zone}; if you meant {other}, please choose it.",
            zone=zone.name,
            other=zone.other,
        )
        found.doubt(Flag.AMBIGUOUS_ZONE, Field.TIME_ZONE, words)


def _moment(found: Schedule, ahead: dt.timedelta, now: dt.datetime, home: ZoneInfo) -> None:
    """Hours and minutes pass in real time, whatever the clocks do."""
    start = (now.astimezone(dt.UTC) + ahead).astimezone(home)
    found.start, found.date, found.clock = start, start.date(), start.time().replace(second=0, microsecond=0)


def _day(cluster: Cluster, found: Schedule) -> Day:
    """The most specific day that was said; a weekday beside it only has to agree."""
    days = [token.day for token in cluster.days if token.day]
    if not days:
        return Day(None)
    best = max(days, key=lambda day: (day.weight, day.date is not None))
    found.recurring = any(day.recurring for day in days)
    for flag, words in best.flags:
        found.doubt(flag, Field.DATE, words)
    if best.date:
        _doubt_day(found, best, best.date, days, vague=cluster.first("vague") is not None)
    if found.recurring:
        words = sentence("A webinar has one session today, so this plans the first one only.")
        found.doubt(Flag.RECURRING, Field.DATE, words)
    return replace(
        best,
        recurring=found.recurring,
        now=any(day.now for day in days),
        weekdays_only=best.weekdays_only or any(day.weekdays_only for day in days),
    )


def _doubt_day(found: Schedule, best: Day, date: dt.date, days: list[Day], *, vague: bool) -> None:
    """Doubt a day where another weekday, a vague word or a second day stands beside it."""
    if any(_disagree(other, best) for other in days):
        words = sentence("{date:long} is a {date:weekday}; I took the date.", date=date)
        found.doubt(Flag.WEEKDAY_MISMATCH, Field.DATE, words)
    if vague:
        words = sentence("I took {date:day}; please look whether it is the right week.", date=date)
        found.doubt(Flag.TWO_TIMES, Field.DATE, words)
    rivals = {day.date for day in days if day.date and day.weight == best.weight and not day.recurring}
    if len(rivals) > 1 and not found.recurring:
        words = sentence("More than one day was said; I took {date:day}.", date=date)
        found.doubt(Flag.TWO_TIMES, Field.DATE, words)


def _disagree(other: Day, best: Day) -> bool:
    """Tell whether a weekday stands beside a date that is on another."""
    return bool(
        other.weight == 1 < best.weight
        and other.date
        and best.date
        and other.date.weekday() != best.date.weekday()
    )


def _settled(cluster: Cluster, found: Schedule, *, twelve_hours: bool) -> ResolvedTime | None:
    """The time of day, with a doubt where half of the day or a second time leaves one."""
    token = cluster.first("clock")
    if token is None or token.span is None:
        return None
    part = next((one.part for one in cluster.tokens if one.part), None)
    settled = settle_clock(token.span, part, twelve_hours=twelve_hours)
    if settled is None:
        words = sentence("No clock shows that time; please choose one.")
        found.doubt(Flag.INVALID_TIME, Field.START_TIME, words)
        return None
    if settled.assumed:
        other = ResolvedTime((settled.minutes + 720) % 1440).time
        words = sentence(
            "It could be {taken:time} or {other:time}; I took {taken:time}.", taken=settled.time, other=other
        )
        found.doubt(Flag.ASSUMED_MERIDIEM, Field.START_TIME, words)
    found.duration = _length(found, settled)
    others = (settle_clock(span, part, twelve_hours=twelve_hours) for span in _other_times(cluster, token))
    if any(other is not None and other.minutes != settled.minutes for other in others):
        words = sentence("More than one time was said; I took {taken:time}.", taken=settled.time)
        found.doubt(Flag.TWO_TIMES, Field.START_TIME, words)
    return settled


def _length(found: Schedule, settled: ResolvedTime) -> dt.timedelta | None:
    """How long it lasts from one time to another; "13:00-12:00" is rather a slip than a night and half a day."""
    if settled.length is None or settled.length <= DURATION_MAX:
        return settled.length
    end = (dt.datetime.combine(dt.date.min, settled.time) + settled.length).time()
    words = sentence(
        "From {begin:time} to {end:time} is longer than a webinar may last. How long does it take?",
        begin=settled.time,
        end=end,
    )
    found.doubt(Flag.TOO_LONG, Field.DURATION, words)
    return None


def _other_times(cluster: Cluster, token: Token) -> list[TimeRange]:
    """Further times; the same one in a second zone is none: "10am PT / 1pm ET"."""
    clocks = (one for one in cluster.tokens if one.kind == "clock" and one is not token)
    return [one.span for one in clocks if one.span and not (one.zone and token.zone)]


def _combine(found: Schedule, day: Day, settled: ResolvedTime | None, moment: Moment, *, vague: bool) -> None:
    """Put day and time together, as far as both were said."""
    if day.flags and day.date is None:  # "Feb 30"
        found.clock = settled.time if settled else None
    elif day.date and _is_far_away(day.date, settled, moment):
        words = sentence("{date:long} is too far away; please choose a date.", date=day.date)
        found.doubt(Flag.INVALID_DATE, Field.DATE, words)
    elif settled is None:
        _without_time(found, day, moment)
    elif day.date is None and vague:  # "sometime next week at 3pm"
        found.clock = settled.time
        found.doubt(Flag.NO_DATE, Field.DATE, sentence("Which day exactly?"))
    else:
        _instant(found, day, settled, moment)


def _is_far_away(date: dt.date, settled: ResolvedTime | None, moment: Moment) -> bool:
    """Tell whether nobody means this year; an old date with a time is one that passed."""
    years = date.year - moment.today.year
    return years > YEARS_AHEAD or (years < -2 and settled is None)


def _without_time(found: Schedule, day: Day, moment: Moment) -> None:
    found.date = day.date
    if found.date is None:
        found.doubt(Flag.NO_DATE, Field.DATE, sentence("When should it start?"))
        return
    if found.date < moment.today:
        found.doubt(Flag.PAST, Field.DATE, sentence("{date:long} has passed.", date=found.date))
    found.doubt(Flag.MISSING_TIME, Field.START_TIME, sentence("At what time on {date:day}?", date=found.date))


def _instant(found: Schedule, day: Day, settled: ResolvedTime, moment: Moment) -> None:
    """The instant of a day and a time; without a day, the next time it is so late."""
    date = day.date or moment.now.astimezone(moment.zone).date()
    is_over = placed(date, settled.time, moment)[0] <= moment.now
    if day.date is None:
        date = _next_day(date, is_over=is_over, weekdays_only=day.weekdays_only)
        if not day.recurring:
            words = sentence(
                "No day was said; I took the next time it is {taken:time}: {date:day}.",
                taken=settled.time,
                date=date,
            )
            found.doubt(Flag.MISSING_DATE, Field.DATE, words)
    elif day.rolls and is_over:  # "Tuesday at 9" said on Tuesday at 10
        date += WEEK
    finish(found, date, settled.time, moment)


def _next_day(date: dt.date, *, is_over: bool, weekdays_only: bool) -> dt.date:
    """Today, or tomorrow if the time is over; from Monday to Friday where only those were said."""
    if is_over:
        date += DAY
    while weekdays_only and date.weekday() >= _SATURDAY:
        date += DAY
    return date
