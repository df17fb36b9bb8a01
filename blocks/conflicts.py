"""Changes by others while a form was open, told at the fields that this person changed as well."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from blocks.settings import JOINS_EARLY, WORDS, chosen, label
from blocks.text import city, clock, fitting, lasting, listed, person, shortened, written_day
from bot.models import Role, Webinar
from bot.models.edit import values
from bot.models.form import Field

_SHOWN: Final = 150
_NAMES: Final = {
    "title": "Title",
    "description": "Description",
    "start": "Start",
    "duration": "Duration",
    "time_zone": "Time zone",
    "panel_joins_early": JOINS_EARLY,
}
_PLACES: Final = {Role.CO_HOST: "a co-host", Role.PANELIST: "a panelist", None: "not on the panel"}
_FIELDS: Final = {"start": Field.START_TIME}


def meanwhile(names: Iterable[str], now: Webinar) -> dict[str, str]:
    """The present value of each field, told there; a person who submits the same once more means it."""
    return {
        _FIELDS.get(name, name): f"{_is_now(name, now)} Submit again to replace it with yours."
        for name in names
    }


def lost_to_others(name: str, wanted: object, now: Webinar) -> str:
    """The same once it is too late to ask; with what was wanted, so that nothing typed is lost."""
    mine = fitting(_said(name, wanted, now.time_zone), 1500)
    return f"{fitting(_is_now(name, now))} Yours was not saved: {mine}"


def not_saved(names: Iterable[str], why: str) -> str:
    """The parts of an edit that were not saved; `why` is fit to be shown."""
    return f"Not saved: {listed([fitting(field_name(name)) for name in names])}. {why}"


def stays(name: str, now: Webinar) -> str:
    """A setting that was to be left to the account again, which RingCentral's API does not offer."""
    said = shortened(_said(name, values(now)[name], now.time_zone), _SHOWN)
    return fitting(
        f"{field_name(name)}: RingCentral cannot reset this to the account default, so it is still: {said}. Choose the "
        "value that you want instead."
    )


def panel_clash(users: Iterable[str], now: Mapping[str, Role]) -> str:
    """Say whose place on the panel was changed by two people at once, and what it is now."""
    said = [f"{person(user)} is {_PLACES[now.get(user)]}" for user in users]
    return (
        f"Someone else changed this at the same time: {listed(said)} now. Save again to apply your changes."
    )


def field_name(name: str) -> str:
    """The label of a field or a setting."""
    return label(name) if name in WORDS else _NAMES[name]


def _is_now(name: str, now: Webinar) -> str:
    said = shortened(_said(name, values(now)[name], now.time_zone), _SHOWN)
    return f"{field_name(name)} was changed by someone else and is now: {said or 'empty'}."


def _said(name: str, value: Any, zone: str) -> str:
    if name == "start" and isinstance(value, datetime):
        there = value.astimezone(ZoneInfo(zone))
        return f"{written_day(there)}, {clock(there)} in {city(zone)}"
    if name == "duration":
        return lasting(value)
    if name == "panel_joins_early":
        return "Account default" if value is None else lasting(value) or "0 minutes"
    return chosen(name, value) if name in WORDS else str(value)
