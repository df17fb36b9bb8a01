"""A message's metadata: an event's type, and its payload of plain values (docs.slack.dev/messaging/message-metadata)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sandbox.slack.blockkit.rules import ObjectRule, TextRule, problem, under


@dataclass(frozen=True)
class ValueRule:
    """A text, number or boolean; or lists and objects of such, as many levels deep as `depth` says."""

    depth: int

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse null everywhere, and lists and objects that lie too deep."""
        if isinstance(value, str | int | float):
            return []
        if self.depth and isinstance(value, list):
            return [
                p
                for i, item in enumerate(value)
                for p in ValueRule(self.depth - 1).problems(item, under(at, i))
            ]
        if self.depth and isinstance(value, Mapping):
            return PayloadRule(self.depth - 1).problems(value, at)
        return [problem("must provide a string, number or boolean", at)]


@dataclass(frozen=True)
class PayloadRule:
    """An object with members of any name and plain values."""

    depth: int

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other types, and values that are not plain."""
        if not isinstance(value, Mapping):
            return [problem("must provide an object", at)]
        members = value.items()
        return [
            p for name, member in members for p in ValueRule(self.depth).problems(member, under(at, name))
        ]


METADATA: Final = ObjectRule({"event_type": TextRule(255), "event_payload": PayloadRule(depth=2)})
"""In a payload: values, lists of values or of flat objects, and objects of such."""
