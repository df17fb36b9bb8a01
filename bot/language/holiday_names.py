"""Days that people call by name: "on Presidents Day at noon", as the person's country keeps them."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dateutil.easter import easter  # type: ignore[import-untyped]
from holidays import HolidayBase, country_holidays, list_supported_countries

from bot.language.cleaned_text import fold
from bot.language.context import Context
from bot.language.days import DAY, Day
from bot.language.grammar import Grammar
from bot.language.vocabularies.holidays import HOLIDAY_NAMES, OFFICIAL_NAMES, Rule
from bot.models.sentence import sentence
from bot.models.understood import Flag

_COUNTRIES: Final = {"en": "US", "de": "DE", "fr": "FR", "es": "ES", "pt": "BR", "ja": "JP"}
"""The country of a language, where a locale names none."""
_NAMED: Final = re.compile(
    r" day(?!\w)|thanksgiving|christmas|xmas|easter|good friday|new year|halloween|valentine|juneteenth|shrove|ash wed|tag(?!\w)|weihnacht|heilig|silvester"
    r"|nikolaus|neujahr|oster|pfingst|karfreitag|fronleich|himmelfahrt|allerheil|grundonn|mittwoch|noel|sylvestre|fete|armistice|toussaint|jour de|paques|ascension|pentecote|assomption"
    r"|victoire|navidad|noche|reyes|ano nuevo|dia d|sant[oa]|pascua|natal|vespera|reveillon|ano novo|finados|pascoa|carnaval|corpus|tiradentes|proclam|independ|の日|元日|祝日"
)
"""What a text must hold before the calendar of a country is asked."""
_LED: Final = re.compile(r"(?<![a-z])(?:on|am|an|zu|le|el|no|na)(?: the| der| dem)? $")
_BESIDE: Final = re.compile(
    r"(?:on )?(?:the )?day (?:(?P<after>after)|before) $|(?:am |le |el |no )?(?:(?P<after2>tag nach|lendemain de|dia despues de|dia depois d[eo])|tag vor) $"
)
_FOLLOWS: Final = re.compile(
    r"[ ,]*(?:$|[,;|)\x1f]|(?:at|from|um|ab|von|a|as|de|das|des|noon|midi|mittags|@)(?![a-z])|\d|に|の)"
)


def holidays_in(shadow: str, seen: str, grammar: Grammar, context: Context) -> Iterator[tuple[int, int, Day]]:
    """The holidays that a text names as its day, each with the doubt that it shows which day that is."""
    if not _NAMED.search(shadow):
        return
    code = grammar.words.code
    for pattern, date in holiday_patterns(code, _country(context.locale, code), context.today):
        for found in pattern.finditer(shadow):
            led = _LED.search(shadow, 0, found.start())
            if beside := _BESIDE.search(shadow, 0, found.start()):  # "the day after Presidents Day"
                led, moved = beside, date + (DAY if beside["after"] or beside["after2"] else -DAY)
            else:
                moved = date
            if not _FOLLOWS.match(shadow, found.end()) or not (led or _is_alone(shadow, found)):
                continue
            name = seen[(beside or found).start() : found.end()]
            words = sentence("{name} is {date:day} in my calendar; please check it.", name=name, date=moved)
            start = led.start() if led else found.start()
            yield start, found.end(), Day(moved, ((Flag.AMBIGUOUS_DATE, words),), weight=3)


def load_calendar(code: str) -> None:
    """Load what the library knows of a language's usual country."""
    country_holidays(_COUNTRIES[code], years=2026)


def _is_alone(shadow: str, found: re.Match[str]) -> bool:
    """Tell whether a time follows: "Board prep Thanksgiving at 10am"."""
    follows = _FOLLOWS.match(shadow, found.end())
    return bool(follows and follows[0].strip(" ,"))


def _country(locale: str, code: str) -> str:
    """The country whose calendar a person lives by."""
    region = locale.replace("_", "-").partition("-")[2].upper()[:2]
    return region if region in _supported() else _COUNTRIES[code]


@cache
def _supported() -> frozenset[str]:
    return frozenset(list_supported_countries())


@cache
def holiday_patterns(code: str, country: str, today: dt.date) -> tuple[tuple[re.Pattern[str], dt.date], ...]:
    """The holidays from today on, long names first; every name with its next date."""
    found: dict[str, dt.date] = {}
    for name, date in _official(country, today):
        plain = "".join(map(fold, name))
        found.setdefault(OFFICIAL_NAMES.get(plain, _pattern(plain)), date)
    for pattern, rule in HOLIDAY_NAMES[code].items():
        dates = (_date(rule, year) for year in (today.year, today.year + 1))
        found.setdefault(pattern, next(date for date in dates if date >= today))
    before, behind = ("", "") if code == "ja" else (r"(?<![\w'-])", r"(?![\w'-])")
    longest_first = sorted(found.items(), key=lambda one: len(one[0]), reverse=True)
    return tuple((re.compile(f"{before}(?:{pattern}){behind}"), date) for pattern, date in longest_first)


def _official(country: str, today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """The official holidays of a country in its own language and in English."""
    years = (today.year, today.year + 1)
    own = country_holidays(country, years=years)
    for language in dict.fromkeys((own.default_language, "en_US")):
        listed: HolidayBase = (
            country_holidays(country, years=years, language=language)
            if language in own.supported_languages
            else own
        )
        for date, names in sorted(listed.items()):
            if date >= today:
                yield from (
                    (name, date) for name in names.split("; ") if "(" not in name and "（" not in name
                )


def _pattern(plain: str) -> str:
    return re.escape(plain).replace("'", "'?")


def _date(rule: Rule, year: int) -> dt.date:
    """A day of a month, or so many days from Easter Sunday."""
    if isinstance(rule, int):
        sunday: dt.date = easter(year)
        return sunday + DAY * rule
    return dt.date(year, *rule)
