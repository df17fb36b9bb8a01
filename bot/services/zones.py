"""Finding a time zone by what people call it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.language import known_zones
from bot.models import Zone

MOST = 100


def describe_zone(name: str, at: datetime) -> Zone:
    """The zone with its city first and its distance from UTC at that instant."""
    *area, city = name.split("/")
    place = city.replace("_", " ")
    within = f", {area[-1].replace('_', ' ')}" if len(area) > 1 else ""
    return Zone(name=name, label=f"{place}{within} ({_offset(name, at)} now)" if area else name)


def search_zones(query: str, at: datetime) -> tuple[Zone, ...]:
    """The zones whose city, area, IANA name, abbreviation or distance from UTC contain the words asked."""
    words = query.casefold().replace("_", " ").split()
    found = [zone for zone in (describe_zone(name, at) for name in known_zones()) if _fits(zone, words, at)]
    found.sort(key=lambda zone: (not zone.label.casefold().startswith(" ".join(words)), zone.label))
    return tuple(found[:MOST])


def _fits(zone: Zone, words: list[str], at: datetime) -> bool:
    abbreviation = at.astimezone(ZoneInfo(zone.name)).strftime("%Z")
    text = f"{zone.label} {zone.name} {abbreviation}".casefold().replace("_", " ").replace("−", "-")
    return all(word.replace("−", "-") in text for word in words)


def _offset(name: str, at: datetime) -> str:
    minutes = round((at.astimezone(ZoneInfo(name)).utcoffset() or at - at).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
