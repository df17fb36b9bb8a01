"""The view that asks whether a webinar is to be cancelled, and why."""

import pytest

from blocks.cancel import cancel_view, read_reason
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import webinar
from tests.blocks.view_input import typed_into
from tests.blocks.visible_text import lines
from tests.bot.virtual_time import MONDAY

VIEW = cancel_view(TrackedWebinar(webinar_key="d1", webinar=webinar(title="A & B"), made_at=MONDAY))


def test_the_question_says_what_will_happen() -> None:
    assert lines(VIEW) == [
        (
            "*A &amp; B* will be deleted in RingCentral. Its cards will say so, and everyone who is going or registered "
            "will be told."
        ),
        "Reason:",
    ]
    assert (VIEW["submit"]["text"], VIEW["close"]["text"]) == ("Cancel webinar", "Keep it")
    assert VIEW["private_metadata"] == "d1"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (None, ""),
        ("  \n ", ""),
        ("Ann is ill.\n\nNew date  follows.", "Ann is ill. New date follows."),
        ("x" * 600, "x" * 500),
    ],
    ids=["nothing", "blanks", "lines", "too long"],
)
def test_the_reason_is_one_line(typed: str | None, reason: str) -> None:
    assert read_reason(typed_into(VIEW, reason={"value": typed})) == reason
