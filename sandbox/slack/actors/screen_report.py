"""Everybody's screen at once, for a failing test to show."""

from collections.abc import Iterator

from sandbox.slack.actors.screen_content import ScreenMessage, ScreenView
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.state.slack_state import SlackState

_LAST_MESSAGES = 5


def on_screen(state: SlackState) -> str:
    """Every open view, the last messages of every channel, and what Slack told people."""
    return "\n".join([*_views(state), *_messages(state), *_notices(state)]) or "nothing at all"


def _views(state: SlackState) -> Iterator[str]:
    surfaces = state.surfaces
    for view in [*(view for stack in surfaces.stacks.values() for view in stack), *surfaces.homes.values()]:
        seen = ScreenView.of(Reader(state.workspace, view.owner), view)
        yield f"{view.owner} sees “{seen.title or 'home'}”:\n{seen.text}\n"


def _messages(state: SlackState) -> Iterator[str]:
    for channel in state.workspace.channels.values():
        for message in channel.messages[-_LAST_MESSAGES:]:
            reader = Reader(state.workspace, message.only_for or message.user)
            seen = ScreenMessage.of(reader, message, view_state.fresh(message.blocks))
            yield f"{message.only_for or 'All'} in {channel.name or channel.id}, by {seen.user}: {seen.plain}"


def _notices(state: SlackState) -> Iterator[str]:
    for person, notices in state.notices.items():
        yield f"Slack told {person}: {notices}"
