"""The people whom a message notifies."""

import re
from typing import Any

from sandbox.slack.state.workspace import StoredMessage

_PING = re.compile(r"<([@!](?:[UW]\w+|channel|here|everyone|subteam\^\w+))(?:\|[^<>]*)?>")


def pings(message: StoredMessage) -> list[str]:
    """The people ("@U0ANN") and crowds ("!channel") that a message calls, in order: those a reader sees called."""
    texts = list(_mrkdwn(message.blocks)) if message.blocks else [message.text]
    return [found for text in texts for found in _PING.findall(text)]


def _mrkdwn(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _mrkdwn(item)]
    if not isinstance(value, dict):
        return []
    if value.get("type") in ("mrkdwn", "markdown"):
        return [value["text"]]
    return [text for item in value.values() for text in _mrkdwn(item)]
