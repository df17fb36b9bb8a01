"""Blocks as the templates draw them, in a modal, a home or a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sandbox.page import rich_text
from sandbox.page.form_fields import PageField, name_of
from sandbox.page.mrkdwn import Mrkdwn
from sandbox.slack.blockkit.element_search import ElementLocation
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.blockkit.view_state import SHAPES, State, value_in
from sandbox.slack.constants import Json


@dataclass(frozen=True)
class BlockRenderer:
    """Blocks with what was typed into them; `place` is how a form names where they are, `root` begins their ids."""

    place: str
    root: str
    blocks: Sequence[Json]
    state: State
    errors: Mapping[str, str]
    reader: Reader
    mrkdwn: Mrkdwn

    def field(self, block: Json, element: Json) -> PageField | None:
        """The field that an element is; None for one that takes no value."""
        spot = ElementLocation(block, element)
        if spot.type not in SHAPES:
            return None
        return PageField(spot, self.reader, value_in(self.state[spot.key]))

    def press(self, block: Json, element: Json, *option: str) -> str:
        """The form data that is posted when an element is pressed, or an option of its menu picked."""
        return name_of(block["block_id"], element["action_id"], *option)

    def rich(self, block: Json) -> Markup:
        """A block of rich text."""
        return rich_text.html(block, self.mrkdwn)
