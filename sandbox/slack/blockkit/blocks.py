"""Block Kit's blocks: what each must look like on which surface (docs.slack.dev/reference/block-kit/blocks)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sandbox.slack.blockkit import objects
from sandbox.slack.blockkit.objects import at_least_one, distinct, exactly_one, formatted, plain_object
from sandbox.slack.blockkit.placement import Surface, elements_in
from sandbox.slack.blockkit.rich_text import RICH_TEXT
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

MARKDOWN: Final = 12_000
"""Characters of Markdown in one message, in all its markdown blocks together."""

_NAMED: Final[Members] = {"block_id": TextRule(255)}

_HOLDING_NOTHING: Final = {
    "divider": ObjectRule(optional=_NAMED),
    "header": ObjectRule({"text": plain_object(150)}, _NAMED),
    "image": ObjectRule(
        {"alt_text": TextRule(2000)},
        {
            **_NAMED,
            "image_url": objects.WEB_URL,
            "slack_file": objects.SLACK_FILE,
            "title": plain_object(2000),
        },
        also=(exactly_one("image_url", "slack_file"),),
    ),
    "rich_text": RICH_TEXT,
    "video": ObjectRule(
        {
            "alt_text": TextRule(2000),
            "title": plain_object(199),
            "thumbnail_url": objects.WEB_URL,
            "video_url": objects.HTTPS_URL,
        },
        {
            **_NAMED,
            "title_url": objects.HTTPS_URL,
            "description": plain_object(),
            "author_name": TextRule(49),
            "provider_name": TextRule(255),
            "provider_icon_url": objects.WEB_URL,
        },
    ),
}

_OF_MESSAGES: Final = {"markdown": ObjectRule({"text": TextRule(MARKDOWN)}, _NAMED)}


def _dispatchable(block: Mapping[str, Any], at: str) -> Iterator[str]:
    """Files cannot be sent on while the form is still open."""
    if block.get("dispatch_action") and block["element"]["type"] == "file_input":
        yield problem("unsupported type: file_input", under(at, "element", "type"))


def _holding_elements(surface: Surface) -> Mapping[str, ObjectRule]:
    return {
        "section": ObjectRule(
            optional={
                **_NAMED,
                "text": formatted(),
                "fields": ListRule(formatted(2000), 10),
                "accessory": elements_in("section", surface),
                "expand": BooleanRule(),
            },
            also=(at_least_one("fields", "text"),),
        ),
        "actions": ObjectRule(
            {"elements": ListRule(elements_in("actions", surface), 25)},
            _NAMED,
            also=(distinct("elements", "action_id"),),
        ),
        "context": ObjectRule({"elements": ListRule(elements_in("context", surface), 10)}, _NAMED),
        "input": ObjectRule(
            {"label": plain_object(2000), "element": elements_in("input", surface)},
            {
                **_NAMED,
                "hint": plain_object(2000),
                "optional": BooleanRule(),
                "dispatch_action": BooleanRule(),
            },
            also=(_dispatchable,),
        ),
    }


def blocks_on(surface: Surface) -> TypedObjectRule:
    """The blocks that may stand on a surface."""
    own = _OF_MESSAGES if surface is Surface.MESSAGE else {}
    return TypedObjectRule({**_HOLDING_NOTHING, **_holding_elements(surface), **own})
