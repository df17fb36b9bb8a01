"""Which reminders are due: at the time that holds now, and none that would come too late to help."""

from datetime import timedelta
from typing import Any

import pytest

from bot.models import Phase, Reminders
from bot.models.keys import ReminderKey
from bot.models.tracked import TrackedWebinar
from bot.workflows.send_reminder import _left, _still_holds, due
from tests.blocks.example_webinar import START, webinar

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TEN = 10 * MINUTE
MADE = START - timedelta(days=9)


def tracked(made_at: Any = MADE, **changes: Any) -> TrackedWebinar:
    return TrackedWebinar(webinar_key="d1", webinar=webinar(**changes), made_at=made_at)


@pytest.mark.parametrize(
    ("until_start", "reminders"),
    [
        (DAY + MINUTE, []),
        (DAY, [DAY]),
        (DAY - 6 * HOUR + MINUTE, [DAY]),
        (DAY - 6 * HOUR, []),
        (11 * MINUTE, []),
        (TEN, [TEN]),
        (MINUTE, [TEN]),
        (timedelta(), []),
        (-MINUTE, []),
    ],
)
def test_a_reminder_is_due_from_its_time_until_it_makes_no_sense(
    until_start: timedelta, reminders: list[timedelta]
) -> None:
    assert list(due(tracked(), START - until_start)) == [(one, START - one) for one in reminders]


def test_two_that_are_due_together_are_both_sent() -> None:
    both = Reminders(before=(HOUR, TEN))
    assert [one for one, _ in due(tracked(reminders=both), START - TEN)] == [HOUR, TEN]


@pytest.mark.parametrize(
    "changes",
    [
        {"phase": Phase.LIVE},
        {"phase": Phase.CANCELLED},
        {"reminders": Reminders(before=())},
        {"reminders": Reminders(in_thread=False, by_dm=False)},
    ],
)
def test_of_what_is_off_nobody_is_reminded(changes: dict[str, Any]) -> None:
    assert list(due(tracked(**changes), START - TEN)) == []


def test_a_webinar_that_was_made_after_the_reminders_time_has_none() -> None:
    assert list(due(tracked(made_at=START - TEN), START - TEN)) == []
    assert list(due(tracked(made_at=START - TEN - MINUTE), START - TEN)) != []


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"start": START + HOUR}, False),
        ({"phase": Phase.CANCELLED}, False),
        ({"phase": Phase.LIVE}, False),
        ({"reminders": Reminders(before=(DAY,))}, False),
        ({"reminders": Reminders(by_dm=False, in_thread=False)}, False),
        ({"reminders": Reminders(by_dm=False)}, True),
    ],
    ids=["as planned", "moved", "cancelled", "begun", "taken out", "off", "in threads"],
)
def test_a_reminder_that_was_begun_is_sent_only_while_it_holds(
    changes: dict[str, Any],
    holds: bool,  # noqa: FBT001 - an outcome
) -> None:
    assert _still_holds(tracked(**changes), ReminderKey("d1", TEN, START)) is holds


@pytest.mark.parametrize(
    ("before", "left", "said"),
    [
        (TEN, TEN, TEN),
        (TEN, timedelta(minutes=7, seconds=30), TEN),
        (TEN, timedelta(minutes=7), 7 * MINUTE),
        (TEN, timedelta(seconds=100), 2 * MINUTE),
        (TEN, timedelta(seconds=5), MINUTE),
    ],
)
def test_a_late_reminder_says_how_long_it_is_now(before: timedelta, left: timedelta, said: timedelta) -> None:
    assert _left(before, left) == said
