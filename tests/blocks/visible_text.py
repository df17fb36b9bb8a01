"""The visible text of a view or message, and the marks in it to which Slack gives a meaning."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.models.slack_payloads import Message, View

MARK: Final = re.compile(r"<(!date\^\d+\^[^<>|]+\|[^<>|]+|@[UW]\w+|#C\w+|https?://[^<>|\s]+(?:\|[^<>|]+)?)>")
"""A date, a person, a channel or a link, from its beginning to its end."""
_DATE: Final = re.compile(r"<!date\^\d+\^[^<>|]+\|([^<>|]+)>")


def formatted(drawn: Message | View) -> list[str]:
    """Every text in which `<` means something: the formatted ones of blocks, and a message's own."""
    if isinstance(drawn, Message):
        return [drawn.text, *_formatted(list(drawn.blocks))]
    return list(_formatted(drawn))


def everything(drawn: Message | View) -> str:
    """All that is sent to Slack, as one text."""
    return json.dumps(sendable(drawn), ensure_ascii=False)


def sendable(message: Message | View) -> dict[str, Any]:
    """A message as it is posted, or a view as it is."""
    if isinstance(message, Message):
        return {"text": message.text, "blocks": list(message.blocks)}
    return message


def lines(drawn: Message | View) -> list[str]:
    """A message or view as people read it, a line a block: dates as their fallback says them, buttons in brackets."""
    blocks = drawn.blocks if isinstance(drawn, Message) else drawn["blocks"]
    return [line for block in blocks for line in _read(block).split("\n")]


def urls(drawn: Message | View) -> dict[str, str]:
    """Where the buttons lead that open a page, by their text."""
    blocks = drawn.blocks if isinstance(drawn, Message) else drawn["blocks"]
    buttons = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
    return {one["text"]["text"]: one["url"] for one in buttons if "url" in one}


def _read(block: Mapping[str, Any]) -> str:
    """One block; small print begins with a dash, an input shows its label."""
    if block["type"] == "actions":
        return " ".join(f"[{one['text']['text']}]" for one in block["elements"])
    if block["type"] == "context":
        return "- " + " ".join(_DATE.sub(r"\1", one["text"]) for one in block["elements"])
    if block["type"] == "input":
        return f"{block['label']['text']}:"
    return _DATE.sub(r"\1", block["text"]["text"]) if "text" in block else "----"


def broken_marks(text: str) -> list[str]:
    """The rest of `<` and `>` once every whole mark is taken out: nothing, if all is well."""
    return re.findall(r".{0,20}[<>].{0,20}", MARK.sub("", text))


def _formatted(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield value["text"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _formatted(item)
