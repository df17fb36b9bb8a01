"""The target of an action: a modal, a home, or a message."""

from dataclasses import dataclass

from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.view_state import State
from sandbox.slack.constants import Json, SlackRefusal
from sandbox.slack.delivery import payloads
from sandbox.slack.delivery.channel_messages import wire_message
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.surfaces import View
from sandbox.slack.state.workspace import Channel, StoredMessage

Place = str | tuple[str, str]
"""A view's id, or the channel and ts of a message."""


@dataclass(frozen=True)
class ViewTarget:
    """Ground in a modal or home."""

    view: View

    @property
    def blocks(self) -> list[Json]:
        """The blocks that can be acted on."""
        return self.view.blocks

    @property
    def field_state(self) -> State:
        """The state that was typed and chosen here; changing it is acting."""
        return self.view.state

    @property
    def conversation(self) -> str | None:
        """The conversation in the background."""
        return self.view.conversation

    def touched(self, block_id: str) -> None:
        """Something at this block changed: an error shown there goes away."""
        self.view.errors.pop(block_id, None)

    def payload(self, _state: SlackState, _person: str) -> Json:
        """The ground as an interaction tells it."""
        return {
            "container": {"type": "view", "view_id": self.view.id},
            "view": self.view.told(with_state=True),
        }


@dataclass(frozen=True)
class MessageTarget:
    """Ground on a message; everybody who looks at it types into a state of their own."""

    channel: Channel
    message: StoredMessage
    field_state: State

    @property
    def blocks(self) -> list[Json]:
        """The blocks that can be acted on."""
        return self.message.blocks

    @property
    def conversation(self) -> str | None:
        """The conversation in the background."""
        return self.channel.id

    def touched(self, _block_id: str) -> None:
        """Messages show no errors."""

    def payload(self, state: SlackState, person: str) -> Json:
        """The ground as an interaction tells it; of an ephemeral message only where it was."""
        ephemeral = self.message.only_for is not None
        thread = {"thread_ts": self.message.thread_ts} if self.message.thread_ts else {}
        container = {
            "type": "message",
            "message_ts": self.message.ts,
            "channel_id": self.channel.id,
            "is_ephemeral": ephemeral,
        }
        return {
            "container": container | thread,
            "channel": payloads.where(self.channel),
            **({} if ephemeral else {"message": wire_message(self.channel, self.message)}),
            "state": view_state.state_values(self.field_state),
            "response_url": state.response_urls.give(person, self.channel.id, self.message.ts),
        }


Ground = ViewTarget | MessageTarget


def ground(state: SlackState, person: str, place: Place) -> Ground:
    """The target that `person` sees at `place`; AssertionError if there is nothing for them."""
    if isinstance(place, str):
        return ViewTarget(_view(state, person, place))
    return on_message(state, person, *place)


def on_message(state: SlackState, person: str, channel_id: str, ts: str) -> MessageTarget:
    """The message that `person` sees there; AssertionError if they see none."""
    channel = state.workspace.find_channel(channel_id)
    message = channel.message(ts)
    if message is None or message.only_for not in (None, person) or not state.workspace.sees(person, channel):
        raise AssertionError(f"{person} does not see a message {ts} in {channel_id}")
    return MessageTarget(channel, message, typed_into(state, person, message))


def typed_into(state: SlackState, person: str, message: StoredMessage) -> State:
    """The state that `person` typed and chose on a message; changes in it stay."""
    key = (person, message.channel, message.ts)
    held = state.typed_in_messages[key] = view_state.carried(
        state.typed_in_messages.get(key, {}), message.blocks
    )
    return held


def _view(state: SlackState, person: str, view_id: str) -> View:
    try:
        view = state.surfaces.find(view_id=view_id)
    except SlackRefusal:
        raise AssertionError(f"The view {view_id} is not open") from None
    if view.owner != person:
        raise AssertionError(f"The view {view_id} is open before {view.owner}, not {person}")
    if view.content["type"] == "modal" and state.surfaces.stack(person)[-1] is not view:
        raise AssertionError(f"Another modal lies on top of the view {view_id}")
    return view
