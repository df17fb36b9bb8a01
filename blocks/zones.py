"""Time zones as choices of a select."""

from collections.abc import Iterable
from typing import Any

from blocks.elements import option
from blocks.text import shortened
from bot.models import Zone


def zone_option(zone: Zone) -> dict[str, Any]:
    """One zone to choose."""
    return option(shortened(zone.label, 75), zone.name)


def zone_options(zones: Iterable[Zone]) -> list[dict[str, Any]]:
    """The zones to choose from."""
    return [zone_option(zone) for zone in zones]
