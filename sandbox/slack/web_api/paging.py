"""Long lists page by page, as Slack's cursors give them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sandbox.slack.constants import Json, SlackRefusal
from sandbox.slack.web_api.arguments import Arguments

T = TypeVar("T")


def slack_page(found: Sequence[T], arguments: Arguments, name: Callable[[T], str]) -> tuple[list[T], Json]:
    """One page, and the cursor of the next: the name of its first item."""
    names = [name(item) for item in found]
    cursor = arguments.text("cursor")
    if cursor and cursor not in names:
        raise SlackRefusal("invalid_cursor")
    start = names.index(cursor) if cursor else 0
    end = start + arguments.count("limit", 100, most=999)
    return list(found[start:end]), {
        "response_metadata": {"next_cursor": names[end] if end < len(names) else ""}
    }
