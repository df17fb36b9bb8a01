"""Reads a message as a correction of the open draft: each rule takes its part, what is left over was not understood."""

import re
from typing import Final

from bot.conversation.acts import (
    ChangeLength,
    FieldChange,
    Impossible,
    MoveStart,
    SetEnd,
    SetLength,
    SetStart,
)
from bot.conversation.channels_said import ChannelRule
from bot.conversation.correction import Correction, unknown_words
from bot.conversation.free_text import FreeTextRule
from bot.conversation.moves_said import MoveRule
from bot.conversation.options_said import OptionRule
from bot.conversation.people_said import PeopleRule
from bot.conversation.phrase_book import PhraseBook
from bot.conversation.reader import TurnContext
from bot.conversation.said_last import said_last
from bot.conversation.times_said import TimeRule
from bot.conversation.utterance import Utterance

_OR: Final = r"(?: (?:or|oder|ou|o|u) |または|か)"
_ALTERNATIVE: Final = re.compile(rf"\d ?(?:[ap]m|uhr|h|時|分)?,?{_OR}(?:(?:um|at|a las|as|a) )?\d")
"""Two numbers of which one is meant: "3 or 4pm"."""
_TIMELY: Final = (SetStart, MoveStart, SetLength, ChangeLength, SetEnd)


def read_correction(turn: TurnContext, text: str, book: PhraseBook) -> Correction:
    """Read what a text changes of the draft that is open; what is said last counts: "at 3pm, no, 4pm"."""
    return said_last(turn, text, book, _read) or _read(turn, text, book)


def _read(turn: TurnContext, text: str, book: PhraseBook) -> Correction:
    utterance, found = Utterance(text), Correction()
    given = turn, utterance, book, found
    people, times = PeopleRule(*given), TimeRule(*given)
    FreeTextRule(*given, read_correction).apply()
    times.turned_down()
    OptionRule(*given).apply()
    people.apply()
    ChannelRule(*given).apply()
    people.names()
    MoveRule(*given).apply()
    times.apply()
    found.changes = [change for _, change in sorted(found.said, key=lambda one: one[0])]
    _ask_about_contradictions(found, alternatives=_ALTERNATIVE.search(utterance.shadow) is not None)
    if any(isinstance(change, _TIMELY) for change in found.changes):
        found.open_question = None
    found.unknown = unknown_words(utterance, book)
    return found


def _ask_about_contradictions(found: Correction, *, alternatives: bool) -> None:
    """Two days, two times or two lengths change nothing: which one is meant is asked back."""
    lengths = {change.length for change in found.changes if isinstance(change, SetLength)}

    def is_doubtful(change: FieldChange) -> bool:
        if isinstance(change, SetStart):
            return change.is_contradictory or alternatives
        return isinstance(change, SetLength) and (len(lengths) > 1 or alternatives)

    kept = [change for change in found.changes if not is_doubtful(change)]
    if len(kept) < len(found.changes):
        found.changes = kept
        found.impossible.append((Impossible.CONTRADICTION, ""))
