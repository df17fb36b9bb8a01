"""Dates, times, lengths, lists and cities in the order and the words of a language, as Babel has them."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError, lists
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location, match_skeleton
from babel.units import format_unit

_DEFAULTS: Final = {"en": "en_US", "es_LA": "es_419"}
"""Locales that Slack names otherwise than CLDR does."""
_NARROW_SPACE: Final = "\u202f"
_UNITS: Final = (
    ("duration-day", 86400),
    ("duration-hour", 3600),
    ("duration-minute", 60),
    ("duration-second", 1),
)


@cache
def locale_for(language: str, locale: str) -> Locale:
    """The locale by which things are formatted: the person's own where it is of this language."""
    own = locale.replace("-", "_")
    if own.split("_")[0].lower() == language:
        try:
            return Locale.parse(_DEFAULTS.get(own, own))
        except (UnknownLocaleError, ValueError):
            pass
    return Locale.parse(_DEFAULTS.get(language, language))


def day(date: dt.date, locale: Locale) -> str:
    """A day without its year: "Friday, March 5", "Freitag, 5. März"."""
    skeletons = locale.datetime_skeletons
    matched = match_skeleton("MMMMEEEEd", skeletons)
    pattern = skeletons[matched].pattern if matched else "EEEE, d MMMM"
    return format_date(date, re.sub("E+", "EEEE", pattern), locale=locale)


def month_day(date: dt.date, locale: Locale) -> str:
    """A day of a month: "March 5", "5. März"."""
    return format_skeleton("MMMMd", date, locale=locale)


def long_date(date: dt.date, locale: Locale) -> str:
    """A day with its year: "March 5, 2027"."""
    return format_date(date, "long", locale=locale)


def full_date(date: dt.date, locale: Locale) -> str:
    """A day with its weekday and its year: "Friday, March 5, 2027"."""
    return format_date(date, "full", locale=locale)


def weekday(date: dt.date, locale: Locale) -> str:
    """The name of a weekday."""
    return format_date(date, "EEEE", locale=locale)


def format_clock(time: dt.time, locale: Locale) -> str:
    """A time of day: "3:00 PM", "15:00"."""
    return format_time(time, "short", locale=locale).replace(_NARROW_SPACE, " ")


def length(duration: dt.timedelta, locale: Locale) -> str:
    """A length: "1 hour 30 minutes", "1 Stunde 30 Minuten"."""
    left, parts = round(duration.total_seconds()), list[str]()
    for unit, seconds in _UNITS:
        count, left = divmod(left, seconds)
        if count:
            parts.append(format_unit(count, unit, locale=locale))
    said = " ".join(part.replace("\u00a0", " ") for part in parts)
    return (
        said.replace(" ", "") if locale.language == "ja" else said
    )  # CLDR's blanks stand in no Japanese text


def format_list(items: Sequence[str], locale: Locale) -> str:
    """A list in a sentence: "a, b and c"."""
    return lists.format_list(list(items), locale=locale) if items else ""


def format_city(time_zone: str, locale: Locale) -> str:
    """A zone by the name of its city: "Los Angeles", "Tokio"."""
    if "/" not in time_zone or time_zone.startswith("Etc/"):
        return time_zone.rsplit("/", maxsplit=1)[-1]
    try:
        return get_timezone_location(time_zone, locale=locale, return_city=True)
    except LookupError:
        return time_zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")
