"""Finding a time zone by what people call it: its city or one nearby, its country, its own name, its abbreviation.

Names in six languages come from Unicode's locale data. What fits best comes first; of two that fit as well, the one
that more people mean: "EST" is New York before it is Panama.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from bot.language import known_zones, usual_zones
from bot.models import Zone

MOST = 100
_LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "ja")
_WHOLLY: Final = 1
_TIME: Final = " time"
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "_": " ", "/": " ", "-": " ", "−": "-"}
)
_DISTANCE: Final = re.compile(r"(?:utc|gmt)?[-−+][0-9:]{0,5}")
_UNSAID: Final = str.maketrans("", "", ".'’,()")


_MOST_USED: Final = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/London", "Europe/Berlin",
    "Europe/Paris", "Europe/Madrid", "Asia/Kolkata", "Asia/Tokyo", "Asia/Shanghai", "Asia/Singapore",
    "Australia/Sydney", "America/Sao_Paulo", "America/Toronto", "America/Mexico_City", "Asia/Dubai",
)  # fmt: skip
"""Of zones that fit as well, these come first."""
_SHORT: Final = 4
"""Letters of an abbreviation; where one fits wholly, what only begins with it is not meant."""


class _Names(NamedTuple):
    """The names of a zone: whole ones, and all their words with a blank before each."""

    whole: frozenset[str]
    words: str


def describe_zone(name: str, at: datetime) -> Zone:
    """The zone with its city first and its distance from UTC at that instant."""
    *area, city = name.split("/")
    place = city.replace("_", " ")
    within = f", {area[-1].replace('_', ' ')}" if len(area) > 1 else ""
    return Zone(name=name, label=f"{place}{within} ({_offset(name, at)} now)" if area else name)


_NEARBY: Final = {
    "peking": "Asia/Shanghai",
    "geneve": "Europe/Zurich",
    "genf": "Europe/Zurich",
    "texas": "America/Chicago",
    "silicon valley": "America/Los_Angeles",
}
"""Places that people type and that Unicode's data does not name."""
_MAIN: Final = dict.fromkeys(
    ("est", "edt", "eastern", "eastern standard", "eastern daylight"),
    ("America/New_York", "America/Toronto", "America/Detroit"),
)
"""The zones that are meant by a name that dozens of small ones share."""


def search_zones(query: str, at: datetime) -> tuple[Zone, ...]:
    """The zones that fit the words asked, the likeliest first."""
    asked = _plain(query).removesuffix(_TIME)
    if asked in _MAIN:
        return tuple(describe_zone(name, at) for name in _MAIN[asked])
    names = {name: _named(name, at.date()) for name in known_zones()}
    found = [name for name in known_zones() if _fits(names[name], asked.split())]
    ranked = {name: _rank(name, names[name], asked) for name in found}
    if len(asked) <= _SHORT and any(rank <= _WHOLLY for rank, _ in ranked.values()):
        found = [name for name in found if ranked[name][0] <= _WHOLLY]
    found.sort(key=lambda name: (*ranked[name], *_use(name), name))
    return tuple(describe_zone(name, at) for name in _without_aliases(found)[:MOST])


@lru_cache(maxsize=2)
def read_names(day: date) -> None:
    """Read what every zone is called on a day, once, so that nobody's search waits for it."""
    for name in known_zones():
        _named(name, day)


def _fits(names: _Names, asked: list[str]) -> bool:
    return all(f" {each}" in names.words for each in asked)


def _rank(name: str, names: _Names, asked: str) -> tuple[int, bool]:
    """Rank how well a zone fits, the best with 0; and whether its city is another than what is asked."""
    city = _plain(name.rsplit("/", 1)[-1])
    is_elsewhere = not city.startswith(asked)
    if usual_zones().get(asked) == name:
        return 0, is_elsewhere
    if asked in names.whole:
        return _WHOLLY, is_elsewhere
    begins = any(whole.startswith(asked) for whole in names.whole)
    return (2 if begins else 3), is_elsewhere


def _use(name: str) -> tuple[int, bool, bool]:
    """Rank a zone by how much it is used, the most used with the least number."""
    often = _MOST_USED.index(name) if name in _MOST_USED else len(_MOST_USED)
    return often, name not in usual_zones().values(), name not in _principal()


def _without_aliases(found: list[str]) -> list[str]:
    """Each zone once, under the name that comes first."""
    aliases = get_global("zone_aliases")
    first: dict[str, str] = {}
    for name in found:
        first.setdefault(aliases.get(name, name), name)
    return list(first.values())


@cache
def _principal() -> frozenset[str]:
    """The zones that stand for others nearby, as Windows offers them."""
    return frozenset(get_global("windows_zone_mapping").values())


@lru_cache(maxsize=4096)
def _named(name: str, day: date) -> _Names:
    """Return the name of a zone on a day: its distance from UTC changes."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("UTC"))
    offset = _offset(name, at).replace("−", "-")
    distance = {offset.casefold(), offset.removeprefix("UTC"), "utc+0" if offset == "UTC" else ""} - {""}
    whole = _lasting_names()[name] | _abbreviations(name, at) | distance
    return _Names(whole, " " + " ".join(whole))


@cache
def _lasting_names() -> Mapping[str, frozenset[str]]:
    """The names of every zone that do not change: by itself, by its country, by its time, by what lies nearby."""
    names = {zone: {_plain(zone), _plain(zone.rsplit("/", 1)[-1])} for zone in known_zones()}
    aliases = get_global("zone_aliases")
    for zone, called in names.items():
        called.update(map(_plain, _from_locales(aliases.get(zone, zone))))
    for place, zone in {**usual_zones(), **_NEARBY}.items():
        if zone in names:
            names[zone].add(_plain(place))
    return {zone: frozenset(called - {""}) for zone, called in names.items()}


def _from_locales(zone: str) -> Iterator[str]:
    territory = get_global("zone_territories").get(zone)
    kind = get_global("meta_zones").get(zone)
    for code in _LANGUAGES:
        locale = Locale.parse(code)
        yield locale.territories.get(territory, "") if territory else ""
        yield "USA" if territory == "US" else ""
        yield str(locale.time_zones.get(zone, {}).get("city", ""))
        long = locale.meta_zones.get(kind, {}).get("long", {}) if kind else {}
        yield from (str(each).removesuffix(" Time") for each in long.values())


def _plain(text: str) -> str:
    """The text in small letters, without accents and marks; the minus of a distance stays."""
    words = " ".join(map(_without_signs, text.casefold().translate(_UNSAID).split()))
    parts = unicodedata.normalize("NFKD", words)
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())


def _without_signs(word: str) -> str:
    if _DISTANCE.fullmatch(word):
        return word.replace("−", "-")
    return word.translate(_LETTERS)


@lru_cache(maxsize=4096)
def _abbreviations(name: str, at: datetime) -> frozenset[str]:
    """The short names of a zone in winter and in summer: "pst" and "pdt"."""
    zone = ZoneInfo(name)
    each = {at.replace(month=month, day=1).astimezone(zone).strftime("%Z") for month in (1, 7)}
    return frozenset(short.casefold() for short in each if short.isalpha())


def _offset(name: str, at: datetime) -> str:
    minutes = round((at.astimezone(ZoneInfo(name)).utcoffset() or at - at).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
