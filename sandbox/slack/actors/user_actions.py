"""The actions of people in the workspace, by ids: tests come here by way of a SlackUser, the page by way of HTTP."""

from collections.abc import Callable
from typing import Any

from sandbox.slack.actors import commands, element_actions, submissions
from sandbox.slack.actors.screen_report import on_screen
from sandbox.slack.actors.targets import Place, ViewTarget, ground, on_message
from sandbox.slack.constants import Json
from sandbox.slack.delivery import channel_messages
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.surfaces import View
from sandbox.slack.state.workspace import Channel, StoredMessage


class UserActions:
    """Everybody's hands; each act returns when the bot answered and Slack did what it said."""

    def __init__(self, state: SlackState) -> None:
        self.state = state

    async def command(self, person: str, channel: str, text: str, *, thread_ts: str | None = None) -> None:
        """Type a slash command into a channel."""
        where = self._entered(person, channel)
        if thread_ts is not None:
            self.state.notice(person, f"{text.split(maxsplit=1)[0]} is not supported in threads. Sorry!")
        elif text.startswith("/invite "):
            await commands.invite(self.state, person, where, text.removeprefix("/invite ").strip())
        else:
            await commands.command(self.state, person, where, text)

    async def say(
        self, person: str, channel: str, text: str, *, thread_ts: str | None = None, broadcast: bool = False
    ) -> StoredMessage:
        """Say something in a channel or in a thread, there and in the channel if it is `broadcast`."""
        where = self._entered(person, channel)
        if not self.state.workspace.may_post(person, where):
            raise AssertionError(f"{person} may not post in {channel}")
        reply = commands.ThreadReply(thread_ts, broadcast) if thread_ts else None
        return await commands.post_message(self.state, person, where, text, reply)

    async def shortcut(self, person: str, name: str) -> None:
        """Use a global shortcut."""
        await commands.shortcut(self.state, person, name)

    async def message_shortcut(self, person: str, name: str, channel: str, ts: str) -> None:
        """Use a shortcut from the menu of a message."""
        here = on_message(self.state, person, channel, ts)
        await commands.message_shortcut(self.state, person, name, here.channel, here.message)

    async def open_home(self, person: str, tab: str = "home") -> None:
        """Look at the app's home, or at its messages."""
        if tab == "home" and not self.state.installation.home_tab:
            raise AssertionError("The app has no home")
        await commands.open_home(self.state, person, tab)

    async def join(self, person: str, channel: str) -> None:
        """Join a public channel that one sees."""
        where = self.state.workspace.find_channel(channel)
        if where.kind != "public" or not self.state.workspace.sees(person, where):
            raise AssertionError(f"{person} cannot join {channel}")
        if person not in where.members:
            where.members.append(person)

    async def event(self, event: Json) -> None:
        """Let the bot hear of something that no hand here does, such as {"type": "app_uninstalled"}."""
        await channel_messages.event(self.state, event)

    async def press(
        self, person: str, place: Place, block_id: str, action_id: str, option: str | None = None
    ) -> str | None:
        """Press a button, or pick a menu's option by its value; return the URL that it opens."""
        return await element_actions.press(self.state, person, place, (block_id, action_id), option)

    async def type_into(self, person: str, place: Place, block_id: str, action_id: str, value: Any) -> None:
        """Give a field a value as the state holds it: a text, an option, an id, or a list of these."""
        await element_actions.type_into(self.state, person, place, (block_id, action_id), value)

    async def suggest(
        self, person: str, place: Place, block_id: str, action_id: str, query: str
    ) -> list[Json]:
        """The options that the bot offers for what was typed into an external select."""
        return await element_actions.suggest(self.state, person, place, (block_id, action_id), query)

    async def submit(self, person: str, view_id: str) -> None:
        """Submit a modal."""
        view = self._modal(person, view_id)
        if not view.content.get("submit"):
            raise AssertionError("This modal has no submit button")
        await submissions.submit(self.state, person, view)

    async def close(self, person: str, view_id: str, *, everything: bool = False) -> None:
        """Cancel a modal, or close the whole stack."""
        await submissions.close(self.state, person, self._modal(person, view_id), everything=everything)

    async def wait_until(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Return once `predicate()` is true; after `timeout` seconds raise AssertionError with what people see."""
        await self.state.changes.wait_until(
            predicate, seconds=timeout, describe=lambda: on_screen(self.state)
        )

    def _modal(self, person: str, view_id: str) -> View:
        here = ground(self.state, person, view_id)
        if not isinstance(here, ViewTarget) or here.view.content["type"] != "modal":
            raise AssertionError(f"{view_id} is no modal")
        return here.view

    def _entered(self, person: str, channel: str) -> Channel:
        """The channel, if the person can type there."""
        where = self.state.workspace.find_channel(channel)
        if person not in where.members:
            raise AssertionError(f"{person} is not in {channel}, and cannot type there")
        if where.archived:
            raise AssertionError(f"{channel} is archived: nobody can type there")
        app = self.state.installation
        if where.kind == "im" and (app.messages_tab_read_only or not app.messages_tab):
            raise AssertionError("Sending messages to this app has been turned off")
        return where
