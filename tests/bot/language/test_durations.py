"""Durations as people write them; what is no duration is not guessed at."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.text import lasting
from bot.language import read_duration


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("45 minutes", minutes(45)),
        ("45 minute", minutes(45)),
        ("45min", minutes(45)),
        ("45 min.", minutes(45)),
        ("45m", minutes(45)),
        (" 45 \n", minutes(45)),
        ("90", minutes(90)),
        ("４５ min", minutes(45)),
        ("1 hour", minutes(60)),
        ("2 hours", minutes(120)),
        ("2 HOURS", minutes(120)),
        ("2h", minutes(120)),
        ("2 hrs", minutes(120)),
        ("1h30", minutes(90)),
        ("1h 30", minutes(90)),
        ("1h30m", minutes(90)),
        ("1 hour 30 minutes", minutes(90)),
        ("1 hour and 15 minutes", minutes(75)),
        ("1 hour, 15 minutes", minutes(75)),
        ("1:30", minutes(90)),
        ("0:45", minutes(45)),
        ("12:00", minutes(720)),
        ("0:00:30", minutes(0.5)),
        ("1:30:30", minutes(90.5)),
        ("1.5 hours", minutes(90)),
        ("1,5 h", minutes(90)),
        ("1½ hours", minutes(90)),
        ("1 ½ h", minutes(90)),
        ("½ hour", minutes(30)),
        ("¼ h", minutes(15)),
        ("¾h", minutes(45)),
        ("an hour", minutes(60)),
        ("a minute", minutes(1)),
        ("Half an hour", minutes(30)),
        ("quarter of an hour", minutes(15)),
        ("30 sec", minutes(0.5)),
        ("30s", minutes(0.5)),
        ("1 min 30", minutes(1.5)),
        ("1 minute 30 seconds", minutes(1.5)),
        ("1h30m20", minutes(90) + timedelta(seconds=20)),
        ("2 Stunden", minutes(120)),
        ("1 Std 30", minutes(90)),
        ("2 Stunden und 5 Min", minutes(125)),
        ("0", minutes(0)),
        ("100:00", minutes(6000)),
    ],
)
def test_a_duration_is_read(text: str, duration: timedelta) -> None:
    assert read_duration(text) == duration


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "an age",
        "hour",
        "-5",
        "45'",
        "1e3",
        "1:75",
        "1:5",
        "1:30:61",
        "1;30",
        "30 minutes 1 hour",
        "1 hour 1 hour",
        "30s 5",
        "45 minutes long",
        "for 45 minutes",
        "45 minutes, 3pm",
        "1 day",
        "two hours",
        "9" * 50,
        "1 fortnight",
    ],
)
def test_what_is_no_duration_is_not_guessed_at(text: str) -> None:
    assert read_duration(text) is None


@given(st.text())
def test_any_text_is_a_duration_or_none(text: str) -> None:
    read = read_duration(text)
    assert read is None or read >= timedelta()


@given(st.integers(1, 43_200).map(lambda seconds: timedelta(seconds=seconds)))
def test_a_duration_that_we_say_is_read_as_the_same(duration: timedelta) -> None:
    assert read_duration(lasting(duration)) == duration


@pytest.mark.parametrize("text", ["1.5", "1,5", "1.30"])
def test_a_broken_number_without_a_unit_is_not_guessed_at(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize("text", ["1:30 hours", "1:30h", "1 hr. 30 min.", "an hour and a half"])
def test_common_ways_to_say_an_hour_and_a_half_are_read(text: str) -> None:
    assert read_duration(text) == minutes(90)
