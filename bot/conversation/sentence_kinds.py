"""The kinds of sentences: questions about the draft or the bot, requests, statements, thanks, wishes that cannot be met."""

import re
from collections.abc import Sequence
from typing import Final

from bot.conversation.acts import Act, AskDraft, AskHelp, CannotBeDone, DraftTopic, HelpTopic, Impossible
from bot.conversation.phrase_book import PhraseBook
from bot.conversation.reader import TurnContext
from bot.conversation.utterance import Utterance

_ASKED: Final = re.compile(r"[?？]")
_SHORT_THANKS: Final = 7
"""Words."""
_ONLY_ASKED: Final = frozenset({Impossible.FREE_SLOT, Impossible.CLOCK_ELSEWHERE})


def is_question(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether a question is asked, and no request made in the form of one."""
    if _ASKED.search(utterance.seen):
        return True
    shadow = utterance.shadow.strip()
    return any(book.asks.match(shadow) for book in books) and not is_request(utterance, books)


def is_request(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether a request begins like a question: "can we", "could you"."""
    return any(book.requests.match(utterance.shadow.strip()) for book in books)


def tells(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether something is told and nothing asked for: "I can't make it on Friday"."""
    return any(book.states.search(utterance.shadow) for book in books)


def draft_question(
    utterance: Utterance, books: Sequence[PhraseBook], turn: TurnContext, *, whole: bool = False
) -> Act | None:
    """A question about the draft; `whole` when the turn does not look like one, so that it has to be all of it."""
    shadow = utterance.shadow.strip(" ?!.¿¡？。")
    for book in books:
        for topic, pattern in book.topics:
            if topic == DraftTopic.SUMMARY:
                found = pattern.fullmatch(book.bare(shadow))
                found = found if found and found[0] else None
            elif whole:
                continue
            else:
                found = pattern.search(utterance.shadow)
            if found:
                return _asked(DraftTopic(topic), utterance, turn)
    return None


def _asked(topic: DraftTopic, utterance: Utterance, turn: TurnContext) -> AskDraft:
    users = utterance.users
    if topic is DraftTopic.START_FOR and not users:
        users = (turn.author,)
    return AskDraft(topic=topic, users=users)


def bot_question(utterance: Utterance, books: Sequence[PhraseBook]) -> AskHelp | None:
    """A question about the bot itself."""
    for book in books:
        for topic, pattern in book.helps:
            if pattern.search(utterance.shadow):
                return AskHelp(topic=HelpTopic(topic))
    return None


def impossible_wish(
    utterance: Utterance, books: Sequence[PhraseBook], *, without_draft: bool = False
) -> CannotBeDone | None:
    """A wish that cannot be met."""
    for book in books:
        for what, pattern in book.impossible:
            kind = Impossible(what)
            if without_draft and kind is Impossible.RECURRENCE:
                continue
            if found := pattern.search(utterance.shadow):
                if kind in _ONLY_ASKED and not is_question(utterance, books):
                    continue
                return CannotBeDone(what=kind, words=utterance.seen[found.start() : found.end()])
    return None


def says_thanks(utterance: Utterance, books: Sequence[PhraseBook]) -> bool:
    """Tell whether thanks stand before a few words that ask for nothing: "thanks, it worked"."""
    shadow = utterance.shadow.lstrip(" ¡")
    few = len(shadow.split()) <= _SHORT_THANKS and not _ASKED.search(shadow)
    return few and any(
        pattern.match(shadow) for book in books for kind, pattern in book.whole if kind == "thanks"
    )
