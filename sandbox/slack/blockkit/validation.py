"""The problems for which Slack refuses a view or a message.

Slack looks at the shape of each part before it looks at how the parts go together, and so do we.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sandbox.slack.blockkit.blocks import MARKDOWN, blocks_on
from sandbox.slack.blockkit.metadata import METADATA
from sandbox.slack.blockkit.objects import distinct, plain_object
from sandbox.slack.blockkit.placement import Surface
from sandbox.slack.blockkit.rules import (
    BooleanRule,
    ListRule,
    Members,
    ObjectRule,
    TextRule,
    TypedObjectRule,
    problem,
    under,
)

VIEW_BYTES: Final = 250_000
"""Bytes of JSON that a view may have."""


def problems_in_view(view: Mapping[str, Any]) -> list[str]:
    """List what keeps Slack from showing a modal or Home tab; empty when nothing does.

    Pointers begin at `/view`, the argument of Slack's `views.*` methods.
    """
    return _VIEW.problems(view, "/view") or [*_size(view)]


def problems_in_message(message: Mapping[str, Any]) -> list[str]:
    """List what keeps Slack from posting a message's `text`, `blocks` and `metadata`; empty when nothing does.

    Other members are not looked at; whether there is anything to show at all is the method's business.
    """
    return _MESSAGE.problems({name: message[name] for name in _MESSAGE.optional if name in message}, "")


def _one_focus(view: Mapping[str, Any], at: str) -> Iterator[str]:
    focused = [place for element, place in _elements(view, at) if element.get("focus_on_load")]
    for place in focused[1:]:
        yield problem("only one element may have `focus_on_load`", under(place, "focus_on_load"))


def _elements(view: Mapping[str, Any], at: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    for i, block in enumerate(view["blocks"]):
        place = under(at, "blocks", i)
        for slot in ("accessory", "element"):
            if slot in block:
                yield block[slot], under(place, slot)
        for j, element in enumerate(block.get("elements", [])):
            yield element, under(place, "elements", j)


def _submittable(view: Mapping[str, Any], at: str) -> Iterator[str]:
    if "submit" not in view:
        for i, block in enumerate(view["blocks"]):
            if block["type"] == "input":
                wanted = "must define `submit` to use an `input` block in modals"
                yield problem(wanted, under(at, "blocks", i, "input"))


def _little_markdown(message: Mapping[str, Any], at: str) -> Iterator[str]:
    texts = [block["text"] for block in message.get("blocks", []) if block["type"] == "markdown"]
    if sum(map(len, texts)) > MARKDOWN:
        yield problem(f"markdown must be less than {MARKDOWN + 1} characters in all", under(at, "blocks"))


def _size(view: Mapping[str, Any]) -> Iterator[str]:
    written = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
    if len(written.encode(errors="surrogatepass")) > VIEW_BYTES:
        yield problem(f"must be less than {VIEW_BYTES + 1} bytes", "/view")


def _content(surface: Surface) -> Members:
    return {"blocks": ListRule(blocks_on(surface), 100)}


_KEPT: Final[Members] = {
    "callback_id": TextRule(255, 0),
    "external_id": TextRule(255, 0),
    "private_metadata": TextRule(3000, 0),
}
_TOGETHER: Final = (distinct("blocks", "block_id"), _one_focus)
_VIEW: Final = TypedObjectRule(
    {
        "home": ObjectRule(_content(Surface.HOME), _KEPT, also=_TOGETHER),
        "modal": ObjectRule(
            {**_content(Surface.MODAL), "title": plain_object(24)},
            {
                **_KEPT,
                "submit": plain_object(24),
                "close": plain_object(24),
                "clear_on_close": BooleanRule(),
                "notify_on_close": BooleanRule(),
            },
            also=(*_TOGETHER, _submittable),
        ),
    }
)
_MESSAGE: Final = ObjectRule(
    optional={
        "text": TextRule(None, 0),
        "blocks": ListRule(blocks_on(Surface.MESSAGE), 50, least=0),
        "metadata": METADATA,
    },
    also=(distinct("blocks", "block_id"), _little_markdown),
)
