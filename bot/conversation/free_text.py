"""Free text behind a label: a title, a description, a password, an address."""

import re
from collections.abc import Callable
from typing import Final

from bot.conversation.acts import FieldChange, SetDescription, SetSetting, SetTitle
from bot.conversation.correction import WORD, Correction, CorrectionRule
from bot.conversation.phrase_book import PhraseBook
from bot.conversation.phrases.edges import JOINTS
from bot.conversation.reader import TurnContext
from bot.conversation.utterance import USED, Utterance
from bot.language.titles import QUOTED, quoted
from bot.models.webinar import TITLE_MAX

_URL: Final = re.compile(r"https?://\S+")
_WORD: Final = re.compile(r"\S+")
_LATIN: Final = re.compile(r"[!-~]+|\S+")
"""A word in a text without blanks, before what is done with it."""


class FreeTextRule(CorrectionRule):
    """Labels with their text, and a title in quotation marks alone."""

    def __init__(
        self,
        turn: TurnContext,
        utterance: Utterance,
        book: PhraseBook,
        found: Correction,
        read: Callable[[TurnContext, str, PhraseBook], Correction],
    ) -> None:
        super().__init__(turn, utterance, book, found)
        self._read = read

    def apply(self) -> None:
        self._no_description()
        self._labels()
        self._quote()

    def _no_description(self) -> None:
        """Take the description away: "delete the description"."""
        for found in self.utterance.matches(self.book.no_description):
            self._take(*found.span(), SetDescription(text=""))

    def _labels(self) -> None:
        for name, pattern in self.book.labels:
            found = pattern.search(self.utterance.rest)
            if found is None or not found[0].strip():
                continue
            value, end = self._value(name, found.end())
            if value:
                self._take(found.start(), end, _labelled(name, value))

    def _value(self, name: str, start: int) -> tuple[str, int]:
        """The text behind a label, and where it ends."""
        seen, rest = self.utterance.seen, self.utterance.rest
        if quote := QUOTED.match(seen, start + (len(seen[start:]) - len(seen[start:].lstrip()))):
            return " ".join(quote.group(quote.lastindex or 0).split()), quote.end()
        if name == "redirect":
            url = _URL.search(seen, start)
            return (url[0].rstrip(".,;>"), url.end()) if url else ("", start)
        if name == "password":
            word = (_WORD if self.book.phrases.spaced else _LATIN).match(seen, start)
            return (word[0].rstrip(".,;!。、"), word.end()) if word else ("", start)
        end = rest.find(USED, start)
        end = len(rest) if end < 0 else end
        for other, pattern in self.book.labels:
            following = pattern.search(rest, start, end) if other != name else None
            if following and following.start() > start and rest[following.start() - 1] in " \n,;":
                end = following.start()
        if name == "title":
            end = self._before_more(start, end)
        close = self.book.ends.search(rest, start, end)
        stop = close.start() if close and close.start() > start else end
        return " ".join(seen[start:stop].split()).strip(" ,;:-\"'「」").rstrip("."), end

    def _before_more(self, start: int, end: int) -> int:
        """The place where a title ends and something else begins: "call it Roadmap and make it 90 minutes"."""
        for joint in re.compile(JOINTS[self.book.code]).finditer(self.utterance.rest, start, end):
            tail = self.utterance.seen[joint.end() : end]
            if joint.start() > start and tail.strip():
                more = self._read(self.turn, tail, self.book)
                if more.clean and (more.strong or len(more.changes) > 0) and not _capital(tail, self.book):
                    return joint.start()
        return end

    def _quote(self) -> None:
        """A title in quotation marks with few words around it."""
        left = self.utterance.left
        quote = quoted(left)
        if quote and not any(isinstance(change, SetTitle) for _, change in self._said):
            title = " ".join(quote.group(quote.lastindex or 0).split())
            around = left[: quote.start()] + left[quote.end() :]
            if title and len(around.split()) <= 8:
                self._take(*quote.span(), SetTitle(title=title[:TITLE_MAX]))

    # --- options of the form


def _labelled(name: str, value: str) -> FieldChange:
    """The change that free text behind a label makes."""
    if name == "title":
        return SetTitle(title=value[:TITLE_MAX])
    if name == "description":
        return SetDescription(text=value)
    return SetSetting(
        name={"password": "password", "redirect": "post_webinar_redirect_uri"}[name], value=value
    )


def _capital(tail: str, book: PhraseBook) -> bool:
    """Tell whether what follows goes on in capitals, as titles do; a day of the week is written so as well."""
    word = WORD.search(tail)
    if word is None or not word[0][:1].isupper() or not book.phrases.spaced:
        return False
    return Utterance(word[0]).shadow not in book.grammar.weekdays or book.code == "en"
