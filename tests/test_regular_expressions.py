"""Every regular expression that meets text from outside takes time in proportion to the length of that text."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

import blocks
import bot
import handlers
import sandbox

SHORT, LONG = 1_000, 30_000
ENOUGH: Final = 0.01
"""Seconds below which a text is read at once, whatever the proportion."""
READ_ELSEWHERE: Final = ("bot.language", "bot.conversation")
"""They read with many expressions at once and are shown linear as a whole."""
UNITS: Final = (
    "a",
    "A1",
    "1",
    "1.",
    "-1",
    " ",
    " \t",
    "\n",
    " \n",
    "\u3000",
    ".",
    "a.",
    ". ",
    "!",
    ",",
    ", ",
    ";=",
    "=",
    "@",
    "a@",
    "a@b.",
    "@a.",
    "#a-",
    "<",
    ">",
    "<@U1|",
    "<!date^1^a|",
    "<!date^1^a^b",
    "<https://a|b",
    "<#C1|",
    "&lt;",
    "&lt;a",
    "&amp;",
    "&amp;amp;",
    "*",
    "*a ",
    "_a ",
    "~a ",
    "`",
    "```",
    "```a",
    ":a",
    ":",
    "http://",
    "http://.",
    "https://a?",
    "mailto:",
    "xoxb-",
    "Bearer ",
    "password=",
    "eyJ",
    "{a",
    "{",
    "\ue0001",
    "[",
    "(",
    "🎉",
)
ENDS: Final = ("\x00", "a")


class Expression(NamedTuple):
    """A compiled expression; `whole` when its module only matches whole texts with it."""

    pattern: re.Pattern[str]
    whole: bool = False

    def seconds(self, text: str) -> float:
        """The time of the processor that it takes to read a text; other work on the machine does not count."""
        began = time.thread_time()
        if self.whole:
            self.pattern.fullmatch(text)
        else:
            self.pattern.sub("", text)
        return time.thread_time() - began


def expressions() -> Iterator[tuple[str, Expression]]:
    """All compiled expressions of the product and the sandbox, by where they stand."""
    for package in (bot, blocks, handlers, sandbox):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.startswith(READ_ELSEWHERE) or found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            source = Path(str(module.__file__)).read_text(encoding="utf-8")
            for name, value in vars(module).items():
                whole = f"{name}.fullmatch(" in source
                yield from ((f"{found.name}.{name}", Expression(each, whole)) for each in _patterns(value))


def _patterns(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _patterns(each)


def slow(expression: Expression) -> Iterator[str]:
    """The texts that take an expression five times longer than their length explains."""

    def grows(unit: str, end: str) -> bool:
        def taken(length: int) -> float:
            return expression.seconds(unit * (length // len(unit)) + end)

        if taken(LONG) < ENOUGH:
            return False
        return min(taken(LONG) for _ in range(3)) > 5 * LONG / SHORT * min(taken(SHORT) for _ in range(3))

    return (f"{unit}…{end}" for unit in UNITS for end in ENDS if grows(unit, end))


EXPRESSIONS: Final = dict(expressions())


@pytest.mark.parametrize("where", EXPRESSIONS)
def test_an_expression_is_linear(where: str) -> None:
    assert list(slow(EXPRESSIONS[where])) == []


def test_a_quadratic_expression_would_be_found() -> None:
    assert any(slow(Expression(re.compile(r"\s*\n"))))
    assert any(slow(Expression(re.compile(r"<@U1\|[^>]*>"))))
