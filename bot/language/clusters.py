"""Pieces that belong together: separated by nothing but connecting words; the group with day and time is the one meant."""

import re
from dataclasses import dataclass
from typing import Final

from bot.language.grammar import Grammar
from bot.language.tokens import TAKEN, Token

_LEADS: Final = re.compile(r"(?<![a-z])(?:for|by|at|in|am|le|por|de)\s$")
FULL: Final = 4
"""The worth of a day with its time."""


@dataclass
class Cluster:
    """Pieces side by side."""

    tokens: list[Token]
    rival: bool = False
    """Tell whether another group says a day with a time as well."""

    def first(self, kind: str) -> Token | None:
        """The first piece of a kind."""
        return next((token for token in self.tokens if token.kind == kind), None)

    @property
    def days(self) -> list[Token]:
        return [token for token in self.tokens if token.kind == "date"]

    @property
    def worth(self) -> int:
        """The amount that it says: day and time 4, an instant 4, a time 2, a day 1."""
        dated = any(
            token.day and (token.day.date or token.day.recurring or token.day.flags) for token in self.days
        )
        return (
            4
            if self.first("moment")
            else (2 if self.first("clock") else 0) + (2 if dated and self.first("clock") else dated)
        )


def clusters(tokens: list[Token], shadow: str, grammar: Grammar) -> list[Cluster]:
    """The groups, in the order of the text."""
    groups: list[Cluster] = []
    for token in tokens:
        if token.kind == "no_start":
            continue
        if groups and _joins(groups[-1], token, shadow, grammar):
            groups[-1].tokens.append(token)
        else:
            groups.append(Cluster([token]))
    for group in groups:
        if grammar.words.spaced:
            _leave_first_part(group, shadow)
        else:
            _leave_last_parts(group)
    return groups


def _joins(group: Cluster, token: Token, shadow: str, grammar: Grammar) -> bool:
    """Tell whether nothing but connecting words stands between a group and the next piece."""
    between = shadow[group.tokens[-1].end : token.start]
    if TAKEN in between or _another_day(group, token, shadow):
        return False
    return bool(grammar.joins.fullmatch(between.strip()))


def _leave_first_part(group: Cluster, shadow: str) -> None:
    """Leave "evening" of "Evening Friday at 7" to the title: one word before a day."""
    first, *others = group.tokens
    said = shadow[first.start : first.end]
    if said in {"eod", "cob"} or _LEADS.search(shadow, 0, first.start):  # "for EOD Friday"
        return
    if others and others[0].day and first.kind == "part" and " " not in said:
        del group.tokens[0]


def _leave_last_parts(group: Cluster) -> None:
    """Leave a part of the day behind a time to the title: "10時から朝会"."""
    while len(group.tokens) > 1 and group.tokens[-1].kind == "part" and group.first("clock"):
        group.tokens.pop()


def _another_day(group: Cluster, token: Token, shadow: str) -> bool:
    """Tell whether a second day follows the first with nothing between, as after a title that ends in one."""
    before = group.tokens[-1]
    days = [one.day for one in (before, token) if one.day and one.day.weight > 1 and not one.day.recurring]
    return (
        len(days) == 2
        and len(group.days) == 1
        and max(day.weight for day in days) < 4
        and shadow[before.end : token.start] == " "
    )


def choose_cluster(groups: list[Cluster], shadow: str, grammar: Grammar) -> Cluster:
    """The pieces that are meant; a day far from its time is fetched, a weekday that begins a title stays there."""
    said = [group for group in groups if group.worth and not _in_title(group, shadow, grammar)]
    if not said:
        return Cluster([])
    most = max(group.worth for group in said)
    best = [group for group in said if group.worth == most]
    if most == FULL:
        best[0].rival = len(best) > 1
        return best[0]  # the first of two sessions
    return _with_the_other_half(best[-1], said)  # the last: a title often begins with a day


def _with_the_other_half(best: Cluster, said: list[Cluster]) -> Cluster:
    """A day with the time that stands elsewhere, or a time with its day."""
    missing = {1: "clock", 2: "date"}.get(best.worth)
    for group in reversed(said):
        if missing and group is not best and group.first(missing):
            both = [*best.tokens, *group.tokens]
            return Cluster(sorted(both, key=lambda token: token.start))
    return best


def _in_title(group: Cluster, shadow: str, grammar: Grammar) -> bool:
    """Tell whether this is a bare weekday with a word right behind it: "Friday demo"."""
    if not grammar.words.spaced or len(group.tokens) > 1:
        return False
    day, follows = group.tokens[0].day, shadow[group.tokens[0].end :]
    return bool(day and day.bare and follows[:1] == " " and follows[1:2].isalpha())
