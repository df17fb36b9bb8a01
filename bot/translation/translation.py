"""One language, and everything that is said in it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel import Locale

from bot.models.sentence import Sentence, Value
from bot.translation import formats
from bot.translation.catalogs import LANGUAGES, translations_of

_DATES: Final[Mapping[str, Callable[[dt.date, Locale], str]]] = {
    "day": formats.day,
    "date": formats.full_date,
    "long": formats.long_date,
    "monthday": formats.month_day,
    "weekday": formats.weekday,
}


@dataclass(frozen=True)
class Translation:
    """Says sentences in a language; dates and times follow the locale, which may be of a country.

    The `zone` is that of the one reader, where there is one and it is known.
    """

    language: str
    locale: Locale
    zone: str | None = None

    def __call__(self, text: str | Sentence, /, **values: Value) -> str:
        """A sentence in this language; its values are put in as they are, or as its placeholders want them."""
        if isinstance(text, Sentence):
            filled: dict[str, Value] = {**dict(text.values), **values}
            return self._filled(text.text, filled) if filled else self._translated(text.text)
        return self._filled(text, values)

    def plural(self, one: str, many: str, count: int, /, **values: Value) -> str:
        """A sentence with `{count}` in it, in the number that the language wants."""
        found = translations_of(self.language).ngettext(one, many, count)
        return self._format(found, {"count": count, **values})

    def listed(self, items: Sequence[str]) -> str:
        """A list in a sentence: "a, b and c"."""
        return formats.format_list(items, self.locale)

    def date(self, date: dt.date) -> str:
        """A day with its weekday and its year: "Friday, March 5, 2027"."""
        return formats.full_date(date, self.locale)

    def day(self, date: dt.date) -> str:
        """A day without its year: "Friday, March 5"."""
        return formats.day(date, self.locale)

    def time(self, time: dt.time) -> str:
        """A time of day: "3:00 PM"."""
        return formats.format_clock(time, self.locale)

    def length(self, duration: dt.timedelta) -> str:
        """A length: "1 hour 30 minutes"."""
        return formats.length(duration, self.locale)

    def city(self, time_zone: str) -> str:
        """A zone by the name of its city."""
        return formats.format_city(time_zone, self.locale)

    def in_zone(self, zone: str | None) -> "Translation":
        """The same for a reader who lives by the clock of a zone."""
        return replace(self, zone=zone)

    def shows(self, instant: dt.datetime, time_zone: str) -> bool:
        """Tell whether the reader's own clock shows the same at an instant as one in another zone."""
        if self.zone is None:
            return False
        there, here = (instant.astimezone(ZoneInfo(zone)).utcoffset() for zone in (time_zone, self.zone))
        return there == here

    def _translated(self, text: str) -> str:
        return translations_of(self.language).gettext(text)

    def _filled(self, text: str, values: Mapping[str, Value]) -> str:
        return self._format(self._translated(text), values)

    def _format(self, text: str, values: Mapping[str, Value]) -> str:
        return _Filler(self.locale).vformat(text, (), values)


class _Filler(Formatter):
    """Puts values into placeholders by Babel's formats: `{start:time}`."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def format_field(self, value: Any, format_spec: str) -> str:
        if in_words := _DATES.get(format_spec):
            return in_words(
                dt.date.fromisoformat(value[:10]) if isinstance(value, str) else value, self._locale
            )
        if format_spec == "time":
            time = dt.time.fromisoformat(value) if isinstance(value, str) else value
            return formats.format_clock(time, self._locale)
        if format_spec == "length":
            span = dt.timedelta(seconds=float(value)) if isinstance(value, str) else value
            return formats.length(span, self._locale)
        if format_spec == "city":
            return formats.format_city(str(value), self._locale)
        return str(value)


@cache
def translation_for(language: str, locale: str = "") -> Translation:
    """The translation into one of our languages, English for every other; the locale refines dates and times."""
    code = language[:2].lower()
    known = code if code in LANGUAGES else "en"
    return Translation(known, formats.locale_for(known, locale or language))


ENGLISH: Final = translation_for("en", "en-US")


class Spoken(str):
    """An English text that knows the sentence it comes from, for whoever speaks another language."""

    __slots__ = ("sentence",)
    sentence: Sentence

    @classmethod
    def of(cls, said: Sentence) -> "Spoken":
        """The sentence in English, with its values."""
        spoken = cls(ENGLISH(said))
        spoken.sentence = said
        return spoken
