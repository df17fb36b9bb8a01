"""Finding a time zone by what people call it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.language import known_zones
from bot.models import Zone

MOST = 100
_SAID = {
    "America/New_York": "eastern et",
    "America/Chicago": "central ct",
    "America/Denver": "mountain mt",
    "America/Los_Angeles": "pacific pt",
    "UTC": "utc+0 gmt",
}
"""What people say besides the names that every zone has."""


def describe_zone(name: str, at: datetime) -> Zone:
    """The zone with its city first and its distance from UTC at that instant."""
    *area, city = name.split("/")
    place = city.replace("_", " ")
    within = f", {area[-1].replace('_', ' ')}" if len(area) > 1 else ""
    return Zone(name=name, label=f"{place}{within} ({_offset(name, at)} now)" if area else name)


def search_zones(query: str, at: datetime) -> tuple[Zone, ...]:
    """The zones whose city, area, IANA name, abbreviation or distance from UTC contain the words asked."""
    words = _plain(query).split()
    found = [zone for zone in (describe_zone(name, at) for name in known_zones()) if _fits(zone, words, at)]
    found.sort(key=lambda zone: (not zone.label.casefold().startswith(" ".join(words)), zone.label))
    return tuple(found[:MOST])


def _fits(zone: Zone, words: list[str], at: datetime) -> bool:
    text = " ".join(
        [*map(_plain, (zone.label, zone.name)), *_abbreviations(zone.name, at), _SAID.get(zone.name, "")]
    )
    return all(word in text for word in words)


def _plain(text: str) -> str:
    return (
        text.casefold().replace("_", " ").replace("−", "-").replace(".", "").replace("'", "").replace("’", "")
    )


def _abbreviations(name: str, at: datetime) -> set[str]:
    """The short names of a zone in winter and in summer: "pst" and "pdt"."""
    zone = ZoneInfo(name)
    return {at.replace(month=month, day=1).astimezone(zone).strftime("%Z").casefold() for month in (1, 7)}


def _offset(name: str, at: datetime) -> str:
    minutes = round((at.astimezone(ZoneInfo(name)).utcoffset() or at - at).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
