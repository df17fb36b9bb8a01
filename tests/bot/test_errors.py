"""Every error has its place in the tree that the module draws, and its text can be shown as it is."""

import re
from collections.abc import Iterator

import pytest

from bot import errors
from bot.errors import FormRefused, Limited, NotAllowed, ParameterRefused, SlackRefused, WebinarsError


def drawn() -> list[tuple[int, str]]:
    """The tree of the docstring: each name with its depth."""
    assert errors.__doc__
    lines = re.findall(r"^([│├└─ ]*)([A-Z]\w+)(?: |$)", errors.__doc__, re.MULTILINE)
    return [(len(edge) // 4, name) for edge, name in lines if name.isidentifier() and name != "Everything"]


def real(cls: type[WebinarsError], depth: int = 0) -> Iterator[tuple[int, str]]:
    """The tree of the classes."""
    yield depth, cls.__name__
    for child in cls.__subclasses__():
        yield from real(child, depth + 1)


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    assert drawn() == list(real(WebinarsError))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            FormRefused({"title": "Give it a title.", "date": "Choose a day."}),
            "Give it a title.; Choose a day.",
        ),
        (NotAllowed("RingCentral does not allow this.", "CMN-408"), "RingCentral does not allow this."),
        (ParameterRefused("RingCentral does not accept it.", "title"), "RingCentral does not accept it."),
        (Limited("Try again in a few minutes."), "Try again in a few minutes."),
        (SlackRefused("That channel is archived.", "is_archived"), "That channel is archived."),
    ],
)
def test_an_error_reads_as_its_text(error: WebinarsError, said: str) -> None:
    assert str(error) == said


def test_a_refused_form_keeps_its_own_faults() -> None:
    faults = {"title": "Give it a title."}
    refused = FormRefused(faults)
    faults.clear()
    assert refused.fields == {"title": "Give it a title."}
