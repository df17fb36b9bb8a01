"""A short answer in a conversation, and what it changes: "at 3", "make it Thursday", "call it Roadmap review"."""

import datetime as dt
import re
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.asides import ONLY_NOT, is_answer, uninvited, without_asides
from bot.language.cleaned_text import clean
from bot.language.clocks import ClockTime, part_of_day, read_clock
from bot.language.days import DAY
from bot.language.grammar import Grammar
from bot.language.instants import Moment, placed_again
from bot.language.languages import grammar_of, languages_for
from bot.language.lengths import read_length
from bot.language.pipeline import understand
from bot.language.requests import is_name
from bot.language.titles import quoted
from bot.language.zones import NamedZone, tzinfo_of, zone_after, zone_called
from bot.models.form import Field
from bot.models.sentence import sentence
from bot.models.understood import Doubt, Flag, Understood

_HOUR: Final = re.compile(r"\s{0,9}(\d{1,2})\s{0,9}")
_SHORT: Final = 60
_NO_FIRST: Final = re.compile(r"^(?:no,? )?(?:(?:i meant?|make it|it is|it's) )?(?:in the (?=am|pm))?")
_UNTIL: Final = re.compile(
    r"(?:make it )?(?:until|till|til|(?:it )?(?:ends|ending|end|finish|finishing|finishes)(?: at)?|bis|jusqu'a|hasta las?|ate as?) (?=\S)"
)
_LATER: Final = re.compile(
    r"(?<!\w)(?:later|(?:push|move|shift|delay|postpone)(?: it| this| that)?(?: back)? by|push(?: it)?(?: back)?(?= )|postpone|delay|spater|plus tard|mas tarde|mais tarde)(?!\w)"
)
_SOONER: Final = re.compile(r"(?<!\w)(?:earlier|sooner|fruher|plus tot|antes|mas temprano|mais cedo)(?!\w)")
_WHEN: Final = frozenset({Field.DATE, Field.START_TIME})


def change(before: Understood, text: str, *, now: dt.datetime, zone: str, locale: str) -> Understood:
    """What is understood once an answer is taken in; what it does not touch stays as it was."""
    bare = _HOUR.fullmatch(text)
    if bare and before.clock is None:
        text = f"{grammar_of(languages_for(locale)[0]).words.bare_answer}{bare[1]}"
    if named := new_name(text, locale):
        return _merged(before, Understood(title=named), title=named)
    text = without_asides(text)
    if ONLY_NOT.match(text):
        return before
    if (moved := _moved(before, text, Moment(now, ZoneInfo(zone), None), locale)) is not None:
        return moved
    said = understand(text, now=now, zone=zone, locale=locale)
    if quote := quoted(clean(text).seen):
        title = " ".join(quote.group(quote.lastindex or 0).split())
        before = _merged(before, Understood(), title=title if is_answer(text, said) else None)
    else:
        said = _with_zone_alone(_with_length_alone(said, text, locale), text, zone, locale)
    if gone := uninvited(text):
        before = before.model_copy(
            update={"people": tuple(one for one in before.people if one.user not in gone)}
        )
        said = said.model_copy(
            update={"people": tuple(one for one in said.people if one.user not in gone), "title": None}
        )
    touched = (said.clock, said.date, said.duration, said.zone, said.people, said.channels)
    nothing = said.registration is None and not any(value or value == dt.time() for value in touched)
    called = nothing and not before.title and said.title and is_name(said.title)
    after = _merged(before, said, title=said.title if called else None)
    if said.clock is None and said.date is None and said.zone is None:
        return after
    return _when(
        before, said, after, Moment(now, ZoneInfo(zone), NamedZone(after.zone) if after.zone else None)
    )


