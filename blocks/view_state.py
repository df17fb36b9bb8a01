"""Reading what stands in a view: whatever Slack sends, the answer is what was typed, or nothing."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any


class ViewState:
    """The inputs of a submitted view, by field name."""

    def __init__(self, view: Mapping[str, Any]) -> None:
        state = _mapping(_mapping(view.get("state")).get("values"))
        self._elements = {str(name): _mapping(_mapping(block).get(name)) for name, block in state.items()}

    def has(self, name: str) -> bool:
        """Tell whether the view had this input at all."""
        return bool(self._elements.get(name))

    def text(self, name: str) -> str:
        """The typed text; empty when there is none."""
        return _text(self._element(name).get("value"))

    def choice(self, name: str) -> str | None:
        """The value of the option that is chosen."""
        return _text(_mapping(self._element(name).get("selected_option")).get("value")) or None

    def many(self, name: str) -> tuple[str, ...]:
        """The people or conversations that are chosen."""
        element = self._element(name)
        chosen = element.get("selected_users") or element.get("selected_conversations")
        return tuple(str(item) for item in chosen) if isinstance(chosen, list) else ()

    def checked(self, name: str) -> tuple[str, ...]:
        """The values of the boxes that are ticked."""
        chosen = self._element(name).get("selected_options")
        values = [_text(_mapping(one).get("value")) for one in chosen] if isinstance(chosen, list) else []
        return tuple(value for value in values if value)

    def date(self, name: str) -> date | None:
        """The day that is chosen."""
        try:
            return date.fromisoformat(_text(self._element(name).get("selected_date")))
        except ValueError:
            return None

    def time(self, name: str) -> time | None:
        """The time of day that is chosen."""
        try:
            chosen = time.fromisoformat(_text(self._element(name).get("selected_time")))
        except ValueError:
            return None
        return chosen.replace(tzinfo=None)

    def _element(self, name: str) -> Mapping[str, Any]:
        return self._elements.get(name, {})


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
