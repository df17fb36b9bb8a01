"""How a change of a webinar went: what holds now, and what did not work."""

import pytest

from blocks.outcome import (
    GONE,
    SAVED,
    no_address,
    not_allowed,
    not_announced,
    not_told,
    outcome_message,
    outcome_view,
    registration_saved,
    working_view,
)
from bot.models import Registration
from bot.models.change import ChangeOutcome
from bot.translation import ENGLISH
from tests.blocks.example_webinar import CLOSED, OPEN
from tests.blocks.visible_text import lines

FULL = OPEN.model_copy(update={"limit": 12})


@pytest.mark.parametrize(
    ("title", "outcome", "heading", "said"),
    [
        (
            "A & B",
            ChangeOutcome(done=(SAVED,)),
            "Done",
            ["*A &amp; B*", ":white_check_mark: Saved. Everything else updates automatically."],
        ),
        (
            None,
            ChangeOutcome(problems=(GONE,)),
            "Not everything worked",
            ["*This webinar*", ":warning: This webinar no longer exists."],
        ),
    ],
)
def test_an_outcome_is_told_line_by_line(
    title: str | None, outcome: ChangeOutcome, heading: str, said: list[str]
) -> None:
    view = outcome_view(title, outcome)
    assert (view["title"]["text"], lines(view)) == (heading, said)
    assert lines(outcome_message(title, outcome)) == said
    assert outcome_message(title, outcome).text == "\n".join(said)


def test_while_it_is_carried_out_one_may_go() -> None:
    assert lines(working_view("A & B", "Saving")) == [
        ":hourglass_flowing_sand: Saving: *A &amp; B*. You can close this window."
    ]


@pytest.mark.parametrize(
    ("registration", "wanted_open", "done", "problems"),
    [
        (OPEN, True, ["Saved. Registration open, 12 registered."], []),
        (CLOSED, False, ["Saved. Registration closed, 200 registered."], []),
        (FULL, False, ["Saved. Registration full, 12 registered."], []),
        (
            FULL,
            True,
            ["Saved. Registration full, 12 registered."],
            ["Registration stays closed: 12 registered, and it closes at 12."],
        ),
    ],
)
def test_registration_that_cannot_be_opened_says_why(
    registration: Registration,
    wanted_open: bool,  # noqa: FBT001 - one case of many
    done: list[str],
    problems: list[str],
) -> None:
    outcome = registration_saved(registration, is_wanted_open=wanted_open)
    assert [ENGLISH(one) for one in outcome.done] == done
    assert [ENGLISH(one) for one in outcome.problems] == problems


def test_a_higher_limit_alone_does_not_open_what_was_closed() -> None:
    for registration, said in (
        (CLOSED, ["Registration is still closed: choose *Open* in *Registration* to let people in."]),
        (OPEN, []),
        (FULL, []),
    ):
        outcome = registration_saved(registration, is_wanted_open=False, gained_room=True)
        assert [ENGLISH(one) for one in outcome.problems] == said


def test_each_problem_names_whom_or_what_it_is_about() -> None:
    assert not_allowed("Q&A") == "Q&amp;A: your RingCentral account does not allow this to be changed."
    assert no_address("U0GUS") == "<@U0GUS> has no e-mail address in Slack and was not invited."
    assert not_told("U0GUS") == "<@U0GUS> was not told in Slack"
    assert not_announced("C0OLD") == "Not in <#C0OLD>"
