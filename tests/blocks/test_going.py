"""The private answers to people who say that they come, or do not."""

from typing import Any

import pytest

from blocks.going import going_now, no_more, not_going_now
from bot.models import Reminders
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import webinar
from tests.blocks.visible_text import lines
from tests.bot.virtual_time import MONDAY

WHEN = "Tuesday, December 1, 2026, 3:00 PM in New York–4:30 PM (Tue 3:00 PM in New York)"


@pytest.mark.parametrize(
    ("new", "reminders", "said"),
    [
        (True, {}, f"You’re going to *A &amp; B*, {WHEN}. I’ll remind you."),
        (False, {}, f"You already said you’re going to *A &amp; B*, {WHEN}. I’ll remind you."),
        (True, {"by_dm": False}, f"You’re going to *A &amp; B*, {WHEN}."),
        (True, {"before": ()}, f"You’re going to *A &amp; B*, {WHEN}."),
    ],
    ids=["new", "again", "no direct messages", "no reminders"],
)
def test_whoever_comes_hears_what_comes_next(
    new: bool,  # noqa: FBT001 - one case of many
    reminders: dict[str, Any],
    said: str,
) -> None:
    made = webinar(title="A & B", reminders=Reminders(**reminders))
    message = going_now(TrackedWebinar(webinar_key="d1", webinar=made, made_at=MONDAY), new=new)
    assert lines(message) == [
        f":white_check_mark: {said}",
        "[Add to calendar] [I can’t come after all]",
    ]


def test_whoever_does_not_come_may_change_their_mind() -> None:
    tracked = TrackedWebinar(webinar_key="d1", webinar=webinar(title="A & B"), made_at=MONDAY)
    assert lines(not_going_now(tracked)) == [
        "You’re no longer going to *A &amp; B*. Press *I’m going* on its card if you change your mind."
    ]


def test_what_is_over_says_so() -> None:
    assert lines(no_more()) == ["This webinar is over or was cancelled."]
