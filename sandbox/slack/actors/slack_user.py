"""Somebody in the workspace, whose acts tests read like a story."""

import asyncio
from collections.abc import Sequence

from sandbox.slack.actors.field_values import held_for
from sandbox.slack.actors.name_search import confirmed, only, pressable
from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.screen_report import on_screen
from sandbox.slack.actors.targets import Place, ground
from sandbox.slack.actors.user_screen import UserScreen
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import spots
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.surfaces import View


class SlackUser(UserScreen):
    """Somebody who looks, types and presses; everything is named by what the screen shows."""

    async def types(
        self, text: str, channel: str | None = None, *, thread_ts: str | None = None, broadcast: bool = False
    ) -> None:
        """Type into a channel (None: the direct conversation with the bot); a leading slash makes it a command.

        With `thread_ts` it is a reply, which also goes to the channel if it is `broadcast`.
        """
        where = channel or self._state.workspace.direct([BOT_USER, self.id]).id
        if text.startswith("/"):
            await self._slack.command(self.id, where, text, thread_ts=thread_ts)
        else:
            await self._slack.say(self.id, where, text, thread_ts=thread_ts, broadcast=broadcast)

    async def joins(self, channel: str) -> None:
        """Join a public channel."""
        await self._slack.join(self.id, channel)

    async def uses_shortcut(self, name: str) -> None:
        """Pick a global shortcut by its name."""
        await self._slack.shortcut(self.id, name)

    async def uses_message_shortcut(self, name: str, message: ScreenMessage) -> None:
        """Pick a shortcut from a message's menu by its name."""
        await self._slack.message_shortcut(self.id, name, message.channel, message.ts)

    async def opens_home(self, tab: str = "home") -> None:
        """Look at the app: its "home", or its "messages"."""
        await self._slack.open_home(self.id, tab)

    async def fill(
        self,
        label: str,
        value: str | Sequence[str] | None,
        *,
        message: ScreenMessage | None = None,
        home: bool = False,
    ) -> None:
        """Type into or choose in the field called `label`; a list chooses several, None empties the field.

        It is a field of the modal on top, unless a `message` or the `home` is meant.
        """
        place = self._place(message, home=home)
        fields = view_state.stateful(ground(self._state, self.id, place).blocks)
        found = [spot for spot in fields if spot.label == label]
        spot = only(found, f"field “{label}”", f"There are: {[spot.label for spot in fields]}")
        held = await held_for(self._state, self.id, place, spot, value)
        await self._slack.type_into(self.id, place, *spot.key, held)

    async def presses(
        self,
        text: str,
        *,
        message: ScreenMessage | None = None,
        home: bool = False,
        near: str = "",
        confirm: bool | None = None,
    ) -> str | None:
        """Press the button or pick the menu entry with this text; return the URL that it opens.

        Where there are several, `near` is a text after which the first is meant; `confirm` answers the dialog.
        """
        place = self._place(message, home=home)
        blocks = ground(self._state, self.id, place).blocks
        screen = f"There are: {[spot.label for spot in spots(blocks)]}"
        spot, option = only(pressable(blocks, text, near), f"button “{text}”", screen)
        if not confirmed(spot.element, text, confirm):
            return None
        return await self._slack.press(self.id, place, *spot.key, option)

    async def submits(self, times: int = 1) -> None:
        """Press the submit button of the modal on top; twice is a double click."""
        view = self._top()
        await asyncio.gather(*(self._slack.submit(self.id, view.id) for _ in range(times)))

    async def closes(self, *, everything: bool = False) -> None:
        """Cancel the modal on top, or close all of them."""
        await self._slack.close(self.id, self._top().id, everything=everything)

    def _top(self) -> View:
        stack = self._state.surfaces.stack(self.id)
        if not stack:
            raise AssertionError(
                f"{self!r} sees no modal. This is what people see:\n{on_screen(self._state)}"
            )
        return stack[-1]

    def _place(self, message: ScreenMessage | None, *, home: bool) -> Place:
        if message is not None:
            return message.channel, message.ts
        if not home:
            return self._top().id
        if self.id not in self._state.surfaces.homes:
            raise AssertionError(f"{self!r} sees no home")
        return self._state.surfaces.homes[self.id].id
