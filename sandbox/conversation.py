"""`python -m sandbox.conversation`: talk with the bot on a terminal, with a Slack and a RingCentral on this machine.

After each line it shows the acts that the bot read and everything that then changed on the screen: the draft, answers,
the card. Name a language to talk in it: `python -m sandbox.conversation de-DE Europe/Berlin`. `press Create` presses the
newest button whose label begins so.
"""

import asyncio
import json
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from sandbox.bot_process import BotEnded
from sandbox.environment import enter
from sandbox.options import CommandOptions
from sandbox.slack import SlackServer
from sandbox.slack.actors.screen_content import ScreenMessage, ScreenView
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.constants import BOT_USER
from sandbox.start import open_world
from sandbox.timeouts import extended

_ANN: Final = "U0ANN"
_CHANNEL: Final = "#general"
_DEFAULTS: Final = ("en-US", "America/New_York")
_PRESS: Final = "press "
_HANDLED: Final = "turn_handled"
"""The event in the bot's log that names the acts of a turn."""
_HANDLED_WITHIN: Final = 5.0
_SHOWN_WITHIN: Final = 20.0
"""Seconds; after a click RingCentral is asked several times."""
_SILENT_FOR: Final = 0.6
_LOOK: Final = 0.05
Say = Callable[[str], None]
Screen = dict[str, str]


class TerminalConversation:
    """One person who types to the bot in their direct conversation, and the bot's log, which tells the acts."""

    def __init__(self, slack: SlackServer, log: Path, say: Say) -> None:
        self._ann: SlackUser = slack.person(_ANN)
        self._log = log
        self._say = say
        self._shown: Screen = {}

    async def take(self, line: str) -> None:
        """Type a line, or press the button that it names, and show what comes of it."""
        if line.startswith(_PRESS):
            await self._press(line.removeprefix(_PRESS).strip())
            return
        before = len(self._turns())
        await self._ann.types(line)
        if line.startswith("/"):
            await self._settle(_HANDLED_WITHIN)
        else:
            await self._until(lambda: len(self._turns()) > before, _HANDLED_WITHIN)
        for acts in self._turns()[before:]:
            self._say(f"acts   {', '.join(acts) or 'none'}")
        await self._show()

    async def _press(self, label: str) -> None:
        pressable = [
            (one, button)
            for one in self._messages()
            for button in one.buttons
            if button.casefold().startswith(label.casefold())
        ]
        if not pressable:
            self._say(f"There is no button “{label}”.")
            return
        message, button = pressable[-1]
        await self._ann.presses(button, message=message)
        await self._settle(_SHOWN_WITHIN)
        await self._show()

    async def _show(self) -> None:
        """Show what is new on the screen, and close the form that opened."""
        now = self._screen()
        for place, text in now.items():
            if self._shown.get(place) != text:
                self._say(text)
        self._shown = now
        if self._ann.modal is not None:
            for line in _form(self._ann.modal):
                self._say(line)
            await self._ann.closes(everything=True)

    async def _settle(self, within: float) -> None:
        """Wait until something changed and then nothing more for a moment."""
        seen, silent = self._shown, 0.0

        def is_settled() -> bool:
            nonlocal seen, silent
            now = self._screen()
            silent = silent + _LOOK if now == seen else 0.0
            seen = now
            return silent >= _SILENT_FOR and (now != self._shown or self._ann.modal is not None)

        await self._until(is_settled, within)

    async def _until(self, holds: Callable[[], bool], within: float) -> None:
        waited = 0.0
        while not holds() and waited < extended(within):
            await asyncio.sleep(_LOOK)
            waited += _LOOK

    def _messages(self) -> list[ScreenMessage]:
        seen = [*self._ann.messages(_CHANNEL), *self._ann.dm]
        return [one for one in seen if one.user == BOT_USER]

    def _screen(self) -> Screen:
        return {f"{one.channel}:{one.ts}": self._ann.reads(one.plain) for one in self._messages()}

    def _turns(self) -> list[list[str]]:
        """The acts of each turn that the bot has handled."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [json.loads(line)["acts"] for line in lines if f'"{_HANDLED}"' in line]


def _form(view: ScreenView) -> Iterator[str]:
    yield f"form   {view.title}"
    for label, value in view.values.items():
        if value:
            yield f"  {label}: {value}"


async def converse(lines: "asyncio.Queue[str | None]", locale: str, zone: str, say: Say) -> None:
    """Talk until there are no more lines; raises BotEnded when the bot does not start."""
    with tempfile.TemporaryDirectory(prefix="webinars-") as folder:
        async with open_world(CommandOptions.read([]), Path(folder)) as (world, _):
            ann = world.slack.state.workspace.people[_ANN]
            ann.locale, ann.tz = locale, zone
            await world.slack.person(_ANN).types("/invite @webinars", channel=_CHANNEL)
            conversation = TerminalConversation(world.slack, Path(folder) / "bot.log", say)
            say("Ready: you are Ann, and write to the bot. “press Create” presses a button; Ctrl-D ends.")
            while (line := await lines.get()) is not None:
                await conversation.take(line)


async def _with_typed_lines(locale: str, zone: str) -> None:
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            if text := line.strip():
                loop.call_soon_threadsafe(lines.put_nowait, text)
        loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    await converse(lines, locale, zone, _print)


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - to the person who talks


def main() -> int:
    """The exit status: 0 at the end of the lines, 1 when the bot did not start, 130 when stopped."""
    enter("sandbox.conversation")
    locale, zone = (*sys.argv[1:], *_DEFAULTS[len(sys.argv) - 1 :])[:2]
    try:
        asyncio.run(_with_typed_lines(locale, zone))
    except BotEnded as ended:
        _print(str(ended))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
