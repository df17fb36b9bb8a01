"""The content of somebody's screen: messages and views, with everything by its visible name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import spots
from sandbox.slack.blockkit.plain_text import Reader, buttons, visible_text
from sandbox.slack.blockkit.view_state import State
from sandbox.slack.state.file_storage import File
from sandbox.slack.state.notifications import pings
from sandbox.slack.state.surfaces import View
from sandbox.slack.state.workspace import StoredMessage

T = TypeVar("T")


@dataclass(frozen=True)
class ScreenFile:
    """A file on a message: what it is called, and what is in it for whoever downloads it."""

    id: str
    name: str
    title: str
    mimetype: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class ScreenMessage:
    """A message as somebody sees it; `plain` is what its blocks say, `text` what a notification reads out.

    `broadcast` is a reply in a thread that shows in the channel as well.
    """

    channel: str
    ts: str
    user: str
    text: str
    plain: str
    buttons: dict[str, str | None]
    thread_ts: str | None
    ephemeral: bool
    edited: bool
    pings: list[str]
    files: list[ScreenFile]
    broadcast: bool

    @classmethod
    def of(cls, reader: Reader, message: StoredMessage, held: State) -> "ScreenMessage":
        """The message, with what the person typed into it."""
        return cls(
            channel=message.channel,
            ts=message.ts,
            user=message.user,
            text=message.text,
            plain="\n".join(reader.lines(message.blocks, held, {})) or message.text,
            buttons=buttons(message.blocks),
            thread_ts=message.thread_ts,
            ephemeral=message.only_for is not None,
            edited=message.edited_ts is not None,
            pings=pings(message),
            files=[_file(file) for file in message.files],
            broadcast=message.broadcast,
        )


@dataclass(frozen=True)
class ScreenView:
    """A modal or home as somebody sees it; fields and buttons go by their visible names."""

    id: str
    title: str
    submit_label: str
    text: str
    labels: list[str]
    errors: dict[str, str]
    buttons: dict[str, str | None]
    values: dict[str, str]
    choices: dict[str, list[str]] = field(repr=False)

    @classmethod
    def of(cls, reader: Reader, view: View) -> "ScreenView":
        """The view with what was typed, and the errors shown at its fields."""
        fields = view_state.stateful(view.blocks)
        labels = {spot.block["block_id"]: spot.label for spot in fields}
        return cls(
            id=view.id,
            title=visible_text(view.content.get("title")),
            submit_label=visible_text(view.content.get("submit")),
            text="\n".join(reader.lines(view.blocks, view.state, view.errors)),
            labels=[spot.label for spot in spots(view.blocks) if spot.is_input],
            errors={labels[block_id]: words for block_id, words in view.errors.items()},
            buttons=buttons(view.blocks),
            values={spot.label: reader.shown(spot, view.state[spot.key]) for spot in fields},
            choices={spot.label: reader.options(spot) for spot in fields},
        )

    def value(self, label: str) -> str:
        """The text in the field: "" when empty, several choices joined by commas."""
        return _named(self.values, label)

    def options(self, label: str) -> list[str]:
        """The options of the field, unless the bot has to be asked."""
        return _named(self.choices, label)


def _file(file: File) -> ScreenFile:
    return ScreenFile(file.id, file.name, file.title, file.mimetype, file.content or b"")


def _named(fields: Mapping[str, T], label: str) -> T:
    if label not in fields:
        raise AssertionError(f"There is no field “{label}”; there are {list(fields)}")
    return fields[label]
