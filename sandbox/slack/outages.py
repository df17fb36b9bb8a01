"""Answers that Slack gives while it is not itself: nothing usable, or a refusal that passes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

_HTML: Final = "<html><body>Service unavailable</body></html>"

NOTHING_USABLE: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "an empty body": {"code": 200, "body": ""},
        "a page": {"code": 200, "body": _HTML, "headers": {"Content-Type": "text/html"}},
        "text": {"code": 200, "body": "upstream timed out", "headers": {"Content-Type": "text/plain"}},
        "null": {"code": 200, "body": "null", "headers": {"Content-Type": "application/json"}},
        "a list": {"code": 200, "body": "[1]", "headers": {"Content-Type": "application/json"}},
        "half an answer": {
            "code": 200,
            "body": '{"ok": true, "chan',
            "headers": {"Content-Type": "application/json"},
        },
        "an answer without what was asked": {"code": 200, "body": {"ok": True}},
        "a proxy's refusal": {"code": 403, "body": _HTML, "headers": {"Content-Type": "text/html"}},
        "a gateway's fault": {"code": 502, "body": _HTML, "headers": {"Content-Type": "text/html"}},
    }
)
"""What to give a Fault that answers, by what a person would call it."""


def refusal(code: str) -> dict[str, Any]:
    """Return what a Fault needs to answer as Slack does when it refuses with this code."""
    return {"code": 200, "body": {"ok": False, "error": code}}
