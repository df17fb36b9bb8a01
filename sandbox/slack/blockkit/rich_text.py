"""Rich text: the block that Slack's own composer writes, lightly checked."""

from typing import Final

from sandbox.slack.blockkit.objects import URL
from sandbox.slack.blockkit.rules import (
    BooleanRule,
    ChoiceRule,
    IntegerRule,
    ListRule,
    Members,
    ObjectRule,
    Rule,
    TextRule,
    TypedObjectRule,
)

_ID: Final = TextRule(255)
_STYLE: Final[Members] = {
    "style": ObjectRule(
        optional=dict.fromkeys(
            ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"),
            BooleanRule(),
        )
    )
}
_BORDER: Final[Members] = {"border": IntegerRule(0, 1)}


def _part(required: Members, **optional: Rule) -> ObjectRule:
    return ObjectRule(required, {**optional, **_STYLE})


_WORDS: Final = TypedObjectRule(
    {
        "text": _part({"text": TextRule(None)}),
        "link": _part({"url": URL}, text=TextRule(None), unsafe=BooleanRule()),
    }
)

_PARTS: Final = _WORDS | TypedObjectRule(
    {
        "broadcast": _part({"range": ChoiceRule(("here", "channel", "everyone"))}),
        "channel": _part({"channel_id": _ID}),
        "color": _part({"value": TextRule(7)}),
        "date": _part(
            {"timestamp": IntegerRule(0), "format": TextRule(None)}, url=URL, fallback=TextRule(None)
        ),
        "emoji": _part(
            {"name": TextRule(None)}, unicode=TextRule(None), skin_tone=IntegerRule(1, 6), url=URL
        ),
        "team": _part({"team_id": _ID}),
        "user": _part({"user_id": _ID}),
        "usergroup": _part({"usergroup_id": _ID}),
    }
)

_SECTION: Final = TypedObjectRule({"rich_text_section": ObjectRule({"elements": ListRule(_PARTS, least=0)})})

_PARAGRAPHS: Final = _SECTION | TypedObjectRule(
    {
        "rich_text_list": ObjectRule(
            {"elements": ListRule(_SECTION), "style": ChoiceRule(("bullet", "ordered"))},
            {"indent": IntegerRule(0, 8), "offset": IntegerRule(0), **_BORDER},
        ),
        "rich_text_preformatted": ObjectRule({"elements": ListRule(_WORDS)}, _BORDER),
        "rich_text_quote": ObjectRule({"elements": ListRule(_PARTS)}, _BORDER),
    }
)

RICH_TEXT: Final = ObjectRule({"elements": ListRule(_PARAGRAPHS)}, {"block_id": _ID})
"""The block; a rich text input starts from one as well."""
