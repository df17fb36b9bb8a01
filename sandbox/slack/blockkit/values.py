"""The initial value of an element must be one that a person could have chosen or typed there."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sandbox.slack.blockkit.rules import TextFormat, problem, under


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # fromisoformat also takes 20261201
    except ValueError:
        return False


def _is_zone(text: str) -> bool:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones is an OSError
        return False
    return True


DATE: Final = TextFormat("a date as YYYY-MM-DD", _is_date)
TIME: Final = TextFormat(
    "a time as HH:mm", lambda text: bool(re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text))
)
ZONE: Final = TextFormat("an IANA time zone", _is_zone)
NUMBER: Final = TextFormat("a number", lambda text: bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text)))


def offered_option(menu: Mapping[str, Any], at: str) -> Iterator[str]:
    """The initial option is one of those offered, to the letter."""
    if "initial_option" in menu and menu["initial_option"] not in _offers(menu):
        yield problem("must be one of the provided options", under(at, "initial_option"))


def offered_options(menu: Mapping[str, Any], at: str) -> Iterator[str]:
    """All initial options are among those offered, to the letter."""
    offers = _offers(menu)
    if any(option not in offers for option in menu.get("initial_options", [])):
        yield problem("must be one of the provided options", under(at, "initial_options"))


def _offers(menu: Mapping[str, Any]) -> list[Any]:
    grouped = [option for group in menu.get("option_groups", []) for option in group["options"]]
    return [*menu.get("options", []), *grouped]


def lengths_in_order(text_input: Mapping[str, Any], at: str) -> Iterator[str]:
    """The least length is not above the greatest, and the initial text is no longer than that."""
    most = text_input.get("max_length")
    if most is None:
        return
    if text_input.get("min_length", 0) > most:
        yield problem("must not be greater than `max_length`", under(at, "min_length"))
    if len(text_input.get("initial_value", "")) > most:
        yield problem(f"must be less than {most + 1} characters", under(at, "initial_value"))


def numbers_in_order(number_input: Mapping[str, Any], at: str) -> Iterator[str]:
    """Bounds and initial number are whole where decimals are not allowed, and in order."""
    names = [name for name in ("min_value", "initial_value", "max_value") if name in number_input]
    for name in names:
        if "." in number_input[name] and not number_input["is_decimal_allowed"]:
            yield problem("must be a whole number", under(at, name))
    for i, lower in enumerate(names):
        for upper in names[i + 1 :]:
            if Decimal(number_input[lower]) > Decimal(number_input[upper]):
                yield problem(f"must not be greater than `{upper}`", under(at, lower))
