"""People and channels: mentioned, or named with a role ("Dana Kim as co-host"), with the places that said so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.language.cleaned_text import CHANNEL, PERSON
from bot.language.grammar import Grammar
from bot.models.understood import Mentioned, Named
from bot.models.webinar import Role

_BIG: Final = r"@?[A-ZÀ-ÖØ-Þ][\w'’.-]{0,30}(?<!\.)"
_NAME: Final = (
    rf"{_BIG}(?: (?:(?:de|da|do|dos|del|la|van|von|der|den|di|bin|al) )?[A-ZÀ-ÖØ-Þ][\w'’-]{{0,30}}){{0,3}}"
)
_LIST: Final = re.compile(rf"{_NAME}(?:(?: ?,| ?&| ?\+| and| und| et| y| e|, and) {_NAME}){{0,9}}")
_LIST_BEFORE: Final = re.compile(rf"(?:{_LIST.pattern}|@?[a-zß-öø-ÿ][\w.-]{{1,30}})$")
_BETWEEN: Final = re.compile(r" ?, ?(?:and )?| ?[&+] ?| (?:and|und|et|y|e) ")
_JOINED: Final = re.compile(r"(?:^|[,;.(|\x1f])\s*$|(?<!\w)(?:with|w/|and|mit|und|avec|et|con|y|com|e)\s$")
_ENDS: Final = re.compile(r" ?(?:$|[,;.)|\x1f-]|(?:on|at|for|am|um|le|el|a|na|no|as|als|comme|como)(?!\w))")
_WINDOW: Final = 90
_HONORED: Final = re.compile(
    r"([一-龥ァ-ヶー]{1,8}(?:さん|氏|様))(?:[とや、]([一-龥ァ-ヶー]{1,8}(?:さん|氏|様)))?"
)
"""A name in Japanese shows by what follows it."""


@dataclass(frozen=True)
class Mentions:
    """The people who were mentioned or named, and the places of the text that said so."""

    people: tuple[Mentioned, ...]
    spans: tuple[tuple[str, int, int], ...]
    names: tuple[Named, ...] = ()


def mentions(shadow: str, seen: str, users: tuple[str, ...], grammar: Grammar) -> Mentions:
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
    names: list[Named] = []
    for named, start, end in _named(shadow, seen, grammar):
        if not any(start < other_end and other_start < end for _, other_start, other_end in spans):
            names += named
            spans.append(("people", start, end))
    return Mentions(tuple(people), tuple(spans), tuple(names))


def _role(word: str | None, grammar: Grammar) -> Role | None:
    if word is None:
        return None
    return Role.CO_HOST if re.match(grammar.words.co_host, word) else Role.PANELIST


def _named(shadow: str, seen: str, grammar: Grammar) -> Iterator[tuple[list[Named], int, int]]:
    """Names beside a role, as written, with the place of the whole phrase."""
    for found in grammar.roles.finditer(shadow):
        role = _role(found["role"], grammar) or Role.PANELIST
        look = _names_in_japanese if not grammar.words.spaced else _names_behind
        if said := look(shadow, seen, found) or _names_before(shadow, seen, found):
            names, start, end = said
            yield [Named(name=name, role=role) for name in names], start, end


def _names_behind(shadow: str, seen: str, found: re.Match[str]) -> tuple[list[str], int, int] | None:
    """Names in "co-host Dana Kim", "panelists: Ben and Ana": behind a colon or a verb, or in a part of its own."""
    names = _LIST.match(seen, found.end())
    if names is None:
        return None
    alone = _JOINED.search(shadow, 0, found.start()) and _ENDS.match(seen, names.end())
    if not found["tells"] and not alone:
        return None
    return _split(names[0]), found.start(), names.end()


def _names_before(shadow: str, seen: str, found: re.Match[str]) -> tuple[list[str], int, int] | None:
    """Names in "with Dana Kim as co-host"; a small letter may begin a single name there."""
    if not found["as"]:
        return None
    window = max(0, found.start() - _WINDOW)
    names = _LIST_BEFORE.search(seen[window : found.start()].rstrip())
    if names is None:
        return None
    start = window + names.start()
    joint = _JOINED.search(shadow, 0, start)
    begin = joint.start() if joint and joint[0].strip() else start
    return _split(names[0]), begin, found.end("role")


def _names_in_japanese(shadow: str, seen: str, found: re.Match[str]) -> tuple[list[str], int, int] | None:
    """Names in "パネリストは田中さん"."""
    del shadow
    names = _HONORED.match(seen, found.end())
    if names is None:
        return None
    return [re.sub("さん$|氏$|様$", "", name) for name in names.groups() if name], found.start(), names.end()


def _split(names: str) -> list[str]:
    return [name.lstrip("@").strip() for name in _BETWEEN.split(names) if name.strip(" @")]
