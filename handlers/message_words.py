"""The words of a message that somebody points at, wherever Slack keeps them: in its text, its blocks or what it forwards.

A person's message has the same words as text and as blocks; an app's often has them in blocks or attachments alone,
with a text that only announces them. What was forwarded stands in an attachment, with its writer and its time.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Self, TypeAlias

from bot.models.frozen import Frozen

Json: TypeAlias = Mapping[str, Any]
_LONGEST: Final = 20_000
_DEEPEST: Final = 12
_MARKS: Final = {
    "user": ("<@{}>", "user_id"),
    "channel": ("<#{}>", "channel_id"),
    "usergroup": ("<!subteam^{}>", "usergroup_id"),
    "broadcast": ("<!{}>", "range"),
    "emoji": (":{}:", "name"),
}
_RUNNING: Final = frozenset({"rich_text_section", "rich_text_quote", "rich_text_preformatted"})
"""Elements whose parts stand on one line."""
_PARTS: Final = {
    "section": ("text", "fields"),
    "header": ("text",),
    "alert": ("text",),
    "image": ("title",),
    "video": ("title",),
    "context": ("elements",),
    "rich_text": ("elements",),
    "rich_text_list": ("elements",),
}
_SAID_IN_ATTACHMENTS: Final = ("pretext", "title", "text")


class MessageWords(Frozen):
    """A text in Slack's markup, with its time and its writer; `writer` is None for an app."""

    text: str
    written_at: datetime
    writer: str | None

    @classmethod
    def of(cls, message: Json) -> Self:
        """The words of a message; those of the one that it forwards, where it says nothing itself."""
        own, forwarded = _own(message), _forwarded(message)
        text = "\n".join(filter(None, [own, *(_attachment(each) for each in _counted(message, own))]))
        writer = None if message.get("bot_id") else message.get("user")
        at = float(message["ts"])
        if forwarded is not None and not own:
            writer = forwarded.get("author_id") or writer
            at = float(forwarded.get("ts") or at)
        return cls(text=text[:_LONGEST], written_at=datetime.fromtimestamp(at, UTC), writer=writer)


def _own(message: Json) -> str:
    """Read the message itself: an app's blocks say more than its text, which stands in notifications."""
    text, blocks = str(message.get("text") or "").strip(), _of_blocks(message.get("blocks"))
    return (blocks or text) if message.get("bot_id") else (text or blocks)


def _attachments(message: Json) -> list[Json]:
    found = message.get("attachments")
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _forwarded(message: Json) -> Json | None:
    """The message that this one forwards, if it does."""
    return next((each for each in _attachments(message) if _is_forwarded(each)), None)


def _is_forwarded(attachment: Json) -> bool:
    return bool(
        attachment.get("is_share") or attachment.get("is_msg_unfurl") or attachment.get("message_blocks")
    )


def _counted(message: Json, own: str) -> list[Json]:
    """The attachments that are part of what is said; a preview of a linked page is none."""
    everything = bool(message.get("bot_id")) or not own
    return [each for each in _attachments(message) if everything or _is_forwarded(each)]


def _attachment(attachment: Json) -> str:
    """The words of an attachment, each once."""
    parts = [str(attachment.get(name) or "").strip() for name in _SAID_IN_ATTACHMENTS]
    parts += [_of_blocks(attachment.get("blocks"))]
    for inner in _listed(attachment.get("message_blocks")):
        parts.append(_of_blocks((inner.get("message") or {}).get("blocks")))
    for field in _listed(attachment.get("fields")):
        titled = (str(field.get(name) or "") for name in ("title", "value"))
        parts.append(": ".join(filter(None, titled)))
    said = list(dict.fromkeys(filter(None, parts)))
    return "\n".join(said) or str(attachment.get("fallback") or "")


def _of_blocks(blocks: object) -> str:
    """The words of blocks, a line each."""
    lines = ("".join(_words(block, _DEEPEST)).strip() for block in _listed(blocks))
    return "\n".join(filter(None, lines))


def _words(thing: Json, depth: int) -> Iterator[str]:
    """The words of a block, of one of its elements or of a text, in Slack's markup."""
    kind = str(thing.get("type"))
    if depth == 0:
        return
    if kind in {"mrkdwn", "markdown"}:
        yield str(thing.get("text") or "")
    elif kind in {"plain_text", "text"}:
        yield _escaped(str(thing.get("text") or ""))
    elif kind in _MARKS or kind in {"link", "date"}:
        yield _mark(kind, thing)
    elif kind in _RUNNING:
        for element in _listed(thing.get("elements")):
            yield from _words(element, depth - 1)
    elif kind == "table":
        for row in thing.get("rows") or ():
            yield from _lines(_listed(row), depth)
    else:
        yield from _lines(_parts(kind, thing), depth)


def _parts(kind: str, block: Json) -> list[Json]:
    """Read the parts of a block, each on a line of its own."""
    return [part for name in _PARTS.get(kind, ()) for part in _listed_or_one(block.get(name))]


def _lines(things: Sequence[Json], depth: int) -> Iterator[str]:
    for thing in things:
        yield f"{''.join(_words(thing, depth - 1))}\n"


def _mark(kind: str, element: Json) -> str:
    """A piece of rich text that is no text, as Slack marks it in texts."""
    if kind == "date":
        return _escaped(str(element.get("fallback") or ""))
    if kind == "link":
        url, text = str(element.get("url") or ""), _escaped(str(element.get("text") or ""))
        return f"<{url}|{text}>" if text else f"<{url}>"
    mark, name = _MARKS[kind]
    return mark.format(element.get(name))


def _listed_or_one(thing: object) -> list[Json]:
    return _listed([thing] if isinstance(thing, Mapping) else thing)


def _listed(things: object) -> list[Json]:
    return [each for each in things if isinstance(each, Mapping)] if isinstance(things, list) else []


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
