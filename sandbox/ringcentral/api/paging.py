"""Lists are given a page at a time."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sandbox.ringcentral.api.errors import invalid

T = TypeVar("T")


def page(found: Sequence[T], query: Mapping[str, Any], show: Callable[[T], Any]) -> dict[str, Any]:
    """Show the page that `query` asks for: `perPage` entries (100, at most 1000) from `pageToken` on."""
    size = min(query.get("perPage", 100), 1000)
    first = _first(query.get("pageToken"), len(found))
    paging: dict[str, Any] = {"perPage": size, "pageToken": _token(first)}
    if first + size < len(found):
        paging["nextPageToken"] = _token(first + size)
    if first:
        paging["previousPageToken"] = _token(max(0, first - size))
    return {"records": [show(each) for each in found[first : first + size]], "paging": paging}


def _token(first: int) -> str:
    """Name a page by its first entry, in a form that nobody takes for a page number."""
    return f"from-{first:x}"


def _first(token: str | None, total: int) -> int:
    if token is None:
        return 0
    for first in range(total + 1):
        if _token(first) == token:
            return first
    raise invalid("pageToken", "This page token was not given out")
