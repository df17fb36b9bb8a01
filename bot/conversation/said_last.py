"""What is said last counts: "at 3pm, no, 4pm", "eine Stunde, ach nein, 90 Minuten"."""

from collections.abc import Callable
from typing import TypeAlias

from bot.conversation.acts import (
    AddPeople,
    ChangeLength,
    FieldChange,
    MoveStart,
    SetEnd,
    SetLength,
    SetSetting,
    SetStart,
)
from bot.conversation.correction import Correction
from bot.conversation.phrase_book import PhraseBook
from bot.conversation.phrases.edges import TAKES_BACK
from bot.conversation.reader import TurnContext

Reader: TypeAlias = Callable[[TurnContext, str, PhraseBook], Correction]


def said_last(turn: TurnContext, text: str, book: PhraseBook, read: Reader) -> Correction | None:
    """The correction where its second half takes back a part of its first; None where it does not."""
    for cut in reversed(list(TAKES_BACK[book.code].finditer(text))):
        first, second = text[: cut.start()], text[cut.end() :]
        if not first.strip() or not second.strip():
            continue
        after = read(turn, second, book)
        if not after.clean or not after.changes:
            continue
        before = said_last(turn, first, book, read) or read(turn, first, book)
        touched = {aspect for change in after.changes for aspect in _aspects(change)}
        if before.clean and touched & {aspect for one in before.changes for aspect in _aspects(one)}:
            return _merged(before, after, touched)
    return None


def _merged(before: Correction, after: Correction, touched: set[str]) -> Correction:
    changes = [*(left for one in before.changes if (left := _left_of(one, touched))), *after.changes]
    return Correction(
        changes=changes,
        impossible=[*before.impossible, *after.impossible],
        strong=before.strong or after.strong,
        recurring=before.recurring or after.recurring,
    )


def _left_of(change: FieldChange, touched: set[str]) -> FieldChange | None:
    """What of a change still stands; None when all of it was taken back."""
    if not touched & _aspects(change):
        return change
    if not isinstance(change, SetStart):
        return None
    date = None if "date" in touched else change.date
    clock = None if "clock" in touched else change.clock
    return None if date is None and clock is None else SetStart(date=date, clock=clock)


def _aspects(change: FieldChange) -> set[str]:
    """What a change is about, so that another one about the same takes its place."""
    match change:
        case SetStart(date=date, clock=clock):
            return ({"date"} if date else set()) | ({"clock"} if clock is not None else set())
        case MoveStart():
            return ({"date"} if change.days else set()) | ({"clock"} if change.by else set())
        case SetLength() | ChangeLength() | SetEnd():
            return {"length"}
        case SetSetting(name=name):
            return {name}
        case AddPeople(role=role):
            return {f"people {role}"}
        case _:
            return {change.kind}
