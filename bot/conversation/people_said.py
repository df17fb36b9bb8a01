"""People who come onto the panel or leave it, by mention or by name."""

import re
from itertools import pairwise
from typing import Final

from bot.conversation.acts import AddPeople, DropPeople, FieldChange
from bot.conversation.correction import WORD, CorrectionRule
from bot.conversation.phrase_book import PhraseBook
from bot.conversation.phrases.edges import MORE_PEOPLE, ONLY
from bot.conversation.utterance import USED
from bot.language.cleaned_text import PERSON
from bot.models.webinar import Role

_FEW: Final = 2
_JOINT: Final = 4
"""Letters of "with" and "and", which join what is no request."""
_SHORT: Final = 7
_NAME: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'-]+(?: [A-ZÀ-ÖØ-Þ][\w'-]+)?")


class PeopleRule(CorrectionRule):
    """Swaps, mentions, and plain names beside a role."""

    def apply(self) -> None:
        self._people()

    def _people(self) -> None:
        rest = self.utterance.rest
        if PERSON not in rest:
            return
        for cue in ("swap", "swap_back"):
            for found in self.utterance.matches(self.book.cues[cue]):
                one, two = (
                    next(
                        at
                        for name, at in ((k, found.start(k)) for k in found.re.groupindex)
                        if name.startswith(which) and at >= 0
                    )
                    for which in ("one", "two")
                )
                gone, come = self.utterance.user(one), self.utterance.user(two)
                self._take(
                    *found.span(),
                    DropPeople(users=(gone,)),
                    AddPeople(users=(come,), role=self._role_of(gone)),
                )
        for start, end in _clauses(self.utterance.rest, self.book):
            self._people_between(start, end)

    def _people_between(self, start: int, end: int) -> None:
        rest = self.utterance.rest
        users = tuple(self.utterance.user(at) for at in range(start, end) if rest[at] == PERSON)
        if not users:
            return
        clause = rest[start:end]
        drop, role = self.book.cues["drop"].search(clause), self._role(clause)
        if not drop and (only := ONLY[self.book.code].search(clause)):
            role = role or self._role_of(users[0])
            self._take(start + only.start(), start + only.end(), DropPeople(everybody=True))
        change: FieldChange = DropPeople(users=users) if drop else AddPeople(users=users, role=role)
        self._said.append((end, change))
        self.found.strong = True
        for at in range(start, end):
            if rest[at] == PERSON:
                self.utterance.use(at, at + 1)
        for cue in ("drop",) if drop else ("co_host", "panelist", "adds"):
            for found in self.book.cues[cue].finditer(clause):
                self.utterance.use(start + found.start(), start + found.end())

    def _role(self, clause: str) -> Role | None:
        if self.book.cues["co_host"].search(clause):
            return Role.CO_HOST
        return Role.PANELIST if self.book.cues["panelist"].search(clause) else None

    def _role_of(self, user: str) -> Role | None:
        people = self.turn.draft.said.people if self.turn.draft else ()
        return next((one.role for one in people if one.user == user), None)

    def names(self) -> None:
        """People who are named without a mention: beside the word for a role, or behind what adds or drops people."""
        for start, end in _clauses(self.utterance.rest, self.book):
            clause, seen = self.utterance.rest[start:end], self.utterance.seen[start:end]
            role = self._role(clause)
            names = [
                found
                for found in _NAME.finditer(seen)
                if USED not in clause[found.start() : found.end()]
                and not self._is_known(clause[found.start() : found.end()])
            ]
            drop = self.book.cues["drop"].search(clause)
            invited = self._invites(clause)
            if role and not names and self.book.cues["adds"].match(clause.lstrip()):
                names = self._small_names(clause)
            if drop and not role and not names:
                rest = self.book.cues["drop"].sub(lambda cue: USED * len(cue[0]), clause)
                names = [found for found in WORD.finditer(rest) if not self.book.fills(found[0])][:_FEW]
            if not names or not (role or (drop and self._dropped(names, seen)) or invited):
                continue
            called = tuple(seen[found.start() : found.end()] for found in names)
            change: FieldChange = DropPeople(names=called) if drop else AddPeople(names=called, role=role)
            self._said.append((start, change))
            for found in names:
                self.utterance.use(start + found.start(), start + found.end())
            for cue in ("drop",) if drop else ("co_host", "panelist", "adds"):
                for found in self.book.cues[cue].finditer(clause):
                    self.utterance.use(start + found.start(), start + found.end())

    def _small_names(self, clause: str) -> list[re.Match[str]]:
        """Names in small letters between a verb and a role: "add ben and dee as panelists"."""
        rest = clause
        for cue in ("adds", "co_host", "panelist"):
            rest = self.book.cues[cue].sub(lambda found: USED * len(found[0]), rest)
        return [found for found in WORD.finditer(rest) if not self.book.fills(found[0])][:_FEW]

    def _invites(self, clause: str) -> bool:
        """Tell whether a clause begins with a verb that brings people: "invite Eve as well"."""
        found = self.book.cues["adds"].match(clause.lstrip())
        return found is not None and len(found[0]) > _JOINT and len(clause.split()) <= _SHORT

    def _is_known(self, words: str) -> bool:
        """Tell whether a word in capitals is no name: the first word of a utterance, a day of the week."""
        first = words.split(maxsplit=1)[0]
        grammar = self.book.grammar
        return (
            first in self.book.filler
            or first in grammar.weekdays
            or first in grammar.months
            or bool(
                self.book.cues["co_host"].fullmatch(words)
                or self.book.cues["panelist"].fullmatch(words)
                or self.book.cues["adds"].fullmatch(first)
                or self.book.cues["drop"].fullmatch(first)
            )
        )

    def _dropped(self, names: list[re.Match[str]], seen: str) -> bool:
        """Tell whether somebody can be meant who is taken off by name: few words, and somebody is on the panel."""
        return bool(self.turn.draft and self.turn.draft.said.people) and len(seen.split()) <= 8 + len(names)


def _clauses(rest: str, book: PhraseBook) -> list[tuple[int, int]]:
    """The parts of a text between marks, and before words that begin another request about people."""
    marks = rf"[.;!?。、]|, (?!{PERSON})|" + MORE_PEOPLE[book.code]
    cuts = [found.end() for found in re.finditer(marks, rest)]
    edges = [0, *cuts, len(rest)]
    return [(start, end) for start, end in pairwise(edges) if end > start]
