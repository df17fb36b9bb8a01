"""A short answer in a conversation, and what it changes: "at 3", "make it Thursday", "call it Roadmap review"."""

import datetime as dt
import re
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.cleaning import clean
from bot.language.languages import grammar_of, languages_for
from bot.language.lengths import read_length
from bot.language.places import Place, place_after, place_called
from bot.language.placing import Moment, placed_again
from bot.language.titles import quoted
from bot.language.understanding import understand
from bot.models.form import Field
from bot.models.understood import Doubt, Flag, Understood

_HOUR: Final = re.compile(r"\s*(\d{1,2})\s*")
_WHEN: Final = frozenset({Field.DATE, Field.START_TIME})


def change(before: Understood, text: str, *, now: dt.datetime, zone: str, locale: str) -> Understood:
    """What is understood once an answer is taken in; what it does not touch stays as it was."""
    bare = _HOUR.fullmatch(text)
    if bare and before.clock is None:
        text = f"{grammar_of(languages_for(locale)[0]).words.bare_answer}{bare[1]}"
    named = _named(text, locale)
    if named:
        return _merged(before, Understood(title=named), title=named)
    said = understand(text, now=now, zone=zone, locale=locale)
    said = _with_zone_alone(_with_length_alone(said, text, locale), text, zone, locale)
    touched = (said.clock, said.date, said.duration, said.zone, said.people, said.channels)
    nothing = said.registration is None and not any(value or value == dt.time() for value in touched)
    after = _merged(before, said, title=said.title if nothing and not before.title else None)
    if said.clock is None and said.date is None and said.zone is None:
        return after
    return _when(before, said, after, Moment(now, ZoneInfo(zone), Place(after.zone) if after.zone else None))


def _named(text: str, locale: str) -> str | None:
    """The title in "call it …", or in quotation marks."""
    cleaned = clean(text)
    if quote := quoted(cleaned.seen):
        return " ".join(quote.group(quote.lastindex or 0).split())
    for code in languages_for(locale):
        found = grammar_of(code).titles.intro.search(cleaned.shadow())
        if found and not re.search(r"\w{2,} \w+ \w+ ", cleaned.seen[: found.start()]):
            return cleaned.seen[found.end() :].strip(" :,.\"'") or None
    return None


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
    found = place_after(shadow, cleaned.seen, 0, zone)
    place = found[0] if found and found[1] == len(shadow) else None
    for code in languages_for(locale):
        city = grammar_of(code).city
        if place is None and city and (named := city.fullmatch(shadow)):
            place = place_called(named["city"])
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
        fresh.append(Doubt(flag=Flag.NO_DATE, field=Field.DATE, words="When should it start?"))
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
