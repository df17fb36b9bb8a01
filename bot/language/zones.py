"""Zones as people name them after a time: abbreviations, names, cities, distances from UTC."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.vocabularies.zones import (
    AMBIGUOUS_ZONES,
    MEANS_SUMMER,
    NAMES_OF_ZONES,
    ONLY_WITH_TIME,
    PLACES_IN_ZONES,
    WORDS_AS_WELL,
    WORDS_AS_WELL_ABROAD,
)
from bot.language.wall_clock import is_zone, known_zones
from bot.language.zone_names import zone_names

_ELSEWHERE: Final = {place: zone for zone, places in PLACES_IN_ZONES.items() for place in places.split(",")}
_LONG_NAME: Final = re.compile(
    r"[ ,]? ?\(?(?P<name>(?:central|eastern|western) european|australian eastern|greenwich mean|coordinated universal|universal)(?P<long> (?:standard|daylight|summer))? time(?: ?zone)?\)?(?!\w)"
)
_LED: Final = re.compile(r"[ ,;|]{0,4}\(?(?:in )?(?:the )?(?:time ?zone|tz)(?: is| =|:)?(?= )")
_CITY: Final = re.compile(
    r"[ ,]{1,4}\(?(?:in )?(?P<city>[a-z]{1,30}(?: [a-z]{1,30}){0,2}?)(?: time)?\)?(?= ?(?:$|[,;|)\x1f]))"
)
_BAR: Final = re.compile(r" ?\|(?= )")
_ENDS: Final = re.compile(r" ?(?:$|[,;.)|\x1f-]|(?:for|with|and) )")
_LONG: Final = {"standard": False, "daylight": True, "summer": True}
_ABBREVIATIONS: Final = {word: zone for zone, words in NAMES_OF_ZONES.items() for word in words.split()}
_OFFSET: Final = re.compile(r"(?:(?:utc|gmt) ?)?([+-]) ?(\d{1,2})(?::?([0-5]\d))?(?![\d:])")
_IANA: Final = re.compile(r"[A-Za-z]{1,20}/[A-Za-z_+\-0-9]{1,30}(?:/[A-Za-z_]{1,30})?")
_AFTER: Final = re.compile(
    r"[ ,]?(?P<open> ?[(\[])?(?:in )?(?:(?P<offset>(?:(?:utc|gmt) ?[+-] ?\d{1,2}(?::?[0-5]\d)?|[+-](?:0\d|1[0-4]):[0-5]\d)(?!\d))"
    r"|(?P<word>[a-z]{1,14}|日本時間)(?P<long> (?:standard|daylight|summer) time(?: ?zone)?| time(?: ?zone)?)?)(?![\w+])(?P<close>(?(open)[)\]]|))"
)


@cache
def usual_zones() -> Mapping[str, str]:
    """The zone that is usually meant by each abbreviation, city and country, in small letters without accents."""
    spelled = {**zone_names(), **_ELSEWHERE, **_ABBREVIATIONS}
    return {name.replace("-", " "): zone for name, zone in spelled.items()}


@dataclass(frozen=True)
class NamedZone:
    """A zone that was said: its name, and what an abbreviation says about an hour that comes twice."""

    name: str
    summer: bool | None = None
    other: str | None = None
    """The zone that an ambiguous abbreviation could mean as well."""

    @property
    def tzinfo(self) -> dt.tzinfo:
        return tzinfo_of(self.name)


def tzinfo_of(name: str) -> dt.tzinfo:
    """Find what to compute with: an IANA zone, or a fixed distance such as UTC+05:30."""
    if is_zone(name):
        return ZoneInfo(name)
    hours, minutes = name[4:].split(":")
    distance = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return dt.timezone(-distance if name[3] == "-" else distance)


def fixed_offset_zone(text: str) -> NamedZone | None:
    """A distance from UTC such as "GMT+2" or "-08:00"."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > 14:
        return None
    if not hours and not minutes:
        return NamedZone("UTC")
    if minutes or (found[1] == "-" and hours > 12):
        return NamedZone(f"UTC{found[1]}{hours:02}:{minutes:02}")
    return NamedZone(f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}")


def zone_after(shadow: str, seen: str, position: int, home: str) -> tuple[NamedZone, int] | None:
    """The zone that stands right after a time, and where it ends."""
    opened = 2 if seen[position : position + 2] == " (" else int(seen[position : position + 1] == " ")
    iana = _IANA.match(seen, position + opened)
    if iana and (name := _iana().get(iana[0].casefold())):
        return NamedZone(name), iana.end() + (opened == 2 and seen[iana.end() : iana.end() + 1] == ")")
    if long := _LONG_NAME.match(shadow, position):
        summer = _LONG[long["long"].strip()] if long["long"] else None
        return NamedZone(_ELSEWHERE[long["name"].replace(" ", "-")], summer), long.end()
    found = _AFTER.match(shadow, position)
    if found is None:
        return None
    if found["offset"]:
        place = fixed_offset_zone(found["offset"])
        return (place, found.end()) if place else None
    return _named(found, seen, home)


