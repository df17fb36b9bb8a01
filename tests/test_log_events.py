"""No event of our own can hold what somebody typed: its name is a literal, and its fields are ours."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import ROOT

LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
HARMLESS = {"type", "len", "round", "sorted", "getattr", "take_over"}
"""What may be called to make a field: none of these repeats a text."""


def events() -> Iterator[tuple[Path, ast.Call]]:
    """Every call that logs; `attempt` logs what it is given, and is looked at where it is called."""
    for package in ("bot", "handlers", "blocks"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if path.name == "attempt.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _logs(node):
                    yield path, node


def _logs(call: ast.Call) -> bool:
    function = call.func
    if isinstance(function, ast.Name) and function.id == "attempt":
        return True
    return (
        isinstance(function, ast.Attribute)
        and function.attr in LEVELS
        and isinstance(function.value, ast.Name)
        and function.value.id == "log"
    )


EVENTS = {f"{path.relative_to(ROOT)}:{call.lineno}": call for path, call in events()}


@pytest.mark.parametrize("where", EVENTS)
def test_the_name_of_an_event_is_a_literal(where: str) -> None:
    *_, name = EVENTS[where].args
    assert isinstance(name, ast.Constant)


@pytest.mark.parametrize("where", EVENTS)
def test_no_field_repeats_the_text_of_an_error_or_of_anybody(where: str) -> None:
    for field in EVENTS[where].keywords:
        for node in ast.walk(field.value):
            assert not isinstance(node, ast.JoinedStr), "an f-string may hold anything"
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func).rsplit(".", 1)[-1]
                assert called in HARMLESS or called.startswith("_") or called == "total_seconds", ast.unparse(
                    node
                )


@pytest.mark.parametrize("where", EVENTS)
def test_an_event_is_named_by_a_noun_and_what_became_of_it(where: str) -> None:
    *_, name = EVENTS[where].args
    assert isinstance(name, ast.Constant)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", str(name.value)), name.value
