"""The view that changes when and where people are reminded."""

from datetime import timedelta
from typing import Any

import pytest

from blocks.reminders import WHEN, WHERE, read_reminders, reminders_view
from bot.models import Reminders
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import webinar
from tests.blocks.view_input import typed_into
from tests.bot.virtual_time import MONDAY

DAY, HOUR, TEN = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)


def view_of(reminders: Reminders) -> View:
    made = webinar(title="A & B", reminders=reminders)
    return reminders_view(TrackedWebinar(webinar_key="d1", webinar=made, made_at=MONDAY))


def boxes(view: View, name: str) -> tuple[list[str], list[str]]:
    """The choices of a field, and those that are ticked."""
    (element,) = [block["element"] for block in view["blocks"] if block.get("block_id") == name]
    said = [[one["text"]["text"] for one in element.get(kind, [])] for kind in ("options", "initial_options")]
    return said[0], said[1]


def ticked(*values: str) -> dict[str, Any]:
    """The answer of a person who ticked these."""
    return {
        "selected_options": [{"text": {"type": "plain_text", "text": one}, "value": one} for one in values]
    }


def test_the_view_offers_three_times_and_ticks_those_that_are_set() -> None:
    view = view_of(Reminders())
    assert boxes(view, WHEN) == (
        ["1 day before", "1 hour before", "10 minutes before"],
        ["1 day before", "10 minutes before"],
    )
    assert len(boxes(view, WHERE)[1]) == 2


def test_a_time_that_somebody_set_elsewhere_is_offered_too() -> None:
    offered, set_now = boxes(view_of(Reminders(before=(timedelta(hours=2),))), WHEN)
    assert offered == ["1 day before", "2 hours before", "1 hour before", "10 minutes before"]
    assert set_now == ["2 hours before"]


def test_more_times_than_slack_takes_are_left_out() -> None:
    many = tuple(timedelta(hours=number) for number in range(2, 20))
    assert len(boxes(view_of(Reminders(before=many)), WHEN)[0]) == 10


@pytest.mark.parametrize(
    ("reminders", "where"),
    [
        (Reminders(in_thread=False), ["By direct message"]),
        (Reminders(by_dm=False), ["In the thread of each card"]),
        (Reminders(in_thread=False, by_dm=False), []),
    ],
)
def test_the_places_are_ticked_as_they_are_set(reminders: Reminders, where: list[str]) -> None:
    assert boxes(view_of(reminders), WHERE)[1] == where


@pytest.mark.parametrize(
    "reminders",
    [Reminders(), Reminders(before=()), Reminders(before=(HOUR,), in_thread=False), Reminders(by_dm=False)],
)
def test_what_nobody_touched_is_read_as_it_was(reminders: Reminders) -> None:
    assert read_reminders(typed_into(view_of(reminders))) == reminders


def test_what_somebody_ticked_is_read_the_longest_time_first() -> None:
    typed = {WHEN: ticked("600", "86400", "3600"), WHERE: ticked("by_dm")}
    assert read_reminders(typed_into(view_of(Reminders()), **typed)) == Reminders(
        before=(DAY, HOUR, TEN), in_thread=False, by_dm=True
    )


def test_nothing_ticked_turns_reminders_off() -> None:
    off = read_reminders(typed_into(view_of(Reminders()), **{WHEN: ticked(), WHERE: ticked()}))
    assert off == Reminders(before=(), in_thread=False, by_dm=False)
    assert off.are_off


def test_a_choice_that_is_none_of_ours_is_left_out() -> None:
    typed = {WHEN: ticked("600", "-5", "soon"), WHERE: ticked("by_pigeon")}
    assert read_reminders(typed_into(view_of(Reminders()), **typed)) == Reminders(
        before=(TEN,), in_thread=False, by_dm=False
    )