def new_name(text: str, locale: str) -> str | None:
    """The title in "call it …"; one in quotation marks may have more around it."""
    cleaned = clean(text)
    if quoted(cleaned.seen):
        return None
    shadow = cleaned.shadow()
    for code in languages_for(locale):
        titles = grammar_of(code).titles
        found = titles.intro.search(shadow)
        if found and not re.search(r"\w{2,} \w+ \w+ ", cleaned.seen[: found.start()]):
            close = titles.close.search(shadow, found.end())
            return cleaned.seen[found.end() : close.start() if close else None].strip(" :,.\"'") or None
    return None


def _moved(before: Understood, text: str, moment: Moment, locale: str) -> Understood | None:
    """The draft with its start moved by a time ("an hour later"), its end ("until noon") or the half of its day ("pm") said."""
    if before.clock is None or len(text) > _SHORT:
        return None
    shadow = clean(text.strip(" .!")).shadow()
    for code in languages_for(locale):
        grammar = grammar_of(code)
        if grammar.words.spaced and (half := _half(shadow, grammar)):
            clock = dt.time(*divmod(ClockTime(before.clock.hour * 60 + before.clock.minute).at(half), 60))
            return _placed(before, before.date, clock, moment)
        if (until := _UNTIL.match(shadow)) and (end := grammar.clock.fullmatch(shadow, until.end())):
            return _ending(before, read_clock(end, grammar))
        if before.start and (ahead := _ahead(shadow, grammar)) is not None:
            zone = tzinfo_of(before.zone) if before.zone else moment.home
            here = before.start.astimezone(zone)
            there = (
                here + ahead
                if ahead % DAY == dt.timedelta()
                else (before.start.astimezone(dt.UTC) + ahead).astimezone(zone)
            )
            return _placed(before, there.date(), there.time(), moment)
    return None


def _half(shadow: str, grammar: Grammar) -> str | None:
    words = _NO_FIRST.sub("", shadow)
    if words in {"am", "pm", "a.m", "p.m"}:
        return words[0] + "m"
    half = part_of_day(words, grammar) if grammar.part.fullmatch(words) else None
    return half if half in {"am", "pm"} else None


def _ending(before: Understood, end: ClockTime | None) -> Understood | None:
    if end is None or before.clock is None:
        return None
    begin = before.clock.hour * 60 + before.clock.minute
    ends = end.at(end.half) if end.half or end.literal or end.minutes > begin else end.at("pm")
    length = dt.timedelta(minutes=(ends - begin) % (24 * 60))
    return _merged(before, Understood(duration=length), title=None) if length else None


def _ahead(shadow: str, grammar: Grammar) -> dt.timedelta | None:
    """By how much the start moves; back when it is said to be earlier."""
    sign = -1 if _SOONER.search(shadow) else 1
    if sign == 1 and not _LATER.search(shadow):
        return None
    if found := grammar.length.search(shadow):
        length = read_length(found["length"], grammar)
        return length * sign if length else None
    days = grammar.days_counted.search(shadow)
    if days is None:
        return None
    count = round(grammar.number(days["n"] or days["n2"]))
    return dt.timedelta(days=min(count, 400) * (1 if days["n"] else 7)) * sign


def _placed(before: Understood, date: dt.date | None, clock: dt.time, moment: Moment) -> Understood:
    said = Understood(date=date, clock=clock)
    after = before.model_copy(
        update={"doubts": tuple(doubt for doubt in before.doubts if doubt.flag is not Flag.ASSUMED_MERIDIEM)}
    )
    place = NamedZone(before.zone) if before.zone else None
    return _when(after, said, after, Moment(moment.now, moment.home, place))


def _with_length_alone(said: Understood, text: str, locale: str) -> Understood:
    """An answer such as "90 minutes" or "make it an hour"."""
    shadow = clean(text).shadow()
    for code in () if said.duration or said.start else languages_for(locale):
        grammar = grammar_of(code)
        if (found := grammar.length.search(shadow)) and (length := read_length(found["length"], grammar)):
            return said.model_copy(update={"duration": length})
    return said


