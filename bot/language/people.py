"""People and channels that were mentioned, and the role that was said with them."""

import re
from dataclasses import dataclass

from bot.language.cleaned_text import CHANNEL, PERSON
from bot.language.grammar import Grammar
from bot.models.understood import Mentioned
from bot.models.webinar import Role


@dataclass(frozen=True)
class Mentions:
    """Who was mentioned, and the places of the text that said so."""

    people: tuple[Mentioned, ...]
    spans: tuple[tuple[str, int, int], ...]


def mentions(shadow: str, users: tuple[str, ...], grammar: Grammar) -> Mentions:
    """Everybody with their role, None where none was said; and the phrases around them, channels' as well."""
    spans = (
        [("channel", found.start(), found.end()) for found in grammar.channels.finditer(shadow)]
        if CHANNEL in shadow
        else []
    )
    people: list[Mentioned] = []
    waiting = iter(users)
    for found in grammar.people.finditer(shadow) if PERSON in shadow else ():
        role = _role(found["before"] or found["behind"], grammar)
        people += [Mentioned(user=next(waiting), role=role) for _ in range(found["all"].count(PERSON))]
        spans.append(("people", found.start(), found.end()))
    return Mentions(tuple(people), tuple(spans))


def _role(word: str | None, grammar: Grammar) -> Role | None:
    if word is None:
        return None
    return Role.CO_HOST if re.match(grammar.words.co_host, word) else Role.PANELIST
