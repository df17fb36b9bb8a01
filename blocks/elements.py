"""Small typed builders for the pieces of Block Kit that we use."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from bot.models.slack_payloads import Block

SECTION_MAX: Final = 3000


def plain(text: str) -> dict[str, Any]:
    """A text without formatting, in which nothing needs escaping."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    """A formatted text; what people typed in it is escaped by the caller."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def section(text: str, *, accessory: dict[str, Any] | None = None, block_id: str | None = None) -> Block:
    """A paragraph, with a button at its side if wanted."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block | _given(accessory=accessory, block_id=block_id)


def plain_section(text: str) -> Block:
    """A paragraph in which nothing is formatted."""
    return {"type": "section", "text": plain(text)}


def context(text: str, *, block_id: str | None = None) -> Block:
    """A line in small print."""
    return {"type": "context", "elements": [mrkdwn(text)]} | _given(block_id=block_id)


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def actions(*elements: dict[str, Any]) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(elements)}


def button(
    text: str,
    action: str,
    *,
    value: str | None = None,
    url: str | None = None,
    style: str | None = None,
    confirm: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A button; with `url` it opens a page."""
    element = {"type": "button", "text": plain(text), "action_id": action}
    return element | _given(value=value, url=url, style=style, confirm=confirm)


def confirmation(title: str, text: str, confirm: str, deny: str) -> dict[str, Any]:
    """A question before something that cannot be undone."""
    return {
        "title": plain(title),
        "text": plain(text),
        "confirm": plain(confirm),
        "deny": plain(deny),
        "style": "danger",
    }


def option(text: str, value: str, description: str | None = None) -> dict[str, Any]:
    """One choice of a select or radio group."""
    described = None if description is None else plain(description)
    return {"text": plain(text), "value": value} | _given(description=described)


def field(
    name: str,
    label: str,
    element: dict[str, Any],
    *,
    hint: str | None = None,
    optional: bool = False,
    dispatch: bool = False,
) -> Block:
    """An input whose block and action bear the field's name, so that an error lands on it."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {"action_id": name, **element},
        "optional": optional,
    }
    told = None if hint is None else plain(hint)
    return block | _given(hint=told, dispatch_action=dispatch or None)


def select(options: Sequence[dict[str, Any]], chosen: str) -> dict[str, Any]:
    """A select with the choice that has this value."""
    return {"type": "static_select", "options": list(options), "initial_option": _chosen(options, chosen)}


def radio(options: Sequence[dict[str, Any]], chosen: str) -> dict[str, Any]:
    """Radio buttons with the choice that has this value."""
    return {"type": "radio_buttons", "options": list(options), "initial_option": _chosen(options, chosen)}


def modal(
    callback: str,
    title: str,
    blocks: Iterable[Block],
    *,
    submit: str | None = None,
    close: str = "Close",
    metadata: str = "",
) -> dict[str, Any]:
    """A modal."""
    view = {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title),
        "close": plain(close),
        "private_metadata": metadata,
        "blocks": list(blocks),
    }
    return view | _given(submit=None if submit is None else plain(submit))


def without_empty(element: dict[str, Any]) -> dict[str, Any]:
    """The element without initial values that are not there: Slack refuses null."""
    return {name: value for name, value in element.items() if value not in (None, "", [], ())}


def _chosen(options: Sequence[dict[str, Any]], value: str) -> dict[str, Any]:
    return next(option for option in options if option["value"] == value)


def _given(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
