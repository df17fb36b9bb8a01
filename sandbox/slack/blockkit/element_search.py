"""Finding one's way in blocks: every element a person can use, where it stands and what it is called."""

import copy
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.slack.constants import Json


@dataclass(frozen=True)
class ElementLocation:
    """An element in its block; `label` is what a person would call it by."""

    block: Json
    element: Json

    @property
    def key(self) -> tuple[str, str]:
        """The key of the element's state: (block_id, action_id)."""
        return self.block["block_id"], self.element["action_id"]

    @property
    def type(self) -> str:
        """The element's type, such as "button"."""
        return str(self.element["type"])

    @property
    def is_input(self) -> bool:
        """Tell whether it stands in an input block."""
        return bool(self.block["type"] == "input")

    @property
    def label(self) -> str:
        """The input's label, else its own text, else the section's text beside it, else its placeholder."""
        for text in (
            self.block.get("label"),
            self.element.get("text"),
            self.block.get("text"),
            self.element.get("placeholder"),
        ):
            if text:
                return str(text["text"]).strip("*_ ")
        return str(self.element["action_id"])


def spots(blocks: Iterable[Json]) -> Iterator[ElementLocation]:
    """Every interactive element, from top to bottom."""
    for block in blocks:
        for element in _elements(block):
            if "action_id" in element:
                yield ElementLocation(block, element)


def _elements(block: Json) -> list[Json]:
    match block["type"]:
        case "input":
            return [block["element"]]
        case "section" if "accessory" in block:
            return [block["accessory"]]
        case "actions":
            return list(block["elements"])
        case _:
            return []


def find_element(blocks: Iterable[Json], block_id: str, action_id: str) -> ElementLocation:
    """The element with these ids; AssertionError if it is not there (any more)."""
    for spot in spots(blocks):
        if spot.key == (block_id, action_id):
            return spot
    raise AssertionError(f"There is no element {block_id}/{action_id} here")


def options_of(element: Mapping[str, Any]) -> list[Json]:
    """The options an element carries itself, groups laid end to end."""
    groups = element.get("option_groups", ())
    return [*element.get("options", ()), *(option for group in groups for option in group["options"])]


class Completion:
    """Completes blocks as Slack does when it takes them: ids where there are none, text defaults spelt out."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def of(self, blocks: Iterable[Json]) -> list[Json]:
        """A completed copy of `blocks`."""
        completed = [_with_text_defaults(copy.deepcopy(block)) for block in blocks]
        for block in completed:
            block.setdefault("block_id", f"b{next(self._numbers):04d}")
            for element in _elements(block):
                if element["type"] != "image":
                    element.setdefault("action_id", f"a{next(self._numbers):04d}")
        return completed


def _with_text_defaults(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_text_defaults(item) for item in value]
    if not isinstance(value, dict):
        return value
    completed = {key: _with_text_defaults(item) for key, item in value.items()}
    match completed.get("type"):
        case "plain_text":
            completed.setdefault("emoji", True)
        case "mrkdwn":
            completed.setdefault("verbatim", False)
        case _:
            pass
    return completed
