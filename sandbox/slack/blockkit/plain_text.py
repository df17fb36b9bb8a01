"""Reading blocks off the screen as plain text, line by line, as one person sees them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.slack.actors import menu_options
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import ElementLocation, spots
from sandbox.slack.blockkit.view_state import State
from sandbox.slack.constants import Json
from sandbox.slack.state.workspace import Workspace


@dataclass(frozen=True)
class Reader:
    """The eyes of `person` (an id)."""

    workspace: Workspace
    person: str

    def lines(self, blocks: Iterable[Json], held: State, errors: Mapping[str, str]) -> Iterator[str]:
        """Everything visible from top to bottom; fields as [value], buttons as (text), errors after "! "."""
        for block in blocks:
            yield from texts(block)
            for spot in spots([block]):
                yield from self._element(spot, held)
            if block.get("hint"):
                yield visible_text(block["hint"])
            if block["block_id"] in errors:
                yield f"! {errors[block['block_id']]}"

    def _element(self, spot: ElementLocation, held: State) -> Iterator[str]:
        if spot.type in view_state.SHAPES:
            yield f"[{self.shown(spot, held[spot.key])}]"
            if "timezone" in spot.element:
                yield spot.element["timezone"]
        elif spot.type == "overflow":
            yield " ".join(f"({visible_text(option['text'])})" for option in spot.element["options"])
        else:
            yield f"({visible_text(spot.element.get('text'))})"

    def shown(self, spot: ElementLocation, held: Json) -> str:
        """The visible text of a field's value: "" when empty, several joined by commas."""
        value = view_state.value_in(held)
        if value is None:
            return ""
        values = value if isinstance(value, list) else [value]
        return ", ".join(self._one_shown(spot, one) for one in values)

    def _one_shown(self, spot: ElementLocation, value: Any) -> str:
        if isinstance(value, dict) and "text" in value:
            return visible_text(value["text"])
        if "users_select" in spot.type:
            return self.workspace.people[value].real_name
        if menu_options.picks_channels(spot):
            return menu_options.called(self.workspace, self.person, self.workspace.channels[value])
        return str(value)

    def options(self, spot: ElementLocation) -> list[str]:
        """The options of a field without asking the bot."""
        return [text for text, _held in menu_options.offered(self.workspace, self.person, spot)]


def visible_text(text: Json | None) -> str:
    """The words of a text object."""
    return str(text["text"]) if text else ""


def texts(block: Json) -> Iterator[str]:
    """The text of a block by itself, without its elements; mrkdwn stays as it is."""
    match block["type"]:
        case "header" | "section":
            yield from (visible_text(text) for text in (block.get("text"), *block.get("fields", ())) if text)
        case "context":
            yield from (element.get("alt_text") or visible_text(element) for element in block["elements"])
        case "input":
            yield visible_text(block["label"])
        case "image" | "video":
            yield block["alt_text"]
        case "markdown":
            yield block["text"]
        case "rich_text":
            yield from ("".join(_rich(part)) for part in block["elements"])
        case _:
            pass


def _rich(part: Json) -> Iterator[str]:
    for element in part.get("elements", ()):
        if "elements" in element:
            yield from ("• ", *_rich(element), "\n")
        else:
            yield str(element.get("text") or element.get("url") or element.get("user_id") or "")


def buttons(blocks: Iterable[Json]) -> dict[str, str | None]:
    """Everything that can be pressed, by its text, with the URL it opens."""
    pressable: dict[str, str | None] = {}
    for spot in spots(blocks):
        if spot.type == "button":
            pressable[visible_text(spot.element["text"])] = spot.element.get("url")
        elif spot.type == "overflow":
            pressable |= {
                visible_text(option["text"]): option.get("url") for option in spot.element["options"]
            }
    return pressable
