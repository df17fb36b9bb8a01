"""Adding a webinar to a calendar: what is offered, and what is said with the file."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from blocks.calendar import calendar_view, file_comment, new_file_comment, nothing_to_add
from blocks.ids import Action
from blocks.panel import panel_message
from blocks.result import host_message
from bot.models import Cancellation, Invitation, Phase, Role, Webinar
from bot.models.slack_payloads import Message, View
from bot.models.tracked import TrackedWebinar
from tests.blocks import strategies
from tests.blocks.example_webinar import HOST, START, report_of, webinar
from tests.blocks.visible_text import everything

GOOGLE, OUTLOOK = "https://google.example/?text=a", "https://outlook.example/?subject=a"
GONE = Cancellation(by="U0ANN", reason="Ann is ill.")


def tracked_webinars(**changes: Any) -> TrackedWebinar:
    return TrackedWebinar(made_at=START, webinar_key="d1", webinar=webinar(**changes))


def calendar_buttons(drawn: Message | View) -> list[str | None]:
    """Buttons that lead into a calendar carry the webinar."""
    blocks = drawn.blocks if isinstance(drawn, Message) else drawn["blocks"]
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [one["value"] for row in rows for one in row if one["action_id"] == Action.CALENDAR]


def test_it_offers_google_outlook_and_the_file() -> None:
    view = calendar_view(tracked_webinars(), GOOGLE, OUTLOOK)
    (row,) = (block["elements"] for block in view["blocks"] if block["type"] == "actions")
    offered = {one["text"]["text"]: one.get("url") or one.get("value") for one in row}
    assert offered == {"Google Calendar": GOOGLE, "Outlook": OUTLOOK, "Send me the file": "d1"}
    assert len({one["action_id"] for one in row}) == len(row), "Slack wants them to differ"
    assert "doesn’t update automatically" in everything(view)
    assert HOST not in everything(view)


@pytest.mark.parametrize(
    ("tracked", "said"),
    [
        (None, "no longer exists"),
        (tracked_webinars(phase=Phase.ENDED), "has ended"),
        (tracked_webinars(phase=Phase.CANCELLED), "was cancelled"),
    ],
)
def test_what_is_over_goes_into_no_calendar(tracked: TrackedWebinar | None, said: str) -> None:
    assert said in everything(nothing_to_add(tracked))


def test_the_first_file_says_that_it_does_not_move_by_itself() -> None:
    said = file_comment(webinar())
    assert "*Q3 All-Hands*" in said
    assert "It doesn’t update automatically; I’ll send a new one if the webinar changes." in said


def test_a_newer_file_says_from_when_to_when() -> None:
    said = new_file_comment(webinar(), START - timedelta(hours=2))
    assert "was moved from" in said
    assert said.index("1:00 PM in New York") < said.index("3:00 PM in New York")


@pytest.mark.parametrize("before", [None, START])
def test_without_another_time_it_says_when_it_is(before: datetime | None) -> None:
    said = new_file_comment(webinar(), before)
    assert "was changed: it is at" in said
    assert "|4:30 PM> (Tue 3:00 PM in New York)" in said


def test_the_file_of_a_cancelled_webinar_says_what_it_does() -> None:
    by_ann = new_file_comment(webinar(phase=Phase.CANCELLED, cancellation=GONE), START)
    assert "was cancelled by <@U0ANN>: this file takes it out of your calendar." in by_ann
    outside = new_file_comment(webinar(phase=Phase.CANCELLED, cancellation=Cancellation()), START)
    assert "was cancelled in RingCentral" in outside


@given(strategies.webinars, strategies.invitations)
def test_the_panel_and_the_host_may_take_it_too_while_it_is_to_come(
    made: Webinar, invitation: Invitation
) -> None:
    to_come = made.model_copy(update={"phase": Phase.SCHEDULED})
    assert calendar_buttons(panel_message(to_come, invitation, "d1")) == ["d1"]
    assert calendar_buttons(host_message(report_of(to_come, webinar_key="d1"))) == ["d1"]
    over = made.model_copy(update={"phase": Phase.ENDED})
    assert calendar_buttons(panel_message(over, invitation, "d1")) == []
    assert calendar_buttons(host_message(report_of(over, webinar_key="d1"))) == []


def test_a_live_webinar_is_for_joining_and_not_for_a_calendar() -> None:
    live = webinar(phase=Phase.LIVE)
    invitation = Invitation(user="U0BEN", role=Role.PANELIST)
    assert calendar_buttons(panel_message(live, invitation, "d1")) == []
    assert calendar_buttons(host_message(report_of(live, webinar_key="d1"))) == []
    assert "Details" in everything(host_message(report_of(live, webinar_key="d1")))
