"""A webinar is found, however a person names it."""

import datetime as dt
from typing import Any

import pytest

from bot.conversation.acts import WebinarReference
from bot.conversation.finding import find_title, find_webinars
from tests.bot.conversation.webinars_known import known

EAST = known("Vendor training east", 3, 14)
WEST = known("Vendor training west", 10, 14)
ALONE = known("Vendor training", 17, 14)
ONBOARDING = known("Onboarding for new colleagues", 12, 9)
JAPANESE = known("春の採用説明会", 20, 15, "Asia/Tokyo")
ALL = (EAST, WEST, ONBOARDING, JAPANESE)


def found(webinars: Any = ALL, last: str | None = None, **about: Any) -> list[str]:
    return [
        one.title
        for one in find_webinars(WebinarReference(**about), webinars, "America/Los_Angeles", last=last)
    ]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("vendor training", ["Vendor training east", "Vendor training west"]),
        ("vendor training west", ["Vendor training west"]),
        ("vendr trainings", ["Vendor training east", "Vendor training west"]),
        ("the onboarding", ["Onboarding for new colleagues"]),
        ("new colleagues", ["Onboarding for new colleagues"]),
        ("採用説明会", ["春の採用説明会"]),
        ("town hall", []),
        ("for", []),
        ("webinar", []),
    ],
)
def test_by_words_of_the_title(words: str, titles: list[str]) -> None:
    assert found(words=words) == titles


def test_a_title_that_is_said_whole_is_preferred() -> None:
    assert found((EAST, ALONE), words="vendor training") == ["Vendor training"]


def test_the_day_decides_between_several_of_a_name() -> None:
    assert found(words="vendor training", day=dt.date(2027, 3, 10)) == ["Vendor training west"]


def test_ones_own_are_preferred_and_what_is_over_comes_last() -> None:
    foreign = EAST.model_copy(update={"owned": False})
    assert found((foreign, WEST), words="vendor training") == ["Vendor training west"]
    over = WEST.model_copy(update={"upcoming": False})
    assert found((EAST, over), words="vendor training") == ["Vendor training east"]
    assert found((over,), words="vendor training") == ["Vendor training west"]


def test_by_day_a_weekday_may_be_the_one_a_week_later() -> None:
    assert found(day=dt.date(2027, 3, 12)) == ["Onboarding for new colleagues"]
    assert found(day=dt.date(2027, 3, 5)) == ["Onboarding for new colleagues"]
    assert found(day=dt.date(2027, 3, 1)) == []


def test_the_next_one_is_the_earliest_of_ones_own() -> None:
    foreign = EAST.model_copy(update={"owned": False})
    assert found((WEST, foreign), next=True) == ["Vendor training west"]
    assert found((), next=True) == []


def test_the_one_that_was_spoken_of_last_or_all_that_are_to_come() -> None:
    assert found(last="Vendor training west") == ["Vendor training west"]
    assert found((WEST, EAST)) == ["Vendor training east", "Vendor training west"]
    assert found((EAST,)) == ["Vendor training east"]


def test_a_title_is_found_where_it_stands_in_a_text() -> None:
    title = find_title("please move the vendor training east to friday", ALL)
    assert title is not None
    assert (title.start, title.end, title.whole) == (16, 36, True)
    assert find_title("move it to friday", ALL) is None


def test_a_verb_alone_names_no_title() -> None:
    moving = known("Move to the cloud", 3, 14)
    assert find_title("move it", [moving], besides=frozenset({"move"})) is None
    assert find_title("cancel move to the cloud", [moving], besides=frozenset({"cancel"})) is not None
