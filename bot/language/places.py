"""Zones as people name them after a time: abbreviations, names, cities, distances from UTC."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.wall_clock import is_zone, known_zones

_NAMED: Final[Mapping[str, str]] = {
    "America/New_York": "et est edt eastern",
    "America/Chicago": "ct cst cdt central",
    "America/Denver": "mt mst mdt mountain",
    "America/Los_Angeles": "pt pst pdt pacific",
    "America/Anchorage": "akst akdt alaska",
    "Pacific/Honolulu": "hst hawaii",
    "America/Halifax": "ast adt atlantic",
    "America/St_Johns": "nst ndt newfoundland",
    "America/Sao_Paulo": "brt brst brasilia",
    "America/Mexico_City": "cdmx ciudad-de-mexico mexico",
    "UTC": "utc gmt z zulu",
    "Europe/London": "bst uk british londres",
    "Europe/Berlin": "cet cest mez mesz german germany",
    "Europe/Paris": "french france",
    "Europe/Athens": "eet eest",
    "Europe/Lisbon": "wet west lisboa",
    "Europe/Moscow": "msk",
    "Europe/Madrid": "peninsular",
    "Asia/Kolkata": "ist india indian mumbai delhi bangalore",
    "Asia/Tokyo": "jst japan tokio toquio 日本時間 日本",
    "Asia/Seoul": "kst",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Dubai": "gst",
    "Asia/Karachi": "pkt",
    "Asia/Kathmandu": "npt",
    "Asia/Manila": "pht",
    "Asia/Jakarta": "wib",
    "Australia/Sydney": "aest aedt aet",
    "Australia/Adelaide": "acst acdt",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst nzdt nzt",
    "Africa/Johannesburg": "sast",
    "Africa/Nairobi": "eat",
    "Africa/Lagos": "wat",
}
AMBIGUOUS: Final = frozenset({"ist", "cst"})
_STANDARD: Final[Mapping[str, bool]] = {
    "est": False, "cst": False, "mst": False, "pst": False, "edt": True, "cdt": True, "mdt": True, "pdt": True,
    "cet": False, "cest": True, "mez": False, "mesz": True, "bst": True,
    "aest": False, "aedt": True, "nzst": False, "nzdt": True,
}  # fmt: skip
"""Whether an abbreviation means summer time: it decides in the hour that comes twice."""
_LONG: Final = {"standard": False, "daylight": True, "summer": True}
_ABBREVIATIONS: Final = {word: zone for zone, words in _NAMED.items() for word in words.split()}
_OFFSET: Final = re.compile(r"(?:(?:utc|gmt) ?)?([+-]) ?(\d{1,2})(?::?([0-5]\d))?(?![\d:])")
_IANA: Final = re.compile(r"[A-Za-z]+/[A-Za-z_+\-0-9]+(?:/[A-Za-z_]+)?")
_AFTER: Final = re.compile(
    r"[ ,]?(?P<open> ?[(\[])?(?:in )?(?:(?P<offset>(?:(?:utc|gmt) ?[+-] ?\d{1,2}(?::?[0-5]\d)?|[+-](?:0\d|1[0-4]):[0-5]\d)(?!\d))"
    r"|(?P<word>[a-z]{1,14}|日本時間)(?P<long> (?:standard|daylight|summer) time| time)?)(?![\w+])(?P<close>(?(open)[)\]]|))"
)


@dataclass(frozen=True)
class Place:
    """A zone that was said: its name, and what an abbreviation says about an hour that comes twice."""

    name: str
    summer: bool | None = None
    other: str | None = None
    """The zone that an ambiguous abbreviation could mean as well."""

    @property
    def zone(self) -> dt.tzinfo:
        return zone_of(self.name)


def zone_of(name: str) -> dt.tzinfo:
    """What to compute with: an IANA zone, or a fixed distance such as UTC+05:30."""
    if is_zone(name):
        return ZoneInfo(name)
    hours, minutes = name[4:].split(":")
    distance = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return dt.timezone(-distance if name[3] == "-" else distance)


def fixed(text: str) -> Place | None:
    """A distance from UTC such as "GMT+2" or "-08:00"."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > 14:
        return None
    if not hours and not minutes:
        return Place("UTC")
    if minutes or (found[1] == "-" and hours > 12):
        return Place(f"UTC{found[1]}{hours:02}:{minutes:02}")
    return Place(f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}")


def place_after(shadow: str, seen: str, position: int, home: str) -> tuple[Place, int] | None:
    """The zone that stands right after a time, and where it ends."""
    iana = _IANA.match(seen, position + (seen[position : position + 1] == " "))
    if iana and (name := _iana().get(iana[0].casefold())):
        return Place(name), iana.end()
    found = _AFTER.match(shadow, position)
    if found is None:
        return None
    if found["offset"]:
        place = fixed(found["offset"])
        return (place, found.end()) if place else None
    return _named(found, seen, home)


def _named(found: re.Match[str], seen: str, home: str) -> tuple[Place, int] | None:
    word = found["word"]
    name = _ABBREVIATIONS.get(word)
    typed = seen[found.start("word") : found.end("word")]
    if name is None or (word == "z" and found.start("word") != found.start()):
        return None
    words_too = _WORDS_TOO if home.startswith("America/") else _WORDS_TOO | _WORDS_ABROAD
    if word in words_too and typed.islower():
        return None
    if word in _COUNTRIES and not found["long"]:
        return None
    summer = _LONG.get(found["long"].split()[0]) if found["long"] and " time" in found["long"] else None
    summer = _STANDARD.get(word) if summer is None else summer
    return _at_home(Place(name, summer), word, home), found.end()


_WORDS_TOO: Final = frozenset({"eat", "wet", "west"})
_WORDS_ABROAD: Final = frozenset({"et", "est", "pt", "mt", "ct", "mst"})
"""Abbreviations that are words as well: they count in capitals only."""
_COUNTRIES: Final = frozenset(
    [
        "uk",
        "alaska",
        "hawaii",
        "atlantic",
        "newfoundland",
        "brasilia",
        "mexico",
        "british",
        "londres",
        "german",
        "germany",
        "french",
        "france",
        "lisboa",
        "peninsular",
        "india",
        "indian",
        "mumbai",
        "delhi",
        "bangalore",
        "japan",
        "tokio",
        "toquio",
    ]
)
"""Names that are zones only with "time" behind them."""


def _at_home(place: Place, word: str, home: str) -> Place:
    """An ambiguous abbreviation means the person's own zone where that is called so."""
    if word not in AMBIGUOUS:
        return place
    own = {dt.datetime(2026, month, 1, tzinfo=ZoneInfo(home)).strftime("%Z").lower() for month in (1, 7)}
    other = {"ist": "Europe/Dublin", "cst": "Asia/Shanghai"}[word]
    if word in own and home != place.name:
        return Place(home, place.summer, place.name)
    return Place(place.name, place.summer, other)


def place_called(city: str) -> Place | None:
    """The zone of a city or region that was named: "Berlin time"."""
    plain = city.strip().replace(" ", "-")
    name = _ABBREVIATIONS.get(plain) or _cities().get(plain)
    return Place(name) if name else None


@cache
def _cities() -> dict[str, str]:
    return {zone.rpartition("/")[2].replace("_", "-").casefold(): zone for zone in known_zones()}


@cache
def _iana() -> dict[str, str]:
    return {name.casefold(): name for name in known_zones()}
