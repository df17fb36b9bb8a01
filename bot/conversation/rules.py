"""The first reader of turns: rules, with the phrases of each language as data.

A turn is, in this order: something that is said whole ("looks good", "undo that"), a question, something that cannot be
done, a correction of the open draft, the beginning of a new one; or it was not understood.
"""

import re
from collections.abc import Sequence
from typing import Final, Protocol

from bot.conversation.acts import (
    Act,
    AskAmount,
    AskHelp,
    Begin,
    CannotBeDone,
    ChangeDraft,
    Impossible,
    NotUnderstood,
    SetTitle,
    SmallTalk,
    Thanks,
)
from bot.conversation.correction import Correction
from bot.conversation.corrections import read_correction
from bot.conversation.phrase_book import PhraseBook, books_for
from bot.conversation.phrases.edges import ARTICLE, JOINTS, LEADS_IN, LOCALES, MOVES, PREFERS, WANTS, WISHES
from bot.conversation.reader import TurnContext
from bot.conversation.requests import asks_for_another, asks_for_new, asks_for_webinar, is_name
from bot.conversation.sentence_kinds import (
    bot_question,
    draft_question,
    impossible_wish,
    is_question,
    is_request,
    says_thanks,
    tells,
)
from bot.conversation.utterance import Utterance
from bot.conversation.webinar_requests import with_draft_as_it
from bot.conversation.whole_turns import read_whole
from bot.language import understand
from bot.models.understood import Flag, Speech, Understood

_ENOUGH: Final = 400
"""Characters; what is longer is no correction."""
_FEW: Final = 2


class ActReader(Protocol):
    """Reads one kind of acts; nothing when a turn holds none of them."""

    def acts(self, turn: TurnContext) -> tuple[Act, ...]: ...


class RuleReader:
    """Reads turns by rules; `others` are asked before a draft is thought of."""

    def __init__(self, others: Sequence[ActReader] = ()) -> None:
        self._others = tuple(others)

    def read(self, turn: TurnContext) -> tuple[Act, ...]:
        """The acts of a turn, in the order in which they were said."""
        utterance = Utterance(turn.text)
        if not utterance.shadow.strip(" ?!.。"):
            return (AskHelp(),)
        books = books_for(utterance.shadow, turn.locale)
        if turn.is_owner:
            turn = with_draft_as_it(turn, books[0])
            utterance = Utterance(turn.text)
        if turn.draft is None and (acts := self._of_others(turn)):
            return acts
        if acts := read_whole(utterance, books, turn):
            return acts
        if acts := self._of_others(turn):
            return acts
        if turn.draft is not None and turn.is_owner and len(utterance.seen) <= _ENOUGH:
            return _about_draft(turn, utterance, books)
        return _without_draft(turn, utterance, books)

    def _of_others(self, turn: TurnContext) -> tuple[Act, ...]:
        return next((acts for other in self._others if (acts := other.acts(turn))), ())


# --- with a draft


def _about_draft(  # noqa: PLR0911 - each kind of turn is tried in its order
    turn: TurnContext, utterance: Utterance, books: Sequence[PhraseBook]
) -> tuple[Act, ...]:
    asks = is_question(utterance, books)
    if asks and (act := draft_question(utterance, books, turn)):
        return (act,)
    correction = _best_correction(turn, books)
    if not asks and not correction.clean and (act := draft_question(utterance, books, turn, whole=True)):
        return (act,)
    if (act := impossible_wish(utterance, books)) and not (correction.clean and not correction.recurring):
        return (act,)
    if _accepted(correction, utterance, books) and not asks_for_another(turn.text, turn.locale):
        return _change(correction)
    if begun := _begun_anew(turn, utterance, books):
        return begun
    if named := _answered_title(turn, utterance):
        return named
    if (
        (correction.strong or _prefers(utterance, books))
        and correction.changes
        and not tells(utterance, books)
        and len(correction.unknown) <= _FEW
    ):
        return (*_change(correction), NotUnderstood(words=" ".join(correction.unknown)))
    return _remark(turn, utterance, books, correction, asks=asks)


