"""Finds times in a text: ranges, times of day, lengths, parts of the day, and the zones around them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.language.clocks import TimeRange, part_of_day, read_clock
from bot.language.lengths import read_length
from bot.language.scan import Scan
from bot.language.tokens import Token
from bot.language.zones import NamedZone, city_after, zone_after, zone_apart, zone_before, zone_called

_HOURS_ONLY: Final = re.compile(r"(?:[1-9]|1[0-2]) ?- ?(?:[1-9]|1[0-2])")
"""A range that is nothing but two hours: "wed 12-1"."""
_OWN_TIME: Final = re.compile(r",? \(?(?:my|our|local) (?:local )?time\)?(?![\w'-])")


def stated_lengths(scan: Scan) -> Iterator[Token]:
    """Lengths behind their word: "for 45 minutes", "lasting an hour"."""
    for pattern in (scan.grammar.lasting, scan.grammar.stated_length):
        for found in scan.all(pattern):
            if length := read_length(found["length"], scan.grammar):
                yield Token("length", found.start(), found.end(), length=length)


def bare_lengths(scan: Scan) -> Iterator[Token]:
    """Lengths without such a word, which may belong to a title: "5 Minute Mindfulness"."""
    for found in scan.all(scan.grammar.length):
        if length := read_length(found["length"], scan.grammar):
            yield Token("length", found.start(), found.end(), length=length, sure=False)


def ranges(scan: Scan) -> Iterator[Token]:
    """From one time to another: "2-3pm", "von zehn bis elf"."""
    for found in scan.all(scan.grammar.whole_range):
        from_ = found["from"] is not None
        begin = read_clock(found, scan.grammar, "1", in_words=from_)
        end = read_clock(found, scan.grammar, "2", in_words=from_)
        if begin is None or end is None or not _is_range(scan, found, sure=begin.sure or end.sure):
            continue
        token = _with_zone(scan, found, TimeRange(begin, end))
        if found["z1"] and (
            named := zone_after(scan.shadow, scan.seen, found.start("z1"), scan.context.zone)
        ):
            token.zone = named[0]  # "10am PT - 11am PT"
        yield token


def _is_range(scan: Scan, found: re.Match[str], *, sure: bool) -> bool:
    """Tell whether two numbers with "to" between them are times."""
    if found["sep1"] == found["sep2"] == ".":  # "9.30 - 10.15"
        return True
    if found["from"] is None and found["to"] in scan.grammar.words.conjunction.split("|"):  # "3 and 4"
        return False
    if sure or found["from"]:
        return True
    return _is_placed(scan, found)


def _is_placed(scan: Scan, found: re.Match[str]) -> bool:
    """Tell whether bare numbers stand where a time stands: behind "at", a part of the day or a day."""
    if found["to"] == "-" and (found["at1"] or found["lead"]):  # "at 2-3"
        return True
    if any(token.part and token.end == found.start() - 1 for token in scan.tokens):  # "tonight 7 to 8"
        return True
    military = found["mil1"] and found["mil2"]  # "Friday 1400-1500"
    hours = found["to"] == "-" and _HOURS_ONLY.fullmatch(found[0])  # "wed 12-1"
    return bool(military or hours) and scan.behind_day(found)


def clocks(scan: Scan) -> Iterator[Token]:
    """Single times: "3pm", "half past nine", "15 Uhr"."""
    for found in scan.all(scan.grammar.clock):
        clock = read_clock(found, scan.grammar)
        if clock is None or (found["h"] and scan.shadow[found.end() : found.end() + 1] in {"%", "°"}):
            continue
        if not clock.sure and (found["mil"] or found["m"]) and scan.behind_day(found):
            clock = replace(clock, sure=True)  # "Tuesday 10.30", "Friday 1400"
        if clock.sure:
            yield _with_zone(scan, found, TimeRange(clock))


def _with_zone(scan: Scan, found: re.Match[str], span: TimeRange) -> Token:
    """A time with the zone behind it: "3pm Berlin time", "3pm CET", "9am CST Beijing time", "10h de Madrid"."""
    end = found.end()
    zone = _city_time(scan, end)
    if zone is None and (named := zone_after(scan.shadow, scan.seen, end, scan.context.zone)):
        zone = _city_time(scan, named[1]) or named
    if zone is None and scan.grammar.words.spaced:
        zone = city_after(scan.shadow, scan.seen, end)
    name, end = zone or (None, end)
    return Token("clock", found.start(), end, span=span, zone=name)


def _city_time(scan: Scan, end: int) -> tuple[NamedZone, int] | None:
    """A zone by its city right behind a place: "Berlin time"."""
    near = end + len(scan.shadow[end:]) - len(scan.shadow[end:].lstrip(" ,"))
    named = scan.grammar.city.match(scan.shadow, near) if scan.grammar.city else None
    zone = zone_called(named["city"]) if named else None
    return (zone, named.end()) if named and zone else None


def parts_of_day(scan: Scan) -> Iterator[Token]:
    """Parts of the day: "in the morning"."""
    for found in scan.all(scan.grammar.part):
        yield Token("part", found.start(), found.end(), part=part_of_day(found[0], scan.grammar))


def zones_apart(scan: Scan) -> Iterator[Token]:
    """A zone that stands not behind the time but behind what follows it; "my time" says nothing new."""
    if not scan.has("clock") or any(token.zone for token in scan.tokens):
        return
    if not scan.grammar.words.spaced and (before := zone_before(scan.shadow)):  # "東京時間の15時"
        yield Token("zone", before[0], before[1], zone=before[2])
        return
    for token in scan.tokens:
        if own := _OWN_TIME.match(scan.shadow, token.end):
            yield Token("zone", token.end, own.end())
        elif zone := _zone_behind(scan, token):
            yield zone
            return


def _zone_behind(scan: Scan, token: Token) -> Token | None:
    """The zone in "3pm on Friday ET"."""
    if token.kind not in {"clock", "date", "length"}:
        return None
    named = zone_apart(scan.shadow, scan.seen, token.end, scan.context.zone)
    return Token("zone", token.end, named[1], zone=named[0]) if named else None
