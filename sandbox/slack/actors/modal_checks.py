"""The checks of Slack itself before it submits a modal; the bot never hears of a field that fails here."""

import re
from typing import Any

from sandbox.slack.blockkit.element_search import ElementLocation, spots
from sandbox.slack.state.surfaces import View

REQUIRED = "Please complete this required field."
_MOST_CHARACTERS = 3000
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://\S+")


def complaints(view: View) -> dict[str, str]:
    """For each input block that may not be submitted as it is, the words shown at it."""
    found = {}
    for spot in spots(view.blocks):
        if spot.is_input:
            held = view.state[spot.key]
            words = _complaint(spot, held)
            if words:
                found[spot.block["block_id"]] = words
    return found


def _complaint(spot: ElementLocation, held: dict[str, Any]) -> str:
    value = next((held[name] for name in held if name not in ("type", "timezone")), None)
    if value in (None, "", []):
        return "" if spot.block.get("optional") else REQUIRED
    match spot.type:
        case "plain_text_input":
            return _text_complaint(spot, value)
        case "number_input":
            return _number_complaint(spot, value)
        case "email_text_input":
            return "" if _EMAIL.fullmatch(value) else "Enter a valid email address."
        case "url_text_input":
            return "" if _URL.fullmatch(value) else "Enter a valid URL, such as https://example.com."
        case _:
            return ""


def _text_complaint(spot: ElementLocation, text: str) -> str:
    least, most = spot.element.get("min_length", 0), spot.element.get("max_length", _MOST_CHARACTERS)
    if len(text) < least:
        return f"Enter at least {least} characters."
    if len(text) > most:
        return f"Enter at most {most} characters."
    return ""


def _number_complaint(spot: ElementLocation, text: str) -> str:
    if not _NUMBER.fullmatch(text) or ("." in text and not spot.element.get("is_decimal_allowed")):
        return "Enter a number." if spot.element.get("is_decimal_allowed") else "Enter a whole number."
    least, most = spot.element.get("min_value"), spot.element.get("max_value")
    if least is not None and float(text) < float(least):
        return f"Enter a number that is at least {least}."
    if most is not None and float(text) > float(most):
        return f"Enter a number that is at most {most}."
    return ""
