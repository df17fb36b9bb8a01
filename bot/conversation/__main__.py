"""`python -m bot.conversation`: talk with the bot on a terminal; acts and draft are shown after each line.

The sandbox stands behind it, so that webinars are created, moved and cancelled as in Slack. Name a language to talk in
it: `python -m bot.conversation de-DE Europe/Berlin`. With `--alone`, or where there is no sandbox, nothing is asked of
Slack or RingCentral: the terminal shows in full what the reader and the effects make of the words.
"""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Final

from bot.conversation.acts import Act, Begin, ChangeDraft, Discard, StartOver, Undo
from bot.conversation.effects import Surroundings, changed
from bot.conversation.proposal import begun_with
from bot.conversation.reader import TurnContext, Venue
from bot.conversation.rules import RuleReader
from bot.forms.prefill import in_listed_zone
from bot.models.conversation import DraftState
from bot.models.understood import Understood

OWNER: Final = "U0YOU"
HERE: Final = "C0HERE"
_ALONE: Final = "--alone"
_WITH_SANDBOX: Final = "sandbox.conversation"
"""A program of its own: the bot imports nothing of the sandbox."""


class TerminalConversation:
    """One person who talks, the draft that is open, and what it was before."""

    def __init__(self, locale: str, zone: str) -> None:
        self._locale = locale
        self._zone = zone
        self._reader = RuleReader()
        self._drafts: list[DraftState] = []

    def say(self, text: str, now: dt.datetime) -> Iterator[str]:
        """Return what a line leads to: each act, and the draft as it stands then."""
        draft = self._drafts[-1] if self._drafts else None
        turn = TurnContext(
            text=text,
            author=OWNER,
            owner=OWNER if draft else None,
            venue=Venue.DIRECT,
            now=now,
            zone=self._zone,
            locale=self._locale,
            channel=HERE,
            draft=draft,
        )
        for act in self._reader.read(turn):
            said = act.model_dump_json(exclude_defaults=True, exclude={"said"})
            yield f"  act    {type(act).__name__} {said}"
            self._take_effect(act, now)
        for line in self._shown():
            yield f"  draft  {line}"

    def _take_effect(self, act: Act, now: dt.datetime) -> None:
        around = Surroundings(now, self._zone, HERE)
        if isinstance(act, Begin):
            self._drafts = [begun_with(in_listed_zone(act.said, self._zone))]
        elif isinstance(act, ChangeDraft) and self._drafts:
            self._drafts.append(changed(self._drafts[-1], act.changes, around))
        elif isinstance(act, Undo) and len(self._drafts) > 1:
            self._drafts.pop()
        elif isinstance(act, Discard):
            self._drafts = []
        elif isinstance(act, StartOver):
            self._drafts = [begun_with(Understood())]

    def _shown(self) -> Iterator[str]:
        if not self._drafts:
            yield "none"
            return
        draft = self._drafts[-1]
        apart = {"parts", "doubts", "settings", "speech", "start"}
        yield draft.said.model_dump_json(exclude_defaults=True, exclude=apart)
        if chosen := draft.options.settings.chosen():
            yield f"{chosen}"
        if draft.options.description:
            yield draft.options.description
        if draft.announce is not None:
            yield f"announced in {', '.join(draft.announce) or 'no channel'}"
        for doubt in draft.said.doubts:
            yield f"doubt: {doubt.flag}"


def main() -> int:
    """Read lines until there are no more; returns the exit status."""
    arguments = [one for one in sys.argv[1:] if one != _ALONE]
    if len(arguments) == len(sys.argv) - 1 and find_spec("sandbox") is not None:
        return subprocess.call([sys.executable, "-m", _WITH_SANDBOX, *arguments])  # noqa: S603 - a module of ours
    locale, zone = (*arguments, *("en-US", "America/New_York")[len(arguments) :])[:2]
    conversation = TerminalConversation(locale, zone)
    for line in sys.stdin:
        if text := line.strip():
            for told in conversation.say(text, dt.datetime.now(dt.UTC)):
                sys.stdout.write(f"{told}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
