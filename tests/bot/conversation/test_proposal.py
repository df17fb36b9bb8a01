"""A draft as it is shown: what is asked, and what is said beside it."""

from datetime import UTC, datetime

import pytest

from bot.conversation.proposal import proposal_of
from bot.conversation.requests import asks_for_webinar
from bot.forms.prefill import prefill_of, read_words
from bot.models import Person
from bot.models.conversation import Proposal, Talk
from bot.models.form import Field, Form
from bot.translation import ENGLISH

NOW = datetime(2026, 10, 26, 17, tzinfo=UTC)
"""The Monday before clocks go back in New York, on 1 November."""
ANN = Person(
    id="U0ANN",
    name="Ann",
    first_name="Ann",
    last_name="-",
    time_zone="America/New_York",
    locale="en-US",
)


def proposed(text: str) -> Proposal:
    talk = Talk(
        id="t1",
        owner="U0ANN",
        conversation="C0A",
        thread="1.1",
        home=ANN.time_zone,
        locale="en-US",
        said=read_words(text, ANN, NOW),
    )
    return proposal_of(talk)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Demo on Feb 30 at 3pm", "Which day?"),
        ("Demo on Feb 30", "When should it start?"),
        ("Demo on Friday at 25:70", "At what time"),
        ("Demo", "When should it start?"),
        ("Demo on Friday", "At what time on Friday, October 30?"),
        ("Demo on Friday at 3pm", ""),
    ],
)
def test_without_a_start_there_is_always_a_question(text: str, question: str) -> None:
    proposal = proposed(text)
    asked = ENGLISH(proposal.question) if proposal.question else ""
    assert question in asked
    assert bool(asked) is bool(question)
    assert (proposal.start is None) is bool(question)


def test_the_second_of_two_equal_times_is_told_and_where_it_can_be_chosen() -> None:
    told = "For the second, choose the zone UTC and 6:30 AM on Sunday, November 1."
    assert told in " ".join(map(ENGLISH, proposed("Demo on November 1 at 1:30am EST").notes))
    assert told not in " ".join(map(ENGLISH, proposed("Demo on November 1 at 1:30am EDT").notes))
    said = read_words("Demo on November 1 at 1:30am EST", ANN, NOW)
    assert told in prefill_of(said, ANN.time_zone, Form()).notes[Field.START_TIME]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Demo with @ann Friday at 3pm", "“@ann”"),
        ("Demo Friday at 3pm in #all-hands", "“#all-hands”"),
        ("C# for beginners Friday at 3pm", ""),
        ("Demo #1 Friday @ 3pm", ""),
        ("mail to ann@example.com Friday at 3pm", ""),
    ],
)
def test_a_mention_that_slack_did_not_resolve_is_told_at_the_title(text: str, told: str) -> None:
    note = prefill_of(read_words(text, ANN, NOW), ANN.time_zone, Form()).notes.get(Field.TITLE, "")
    assert told in note
    assert ("Slack did not tell me" in note) is bool(told)
    assert any(told in ENGLISH(one) for one in proposed(text).notes) is bool(told) or not told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("tomorrow at 3", True),
        ("Demo tomorrow", True),
        ("schedule a demo", True),
        ("can you create webinars?", False),
        ("can you create a webinar?", False),
        ("what can you do?", False),
        ("Demo", False),
        ("make it Thursday", False),
    ],
)
def test_what_asks_for_a_webinar(text: str, asked: bool) -> None:  # noqa: FBT001
    assert asks_for_webinar(text, read_words(text, ANN, NOW), "en-US") is asked