def _with_zone_alone(said: Understood, text: str, zone: str, locale: str) -> Understood:
    """An answer that is nothing but a zone: "PT", "Berlin time"."""
    if said.clock or said.date or said.zone:
        return said
    cleaned = clean(text.strip(" ."))
    shadow = cleaned.shadow()
    found = zone_after(shadow, cleaned.seen, 0, zone)
    place = found[0] if found and found[1] == len(shadow) else None
    for code in languages_for(locale):
        city = grammar_of(code).city
        if place is None and city and (named := city.fullmatch(shadow)):
            place = zone_called(named["city"])
    return said.model_copy(update={"zone": place.name}) if place else said


def _merged(before: Understood, said: Understood, *, title: str | None) -> Understood:
    """The same with everything that an answer says besides day and time."""
    known = {one.user: one for one in (*before.people, *said.people)}
    settled = {
        Field.TITLE: bool(title),
        Field.TIME_ZONE: bool(said.zone),
        Field.DURATION: bool(said.duration),
    }
    return before.model_copy(
        update={
            "title": title or before.title,
            "duration": said.duration or before.duration,
            "zone": said.zone or before.zone,
            "registration": before.registration if said.registration is None else said.registration,
            "people": tuple(known.values()),
            "channels": tuple(dict.fromkeys((*before.channels, *said.channels))),
            "doubts": tuple(doubt for doubt in before.doubts if not settled.get(doubt.field)),
            "parts": said.parts,
        }
    )


def _when(before: Understood, said: Understood, after: Understood, moment: Moment) -> Understood:
    """Day and time put together anew, with the doubts that they have now."""
    dated = Flag.MISSING_DATE not in said.flags
    date = said.date if said.date and (dated or before.date is None) else before.date
    clock = said.clock if said.clock is not None else before.clock
    fresh = [doubt for doubt in said.doubts if doubt.flag in _KEPT and doubt.flag is not Flag.PAST]
    kept = [doubt for doubt in after.doubts if doubt.field not in _WHEN or _stays(doubt, said, dated=dated)]
    start = None
    if date and clock is not None:
        start, doubts = placed_again(date, clock, moment)
        fresh += doubts
    elif date is None and clock is None:
        fresh.append(Doubt(flag=Flag.NO_DATE, field=Field.DATE, words=sentence("When should it start?")))
    else:
        fresh += [
            doubt
            for doubt in said.doubts
            if doubt.flag in {Flag.MISSING_TIME, Flag.MISSING_DATE, Flag.NO_DATE}
        ]
    if before.date is None and not dated:
        fresh += [doubt for doubt in said.doubts if doubt.flag is Flag.MISSING_DATE and doubt not in fresh]
    return after.model_copy(
        update={
            "date": date,
            "clock": clock,
            "start": start,
            "doubts": tuple(dict.fromkeys((*kept, *fresh))),
            "recurring": before.recurring or said.recurring,
        }
    )


_KEPT: Final = frozenset(
    {
        Flag.AMBIGUOUS_WEEKDAY, Flag.AMBIGUOUS_DATE, Flag.AMBIGUOUS_ZONE, Flag.ASSUMED_MERIDIEM, Flag.INVALID_DATE,
        Flag.INVALID_TIME, Flag.WEEKDAY_MISMATCH, Flag.RECURRING,
    }
)  # fmt: skip


def _stays(doubt: Doubt, said: Understood, *, dated: bool) -> bool:
    """Whether an earlier doubt about day or time is still open."""
    if doubt.flag in {
        Flag.PAST,
        Flag.MISSING_TIME,
        Flag.NO_DATE,
        Flag.NONEXISTENT_TIME,
        Flag.AMBIGUOUS_TIME,
        Flag.MISSING_DATE,
    }:
        return doubt.flag is Flag.MISSING_DATE and not (said.date and dated)
    return not (said.date and dated) if doubt.field is Field.DATE else said.clock is None