def _prefers(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether a wish is spoken of, so that one unknown word does not hide it."""
    return any(PREFERS[book.code].search(utterance.shadow) for book in books)


def _best_correction(turn: TurnContext, books: Sequence[PhraseBook]) -> Correction:
    """The reading in which the fewest words are left over."""
    best: Correction | None = None
    for book in books:
        found = read_correction(turn, turn.text, book)
        if best is None or (found.changes and (not best.changes or len(found.unknown) < len(best.unknown))):
            best = found
        if best.clean:
            break
    return best or Correction()


def _accepted(correction: Correction, utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether a correction is meant: every word is understood, and it is neither a question nor a mere statement."""
    if not correction.clean:
        return False
    asks = any(book.asks.match(utterance.shadow.strip()) for book in books) and not is_request(
        utterance, books
    )
    return correction.strong or not asks


def _change(correction: Correction) -> tuple[Act, ...]:
    acts: list[Act] = []
    if correction.changes:
        acts.append(ChangeDraft(changes=tuple(correction.changes)))
    if correction.open_question is not None:
        acts.append(AskAmount(question=correction.open_question))
    acts += [CannotBeDone(what=what, words=words) for what, words in correction.impossible]
    if correction.recurring:
        acts.append(CannotBeDone(what=Impossible.RECURRENCE))
    return tuple(acts)


def _answered_title(turn: TurnContext, utterance: Utterance) -> tuple[Act, ...]:
    """Words that answer the question for the title."""
    said = turn.draft.said if turn.draft else None
    if said is None or said.title or not turn.to_us:
        return ()
    title = utterance.seen.strip(" .!\"'“”„")
    if is_name(title) and len(title.split()) <= 12 and "?" not in title:
        return (ChangeDraft(changes=(SetTitle(title=title),)),)
    return ()


def _begun_anew(turn: TurnContext, utterance: Utterance, books: Sequence[PhraseBook]) -> tuple[Act, ...]:
    """Another draft beside the open one: only what surely asks for a webinar of its own."""
    if not turn.to_us or tells(utterance, books) or _is_led_in(utterance, books):
        return ()
    if MOVES.match(utterance.shadow.strip()):
        return ()
    said = _understood(turn, turn.text, books)
    if said.speech is not Speech.REQUEST:
        return ()
    if asks_for_another(turn.text, turn.locale):
        return _begin(turn, said, books)
    if said.title and asks_for_new(turn.text, said, turn.locale):
        return _begin(turn, said, books)
    return ()


def _is_led_in(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether a text begins with words that correct something: "sorry", "en fait", "ach nein"."""
    return any(LEADS_IN[book.code].match(utterance.shadow) for book in books)


def _remark(
    turn: TurnContext,
    utterance: Utterance,
    books: Sequence[PhraseBook],
    correction: Correction,
    *,
    asks: bool,
) -> tuple[Act, ...]:
    """Read a remark, which is neither a question that we know nor a change."""
    if helped := bot_question(utterance, books):
        return (helped,)
    if says_thanks(utterance, books):
        return (Thanks(),)
    if asks or is_request(utterance, books):
        return (NotUnderstood(words=utterance.seen.strip()),)
    if not turn.to_us or tells(utterance, books):
        return (SmallTalk(),) if turn.to_us else ()
    words = " ".join(correction.unknown) or utterance.seen.strip()
    return (NotUnderstood(words=words),)


# --- without a draft


def _without_draft(  # noqa: PLR0911 - each kind of turn is tried in its order
    turn: TurnContext, utterance: Utterance, books: Sequence[PhraseBook]
) -> tuple[Act, ...]:
    if not turn.to_us:
        return ()
    if refused := impossible_wish(utterance, books, without_draft=True):
        return (refused,)
    said = _understood(turn, turn.text, books)
    if _begins(turn, utterance, books, said):
        return _begin(turn, said, books)
    if is_question(utterance, books) and not is_request(utterance, books):
        return (bot_question(utterance, books) or NotUnderstood(words=utterance.seen.strip()),)
    if act := bot_question(utterance, books):
        return (act,)
    if says_thanks(utterance, books):
        return (Thanks(),)
    if tells(utterance, books) or said.speech is Speech.STATEMENT:
        return (SmallTalk(),)
    return (NotUnderstood(words=utterance.seen.strip()),)


def _begins(turn: TurnContext, utterance: Utterance, books: Sequence[PhraseBook], said: Understood) -> bool:
    """Tell whether a webinar is asked for: by name and time, with a command, or by a time alone."""
    timed = said.date is not None or said.clock is not None
    request = said.speech is Speech.REQUEST or (
        said.speech is Speech.STATEMENT and WISHES.search(utterance.shadow) is not None
    )
    if not request or tells(utterance, books):
        return False
    if bool(said.title) and timed:
        return is_name(said.title or "")
    return asks_for_webinar(turn.text, said, turn.locale) or _wants_one(utterance, books)


def _wants_one(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether a webinar is asked for of which nothing else is said: "I want a webinar"."""
    return any(WANTS[book.code].fullmatch(utterance.shadow.strip(" .!?¿¡。")) is not None for book in books)


def _begin(turn: TurnContext, said: Understood, books: Sequence[PhraseBook]) -> tuple[Act, ...]:
    """A draft; where two webinars are asked for in one line, the first one, and what is left of the line."""
    joints = re.compile(JOINTS[books[0].code])
    for joint in joints.finditer(turn.text) if Flag.TWO_TIMES in said.flags else ():
        first, second = turn.text[: joint.start()], turn.text[joint.end() :]
        each = [_understood(turn, text, books) for text in (first, second)]
        if all(one.title and one.date and is_name(one.title) for one in each):
            return (Begin(said=each[0], second=second),)
    if said.title and said.speech is Speech.STATEMENT:
        said = said.model_copy(update={"title": ARTICLE.sub("", said.title)})
    return (Begin(said=said),)


def _understood(turn: TurnContext, text: str, books: Sequence[PhraseBook]) -> Understood:
    locale = turn.locale if books[0].code in {turn.locale[:2].lower(), "en"} else LOCALES[books[0].code]
    return understand(text, now=turn.now, zone=turn.zone, locale=locale)
