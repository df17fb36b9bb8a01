"""People as their Slack profile names them."""

from typing import Any

import pytest

from bot.slack.directory import read_person


def named(**profile: Any) -> tuple[str, str, str]:
    """The name, first name and last name that are read."""
    person = read_person({"id": "U1", "name": "ann", "profile": profile})
    return person.name, person.first_name, person.last_name


@pytest.mark.parametrize(
    ("profile", "read"),
    [
        ({"real_name": "Ann Arbor"}, ("Ann Arbor", "Ann", "Arbor")),
        ({"real_name": " Ann \t Arbor "}, ("Ann Arbor", "Ann", "Arbor")),
        ({"real_name": "山田\u3000太郎"}, ("山田 太郎", "山田", "太郎")),
        ({"real_name": "Ann"}, ("Ann", "Ann", "-")),
        ({"real_name": "  ", "display_name": "annie"}, ("annie", "annie", "-")),
        ({"real_name": "\u3000", "display_name": "\u200b"}, ("ann", "ann", "-")),
        ({"real_name": "Ann Arbor", "first_name": " ", "last_name": "\t"}, ("Ann Arbor", "Ann", "Arbor")),
        ({"real_name": "Ann Arbor", "first_name": " Anna ", "last_name": "A."}, ("Ann Arbor", "Anna", "A.")),
        ({}, ("ann", "ann", "-")),
    ],
)
def test_a_name_is_what_people_see(profile: dict[str, str], read: tuple[str, str, str]) -> None:
    assert named(**profile) == read


def test_nobody_is_nameless() -> None:
    person = read_person({"id": "U1", "name": "\u2800", "profile": {"email": " "}})
    assert (person.name, person.first_name, person.last_name, person.email) == (
        "somebody",
        "somebody",
        "-",
        None,
    )


def test_a_long_name_is_cut_between_signs() -> None:
    _, first, last = named(real_name="x", first_name="a" * 63 + "👋🏽", last_name="👨‍👩‍👧‍👦" * 20)
    assert first == "a" * 63
    assert last == "👨‍👩‍👧‍👦" * 5
    assert len(last.encode("utf-16-le")) // 2 <= 64


def test_an_emoji_in_a_name_is_its_sign() -> None:
    assert named(real_name="Ann :rocket: Adams", last_name="Adams :rocket:")[2] == "Adams 🚀"
