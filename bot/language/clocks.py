"""Times of day and ranges as people say them."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

from bot.language.grammar import Grammar

_HALF_DAY: Final = 12 * 60
_DAY: Final = 24 * 60
_MORNING: Final = 7
"""A bare spoken hour before that is in the afternoon."""
_YEARS: Final = range(2018, 2041)
"""Four digits after "at" that are rather a year than a time."""


@dataclass(frozen=True)
class ClockTime:
    """A time of day as said, in minutes; `half` is the half of the day that was said with it.

    `spoken` is the hour of a time without any sign of a clock: 3 in "um halb drei".
    """

    minutes: int
    half: str | None = None
    literal: bool = False
    sure: bool = False
    colon: bool = False
    spoken: int | None = None

    @property
    def valid(self) -> bool:
        """Tell whether a clock can show it."""
        return 0 <= self.minutes < _DAY

    def at(self, half: str | None) -> int:
        """The minutes since midnight with this half of the day."""
        hour, rest = divmod(self.minutes, 60)
        if self.literal or hour > 12:
            return self.minutes
        if half == "am":
            return self.minutes - _HALF_DAY if hour == 12 else self.minutes
        if half == "pm":
            return self.minutes if hour == 12 else self.minutes + _HALF_DAY
        if half == "night":
            return rest if hour == 12 else self.minutes + (_HALF_DAY if hour >= 5 else 0)
        return self.minutes


@dataclass(frozen=True)
class TimeRange:
    """A time, or a range with its end."""

    begin: ClockTime
    end: ClockTime | None = None


def read_clock(
    match: re.Match[str], grammar: Grammar, end: str = "", *, in_words: bool = False
) -> ClockTime | None:
    """The time in a match of the grammar's clock, or None when its digits are no time.

    A number in words alone is one only where the words around it say so (`in_words`): "from ten to eleven".
    """
    said = {
        key.removesuffix(end): value
        for key, value in match.groupdict().items()
        if value and key.endswith(end)
    }
    if "noon" in said or "midnight" in said:
        begin = _HALF_DAY if "noon" in said else 0
        return ClockTime(begin + _shift(said, grammar), literal=True, sure=True)
    if "mil" in said:
        return _military(said)
    return _ordinary(said, grammar, in_words=in_words)


def _military(said: dict[str, str]) -> ClockTime | None:
    """Four digits: "1430", "at 0900", "1500h"."""
    digits = said["mil"].zfill(4)
    marked = "milh" in said or "mp" in said
    if not marked and int(digits) in _YEARS:
        return None
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if "mp" in said:
        return ClockTime(minutes, half=said["mp"][0] + "m", sure=True)
    return ClockTime(minutes, literal=True, sure=marked or "at" in said)


def _ordinary(said: dict[str, str], grammar: Grammar, *, in_words: bool) -> ClockTime | None:
    """An hour with what stands around it: "half past nine", "15 Uhr", "3:30pm"."""
    hour, shift = round(grammar.number(said["h"])), _shift(said, grammar)
    half = said["ap"][0] + "m" if "ap" in said else _part(said, grammar)
    led = bool(half or shift or "at" in said)
    if said["h"] in {"a", "an"}:
        return None
    if not (in_words or led or "oclock" in said or said["h"].isdigit()):
        return None
    colon = "m" in said and said.get("sep") != "."
    return ClockTime(
        hour * 60 + _minutes(said, grammar) + shift,
        half=half,
        literal=_is_literal(said, grammar, hour, half),
        sure=colon or led or bool({"mw", "mw2"} & said.keys()) or _is_oclock(said, grammar),
        colon=colon,
        spoken=_spoken(said, grammar, hour, half),
    )


def _minutes(said: dict[str, str], grammar: Grammar) -> int:
    """The minutes in digits or words."""
    digits = said.get("m") or said.get("m3")
    if digits:
        return int(digits)
    word = said.get("mw") or said.get("mw2")
    return grammar.numbers.get(word, 0) if word else 0


def _shift(said: dict[str, str], grammar: Grammar) -> int:
    """The minutes that words around an hour add or take: "quarter past", "y media"."""
    words = grammar.words
    for name, table in (
        ("before", words.before_hour), ("after", words.after_hour), ("after2", words.after_hour), ("after3", words.after_hour)
    ):  # fmt: skip
        if name in said:
            return next(add for pattern, add in table.items() if re.fullmatch(pattern, said[name]))
    return 0


def _has_unit(said: dict[str, str]) -> bool:
    """Tell whether an hour has its unit and not only "o'clock": "15 h", "1500 hours"."""
    return said.get("oclock", "").replace("'", "") not in {"", "oclock"}


def _is_oclock(said: dict[str, str], grammar: Grammar) -> bool:
    """Tell whether the unit makes a time of an hour; in English "3 h" is rather a length."""
    return "oclock" in said and not (_has_unit(said) and grammar.words.twelve_hours)


def _is_literal(said: dict[str, str], grammar: Grammar, hour: int, half: str | None) -> bool:
    """Tell whether the hours are those of a clock with twenty-four: "15:00", "09:00", "1500 hours"."""
    if half and hour == 12:
        return False
    unit = _has_unit(said) and grammar.words.twelve_hours and not half
    return hour > 12 or said["h"].startswith("0") or unit


def _spoken(said: dict[str, str], grammar: Grammar, hour: int, half: str | None) -> int | None:
    """The hour, where nothing shows a clock: "um halb drei"."""
    signed = {"m", "m3", "mw2", "oclock"} & said.keys()
    return None if signed or half or grammar.words.twelve_hours else hour


def _part(said: dict[str, str], grammar: Grammar) -> str | None:
    word = said.get("part") or said.get("first")
    if word is None:
        return None
    if word in {"am", "pm"}:
        return word
    return part_of_day(word, grammar)


def part_of_day(word: str, grammar: Grammar) -> str:
    """The half of the day that a word such as "evening" means."""
    return next(half for pattern, half in grammar.words.parts.items() if re.fullmatch(pattern, word))


@dataclass(frozen=True)
class ResolvedTime:
    """The time that is meant: minutes since midnight, how long, and whether the half of the day was guessed."""

    minutes: int
    length: dt.timedelta | None = None
    assumed: bool = False

    @property
    def time(self) -> dt.time:
        return dt.time(*divmod(self.minutes, 60))


def settle_clock(span: TimeRange, part: str | None, *, twelve_hours: bool) -> ResolvedTime | None:
    """Choose the halves of the day: what was said, what the other end says, the part of the day, what is usual."""
    begin, end = span.begin, span.end
    if not begin.valid or (end and end.minutes > _DAY):
        return None
    half = begin.half or part
    if not half and end and end.half and not begin.literal:
        half = _shared(begin, end, end.half)
    settled = (
        _usual(begin, twelve_hours=twelve_hours) if half is None else ResolvedTime(begin.at(half) % _DAY)
    )
    if end is None:
        return settled
    until = _until(end, settled.minutes, half)
    lasts = (until - settled.minutes) % _DAY
    return replace(settled, length=dt.timedelta(minutes=lasts) or None)


def _shared(begin: ClockTime, end: ClockTime, half: str) -> str:
    """One half of the day for both, unless that leaves no time between them."""
    if begin.at(half) < end.at(half):
        return half
    return "am" if half != "am" else "pm"


def _until(end: ClockTime, begin: int, half: str | None) -> int:
    if end.half or end.literal:
        return end.at(end.half)
    if half and end.at(half) > begin:
        return end.at(half)
    later = [minutes for minutes in (end.minutes % _DAY, (end.minutes + _HALF_DAY) % _DAY) if minutes > begin]
    return min(later) if later else end.minutes % _DAY


def _usual(clock: ClockTime, *, twelve_hours: bool) -> ResolvedTime:
    """In English 7 to 11 are in the morning and 12 to 6 after it; elsewhere hours are taken as they are."""
    hour = clock.minutes // 60
    if clock.literal or not (1 <= hour <= 12 or clock.spoken):
        return ResolvedTime(clock.minutes)
    if twelve_hours:
        return ResolvedTime(clock.at("pm" if hour == 12 or hour < 7 else "am"), assumed=True)
    if clock.spoken is not None and clock.spoken < _MORNING:
        return ResolvedTime(clock.minutes + _HALF_DAY, assumed=True)
    return ResolvedTime(clock.minutes, assumed=not clock.colon and (hour < 7 or clock.minutes % 60 == 30))
