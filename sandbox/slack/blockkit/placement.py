"""The blocks and surfaces on which each of Block Kit's elements may stand.

As in the table at docs.slack.dev/reference/block-kit/block-elements, but for one thing: Slack answers
`unsupported type` to multi-select menus in actions blocks, whatever that table says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sandbox.slack.blockkit import elements
from sandbox.slack.blockkit.objects import formatted
from sandbox.slack.blockkit.rules import ObjectRule, TypedObjectRule


class Surface(StrEnum):
    """The surface on which blocks are shown."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True)
class Placement:
    """Elements that may stand in the same blocks on the same surfaces."""

    elements: Mapping[str, ObjectRule]
    blocks: frozenset[str]
    surfaces: frozenset[Surface] = frozenset(Surface)


_ACTIONS: Final = frozenset({"section", "actions"})
_CHOICES: Final = frozenset({"section", "actions", "input"})
_INPUT: Final = frozenset({"input"})
_MODAL: Final = frozenset({Surface.MODAL})

PLACES: Final = (
    Placement(elements.BUTTONS, _ACTIONS),
    Placement(elements.MENUS, _CHOICES),
    Placement(elements.ANSWERABLE_MENUS, _INPUT, _MODAL),
    Placement(elements.MULTI_MENUS, frozenset({"section", "input"})),
    Placement(elements.TICKS, _CHOICES),
    Placement(elements.PICKERS, _CHOICES),
    Placement(
        elements.DATETIMEPICKER,
        frozenset({"actions", "input"}),
        frozenset({Surface.MESSAGE, Surface.MODAL}),
    ),
    Placement(elements.PLAIN_TEXT_INPUT, _INPUT),
    Placement(elements.RICH_TEXT_INPUT, _INPUT, frozenset({Surface.MODAL, Surface.HOME})),
    Placement(elements.FORM_INPUTS, _INPUT, _MODAL),
    Placement(elements.IMAGE, frozenset({"section", "context"})),
    Placement(formatted().shapes, frozenset({"context"})),
)
"""The place where two places hold the same element, the later one says what it looks like there."""


def elements_in(block: str, surface: Surface) -> TypedObjectRule:
    """The elements that this kind of block may hold on this surface."""
    return TypedObjectRule(
        {
            kind: shape
            for place in PLACES
            if block in place.blocks and surface in place.surfaces
            for kind, shape in place.elements.items()
        }
    )
