"""No pattern that meets what people write takes more than linear time, whatever is written."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from types import ModuleType

import pytest

import bot.language
from bot.language.holiday_names import holiday_patterns
from bot.language.labels import label_pattern
from bot.language.languages import LANGUAGES, grammar_of
from bot.language.options import option_patterns
from bot.language.speech import speech_patterns

SEEDS = (
    "a", "a ", "1", "1 ", "at 3 ", "3 - ", "1:", "12/12 ", "-", " ", ", ", "(", "“", '"a ', "'a ", "tomorrow ", "every monday ", "for 1 h ",
    "webinar ", "please ", "no ", "and ", "record ", "Dana ", "Dana, ", "title: ", "a: ", ":a", "半時", "明日", "一", "<@U0", "<#C", "&", "*a", "> ", "\n", "\ue000",
    "\x1f", "in ", "the ", "we ", "can you ", "2 weeks ", "1.", "...", "?", "der ", "le ", "el ", "de ", "as ", "第一",
)  # fmt: skip
SHORT = 400
TIMES = 4
NEGLIGIBLE = 0.003
"""Seconds; a search that is over so fast on the long text is no danger, and too short to measure."""
TOO_LONG = 0.06
GROWTH = TIMES * 2.2


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(bot.language.__path__, "bot.language."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of the package: of its modules, of its grammars, and of what it compiles for a language."""
    for module in modules():
        yield from within(vars(module).values(), module.__name__)
    for code in LANGUAGES:
        grammar = grammar_of(code)
        grammar.compile_all()
        for owner in (grammar, grammar.titles, option_patterns(code), speech_patterns(code)):
            yield from within(vars(owner).values(), f"{type(owner).__name__}.{code}")
        yield f"labels.{code}", label_pattern(code)
        yield from within(holiday_patterns(code, "US", date(2027, 1, 1)), f"holidays.{code}")


def within(values: object, place: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in values, also those in tuples, dictionaries and templates."""
    if isinstance(values, re.Pattern):
        yield f"{place}: {values.pattern[:60]}", values
    elif isinstance(values, dict):
        yield from within(values.values(), place)
    elif isinstance(values, (list, tuple)) or type(values).__name__ == "dict_values":
        for value in values:  # type: ignore[attr-defined]
            yield from within(value, place)
    elif hasattr(values, "pattern") and hasattr(values, "rule"):
        yield from within(values.pattern, place)


@cache
def every_pattern() -> dict[re.Pattern[str], str]:
    return {pattern: name for name, pattern in patterns()}


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The time of all matches in a text; the fastest of three tries."""
    tries = []
    for _ in range(3):
        began = time.thread_time()
        for _found in pattern.finditer(text):
            pass
        tries.append(time.thread_time() - began)
        if tries[-1] < NEGLIGIBLE:
            break
    return min(tries)


def is_slow(pattern: re.Pattern[str], seed: str) -> bool:
    """Tell whether a text that is four times as long takes much more than four times as long, twice in a row."""
    short, long, longer = ((seed * length)[:length] for length in (SHORT, SHORT * TIMES, SHORT * TIMES**2))
    took = seconds(pattern, long)
    if took <= NEGLIGIBLE or (took <= TOO_LONG and took <= GROWTH * seconds(pattern, short)):
        return False
    return took > TOO_LONG or seconds(pattern, longer) > GROWTH * seconds(pattern, long)


@pytest.mark.parametrize("seed", SEEDS)
def test_patterns_take_linear_time(seed: str) -> None:
    # Another process may take the processor's caches meanwhile, so what looks slow is looked at again.
    slow = [
        name for pattern, name in every_pattern().items() if all(is_slow(pattern, seed) for _ in range(4))
    ]
    assert slow == []
