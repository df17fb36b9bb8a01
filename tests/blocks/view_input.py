"""A person before an open view, as far as its state tells the bot."""

from collections.abc import Mapping
from typing import Any

from bot.models.slack_payloads import View
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import Completion, ElementLocation

LOOKED_AT = "C0LOOKEDAT"
"""The channel in the background of every view."""


def typed_into(view: View, **answers: Mapping[str, Any]) -> View:
    """The view as Slack sends it off: nobody touched an input, but for the `answers` by field."""
    held = view_state.fresh(Completion().of(view["blocks"]), _looked_at)
    changed = {key: {**value, **answers.get(key[0], {})} for key, value in held.items()}
    return {**view, "state": view_state.state_values(changed)}


def chosen(value: str) -> dict[str, Any]:
    """The answer of a select in which somebody chose this value."""
    return {"selected_option": {"text": {"type": "plain_text", "text": value}, "value": value}}


def inputs(view: View) -> list[str]:
    """The fields that a person can fill in, from top to bottom."""
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def _looked_at(_: ElementLocation) -> str:
    return LOOKED_AT
