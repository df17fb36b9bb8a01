"""Finds all pieces of a text, most specific first; each place is used once."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.language.clocks import Span, part_of_day, read_clock
from bot.language.context import Asked
from bot.language.day_rules import read_day
from bot.language.days import Day
from bot.language.grammar import Grammar
from bot.language.lengths import read_length
from bot.language.numeric_dates import numeric_dates
from bot.language.other_languages import dates_elsewhere
from bot.language.templates import Template
from bot.language.tokens import TAKEN, Atom
from bot.language.typos import mend
from bot.language.zones import place_after, place_apart, place_before, place_called

_NO_TIMES: Final = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|\b24/7\b|\b9/11\b|\b(?:v|version |release )\d+(?:\.\d+)*|\b\d+\.\d+\.\d+\.\d+\b"
    r"|\+\d[\d ()-]{8,}\d|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b|\b(?:black|good|casual) friday\b|\b(?:cyber|blue|easter) monday\b|\b(?:giving|shrove|super) tuesday\b"
    r"|\b(?:ash) wednesday\b|\b(?:palm|easter|super bowl) sunday\b|#\d+|\b1:1\b|\$\d[\d,.]*|\b\d+(?:[.,]\d+)?%"
)


_OWN_TIME: Final = re.compile(r",? \(?(?:my|our|local) (?:local )?time\)?(?![\w'-])")
_AFTER_HOURS: Final = re.compile(
    r" ?(?:$|[,;|()\x1f-]|(?:for|with|pt|et|ct|mt|gmt|utc|cet|[ecmp][sd]t)(?![a-z]))"
)
"""What may follow four digits that are a time."""


def _of_numbers(atom: Atom) -> bool:
    """Whether a range has nothing of a time but its two numbers: "from 1 to 10"."""
    return bool(atom.span and atom.span.end and not atom.span.begin.sure and not atom.span.end.sure)


class Finder:
    """One text in one language: finds atoms and takes them out of the shadow."""

    def __init__(self, seen: str, shadow: str, grammar: Grammar, asked: Asked) -> None:
        self.grammar = grammar
        self.asked = asked
        self.today = asked.today
        self.shadow, self.places = mend(shadow, grammar) if grammar.words.spaced else (shadow, None)
        self.seen = seen if self.places is None else "".join(seen[at] for at in self.places)
        self.original = self.shadow
        self.lowered = self.shadow
        self.atoms: list[Atom] = []
        self.present = {name for name, look in grammar.present.items() if look.search(self.shadow)}

    def find(self) -> list[Atom]:
        """All atoms, in the order of the text."""
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
            for atom in step():
                self.atoms.append(atom)
                self._hide(atom.start, atom.end)
        self.atoms = sorted(self._meant(), key=lambda atom: atom.start)
        return self.atoms

    def _meant(self) -> list[Atom]:
        """All but what is rather a part of the title: numbers beside a real time, a wait beside a day with a time."""
        clocks = [atom for atom in self.atoms if atom.kind == "clock"]
        dated = any(atom.kind == "date" for atom in self.atoms)
        sure = [atom for atom in clocks if not _of_numbers(atom)]
        if not dated and not any(atom.kind == "part" for atom in self.atoms):
            clocks = [atom for atom in clocks if not self._bare_noon(atom)]
        return [
            atom
            for atom in self.atoms
            if not (atom.kind == "clock" and atom not in clocks)
            and not (atom.kind == "clock" and _of_numbers(atom) and (sure or self._far_fetched(atom)))
            and not (atom.kind == "moment" and atom.length and dated and clocks)
        ]

    def _bare_noon(self, atom: Atom) -> bool:
        """Whether "noon" or "midnight" stands in a title: no day beside it, and no "at" before it."""
        said = self.original[atom.start : atom.end]
        return (
            self.grammar.words.spaced
            and bool(self.grammar.noon.fullmatch(said))
            and said != self.original.strip()
        )

    def _far_fetched(self, atom: Atom) -> bool:
        """Whether "from 0 to 1" stands far from any day."""
        if atom.span is None or atom.span.end is None:
            return False
        beside = any(
            other.kind in {"date", "part"}
            and (0 <= atom.start - other.end < 7 or 0 <= other.start - atom.end < 7)
            for other in self.atoms
        )
        hours = (atom.span.end.minutes - atom.span.begin.minutes) / 60 % 12
        return not beside and (atom.span.begin.minutes == 0 or hours > 4)

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

    def _numeric(self) -> Iterator[Atom]:
        yield from list(numeric_dates(self.shadow, self.seen, self.asked))

    def _vague(self) -> Iterator[Atom]:
        for _, found in self._templates(self.grammar.vague):
            yield Atom("vague", found.start(), found.end())

    def _moments(self) -> Iterator[Atom]:
        for _, found in self._templates(self.grammar.moments):
            said = found.groupdict()
            if said.get("now"):
                yield Atom("moment", found.start(), found.end(), length=dt.timedelta())
            elif (length := read_length(said["length"] or "", self.grammar)) is not None:
                yield Atom("moment", found.start(), found.end(), length=length)

    def _recurring(self) -> Iterator[Atom]:
        for template, found in self._templates(self.grammar.recurring):
            day = read_day(template.rule, found, self.grammar, self.today)
            again = Day(
                day.date,
                rolls=day.rolls,
                recurring=True,
                weekdays_only="week" in found[0] and template.rule == "daily",
            )
            yield Atom("date", found.start(), found.end(), day=again)

    def _lasting(self) -> Iterator[Atom]:
        for found in self._all(self.grammar.lasting):
            if length := read_length(found["length"], self.grammar):
                yield Atom("length", found.start(), found.end(), length=length)

    def _dates(self) -> Iterator[Atom]:
        for template, found in self._templates(self.grammar.dates):
            if TAKEN not in found[0]:
                yield Atom(
                    "date",
                    found.start(),
                    found.end(),
                    day=read_day(template.rule, found, self.grammar, self.today),
                )
        for start, end, day in (
            dates_elsewhere(self.shadow, self.asked.elsewhere, self.today) if self.asked.elsewhere else ()
        ):
            yield Atom("date", start, end, day=day)
        for found in self._all(self.grammar.day):
            yield Atom(
                "date", found.start(), found.end(), day=read_day("day", found, self.grammar, self.today)
            )

    def _ranges(self) -> Iterator[Atom]:
        for found in self._all(self.grammar.whole_range):
            begin, end = read_clock(found, self.grammar, "1"), read_clock(found, self.grammar, "2")
            if begin is None or end is None or not self._is_range(found, begin.sure, end.sure):
                continue
            atom = self._with_place("clock", found.start(), found.end(), Span(begin, end))
            if found["z1"] and (
                named := place_after(self.shadow, self.seen, found.start("z1"), self.asked.zone)
            ):
                atom.place = named[0]
            yield atom

    def _is_range(self, found: re.Match[str], *sure: bool) -> bool:
        if found["m1"] and found["m2"] and found["sep1"] == "." and found["sep2"] == ".":
            return True
        if found["to"] in self.grammar.words.conjunction.split("|") and found["from"] is None:
            return False
        if any(atom.part and atom.end == found.start() - 1 for atom in self.atoms):
            return True
        if found["mil1"] and found["mil2"] and self._behind_day(found):
            return True
        at = found["at1"] or found["lead"]
        return bool(any(sure) or found["from"] or (at and found["to"] == "-"))

    def _clocks(self) -> Iterator[Atom]:
        for found in self._all(self.grammar.clock):
            clock = read_clock(found, self.grammar)
            if clock and not clock.sure and found["mil"] and self._behind_day(found):
                clock = replace(clock, sure=True)
            if (
                clock
                and clock.sure
                and not (found["h"] and self.shadow[found.end() : found.end() + 1] in ("%", "°"))
            ):
                yield self._with_place("clock", found.start(), found.end(), Span(clock))

    def _behind_day(self, found: re.Match[str]) -> bool:
        """Whether four digits stand right behind a day, and nothing that they could count behind them."""
        before = self.shadow[: found.start()].rstrip(" ,")
        return before.endswith(TAKEN) and bool(_AFTER_HOURS.match(self.shadow, found.end()))

    def _with_place(self, kind: str, start: int, end: int, span: Span) -> Atom:
        near = end + len(self.shadow[end:]) - len(self.shadow[end:].lstrip(" ,"))
        if self.grammar.city and (named := self.grammar.city.match(self.shadow, near)):
            place = place_called(named["city"])
            if place:
                return Atom(kind, start, named.end(), span=span, place=place)
        found = place_after(self.shadow, self.seen, end, self.asked.zone)
        return Atom(kind, start, found[1] if found else end, span=span, place=found[0] if found else None)

    def _lengths(self) -> Iterator[Atom]:
        for found in self._all(self.grammar.length):
            if length := read_length(found["length"], self.grammar):
                yield Atom("length", found.start(), found.end(), length=length, sure=False)

    def _todays(self) -> Iterator[Atom]:
        for half, pattern in self.grammar.today_parts:
            for found in self._all(pattern):
                yield Atom("date", found.start(), found.end(), day=Day(self.today, weight=2), part=half)

    def _parts(self) -> Iterator[Atom]:
        for found in self._all(self.grammar.part):
            yield Atom("part", found.start(), found.end(), part=part_of_day(found[0], self.grammar))

    def _zones(self) -> Iterator[Atom]:
        """A zone that stands not behind the time but behind what follows it; "my time" says nothing new."""
        if not any(atom.kind == "clock" for atom in self.atoms) or any(atom.place for atom in self.atoms):
            return
        if not self.grammar.words.spaced and (before := place_before(self.shadow)):
            yield Atom("zone", before[0], before[1], place=before[2])
            return
        for atom in self.atoms:
            if own := _OWN_TIME.match(self.shadow, atom.end):
                yield Atom("zone", atom.end, own.end())
            elif atom.kind in {"clock", "date", "length"} and (
                named := place_apart(self.shadow, self.seen, atom.end, self.asked.zone)
            ):
                yield Atom("zone", atom.end, named[1], place=named[0])
                return
