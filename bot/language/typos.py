"""Mended typing errors in words that name times, on a shadow of the text."""

import re
from typing import Final

from bot.language.grammar import Grammar

_WORD: Final = re.compile(r"(?<![^\W\d_'])[a-z]{5,12}(?![\w'])")


def mend(shadow: str, grammar: Grammar) -> tuple[str, tuple[int, ...] | None]:
    """The shadow with near misses put right, and where each of its characters stood (None: as it was)."""
    edits = [(word, right) for word in _WORD.finditer(shadow) if (right := _meant(word[0], grammar))]
    if not edits:
        return shadow, None
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for word, right in edits:
        pieces += [shadow[position : word.start()], right]
        places += range(position, word.start())
        places += [min(word.start() + at, word.end() - 1) for at in range(len(right))]
        position = word.end()
    return "".join((*pieces, shadow[position:])), (*places, *range(position, len(shadow)))


def _meant(word: str, grammar: Grammar) -> str | None:
    """The one known word that this is a misspelling of."""
    if word in grammar.said:
        return None
    near = [
        (distance(word, right), right)
        for right in grammar.misspelt
        if right[0] == word[0] and abs(len(right) - len(word)) <= 2
    ]
    wrong, right = min(near, default=(9, ""))
    sure = (
        wrong <= (2 if len(right) > 6 else 1) and len({other[:4] for one, other in near if one == wrong}) == 1
    )
    return right if sure else None


def distance(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]
