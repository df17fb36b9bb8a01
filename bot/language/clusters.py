"""Pieces that belong together: separated by nothing but connecting words; the group with day and time is the one meant."""

from dataclasses import dataclass
from typing import Final

from bot.language.grammar import Grammar
from bot.language.tokens import TAKEN, Token

FULL: Final = 4
"""The worth of a day with its time."""


@dataclass
class Cluster:
    """Pieces side by side."""

    tokens: list[Token]
    rival: bool = False
    """Whether another group says a day with a time as well."""

    def first(self, kind: str) -> Token | None:
        """The first piece of a kind."""
        return next((token for token in self.tokens if token.kind == kind), None)

    @property
    def days(self) -> list[Token]:
        return [token for token in self.tokens if token.kind == "date"]

    @property
    def worth(self) -> int:
        """How much it says: day and time 4, an instant 4, a time 2, a day 1."""
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
        if (
            groups
            and not _another_day(groups[-1], token, shadow)
            and grammar.joins.fullmatch(shadow[groups[-1].tokens[-1].end : token.start].strip())
            and TAKEN not in shadow[groups[-1].tokens[-1].end : token.start]
        ):
            groups[-1].tokens.append(token)
        else:
            groups.append(Cluster([token]))
    for group in groups if grammar.words.spaced else ():
        first = group.tokens[0]
        if (
            first.kind == "part"
            and " " not in shadow[first.start : first.end]
            and group.tokens[1:]
            and group.tokens[1].day
        ):
            del group.tokens[0]
    for group in () if grammar.words.spaced else groups:
        while len(group.tokens) > 1 and group.tokens[-1].kind == "part" and group.first("clock"):
            group.tokens.pop()
    return groups


def _another_day(group: Cluster, token: Token, shadow: str) -> bool:
    """Whether a second day follows the first with nothing between, as after a title that ends in one."""
    before = group.tokens[-1]
    days = [one.day for one in (before, token) if one.day and one.day.weight > 1 and not one.day.recurring]
    return (
        len(days) == 2
        and len(group.days) == 1
        and max(day.weight for day in days) < 4
        and shadow[before.end : token.start] == " "
    )


def chosen(groups: list[Cluster], shadow: str, grammar: Grammar) -> Cluster:
    """The pieces that are meant; a day far from its time is fetched, a weekday that begins a title stays there."""
    said = [group for group in groups if group.worth and not _in_title(group, shadow, grammar)]
    if not said:
        return Cluster([])
    most = max(group.worth for group in said)
    full = [group for group in said if group.worth == most]
    best = full[0] if most == FULL else full[-1]
    best.rival = most == FULL and len(full) > 1
    rest = [group for group in said if group is not best]
    missing = "clock" if best.worth == 1 else "date" if best.worth == 2 else None
    for group in reversed(rest):
        if missing and group.first(missing):
            both = [*best.tokens, *group.tokens]
            return Cluster(sorted(both, key=lambda token: token.start))
    return best


def _in_title(group: Cluster, shadow: str, grammar: Grammar) -> bool:
    """Whether this is a bare weekday with a word right behind it: "Friday demo"."""
    if not grammar.words.spaced or len(group.tokens) > 1:
        return False
    day, follows = group.tokens[0].day, shadow[group.tokens[0].end :]
    return bool(day and day.bare and follows[:1] == " " and follows[1:2].isalpha())
