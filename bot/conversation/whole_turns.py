"""Turns that are said whole, and mean the same whatever they are about: "looks good", "undo that", "never mind", "thanks"."""

from collections.abc import Sequence
from typing import Final

from bot.conversation.acts import Act, AskHelp, Confirm, Discard, SmallTalk, StartOver, Thanks, Undo
from bot.conversation.phrase_book import MARKS, PhraseBook
from bot.conversation.reader import TurnContext
from bot.conversation.utterance import Utterance


def read_whole(utterance: Utterance, books: Sequence[PhraseBook], turn: TurnContext) -> tuple[Act, ...]:
    """Read a turn that is made of such phrases from its beginning to its end; nothing for any other."""
    for book in books:
        kinds = _kinds(utterance.shadow, book)
        if kinds:
            return _acts_of(kinds, turn)
    return ()


def _kinds(shadow: str, book: PhraseBook) -> set[str]:
    """Return the kinds of phrases that make up a text from its beginning to its end; nothing when another word stands in it."""
    kinds: set[str] = set()
    position = 0
    while position < len(shadow):
        if mark := MARKS.match(shadow, position):
            position = mark.end()
            continue
        each = [
            (kind, found.end())
            for kind, pattern in book.whole
            if (found := pattern.match(shadow, position)) and found.end() > position
        ]
        idle = book.idle.match(shadow, position)
        kind, end = max(each, key=lambda one: one[1], default=("", position))
        if idle and idle.end() > end:
            kind, end = "", idle.end()
        if end <= position:
            return set()
        kinds.add(kind)
        position = end
    return kinds - {""}


def _acts_of(kinds: set[str], turn: TurnContext) -> tuple[Act, ...]:
    for kind, act in _FIRST:
        if kind in kinds:
            return (act,)
    if "wait" in kinds and kinds <= {"wait", "agree"}:
        return (SmallTalk(),)
    if "confirm" in kinds or ("agree" in kinds and not kinds & {"thanks", "greeting"}):
        return (Confirm(),)
    if "thanks" in kinds:
        return (Thanks(),)
    if "greeting" in kinds:
        return (SmallTalk(greeting=True),)
    return (Confirm(),) if turn.draft is not None else (SmallTalk(),)


_FIRST: Final[tuple[tuple[str, Act], ...]] = (
    ("start_over", StartOver()),
    ("keep", SmallTalk()),
    ("undo", Undo()),
    ("discard", Discard()),
    ("help", AskHelp()),
)
