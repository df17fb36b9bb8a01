"""Fields as a page has them: how each is drawn, under which name it is posted, and what it then holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, unquote

from sandbox.slack.actors import menu_options
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import ElementLocation
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.constants import Json

TYPED: Final = ("text", "area", "date", "time")
_KINDS: Final[Mapping[str, str]] = {
    "plain_text_input": "text",
    "number_input": "text",
    "email_text_input": "text",
    "url_text_input": "text",
    "datepicker": "date",
    "timepicker": "time",
    "static_select": "select",
    "users_select": "select",
    "conversations_select": "select",
    "channels_select": "select",
    "radio_buttons": "radios",
    "checkboxes": "ticks",
    "multi_static_select": "pills",
    "multi_users_select": "pills",
    "multi_conversations_select": "pills",
    "multi_channels_select": "pills",
    "external_select": "lookup",
}
_KEYBOARDS: Final = {"number_input": "decimal", "email_text_input": "email", "url_text_input": "url"}


@dataclass(frozen=True)
class FieldChoice:
    """One thing to choose: its text (a text object, where the app gave one) and whether it is chosen."""

    text: Json
    value: str
    description: Json | None
    chosen: bool


@dataclass(frozen=True)
class PageField:
    """One element that takes a value, as somebody sees it; `kind` is "" for one that the page cannot draw."""

    spot: ElementLocation
    reader: Reader
    held: Any

    @property
    def name(self) -> str:
        """The name under which it is posted."""
        return name_of(*self.spot.key)

    @property
    def kind(self) -> str:
        """The kind of field by which the page draws it."""
        return "area" if self.spot.element.get("multiline") else _KINDS.get(self.spot.type, "")

    @property
    def keyboard(self) -> str:
        """The kind of keyboard that a phone offers."""
        return _KEYBOARDS.get(self.spot.type, "text")

    @property
    def shown(self) -> str:
        """The text in the field while nobody types: a choice by its text."""
        return self.reader.shown(self.spot, view_state.with_value(self.spot, self.held))

    @property
    def value(self) -> str:
        """The value, as a form posts it; "" when empty."""
        return _value(self.held) if self.held else ""

    @property
    def choices(self) -> list[FieldChoice]:
        """The choices that are there without asking the bot."""
        held = self.held if isinstance(self.held, list) else [self.held]
        chosen = {_value(one) for one in held if one}
        return [_choice(text, one, chosen) for text, one in self._offered()]

    def holds(self, values: Sequence[str], suggested: dict[str, Json]) -> Any:
        """The value once `values` were posted; AssertionError for a value that was not offered."""
        given = [value.replace("\r\n", "\n") for value in values if value]
        if self.kind in TYPED:
            return given[0] if given else None
        offered = {_value(one): one for _text, one in self._offered()} | suggested
        if self.kind == "lookup" and self.held:
            offered |= {_value(self.held): self.held}
        chosen = [_offered(offered, value, self.spot.label) for value in given]
        if view_state.SHAPES[self.spot.type].many:
            return chosen
        return chosen[0] if chosen else None

    def _offered(self) -> list[menu_options.Choice]:
        return menu_options.offered(self.reader.workspace, self.reader.person, self.spot)


def name_of(*parts: str) -> str:
    """Ids as one word, whatever they are made of."""
    return "/".join(quote(part, safe="") for part in parts)


def parts_of(name: str) -> list[str]:
    """The ids that `name_of` made one word of."""
    return [unquote(part) for part in name.split("/")]


def _choice(text: str, held: Any, chosen: set[str]) -> FieldChoice:
    value = _value(held)
    if isinstance(held, dict):
        return FieldChoice(held["text"], value, held.get("description"), value in chosen)
    return FieldChoice({"type": "plain_text", "text": text}, value, None, value in chosen)


def _value(held: Any) -> str:
    return str(held["value"] if isinstance(held, dict) else held)


def _offered(offered: Mapping[str, Any], value: str, label: str) -> Any:
    if value not in offered:
        raise AssertionError(f"“{value}” cannot be chosen in “{label}”")
    return offered[value]