_BEFORE: Final = re.compile(r"(?P<city>[一-龥ァ-ヶー・]{2,12}?)(?:標準|夏)?時間[のでは、 ]?(?=\x1f)")


def zone_before(shadow: str) -> tuple[int, int, NamedZone] | None:
    """The zone in front of a time, as it is said in Japanese."""
    for found in _BEFORE.finditer(shadow):
        for start in range(found.start("city"), found.end("city") - 1):
            if zone := zone_called(shadow[start : found.end("city")]):
                return start, found.end(), zone
    return None


def zone_apart(shadow: str, seen: str, position: int, home: str) -> tuple[NamedZone, int] | None:
    """The zone behind the rest of what was said: "3pm on Friday ET", "at 3pm, time zone CET", "3pm, Sydney"."""
    led = _LED.match(shadow, position)
    bar = _BAR.match(shadow, position)
    start = led.end() if led else bar.end() if bar else position
    named = zone_after(shadow, seen, start, home)
    if named and _ENDS.match(shadow, named[1]):
        said = seen[start : named[1]].strip(" ,()")
        barred = seen[position : position + 3].strip().startswith("|")
        if barred or said.isupper() or "/" in said or said.casefold().endswith(("time", "zone")) or led:
            return named
    city = _CITY.match(shadow, start)
    place = zone_called(city["city"]) if city else None
    if city and place and seen[city.start("city")].isupper():
        return place, city.end()
    return None


def _named(found: re.Match[str], seen: str, home: str) -> tuple[NamedZone, int] | None:
    word = found["word"]
    name = _ABBREVIATIONS.get(word)
    typed = seen[found.start("word") : found.end("word")]
    if name is None or (word == "z" and found.start("word") != found.start()):
        return None
    words_too = WORDS_AS_WELL if home.startswith("America/") else WORDS_AS_WELL | WORDS_AS_WELL_ABROAD
    if word in words_too and typed.islower():
        return None
    if word in ONLY_WITH_TIME and not found["long"]:
        return None
    summer = _LONG.get(found["long"].split()[0]) if found["long"] and " time" in found["long"] else None
    summer = MEANS_SUMMER.get(word) if summer is None else summer
    return _at_home(NamedZone(name, summer), word, home), found.end()


def _at_home(place: NamedZone, word: str, home: str) -> NamedZone:
    """An ambiguous abbreviation means the person's own zone where that is called so."""
    if word not in AMBIGUOUS_ZONES:
        return place
    own = {dt.datetime(2026, month, 1, tzinfo=ZoneInfo(home)).strftime("%Z").lower() for month in (1, 7)}
    other = {"ist": "Europe/Dublin", "cst": "Asia/Shanghai"}[word]
    if word in own and home != place.name:
        return NamedZone(home, place.summer, place.name)
    return NamedZone(place.name, place.summer, other)


_OF_CITY: Final = re.compile(
    r" \(?(?:de |d'|do |da |von |in )?(?P<city>[a-z]{3,20}(?:[ -][a-z]{3,20})?)\)?(?=$|[ ,;.)|\x1f])"
)


def city_after(shadow: str, seen: str, position: int) -> tuple[NamedZone, int] | None:
    """A city with its country's word for "of" behind a time: "10h de Montréal", "10 Uhr (Zürich)"."""
    found = _OF_CITY.match(shadow, position)
    if found is None or not seen[found.start("city")].isupper():
        return None
    between = shadow[position : found.start("city")]
    if not between.strip() or between.strip() in {"in", "von"}:
        return None
    for city in (found["city"], found["city"].split(" ")[0]):
        end = found.start("city") + len(city)
        if zone := zone_called(city):
            closed = "(" in between and seen[end : end + 1] == ")"
            return zone, end + closed
    return None


def zone_called(city: str) -> NamedZone | None:
    """The zone of a city or region that was named: "Berlin time"."""
    plain = city.strip().replace(" ", "-")
    name = (
        _ABBREVIATIONS.get(plain) or _ELSEWHERE.get(plain) or _cities().get(plain) or zone_names().get(plain)
    )
    return NamedZone(name) if name else None


@cache
def _cities() -> dict[str, str]:
    return {zone.rpartition("/")[2].replace("_", "-").casefold(): zone for zone in known_zones()}


@cache
def _iana() -> dict[str, str]:
    return {name.casefold(): name for name in known_zones()}
