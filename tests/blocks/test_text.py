"""Words for people: escaped, whole, and short enough for where they stand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.text import (
    about,
    channel,
    clock,
    counted,
    escaped,
    fitting,
    lasting,
    link,
    listed,
    person,
    shortened,
    when,
    whole_lines,
)
from tests.blocks import strategies
from tests.blocks.visible_text import broken_marks

START = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def unescaped(text: str) -> str:
    """The text that a person reads of an escaped one."""
    for entity, sign in ENTITIES.items():
        text = text.replace(entity, sign)
    return text


@given(strategies.texts(500))
def test_an_escaped_text_reads_as_it_was_typed(typed: str) -> None:
    said = escaped(typed)
    assert unescaped(said) == typed
    assert "<" not in said
    assert ">" not in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [("<!channel> & <b>", "&lt;!channel&gt; &amp; &lt;b&gt;"), ("&amp;", "&amp;amp;"), ("Q3", "Q3")],
)
def test_what_slack_would_act_upon_is_escaped(typed: str, said: str) -> None:
    assert escaped(typed) == said


@given(strategies.texts(5000), st.integers(50, 3000))
def test_a_fitting_text_is_the_typed_one_or_its_beginning(typed: str, most: int) -> None:
    said = fitting(typed, most)
    assert len(said) <= most
    read = unescaped(said)
    assert read == typed or (read.endswith("…") and typed.startswith(read[:-1]))


@pytest.mark.parametrize("sign", ["a", "&", "<", "🎉"])
def test_a_fitting_text_wastes_little_room(sign: str) -> None:
    assert len(fitting(sign * 5000)) > 3000 - 2 * len(escaped(sign))


@given(st.text(max_size=300), st.integers(1, 200))
def test_a_shortened_text_is_never_longer_than_asked(text: str, most: int) -> None:
    said = shortened(text, most)
    assert len(said) <= most
    assert said == text or said.endswith("…")


def test_a_shortened_text_has_no_blank_before_its_ellipsis() -> None:
    assert shortened("one two three", 5) == "one…"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://v.example.com/j/1?a=b", "<https://v.example.com/j/1?a=b|Join>"),
        ("https://v.example.com/j|1>2", "<https://v.example.com/j%7C1%3E2|Join>"),
    ],
)
def test_a_link_cannot_be_left_early(url: str, said: str) -> None:
    assert link(url, "Join") == said
    assert broken_marks(said) == []


def test_people_and_channels_are_named_by_slack() -> None:
    assert (person("U0ANN"), channel("C0GENERAL")) == ("<@U0ANN>", "<#C0GENERAL>")


@pytest.mark.parametrize(
    ("zone", "here"),
    [
        ("America/New_York", "Tue 3:00 PM in New York"),
        ("Asia/Kolkata", "Wed 1:30 AM in Kolkata"),
        ("America/Argentina/Buenos_Aires", "Tue 5:00 PM in Buenos Aires"),
        ("UTC", "Tue 8:00 PM in UTC"),
    ],
)
def test_a_time_is_told_in_the_readers_zone_and_in_the_webinars_own(zone: str, here: str) -> None:
    said = when(START, zone)
    assert said.startswith(f"<!date^{int(START.timestamp())}^{{date_long_pretty}}, {{time}}|")
    assert said.endswith(f"> ({here})")


def test_who_sees_no_dates_of_slack_still_reads_day_time_and_zone() -> None:
    assert "|Tuesday, December 1, 2026, 3:00 PM in New York>" in when(START, "America/New_York")


def test_the_end_is_told_when_the_length_is_known() -> None:
    end = START + timedelta(minutes=45)
    said = when(START, "America/New_York", timedelta(minutes=45))
    assert f">–<!date^{int(end.timestamp())}^{{time}}|3:45 PM> (Tue 3:00 PM in New York)" in said


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [(0, 5, "12:05 AM"), (9, 0, "9:00 AM"), (11, 59, "11:59 AM"), (12, 0, "12:00 PM"), (23, 30, "11:30 PM")],
)
def test_a_time_of_day_is_told_in_one_style(hour: int, minute: int, said: str) -> None:
    assert clock(datetime(2026, 12, 1, hour, minute, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (1200, "1,200 people")]
)
def test_a_number_agrees_with_its_noun(count: int, said: str) -> None:
    assert counted(count, "person", "people") == said


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (timedelta(seconds=30), "30 seconds"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=45), "45 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=1, minutes=30), "1 hour 30 minutes"),
        (timedelta(hours=12), "12 hours"),
        (timedelta(hours=2, minutes=1, seconds=1), "2 hours 1 minute 1 second"),
    ],
)
def test_a_duration_is_said_in_words(duration: timedelta, said: str) -> None:
    assert lasting(duration) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "about 1 s"),
        (0.4, "about 1 s"),
        (4.4, "about 4 s"),
        (11, "about 10 s"),
        (23, "about 25 s"),
        (89, "about 90 s"),
        (90, "about 2 min"),
        (170, "about 3 min"),
        (3600, "about 60 min"),
    ],
)
def test_a_wait_is_rounded_as_people_say_it(seconds: float, said: str) -> None:
    assert about(seconds) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_a_part_of_a_sentence(words: list[str], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("a\nb", 3, "a\nb"),
        ("a\nb", 2, "a"),
        ("one\n<!date^1^{time}|noon>", 20, "one"),
        ("too long", 3, ""),
    ],
)
def test_a_message_that_is_too_long_ends_with_a_whole_line(text: str, most: int, kept: str) -> None:
    assert whole_lines(text, most) == kept


@pytest.mark.parametrize(
    ("reader_zone", "told"),
    [
        (None, True),
        ("America/Los_Angeles", False),
        ("America/Vancouver", False),
        ("America/Phoenix", True),
        ("Europe/Berlin", True),
    ],
)
def test_the_second_clock_is_told_to_whom_it_shows_something_else(
    reader_zone: str | None,
    told: bool,  # noqa: FBT001 - a row of the table
) -> None:
    start = datetime(2026, 12, 3, 18, tzinfo=UTC)
    said = when(start, "America/Los_Angeles", timedelta(hours=1), reader_zone)
    assert ("(Thu 10:00 AM in Los Angeles)" in said) is told
