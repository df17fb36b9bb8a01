"""Notes at the fields of a form: what stayed in the title, what is too much, and the hour that comes twice."""

import datetime as dt
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.forms.notes import further_notes
from bot.models.form import Field, Form
from bot.models.understood import Understood
from bot.models.webinar import CHANNELS_MAX
from bot.translation import ENGLISH

BERLIN = ZoneInfo("Europe/Berlin")
CLOCKS_GO_BACK = dt.date(2026, 10, 25)
FORM = Form(date=CLOCKS_GO_BACK, start_time=dt.time(2, 30), time_zone="Europe/Berlin")


def notes(said: Understood, form: Form = FORM) -> dict[Field, str]:
    """The notes as people read them, by field."""
    return {field: ENGLISH(note) for field, note in further_notes(said, form).items()}


def title_note(title: str) -> str | None:
    return notes(Understood(title=title)).get(Field.TITLE)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Demo with @ann", "“@ann”"),
        ("@ann and the team", "“@ann”"),
        ("Demo (@ann)", "“@ann”"),
        ("Demo “@ann”", "“@ann”"),
        ("Demo in #all-hands", "“#all-hands”"),
        ("Demo with @ann.arbor.", "“@ann.arbor”"),
        ("Demo with @ann- again", "“@ann”"),
        ("Demo with @ann and @ann", "“@ann”"),
        ("@ann @ben", "“@ann”, “@ben”"),
        ("@ann @ben @cat @dee", "“@ann”, “@ben”, “@cat”"),
        ("Demo @émile", "“@émile”"),
    ],
)
def test_a_name_that_slack_did_not_link_stayed_in_the_title(title: str, names: str) -> None:
    assert title_note(title) == (
        f"Slack did not tell me who or what {names} is, so it stayed in the title. "
        "Pick people and channels from Slack’s list while you type."
    )


@pytest.mark.parametrize(
    "title",
    [
        "Demo",
        "Ask ann@example.com",
        "We are #1",
        "Meet @ noon",
        "News for @here and @channel and @everyone",
        "C# for beginners",
    ],
)
def test_a_title_that_names_nobody_is_left_alone(title: str) -> None:
    assert title_note(title) is None


def test_a_name_that_begins_like_a_group_is_a_name() -> None:
    assert "“@heretic”" in (title_note("Demo with @heretic") or "")


def test_a_request_without_a_title_has_no_note_there() -> None:
    assert notes(Understood()) == {}


def test_more_channels_than_fit_are_told() -> None:
    channels = tuple(f"C{number}" for number in range(CHANNELS_MAX))
    assert notes(Understood(channels=channels)) == {}
    assert notes(Understood(channels=(*channels, "C0MORE"))) == {
        Field.ANNOUNCE_IN: f"You named more than {CHANNELS_MAX} channels; these are the first ones."
    }


def test_the_second_of_two_equal_hours_can_only_be_chosen_in_utc() -> None:
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    assert notes(Understood(start=second)) == {
        Field.START_TIME: "2:30 AM comes twice that day, as clocks go back; you said the second, and I can only take "
        "the first. For the second, choose the zone UTC and 1:30 AM on Sunday, October 25."
    }


@pytest.mark.parametrize(
    ("start", "form"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), FORM),
        (datetime(2026, 10, 26, 1, 30, tzinfo=UTC), FORM.model_copy(update={"date": dt.date(2026, 10, 26)})),
        (None, FORM),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), FORM.model_copy(update={"date": None})),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), FORM.model_copy(update={"start_time": None})),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), FORM.model_copy(update={"time_zone": None})),
    ],
    ids=["the first hour", "an hour that comes once", "no start", "no date", "no time", "no zone"],
)
def test_a_start_that_the_form_can_say_has_no_note(start: datetime | None, form: Form) -> None:
    assert Field.START_TIME not in notes(Understood(start=start), form)
