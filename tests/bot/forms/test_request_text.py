"""Words behind the command or in a message: whether they ask for a webinar, and the form that they fill in."""

import datetime as dt
from datetime import UTC, datetime, timedelta

import pytest

from bot.forms.request_text import RequestText, without
from bot.models import Person
from bot.models.form import Field
from tests.bot.forms.test_prefill import ANN, NOW, nobody_known

BOT = "U0BOT"


def named(user: str) -> str | None:
    return {"U0BEN": "Ben"}.get(user)


def message(text: str, written_at: datetime | None = None, writer: str | None = None) -> RequestText:
    return RequestText.of_message(text, BOT, named, written_at=written_at, writer=writer)


@pytest.mark.parametrize(
    ("typed", "text", "asked"),
    [
        ("create Demo tomorrow", "Demo tomorrow", True),
        ("New  Demo ", "Demo", True),
        ("create", "", True),
        (" create Demo", "Demo", True),
        ("creatures of the sea", "creatures of the sea", False),
        ("newsletter", "newsletter", False),
        ("schedule Demo", "schedule Demo", True),
        ("Plan the offsite", "Plan the offsite", True),
        ("organise a demo", "organise a demo", True),
        ("set up a demo", "set up a demo", True),
        ("planet earth", "planet earth", False),
        ("Demo", "Demo", False),
        ("", "", False),
        (f"<@{BOT}> create Demo", "Demo", True),
        (f"<@{BOT}|webinars> Demo", "Demo", False),
    ],
)
def test_the_text_behind_the_command(typed: str, text: str, asked: bool) -> None:  # noqa: FBT001 - an outcome
    read = RequestText.behind_command(typed, BOT)
    assert (read.text, read.asked) == (text, asked)


@pytest.mark.parametrize(
    "typed", ["create Launch tomorrow at 3pm", "new Launch tomorrow at 3pm", "Launch tomorrow"]
)
def test_a_verb_before_the_text_leaves_the_title_whole(typed: str) -> None:
    assert RequestText.behind_command(typed, BOT).prefill(ANN, NOW).draft.form.title == "Launch"


@pytest.mark.parametrize(
    ("bot", "text", "left"),
    [
        (BOT, f"Hi <@{BOT}> there", "Hi   there"),
        (BOT, "Hi <@U0BEN> there", "Hi <@U0BEN> there"),
        (BOT, f"<@{BOT}2>", f"<@{BOT}2>"),
        (None, f"Hi <@{BOT}>", f"Hi <@{BOT}>"),
        ("", f"Hi <@{BOT}>", f"Hi <@{BOT}>"),
    ],
)
def test_mentions_of_the_bot_alone_are_taken_out(bot: str | None, text: str, left: str) -> None:
    assert without(bot, text) == left


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Demo tomorrow", True),
        ("Demo at 3pm", True),
        ("Demo at midnight", True),
        ("Demo for 45 minutes", True),
        ("Demo in <#C0GENERAL|general>", True),
        ("Demo with registration", True),
        ("Demo without registration", True),
        ("banana", False),
        ("", False),
    ],
)
def test_words_ask_for_a_webinar_when_they_say_what_only_a_webinar_has(
    text: str,
    asks: bool,  # noqa: FBT001 - an outcome
) -> None:
    assert RequestText(text).ask_for_webinar(NOW) is asks
    assert RequestText(text, asked=True).ask_for_webinar(NOW) is True


def test_a_message_is_what_was_said_with_names_in_its_description() -> None:
    text = f"<@{BOT}> Launch with <@U0BEN>\nBring questions."
    when, who = NOW - timedelta(hours=1), "U0ANN"
    assert message(text, when, who) == RequestText(
        "Launch with <@U0BEN>\nBring questions.",
        asked=True,
        quoted=True,
        description="Launch with @Ben\nBring questions.",
        written_at=when,
        writer=who,
    )


