"""Rich text, the block that Slack's own composer writes, as HTML."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from sandbox.page.mrkdwn import Mrkdwn
from sandbox.slack.constants import Json

_STYLES: Final = {"bold": "strong", "italic": "em", "strike": "s", "code": "code", "underline": "u"}
_MARKS: Final = {
    "user": "<@{user_id}>",
    "channel": "<#{channel_id}>",
    "broadcast": "<!{range}>",
    "emoji": ":{name}:",
    "date": "<!date^{timestamp}^{format}|{fallback}>",
}
_QUOTES: Final = {"rich_text_quote": "blockquote", "rich_text_preformatted": "pre"}


def html(block: Json, mrkdwn: Mrkdwn) -> Markup:
    """Everything in the block, from top to bottom."""
    return Markup().join(_part(part, mrkdwn) for part in block["elements"])


def _part(part: Json, mrkdwn: Mrkdwn) -> Markup:
    if part["type"] == "rich_text_list":
        items = Markup().join(_tagged("li", _line(item["elements"], mrkdwn)) for item in part["elements"])
        return _tagged("ol" if part["style"] == "ordered" else "ul", items)
    return _tagged(_QUOTES.get(part["type"], "p"), _line(part["elements"], mrkdwn))


def _line(elements: Iterable[Json], mrkdwn: Mrkdwn) -> Markup:
    return Markup().join(_styled(one, _word(one, mrkdwn)) for one in elements)


def _word(one: Json, mrkdwn: Mrkdwn) -> Markup:
    if one["type"] == "text":
        return escape(one["text"])
    if one["type"] == "link":
        return _link(one["url"], one.get("text") or one["url"])
    if one["type"] in _MARKS:
        return mrkdwn.html(_MARKS[one["type"]].format(**{"fallback": "a date"} | one))
    return Markup('<span class="cannot" role="alert">[cannot draw: {}]</span>').format(one["type"])


def _link(address: str, label: str) -> Markup:
    if not address.startswith(("http://", "https://", "mailto:")):
        return escape(label)
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(address, label)


def _styled(one: Json, words: Markup) -> Markup:
    for style, tag in _STYLES.items():
        if one.get("style", {}).get(style):
            words = _tagged(tag, words)
    return words


def _tagged(tag: str, inside: Markup) -> Markup:
    return Markup(f"<{tag}>{{}}</{tag}>").format(inside)  # noqa: S704 - the tags are our own
