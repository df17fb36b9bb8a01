"""Every template of a language's grammar has an example beside it, and is read as the example says."""

import datetime as dt
import re

import pytest

from bot.language.day_rules import read_day
from bot.language.languages import LANGUAGES, grammar_of
from bot.language.lengths import read_length
from bot.models.understood import Flag

TODAY = dt.date(2027, 2, 10)
TAILS = ("", " at 3pm", " um 15 uhr", " a 15h", " a las 15:00", " as 15h", "10時", " for 2 hours")
"""What may stand behind a phrase, where it needs something behind it."""

DAYS = [
    pytest.param(code, source, rule, example, id=f"{code}-{example}")
    for code, words in LANGUAGES.items()
    for source, rule, examples in (*words.dates, *words.recurring)
    for example in examples.split(" / ")
]
OTHERS = [
    pytest.param(code, source, example, id=f"{code}-{example}")
    for code, words in LANGUAGES.items()
    for source, examples in (*words.moments, *words.vague)
    for example in examples.split(" / ")
]


@pytest.mark.parametrize(("code", "source", "rule", "example"), DAYS)
def test_an_example_of_a_day_is_read_by_its_rule(code: str, source: str, rule: str, example: str) -> None:
    grammar = grammar_of(code)
    pattern = grammar.compiled(source)
    found = next(found for tail in TAILS if (found := pattern.match(example + tail)))
    assert found[0].startswith(example)
    day = read_day(rule, found, grammar, TODAY)
    assert day.date is not None or day.recurring
    assert Flag.INVALID_DATE not in [flag for flag, _ in day.flags]


@pytest.mark.parametrize(("code", "source", "example"), OTHERS)
def test_an_example_of_a_moment_or_of_no_day_is_found(code: str, source: str, example: str) -> None:
    grammar = grammar_of(code)
    pattern = grammar.compiled(source)
    found = next(found for tail in TAILS if (found := pattern.match(example + tail)))
    assert found[0].startswith(example)
    length = found.groupdict().get("length")
    assert length is None or read_length(length, grammar)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_alternative_has_an_example(code: str) -> None:
    words = LANGUAGES[code]
    for source, *_, examples in (*words.dates, *words.recurring, *words.moments, *words.vague):
        assert len(examples.split(" / ")) >= alternatives(source), source


def alternatives(source: str) -> int:
    """The number of choices at the top of a pattern: those outside of any bracket."""
    plain = re.sub(r"\\.|\[[^\]]*\]", "", source)
    depth, count = 0, 1
    for sign in plain:
        depth += (sign == "(") - (sign == ")")
        count += sign == "|" and depth == 0
    return count
