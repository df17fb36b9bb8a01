"""Zones as people name them after a time: abbreviations, names, cities, distances from UTC."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.wall_clock import is_zone, known_zones
from bot.language.zone_names import zone_names

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
    "Asia/Seoul": "kst 韓国",
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
_PLACES: Final[Mapping[str, str]] = {
    "America/New_York": "米国東部,アメリカ東部,東部,nyc,new-york-city,boston,washington,washington-dc,dc,philadelphia,atlanta,miami,east-coast",
    "America/Chicago": "dallas,houston,austin,minneapolis",
    "America/Phoenix": "arizona",
    "America/Los_Angeles": "米国太平洋,アメリカ太平洋,太平洋,サンフランシスコ,シアトル,sf,san-francisco,bay-area,seattle,san-diego,portland,west-coast",
    "America/Toronto": "montreal,ottawa",
    "America/Sao_Paulo": "rio,rio-de-janeiro",
    "Europe/Berlin": "munich,munchen,hamburg,frankfurt,cologne,koln,中央ヨーロッパ,central-european",
    "Europe/Athens": "eastern-european",
    "Europe/Lisbon": "western-european",
    "Europe/London": "英国,edinburgh,manchester",
    "Europe/Madrid": "barcelona,valencia",
    "Europe/Rome": "milan",
    "Europe/Zurich": "geneva",
    "Asia/Kolkata": "bengaluru,hyderabad,chennai,pune",
    "Asia/Shanghai": "beijing,shenzhen,china",
    "Asia/Tokyo": "日本,東京,osaka,kyoto",
    "Asia/Jerusalem": "tel-aviv,israel",
    "Asia/Dubai": "abu-dhabi",
    "Africa/Johannesburg": "cape-town",
    "Australia/Sydney": "australian-eastern",
    "UTC": "greenwich-mean,coordinated-universal,universal",
}
"""Places and long names that no zone's own name has."""
_ELSEWHERE: Final = {place: zone for zone, places in _PLACES.items() for place in places.split(",")}
_LONG_NAME: Final = re.compile(
    r"[ ,]? ?\(?(?P<name>(?:central|eastern|western) european|australian eastern|greenwich mean|coordinated universal|universal)(?P<long> (?:standard|daylight|summer))? time(?: ?zone)?\)?(?!\w)"
)
_LED: Final = re.compile(r"[ ,;|]{0,4}\(?(?:in )?(?:the )?(?:time ?zone|tz)(?: is| =|:)?(?= )")
_CITY: Final = re.compile(
    r"[ ,]{1,4}\(?(?:in )?(?P<city>[a-z]{1,30}(?: [a-z]{1,30}){0,2}?)(?: time)?\)?(?= ?(?:$|[,;|)\x1f]))"
)
_BAR: Final = re.compile(r" ?\|(?= )")
_ENDS: Final = re.compile(r" ?(?:$|[,;.)|\x1f-]|(?:for|with|and) )")
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
    """What to compute with: an IANA zone, or a fixed distance such as UTC+05:30."""
    if is_zone(name):
        return ZoneInfo(name)
    hours, minutes = name[4:].split(":")
    distance = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return dt.timezone(-distance if name[3] == "-" else distance)


def fixed(text: str) -> NamedZone | None:
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
        place = fixed(found["offset"])
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
    words_too = _WORDS_TOO if home.startswith("America/") else _WORDS_TOO | _WORDS_ABROAD
    if word in words_too and typed.islower():
        return None
    if word in _COUNTRIES and not found["long"]:
        return None
    summer = _LONG.get(found["long"].split()[0]) if found["long"] and " time" in found["long"] else None
    summer = _STANDARD.get(word) if summer is None else summer
    return _at_home(NamedZone(name, summer), word, home), found.end()


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


def _at_home(place: NamedZone, word: str, home: str) -> NamedZone:
    """An ambiguous abbreviation means the person's own zone where that is called so."""
    if word not in AMBIGUOUS:
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
