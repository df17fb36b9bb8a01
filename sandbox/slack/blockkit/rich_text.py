"""Rich text: the block that Slack's own composer writes, lightly checked."""

from typing import Final

from sandbox.slack.blockkit.objects import URL
from sandbox.slack.blockkit.rules import Each, Flag, Kinds, Members, OneOf, Rule, Shape, Text, Whole

_ID: Final = Text(255)
_STYLE: Final[Members] = {
    "style": Shape(
        optional=dict.fromkeys(
            ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"),
            Flag(),
        )
    )
}
_BORDER: Final[Members] = {"border": Whole(0, 1)}


def _part(required: Members, **optional: Rule) -> Shape:
    return Shape(required, {**optional, **_STYLE})


_WORDS: Final = Kinds(
    {
        "text": _part({"text": Text(None)}),
        "link": _part({"url": URL}, text=Text(None), unsafe=Flag()),
    }
)

_PARTS: Final = _WORDS | Kinds(
    {
        "broadcast": _part({"range": OneOf(("here", "channel", "everyone"))}),
        "channel": _part({"channel_id": _ID}),
        "color": _part({"value": Text(7)}),
        "date": _part({"timestamp": Whole(0), "format": Text(None)}, url=URL, fallback=Text(None)),
        "emoji": _part({"name": Text(None)}, unicode=Text(None), skin_tone=Whole(1, 6), url=URL),
        "team": _part({"team_id": _ID}),
        "user": _part({"user_id": _ID}),
        "usergroup": _part({"usergroup_id": _ID}),
    }
)

_SECTION: Final = Kinds({"rich_text_section": Shape({"elements": Each(_PARTS, least=0)})})

_PARAGRAPHS: Final = _SECTION | Kinds(
    {
        "rich_text_list": Shape(
            {"elements": Each(_SECTION), "style": OneOf(("bullet", "ordered"))},
            {"indent": Whole(0, 8), "offset": Whole(0), **_BORDER},
        ),
        "rich_text_preformatted": Shape({"elements": Each(_WORDS)}, _BORDER),
        "rich_text_quote": Shape({"elements": Each(_PARTS)}, _BORDER),
    }
)

RICH_TEXT: Final = Shape({"elements": Each(_PARAGRAPHS)}, {"block_id": _ID})
"""The block; a rich text input starts from one as well."""
