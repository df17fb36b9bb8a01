"""Names of months and weekdays in every language, folded as the shadow is: from the locale data of the Unicode consortium."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel import Locale

from bot.language.cleaned_text import fold

CODES: Final = ("en", "de", "fr", "es", "pt")
_WIDTHS: Final = ("wide", "abbreviated")
_CONTEXTS: Final = ("format", "stand-alone")
_EVERYDAY: Final = frozenset({"mar", "mars", "mayo", "mai", "may", "maio", "march"})
"""Short names that are everyday words in another language: they count in their own language only, or not at all."""
_NOT_NAMES: Final = {"es": frozenset({"mar"}), "de": frozenset({"mar"})}


@cache
def month_names(code: str) -> Mapping[str, int]:
    """The months of a language by name, from 1."""
    return _names(code, "months", _WIDTHS)


@cache
def weekday_names(code: str) -> Mapping[str, int]:
    """The weekdays of a language by name, from Monday as 0."""
    return _names(code, "days", _WIDTHS)


@cache
def foreign_months(code: str) -> Mapping[str, int]:
    """The months in the other languages, as people mix them into a sentence: "am 3 March"."""
    return _foreign(code, "months", 4)


@cache
def foreign_weekdays(code: str) -> Mapping[str, int]:
    """The weekdays in the other languages: "am Thursday um 10"."""
    return _foreign(code, "days", 5)


def _foreign(code: str, kind: str, shortest: int) -> Mapping[str, int]:
    own = _names(code, kind, _WIDTHS)
    return {
        name: at
        for other in CODES
        if other != code
        for name, at in _names(other, kind, ("wide",)).items()
        if len(name) >= shortest and name not in own and name not in _EVERYDAY
    }


def _names(code: str, kind: str, widths: tuple[str, ...]) -> dict[str, int]:
    data = getattr(Locale.parse(code), kind)
    names: dict[str, int] = {}
    for context in _CONTEXTS:
        for width in widths:
            for at, name in data[context][width].items():
                plain = "".join(map(fold, name)).rstrip(".")
                if len(plain) > 1 and plain not in _NOT_NAMES.get(code, ()):
                    names.setdefault(plain, at)
    return names
