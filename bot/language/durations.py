"""Durations as people write them: "45 minutes", "1h30", "1:15", "90", "1½ hours", "30 sec"."""

import re
import unicodedata
from datetime import timedelta
from typing import Final

_SECONDS: Final = {
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "std": 3600, "stunden": 3600,
}  # fmt: skip
_WORDS: Final = {
    "an hour and a half": "90 min",
    "half an hour": "30 min",
    "quarter of an hour": "15 min",
    "an hour": "1 hour",
    "a minute": "1 min",
}
_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?: ?(?:h|hrs?|hours?))?")
_PART: Final = re.compile(r"(\d{1,6}(?:[.,]\d{1,4})?)\s*([a-z]*)")
_FRACTIONS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}


def read_duration(text: str) -> timedelta | None:
    """Read what the text says, or None when it says no duration; a bare number means minutes."""
    folded = _fold(text)
    if clock := _CLOCK.fullmatch(folded):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return _sum_of_parts(folded)


def _fold(text: str) -> str:
    for sign, decimal in _FRACTIONS.items():
        text = re.sub(rf"(\d)\s*{sign}", rf"\g<1>{decimal}", text).replace(sign, f"0{decimal}")
    folded = re.sub(r"(?<=[a-z])\.", "", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))
    return _WORDS.get(folded, folded)


def _sum_of_parts(text: str) -> timedelta | None:
    """Numbers with units, largest first; a last number without unit takes the next smaller one."""
    total, position, previous = 0.0, 0, 0
    for part in _PART.finditer(text):
        if text[position : part.start()].strip(" ,") not in {"", "and", "und"}:
            return None
        unit = _unit(part[1], part[2], previous)
        if unit is None or (previous and unit >= previous):
            return None
        total += float(part[1].replace(",", ".")) * unit
        position, previous = part.end(), unit
    return timedelta(seconds=round(total)) if previous and not text[position:].strip() else None


def _unit(number: str, word: str, previous: int) -> int | None:
    """The unit in seconds; a whole number without a word means minutes, or what comes below the previous unit."""
    if word:
        return _SECONDS.get(word)
    return {0: 60, 3600: 60, 60: 1}.get(previous) if number.isdigit() else None