def test_words_become_a_form_that_is_announced_where_they_were_said() -> None:
    prefill = RequestText("Demo tomorrow at 3pm for 45 minutes").prefill(ANN, NOW)
    form = prefill.draft.form
    assert (form.title, form.date, form.start_time, form.time_zone) == (
        "Demo",
        dt.date(2026, 3, 3),
        dt.time(15),
        "America/Los_Angeles",
    )
    assert form.announce_here
    assert prefill.notes == {}


def test_days_are_counted_from_when_the_message_was_written() -> None:
    friday = NOW - timedelta(days=3)
    form = message("Demo next Thursday at 3pm", friday).prefill(ANN, NOW).draft.form
    assert form.date == dt.date(2026, 3, 5)


def test_a_message_from_a_clock_that_is_ahead_counts_as_written_now() -> None:
    form = message("Demo tomorrow at 3pm", NOW + timedelta(days=2)).prefill(ANN, NOW).draft.form
    assert form.date == dt.date(2026, 3, 3)


def test_a_message_whose_start_has_passed_says_so() -> None:
    prefill = message("Demo tomorrow at 3pm", NOW - timedelta(days=3)).prefill(ANN, NOW)
    assert prefill.notes.keys() & {Field.DATE, Field.START_TIME}


def test_words_behind_the_command_are_read_whole() -> None:
    text = "Demo. What we did this quarter tomorrow at 3pm"
    assert message(text).prefill(ANN, NOW).draft.form.title == "Demo"
    assert RequestText(text).prefill(ANN, NOW).draft.form.title != "Demo"


def test_a_long_message_becomes_the_description() -> None:
    text = "Launch tomorrow at 3pm\nWe show what is new."
    assert message(text).prefill(ANN, NOW).draft.options.description == text


def test_a_message_without_words_asks_for_a_title() -> None:
    notes = message(f"<@{BOT}>").prefill(ANN, NOW).notes
    assert notes[Field.TITLE] == "That message has no words that I can read. What is the webinar called?"
    assert notes[Field.DURATION] == "No duration given, so I used 1 hour."
    behind = RequestText("", asked=True).prefill(ANN, NOW).notes
    assert behind.get(Field.TITLE) != notes[Field.TITLE]


def test_whoever_uses_their_own_message_is_told_whose_clock_counts() -> None:
    notes = message("Demo tomorrow at 3pm for 1 hour", NOW, "U0ANN").prefill(ANN, NOW).notes
    assert notes == {Field.TIME_ZONE: "The time is by the clock of Ann, who wrote it."}


@pytest.mark.parametrize(
    ("text", "writer", "person"),
    [
        ("Demo tomorrow at 3pm for 1 hour", "U0BEN", ANN),
        ("Demo tomorrow for 1 hour", "U0ANN", ANN),
        ("Demo tomorrow at 3pm CET for 1 hour", "U0ANN", ANN),
        ("Demo tomorrow at 3pm for 1 hour", None, None),
    ],
    ids=["somebody else's", "no time", "a zone was said", "nobody known"],
)
def test_otherwise_nothing_is_said_of_clocks(text: str, writer: str | None, person: Person | None) -> None:
    notes = message(text, NOW, writer).prefill(person, NOW).notes
    assert "who wrote it" not in notes.get(Field.TIME_ZONE, "")


def test_without_a_person_days_go_by_utc() -> None:
    late = datetime(2026, 3, 3, 3, tzinfo=UTC)
    here = RequestText("Demo tomorrow at 3pm").prefill(ANN, late).draft.form
    nowhere = RequestText("Demo tomorrow at 3pm").prefill(None, late).draft.form
    assert (here.date, here.time_zone) == (dt.date(2026, 3, 3), "America/Los_Angeles")
    assert (nowhere.date, nowhere.time_zone) == (dt.date(2026, 3, 4), None)


def test_people_whom_slack_does_not_name_are_somebody() -> None:
    told = RequestText.of_message("Launch with <@U0ZED>\nCome.", BOT, nobody_known).description
    assert told == "Launch with @somebody\nCome."
