"""From what a clock on the wall says to an instant: the one place that decides gaps and overlaps."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import available_timezones

from bot.models.frozen import Frozen

_AREAS = frozenset(
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split()  # noqa: SIM905
)


_MINUTE = timedelta(minutes=1)


class Localized(Frozen):
    """The instant that a wall clock means, in its zone.

    `skipped` tells that clocks jump over it (`start` is then the time right after the jump) and `twice`
    that it comes twice (`start` is then the first of the two).
    """

    start: datetime
    skipped: bool = False
    twice: bool = False


def localize(day: date, clock: time, zone: tzinfo) -> Localized:
    """The instant at which the clocks of a zone show this day and time."""
    wall = datetime.combine(day, clock, tzinfo=zone)
    first = wall.replace(fold=0)
    if _skips(first):
        return Localized(start=_after_jump(first), skipped=True)
    twice = first.utcoffset() != wall.replace(fold=1).utcoffset()
    return Localized(start=first, twice=twice)


def _skips(wall: datetime) -> bool:
    """Tell whether the clocks never show this."""
    shown = wall.astimezone(UTC).astimezone(wall.tzinfo)
    return shown.replace(tzinfo=None) != wall.replace(tzinfo=None)


def _after_jump(wall: datetime) -> datetime:
    """Find what the clocks show right after they have jumped over this."""
    missing = wall.replace(second=0, microsecond=0)
    while _skips(missing - _MINUTE):
        missing -= _MINUTE
    return missing.astimezone(UTC).astimezone(wall.tzinfo)


@cache
def known_zones() -> tuple[str, ...]:
    """The zones that people live in, by IANA name, and UTC."""
    lived_in = (name for name in available_timezones() if name.split("/")[0] in _AREAS)
    return (*sorted(lived_in), "UTC")


def is_zone(name: str) -> bool:
    """Tell whether this is a zone that we can compute with."""
    return name in _every_zone()


@cache
def _every_zone() -> frozenset[str]:
    """Asking takes ten milliseconds of reading the disk."""
    return frozenset(available_timezones())
