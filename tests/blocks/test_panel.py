"""The panel's view says who is on it, and each member's message has their own link alone."""

from typing import Any

import pytest

from blocks.panel import off_panel_message, panel_message, panel_shown, panel_view, read_panel
from bot.models import Invitation, Phase, Role
from bot.models.change import PanelEdit
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import HOST, webinar
from tests.blocks.view_input import typed_into
from tests.blocks.visible_text import lines, urls
from tests.bot.virtual_time import MONDAY

LINK = "https://v.example.com/join/ben"
BEN = Invitation(user="U0BEN", role=Role.CO_HOST, join_uri=LINK)
CHIE = Invitation(user="U0CHIE", role=Role.PANELIST)
WHEN = ":calendar: Tuesday, December 1, 2026, 3:00 PM in New York–4:30 PM (Tue 3:00 PM in New York)"
TRACKED = TrackedWebinar(webinar_key="d1", webinar=webinar(), made_at=MONDAY, panel=(BEN, CHIE))
NOW = (("U0BEN", Role.CO_HOST), ("U0CHIE", Role.PANELIST))


def chosen(view: View) -> dict[str, list[str]]:
    """The people whom each field shows."""
    fields = [block for block in view["blocks"] if block["type"] == "input"]
    return {block["block_id"]: block["element"].get("initial_users", []) for block in fields}


def people(*users: str) -> dict[str, Any]:
    return {"selected_users": list(users)}


def test_the_view_shows_the_panel_as_it_is() -> None:
    view = panel_view(TRACKED)
    assert chosen(view) == {"co_hosts": ["U0BEN"], "panelists": ["U0CHIE"]}
    assert lines(view) == [
        "Co-hosts:",
        "Panelists:",
        "- People invited in RingCentral itself are not affected.",
    ]
    assert panel_shown(view).panel == NOW
    assert panel_shown(view).webinar_key == "d1"


def test_nobody_on_the_panel_leaves_both_fields_empty() -> None:
    assert chosen(panel_view(TRACKED.model_copy(update={"panel": ()}))) == {"co_hosts": [], "panelists": []}


def test_after_a_problem_the_own_changes_stay() -> None:
    edit = PanelEdit(wanted=(("U0DEE", Role.PANELIST),), shown=NOW)
    view = panel_view(TRACKED, edit, "Someone else was quicker.")
    assert lines(view)[0] == ":warning: Someone else was quicker."
    assert chosen(view) == {"co_hosts": [], "panelists": ["U0DEE"]}
    assert panel_shown(view).panel == NOW


def test_a_view_of_something_else_carries_no_panel() -> None:
    for view in ({}, {"private_metadata": "d1"}, {"private_metadata": "{}"}):
        with pytest.raises(ValueError, match="this view carries no panel"):
            panel_shown(view)


def test_what_nobody_touched_is_read_as_it_was() -> None:
    assert read_panel(typed_into(panel_view(TRACKED))) == NOW


def test_whoever_is_in_both_lists_is_a_co_host() -> None:
    view = typed_into(panel_view(TRACKED), co_hosts=people("U0BEN"), panelists=people("U0BEN", "U0DEE"))
    assert read_panel(view) == (("U0BEN", Role.CO_HOST), ("U0DEE", Role.PANELIST))


def test_everybody_can_be_taken_off() -> None:
    assert read_panel(typed_into(panel_view(TRACKED), co_hosts=people(), panelists=people())) == ()


@pytest.mark.parametrize(
    ("invitation", "role", "way", "buttons"),
    [
        (
            BEN,
            "a co-host",
            "*Join as co-host* is your personal link (only visible to you).",
            "[Join as co-host] [Add to calendar]",
        ),
        (
            BEN.model_copy(update={"role": Role.PANELIST}),
            "a panelist",
            "*Join as panelist* is your personal link (only visible to you).",
            "[Join as panelist] [Add to calendar]",
        ),
        (CHIE, "a panelist", "RingCentral sends your personal link by e-mail.", "[Add to calendar]"),
    ],
)
def test_a_member_hears_in_which_role_and_by_which_link(
    invitation: Invitation, role: str, way: str, buttons: str
) -> None:
    message = panel_message(webinar(), invitation, "d1")
    opening = f"<@U0ANN> invited you as {role} to *Q3 All-Hands*."
    assert lines(message) == [opening, WHEN, way, buttons]
    assert HOST not in urls(message).values()


def test_the_link_is_their_own() -> None:
    assert urls(panel_message(webinar(), BEN, "d1")) == {"Join as co-host": LINK}


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({"phase": Phase.ENDED}, "It has ended."),
        ({"phase": Phase.ENDED, "held": False}, "It was not held."),
        ({"phase": Phase.CANCELLED}, "It was cancelled."),
    ],
)
def test_once_it_is_over_no_link_is_left(changes: dict[str, Any], way: str) -> None:
    assert lines(panel_message(webinar(**changes), BEN, "d1"))[2:] == [way]


def test_while_it_goes_on_one_can_join_and_plan_nothing() -> None:
    assert lines(panel_message(webinar(phase=Phase.LIVE), BEN, "d1"))[-1] == "[Join as co-host]"


def test_whoever_is_taken_off_hears_it_and_keeps_no_link() -> None:
    message = off_panel_message(webinar(title="A & B"))
    assert lines(message) == [
        "You are no longer on the panel of *A &amp; B*. Your personal link no longer works.",
        WHEN,
    ]
