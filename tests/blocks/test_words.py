"""The words of the screens: one term for one thing, in everything that is drawn."""

import ast
import re
from pathlib import Path

import pytest

from bot.translation.catalogs import read_catalog
from tests.office import ROOT

ONE_TERM = {
    "For you alone": "Only visible to you",
    "As the account decides": "Account default",
    "Settings of your choice": "Your settings",
    "own link": "personal link",
    "everybody": "everyone",
    "somebody": "someone",
    "anybody": "anyone",
    "begin anew": "start again",
    "anew": "again",
    "any more": "no longer",
    "To know": "Please note",
    "begins in": "starts in",
    "did not come": "did not attend",
    "· came": "· attended",
    "as your account decides": "follow your account defaults",
    "said that they come": "is going",
    "shall be": "would you like",
}
"""A term that once stood on the screens, and the one that stands there now."""
CLOCK_OF_24_HOURS = re.compile(r"%H:%M")
SCREENS = sorted(
    path for path in (ROOT / "blocks").glob("*.py") if "from bot.translation" not in path.read_text()
)
"""The texts of a conversation are keys of the translations, so they are read in the English catalog."""
SENTENCE = re.compile(r"[A-Z][^_]* [^_]* [^_]*[.?!…]", re.DOTALL)
HANDLING = sorted([*(ROOT / "handlers").glob("*.py"), *(ROOT / "bot" / "workflows").rglob("*.py")])
PERSONAL = {"for you alone", "own link", "link of their own"}
CATALOG = ROOT / "bot" / "translation" / "po" / "en.po"
DRAWS_A_TIME_PICKER = {"form.py"}
"""Slack takes the time of a picker in 24 hours."""


def texts(path: Path) -> str:
    """The source of a module without its docstrings and comments."""
    source = re.sub(r'"""(?s:.*?)"""', "", path.read_text())
    return re.sub(r"#.*", "", source)


def strings(path: Path) -> str:
    """The text in a module's strings, without its docstrings and names."""
    tree = ast.parse(path.read_text())
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return "\n".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    )


def outdated(said: str) -> dict[str, str]:
    """The terms in a text that stand on the screens no longer, with those that do."""
    return {
        old: new
        for old, new in ONE_TERM.items()
        if re.search(rf"(?<!\w){re.escape(old)}\b", said, re.IGNORECASE)
    }


@pytest.mark.parametrize("module", SCREENS, ids=lambda path: path.stem)
def test_every_screen_uses_the_terms_of_the_others(module: Path) -> None:
    assert outdated(strings(module)) == {}


def test_the_conversation_uses_the_terms_of_the_screens() -> None:
    sentences = [str(one.id) for one in read_catalog("en") if one.id]
    assert {said: old for said in sentences if (old := outdated(said))} == {}


def test_the_screens_have_the_apostrophe_of_print() -> None:
    sentences = [*(str(one.id) for one in read_catalog("en") if one.id), *map(strings, SCREENS)]
    assert [said for said in sentences if re.search(r"[a-z]'[a-z]", said)] == []


@pytest.mark.parametrize("module", SCREENS, ids=lambda path: path.stem)
def test_every_screen_tells_the_time_in_one_style(module: Path) -> None:
    if module.name not in DRAWS_A_TIME_PICKER:
        assert not CLOCK_OF_24_HOURS.search(texts(module))


def test_the_conversation_calls_a_personal_link_by_the_same_name() -> None:
    said = CATALOG.read_text().casefold()
    assert [term for term in PERSONAL if term in said] == []


def test_the_page_of_the_sandbox_says_what_its_panels_do() -> None:
    page = (ROOT / "sandbox" / "page" / "templates" / "inspector.html").read_text()
    assert all(heading in page for heading in ("Simulate", "Start over", "API calls"))


def said_in(path: Path) -> list[str]:
    """The sentences in a module's code: no docstrings, and none of the errors that it raises."""
    tree = ast.parse(path.read_text())
    raised = {
        id(node) for error in ast.walk(tree) if isinstance(error, ast.Raise) for node in ast.walk(error)
    }
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in raised | docstrings and SENTENCE.fullmatch(node.value.strip())
    ]


@pytest.mark.parametrize("module", HANDLING, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_people_read_stands_in_blocks_alone(module: Path) -> None:
    assert said_in(module) == []
