"""The changes that a message asks of a draft; each rule takes its own part out of the message."""

import re
from dataclasses import dataclass, field
from typing import Final

from bot.conversation.acts import FieldChange, Impossible
from bot.conversation.phrase_book import PhraseBook, book_of
from bot.conversation.phrases.edges import INTERJECTION, MOVES
from bot.conversation.reader import TurnContext
from bot.conversation.utterance import USED, Utterance
from bot.models.conversation import Question

WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_MARKS: Final = re.compile(r"[\s.,;:!?¡¿…、。！？()\[\]\-–—/+&'\"~^*]+|:[a-z0-9_+-]+:")


@dataclass
class Correction:
    """The reading of a message: changes in their order, what cannot be done, and words that were not understood."""

    changes: list[FieldChange] = field(default_factory=list)
    impossible: list[tuple[Impossible, str]] = field(default_factory=list)
    unknown: tuple[str, ...] = ()
    said: list[tuple[int, FieldChange]] = field(default_factory=list)
    """The changes with the places at which they were said."""
    of_length: bool = False
    """Tell whether a length was spoken of, so that a number alone is one."""
    strong: bool = False
    """Tell whether something was said that is hardly said of anything else."""
    recurring: bool = False
    open_question: Question | None = None
    """What has to be asked back: "later" without how much."""

    @property
    def clean(self) -> bool:
        """Tell whether every word was understood."""
        return bool(self.changes or self.impossible or self.open_question) and not self.unknown


class CorrectionRule:
    """Takes its part out of a message; all rules of one message work on the same correction."""

    def __init__(self, turn: TurnContext, utterance: Utterance, book: PhraseBook, found: Correction) -> None:
        self.turn = turn
        self.utterance = utterance
        self.book = book
        self.found = found
        self._said = found.said

    def _take(self, start: int, end: int, *changes: FieldChange, strong: bool = True) -> None:
        self._said += [(start, change) for change in changes]
        self.found.strong |= strong
        self.utterance.use(start, end)

    # --- free text behind a label


def unknown_words(utterance: Utterance, book: PhraseBook) -> tuple[str, ...]:
    """The words, as they were typed, that nothing was made of and that carry something."""
    rest = utterance.rest
    if sigh := INTERJECTION.match(rest):
        rest = USED * sigh.end() + rest[sigh.end() :]
    for each in dict.fromkeys((book, book_of("en"))):
        for found in each.fillers.finditer(rest):
            rest = rest[: found.start()] + USED * (found.end() - found.start()) + rest[found.end() :]
    rest = _MARKS.sub(lambda mark: USED * len(mark[0]), rest)
    return tuple(
        utterance.seen[found.start() : found.end()]
        for found in WORD.finditer(rest.replace(USED, " "))
        if not book.fills(found[0]) and not MOVES.fullmatch(found[0])
    )
