"""Slack's JSON as blocks draw it, ready to be posted."""

import hashlib
from typing import Any, TypeAlias

from bot.models.frozen import Frozen

Block: TypeAlias = dict[str, Any]
"""One Block Kit block."""

View: TypeAlias = dict[str, Any]
"""One modal."""


class Message(Frozen):
    """A message: `text` alone tells everything, for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...]

    @property
    def digest(self) -> str:
        """A digest that tells this message from every other."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()
