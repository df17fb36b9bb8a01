"""Slack's payloads, read into what listeners work with."""

from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.interactions import (
    AppHomeOpened,
    ButtonPress,
    MessageShortcut,
    OptionSearch,
    ShortcutUse,
    SlashCommand,
    ViewSubmission,
)

ON_CARD: dict[str, Any] = {
    "type": "block_actions",
    "user": {"id": "U1"},
    "trigger_id": "1.2",
    "actions": [{"action_id": "going", "value": "w1"}],
    "container": {"type": "message", "message_ts": "10.1", "channel_id": "C1", "is_ephemeral": False},
    "channel": {"id": "C1"},
    "message": {"ts": "10.1"},
}


def in_view(kind: str) -> dict[str, Any]:
    """A press in a view of this type."""
    view = {"id": "V1", "type": kind, "private_metadata": "carried"}
    return {
        "user": {"id": "U1"},
        "actions": [{"action_id": "details", "value": "w1"}],
        "container": {"type": "view", "view_id": "V1"},
        "view": view,
    }


def test_a_press_on_a_card_knows_the_person_the_value_and_the_card() -> None:
    press = ButtonPress.from_body(ON_CARD)
    assert (press.user, press.value) == ("U1", "w1")
    assert press.card == press.place == ("C1", "10.1")
    assert not press.is_on_home
    assert not press.is_in_modal


def test_a_press_on_a_private_message_is_on_no_card() -> None:
    container = {**ON_CARD["container"], "is_ephemeral": True}
    press = ButtonPress.from_body({**ON_CARD, "container": container})
    assert press.card is None
    assert press.place == ("C1", "10.1")


@pytest.mark.parametrize(("kind", "on_home", "in_modal"), [("home", True, False), ("modal", False, True)])
def test_a_press_in_a_view_knows_which_kind_of_view(kind: str, on_home: bool, in_modal: bool) -> None:  # noqa: FBT001
    press = ButtonPress.from_body(in_view(kind))
    assert (press.is_on_home, press.is_in_modal) == (on_home, in_modal)
    assert press.modal["id"] == "V1"
    assert press.card is None
    with pytest.raises(ValueError, match="no message"):
        _ = press.place


def test_a_press_on_a_message_has_no_view() -> None:
    with pytest.raises(ValueError, match="no view"):
        _ = ButtonPress.from_body(ON_CARD).modal


def test_a_choice_in_a_select_has_no_value() -> None:
    chosen = [{"action_id": "polls_enabled", "selected_option": {"value": "on"}}]
    assert not ButtonPress.from_body({**in_view("modal"), "actions": chosen}).value


def test_a_submission_knows_its_view_what_it_carries_and_the_views_below() -> None:
    view = {"id": "V3", "private_metadata": "carried", "root_view_id": "V1", "previous_view_id": "V2"}
    sent = ViewSubmission.from_body({"user": {"id": "U1"}, "view": view})
    assert (sent.user, sent.view_id, sent.metadata) == ("U1", "V3", "carried")
    assert (sent.root, sent.previous) == ("V1", "V2")


@pytest.mark.parametrize("metadata", [{}, {"private_metadata": None}, {"private_metadata": ""}])
def test_a_submission_that_carries_nothing_has_an_empty_text(metadata: dict[str, Any]) -> None:
    sent = ViewSubmission.from_body({"user": {"id": "U1"}, "view": {"id": "V1", **metadata}})
    assert not sent.metadata


@pytest.mark.parametrize(("body", "text"), [({"text": "list"}, "list"), ({"text": None}, ""), ({}, "")])
def test_a_command_has_the_text_behind_it(body: dict[str, Any], text: str) -> None:
    assert SlashCommand.from_body({"user_id": "U1", **body}) == SlashCommand(user="U1", text=text)


def test_the_global_shortcut_knows_who_used_it() -> None:
    assert ShortcutUse.from_body({"user": {"id": "U1"}, "trigger_id": "1.2"}).user == "U1"


@pytest.mark.parametrize(
    ("message", "writer"),
    [({"user": "U2"}, "U2"), ({"user": "U9", "bot_id": "B1"}, None), ({}, None)],
)
def test_the_shortcut_on_a_message_knows_what_was_said_when_and_by_which_person(
    message: dict[str, str], writer: str | None
) -> None:
    said = {"text": "Roadmap review tomorrow", "ts": "1796000000.000100", **message}
    used = MessageShortcut.from_body({"user": {"id": "U1"}, "message": said})
    assert (used.user, used.text, used.writer) == ("U1", "Roadmap review tomorrow", writer)
    assert used.written_at.replace(microsecond=0) == datetime.fromtimestamp(1796000000, UTC)


@pytest.mark.parametrize(("body", "text"), [({"value": "ber"}, "ber"), ({}, "")])
def test_a_search_has_the_text_typed_into_the_select(body: dict[str, str], text: str) -> None:
    assert OptionSearch.from_body(body).text == text


@pytest.mark.parametrize(("event", "tab"), [({"tab": "messages"}, "messages"), ({}, "")])
def test_an_opened_home_knows_who_and_which_tab(event: dict[str, str], tab: str) -> None:
    opened = AppHomeOpened.from_body({"event": {"user": "U1", **event}})
    assert (opened.user, opened.tab) == ("U1", tab)
