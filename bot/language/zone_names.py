"""Cities and countries in every language with their zones: from the locale data of the Unicode consortium."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from bot.language.cleaned_text import fold
from bot.language.wall_clock import is_zone

_CODES: Final = ("ja", "pt", "es", "fr", "de", "en")
_CAPITALS: Final[Mapping[str, str]] = {
    "DE": "Europe/Berlin", "ES": "Europe/Madrid", "PT": "Europe/Lisbon", "BR": "America/Sao_Paulo",
    "MX": "America/Mexico_City", "AR": "America/Argentina/Buenos_Aires", "CL": "America/Santiago",
    "EC": "America/Guayaquil", "CN": "Asia/Shanghai", "MY": "Asia/Kuala_Lumpur", "UA": "Europe/Kyiv",
    "NZ": "Pacific/Auckland", "RU": "Europe/Moscow", "ID": "Asia/Jakarta", "PS": "Asia/Gaza", "CY": "Asia/Nicosia",
    "UZ": "Asia/Tashkent", "KZ": "Asia/Almaty",
}  # fmt: skip
"""The zone that is meant by the name of a country with several, where one is meant at all."""


@cache
def zone_names() -> Mapping[str, str]:
    """Zones by the folded names of their cities and countries, with hyphens for spaces."""
    return {name: zone for code in _CODES for name, zone in _of_language(code) if is_zone(zone)}


def _of_language(code: str) -> Iterator[tuple[str, str]]:
    locale = Locale.parse(code)
    for territory, name in locale.territories.items():
        if zone := _countries().get(territory):
            yield _plain(name), zone
    for zone, names in locale.time_zones.items():
        if "city" in names:
            yield _plain(names["city"]), zone


@cache
def _countries() -> Mapping[str, str]:
    zones: dict[str, list[str]] = {}
    for zone, territory in get_global("zone_territories").items():
        zones.setdefault(territory, []).append(zone)
    alone = {territory: names[0] for territory, names in zones.items() if len(names) == 1}
    return {**alone, **_CAPITALS}


def _plain(name: str) -> str:
    return "".join(map(fold, name)).replace(" ", "-").replace("'", "")
