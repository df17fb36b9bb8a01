"""Finds all pieces of a text, most specific first; each place is used once."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.language.clocks import TimeRange, part_of_day, read_clock
from bot.language.context import Context
from bot.language.day_rules import read_day
from bot.language.days import Day
from bot.language.grammar import Grammar
from bot.language.holiday_names import holidays_in
from bot.language.lengths import read_length
from bot.language.mended_text import MendedText
from bot.language.numeric_dates import numeric_dates
from bot.language.other_languages import dates_in_other_language
from bot.language.templates import Template
from bot.language.tokens import TAKEN, Token
from bot.language.zones import NamedZone, city_after, zone_after, zone_apart, zone_before, zone_called

_NO_TIMES: Final = re.compile(
    r":[a-z][a-z0-9_+'-]{1,60}:|:[+-]1:|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+|\b24/7\b|\b9/11\b|\b(?:v|version |release )\d+(?:\.\d+)*|\b\d+\.\d+\.\d+\.\d+\b"
    r"|\+\d[\d ()-]{8,}\d|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b|\b(?:black|good|casual) friday\b|\b(?:cyber|blue|easter) monday\b|\b(?:giving|shrove|super) tuesday\b"
    r"|\b(?:guten morgen|good (?:morning|afternoon|evening|night)|buenas (?:tardes|noches)|buenos dias|bo[am] (?:dia|tarde|noite))\b"
    r"|\b(?:ash) wednesday\b|\b(?:palm|easter|super bowl) sunday\b|#\d+|\b1:1\b|\$\d[\d,.]*|\b\d+(?:[.,]\d+)?%"
)


_HOURS_ONLY: Final = re.compile(r"(?:[1-9]|1[0-2]) ?- ?(?:[1-9]|1[0-2])")
"""A range that is nothing but two hours: "wed 12-1"."""
_HOURS: Final = re.compile(r"(\d) ?h ?([0-5]\d)?")
_LONGEST: Final = 5
"""Hours; more than that after "h" is rather a time."""
_OWN_TIME: Final = re.compile(r",? \(?(?:my|our|local) (?:local )?time\)?(?![\w'-])")
_AFTER_HOURS: Final = re.compile(
    r" ?(?:$|[,;|()\x1f-]|(?:for|with|on|about|pt|et|ct|mt|gmt|utc|cet|[ecmp][sd]t)(?![a-z]))"
)
"""What may follow four digits that are a time."""


def _of_numbers(token: Token) -> bool:
    """Whether a range has nothing of a time but its two numbers: "from 1 to 10"."""
    return bool(token.span and token.span.end and not token.span.begin.sure and not token.span.end.sure)


class Tokenizer:
    """One text in one language: finds tokens and takes them out of the shadow."""

    def __init__(self, text: MendedText, grammar: Grammar, context: Context) -> None:
        self.grammar = grammar
        self.context = context
        self.today = context.today
        self.seen = text.seen
        self.shadow = self.original = text.shadow
        self.tokens: list[Token] = []
        self.present = {name for name, look in grammar.present.items() if look.search(self.shadow)}

    def find(self, given: Iterable[Token] = ()) -> list[Token]:
        """All tokens, in the order of the text; some are `given`, as labels tell them."""
        for token in given:
            self.tokens.append(token)
            self._hide(token.start, token.end)
        for start, end, day in holidays_in(self.original, self.seen, self.grammar, self.context):
            if TAKEN not in self.shadow[start:end]:
                self.tokens.append(Token("date", start, end, day=day))
                self._hide(start, end)
        for taken in _NO_TIMES.finditer(self.shadow):
            self._hide(taken.start(), taken.end())
        for step in (
            self._numeric,
            self._moments,
            self._recurring,
            self._lasting,
            self._todays,
            self._dates,
            self._vague,
            self._ranges,
            self._clocks,
            self._lengths,
            self._parts,
            self._zones,
        ):
            for token in step():
                self.tokens.append(token)
                self._hide(token.start, token.end)
        self.tokens = self._starts(sorted(self._meant(), key=lambda token: token.start))
        return self.tokens

    def _starts(self, tokens: list[Token]) -> list[Token]:
        """The tokens without days and times that are no start: "register by Friday", "doors at 5:30"."""
        kept: list[Token] = []
        left_out: Token | None = None
        for token in tokens:
            follows = left_out and self.original[left_out.end : token.start].strip() in {"", "at", "um"}
            if token.kind in {"date", "clock"} and (
                follows or self.grammar.no_start.search(self.original, 0, token.start)
            ):
                left_out = token
            else:
                kept.append(token)
                left_out = None
        return kept if any(token.kind in {"date", "clock", "moment"} for token in kept) else tokens

    def _meant(self) -> list[Token]:
        """All but what is rather a part of the title: numbers beside a real time, a wait beside a day with a time."""
        self._lengths_like_clocks()
        clocks = [token for token in self.tokens if token.kind == "clock"]
        dated = any(token.kind == "date" for token in self.tokens)
        sure = [token for token in clocks if not _of_numbers(token)]
        if not dated and not any(token.kind == "part" for token in self.tokens):
            clocks = [token for token in clocks if not self._bare_noon(token)]
        return [
            token
            for token in self.tokens
            if not (token.kind == "clock" and token not in clocks)
            and not (token.kind == "clock" and _of_numbers(token) and (sure or self._far_fetched(token)))
            and not (token.kind == "moment" and token.length and dated and clocks)
        ]

    def _lengths_like_clocks(self) -> None:
        """Make a length of "1h30" that follows a time: "à 11h, 1h30"."""
        if self.grammar.words.twelve_hours or any(token.kind == "length" for token in self.tokens):
            return
        clocks = sorted(
            (token for token in self.tokens if token.kind == "clock"), key=lambda token: token.start
        )
        for token in clocks[1:]:
            said = _HOURS.fullmatch(self.original[token.start : token.end])
            apart = self.original[: token.start].rstrip().endswith((",", "-", "(", ";", "/"))
            if said and apart and int(said[1]) <= _LONGEST:
                token.kind = "length"
                token.length = dt.timedelta(hours=int(said[1]), minutes=int(said[2] or 0))

    def _bare_noon(self, token: Token) -> bool:
        """Whether "noon" or "midnight" stands in a title: no day beside it, and no "at" before it."""
        said = self.original[token.start : token.end]
        return (
            self.grammar.words.spaced
            and bool(self.grammar.noon.fullmatch(said))
            and said != self.original.strip()
        )

    def _far_fetched(self, token: Token) -> bool:
        """Whether "from 0 to 1" stands far from any day."""
        if token.span is None or token.span.end is None:
            return False
        beside = any(
            other.kind in {"date", "part"}
            and (0 <= token.start - other.end < 7 or 0 <= other.start - token.end < 7)
            for other in self.tokens
        )
        hours = (token.span.end.minutes - token.span.begin.minutes) / 60 % 12
        return not beside and (token.span.begin.minutes == 0 or hours > 4)

    def _hide(self, start: int, end: int) -> None:
        self.shadow = self.shadow[:start] + TAKEN * (end - start) + self.shadow[end:]

    def _all(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches one after the other, in the shadow as it is by then."""
        position = 0
        while found := pattern.search(self.shadow, position):
            yield found
            position = max(found.end(), position + 1)

    def _templates(self, templates: list[Template]) -> Iterator[tuple[Template, re.Match[str]]]:
        for template in templates:
            if template.needs <= self.present:
                for found in self._all(template.pattern):
                    yield template, found

    def _numeric(self) -> Iterator[Token]:
        yield from list(numeric_dates(self.shadow, self.seen, self.context))

    def _vague(self) -> Iterator[Token]:
        for _, found in self._templates(self.grammar.vague):
            yield Token("vague", found.start(), found.end())

    def _moments(self) -> Iterator[Token]:
        for _, found in self._templates(self.grammar.moments):
            said = found.groupdict()
            if said.get("now"):
                yield Token("moment", found.start(), found.end(), length=dt.timedelta())
            elif (length := read_length(said["length"] or "", self.grammar)) is not None:
                yield Token("moment", found.start(), found.end(), length=length)

    def _recurring(self) -> Iterator[Token]:
        for template, found in self._templates(self.grammar.recurring):
            day = read_day(template.rule, found, self.grammar, self.today)
            again = Day(
                day.date,
                rolls=day.rolls,
                recurring=True,
                weekdays_only="week" in found[0] and template.rule == "daily",
            )
            yield Token("date", found.start(), found.end(), day=again)

    def _lasting(self) -> Iterator[Token]:
        for found in self._all(self.grammar.lasting):
            if length := read_length(found["length"], self.grammar):
                yield Token("length", found.start(), found.end(), length=length)

    def _dates(self) -> Iterator[Token]:
        for template, found in self._templates(self.grammar.dates):
            if TAKEN not in found[0]:
                yield Token(
                    "date",
                    found.start(),
                    found.end(),
                    day=read_day(template.rule, found, self.grammar, self.today),
                )
        for start, end, day in (
            dates_in_other_language(self.shadow, self.context.other_language, self.today)
            if self.context.other_language
            else ()
        ):
            yield Token("date", start, end, day=day)
        for found in self._all(self.grammar.day):
            yield Token(
                "date", found.start(), found.end(), day=read_day("day", found, self.grammar, self.today)
            )

    def _ranges(self) -> Iterator[Token]:
        for found in self._all(self.grammar.whole_range):
            words = found["from"] is not None
            begin = read_clock(found, self.grammar, "1", in_words=words)
            end = read_clock(found, self.grammar, "2", in_words=words)
            if begin is None or end is None or not self._is_range(found, begin.sure, end.sure):
                continue
            token = self._with_zone("clock", found.start(), found.end(), TimeRange(begin, end))
            if found["z1"] and (
                named := zone_after(self.shadow, self.seen, found.start("z1"), self.context.zone)
            ):
                token.zone = named[0]
            yield token

    def _is_range(self, found: re.Match[str], *sure: bool) -> bool:
        if found["m1"] and found["m2"] and found["sep1"] == "." and found["sep2"] == ".":
            return True
        if found["to"] in self.grammar.words.conjunction.split("|") and found["from"] is None:
            return False
        if any(token.part and token.end == found.start() - 1 for token in self.tokens):
            return True
        if found["mil1"] and found["mil2"] and self._behind_day(found):
            return True
        if found["to"] == "-" and self._behind_day(found) and _HOURS_ONLY.fullmatch(found[0]):
            return True
        at = found["at1"] or found["lead"]
        return bool(any(sure) or found["from"] or (at and found["to"] == "-"))

    def _clocks(self) -> Iterator[Token]:
        for found in self._all(self.grammar.clock):
            clock = read_clock(found, self.grammar)
            if clock and not clock.sure and (found["mil"] or found["m"]) and self._behind_day(found):
                clock = replace(clock, sure=True)
            if (
                clock
                and clock.sure
                and not (found["h"] and self.shadow[found.end() : found.end() + 1] in ("%", "°"))
            ):
                yield self._with_zone("clock", found.start(), found.end(), TimeRange(clock))

    def _behind_day(self, found: re.Match[str]) -> bool:
        """Whether four digits stand right behind a day, and nothing that they could count behind them."""
        before = self.shadow[: found.start()].rstrip(" ,")
        return before.endswith(TAKEN) and bool(_AFTER_HOURS.match(self.shadow, found.end()))

    def _with_zone(self, kind: str, start: int, end: int, span: TimeRange) -> Token:
        """A time with the zone behind it: "3pm Berlin time", "3pm CET", "9am CST Beijing time", "10h de Madrid"."""
        city = self._city_behind(end)
        if city is None and (named := zone_after(self.shadow, self.seen, end, self.context.zone)):
            city = self._city_behind(named[1]) or named
        if city is None and self.grammar.words.spaced:
            city = city_after(self.shadow, self.seen, end)
        zone, end = city or (None, end)
        return Token(kind, start, end, span=span, zone=zone)

    def _city_behind(self, end: int) -> tuple[NamedZone, int] | None:
        """A zone by its city right behind a place: "Berlin time"."""
        near = end + len(self.shadow[end:]) - len(self.shadow[end:].lstrip(" ,"))
        named = self.grammar.city.match(self.shadow, near) if self.grammar.city else None
        zone = zone_called(named["city"]) if named else None
        return (zone, named.end()) if named and zone else None

    def _lengths(self) -> Iterator[Token]:
        for found in self._all(self.grammar.length):
            if length := read_length(found["length"], self.grammar):
                yield Token("length", found.start(), found.end(), length=length, sure=False)

    def _todays(self) -> Iterator[Token]:
        for half, pattern in self.grammar.today_parts:
            for found in self._all(pattern):
                yield Token("date", found.start(), found.end(), day=Day(self.today, weight=2), part=half)

    def _parts(self) -> Iterator[Token]:
        for found in self._all(self.grammar.part):
            yield Token("part", found.start(), found.end(), part=part_of_day(found[0], self.grammar))

    def _zones(self) -> Iterator[Token]:
        """A zone that stands not behind the time but behind what follows it; "my time" says nothing new."""
        if not any(token.kind == "clock" for token in self.tokens) or any(
            token.zone for token in self.tokens
        ):
            return
        if not self.grammar.words.spaced and (before := zone_before(self.shadow)):
            yield Token("zone", before[0], before[1], zone=before[2])
            return
        for token in self.tokens:
            if own := _OWN_TIME.match(self.shadow, token.end):
                yield Token("zone", token.end, own.end())
            elif token.kind in {"clock", "date", "length"} and (
                named := zone_apart(self.shadow, self.seen, token.end, self.context.zone)
            ):
                yield Token("zone", token.end, named[1], zone=named[0])
                return
