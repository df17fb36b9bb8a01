"""The payloads of Slack that listeners read, each as one typed value; nothing here answers anybody."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from bot.models.frozen import Frozen
from bot.models.slack_payloads import View
from handlers.message_words import MessageWords


class ButtonPress(Frozen):
    """Somebody pressed a button, or chose something that tells at once.

    A press on a message has its `channel` and `message`; one in a view has the `view` instead.
    """

    user: str
    value: str
    channel: str | None = None
    message: str | None = None
    is_ephemeral: bool = False
    view: View | None = None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read a `block_actions` payload."""
        container = body.get("container") or {}
        on_message = container.get("type") == "message"
        return cls(
            user=body["user"]["id"],
            value=body["actions"][0].get("value") or "",
            channel=(body.get("channel") or {}).get("id") if on_message else None,
            message=container.get("message_ts") if on_message else None,
            is_ephemeral=bool(container.get("is_ephemeral")),
            view=body.get("view"),
        )

    @property
    def is_on_home(self) -> bool:
        """The press happened on the Home tab."""
        return self.view is not None and self.view.get("type") == "home"

    @property
    def is_in_modal(self) -> bool:
        """The press happened in a modal."""
        return self.view is not None and self.view.get("type") == "modal"

    @property
    def card(self) -> tuple[str, str] | None:
        """The channel and the timestamp of the message that everybody there sees; None for a press elsewhere."""
        if self.channel is None or self.message is None or self.is_ephemeral:
            return None
        return self.channel, self.message

    @property
    def is_in_direct_message(self) -> bool:
        """The press happened on a lasting message in a direct conversation with the bot."""
        return self.card is not None and self.card[0].startswith("D")

    @property
    def place(self) -> tuple[str, str]:
        """The channel and the timestamp of the message with the button; raises ValueError for a press in a view."""
        if self.channel is None or self.message is None:
            raise ValueError("this press came from no message")
        return self.channel, self.message

    @property
    def modal(self) -> View:
        """The view in which the press happened; raises ValueError for a press on a message."""
        if self.view is None:
            raise ValueError("this press came from no view")
        return self.view


class ViewSubmission(Frozen):
    """Somebody sent off a modal; `root` and `previous` are the ids of the views below it."""

    user: str
    view: View

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read a `view_submission` payload."""
        return cls(user=body["user"]["id"], view=body["view"])

    @property
    def view_id(self) -> str:
        """Slack's id of the view; the same view sent off twice has the same."""
        return str(self.view["id"])

    @property
    def metadata(self) -> str:
        """The text that the view carries along unseen."""
        return str(self.view.get("private_metadata") or "")

    @property
    def root(self) -> str:
        """The id of the first view of the stack."""
        return str(self.view["root_view_id"])

    @property
    def previous(self) -> str:
        """The id of the view below this one."""
        return str(self.view["previous_view_id"])


class SlashCommand(Frozen):
    """Somebody typed `/webinar` in a channel, with this `text` behind it."""

    user: str
    text: str = ""
    channel: str | None = None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read the payload of a command."""
        return cls(user=body["user_id"], text=body.get("text") or "", channel=body.get("channel_id"))


class ShortcutUse(Frozen):
    """Somebody used the global shortcut."""

    user: str

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read a `shortcut` payload."""
        return cls(user=body["user"]["id"])


class MessageShortcut(Frozen):
    """Somebody used the shortcut on a message; `writer` is the person who wrote it, None for an app."""

    user: str
    text: str
    written_at: datetime
    writer: str | None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read a `message_action` payload."""
        words = MessageWords.of(body["message"])
        return cls(user=body["user"]["id"], text=words.text, written_at=words.written_at, writer=words.writer)


class OptionSearch(Frozen):
    """Somebody types into a select that asks us for its options."""

    text: str

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read a `block_suggestion` payload."""
        return cls(text=body.get("value") or "")


class AppHomeOpened(Frozen):
    """Somebody opened a tab of the app's conversation."""

    user: str
    tab: str

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Read the envelope of an `app_home_opened` event."""
        event = body["event"]
        return cls(user=event["user"], tab=event.get("tab") or "")
