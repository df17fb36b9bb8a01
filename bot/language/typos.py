"""Typing errors in words that name times: "tommorow", "wendsday"."""

from typing import Final

from rapidfuzz.distance import OSA

from bot.language.grammar import Grammar

_LONG_WORD: Final = 6
_OTHERS: Final = frozenset({"viene", "vienen"})
"""Words that look like an error in a name of time and are none: "viene" is no "viernes"."""


def meant_word(word: str, grammar: Grammar) -> str | None:
    """The one known word that this is a misspelling of."""
    if word in grammar.said or word in _OTHERS:
        return None
    rights = grammar.misspelt_by_letter.get(word[0], ())
    distances = ((OSA.distance(word, right, score_cutoff=2), right) for right in rights)
    near = [(wrong, right) for wrong, right in distances if wrong <= 2]
    wrong, right = min(near, default=(9, ""))
    if wrong > (2 if len(right) > _LONG_WORD else 1):
        return None
    rivals = {other[:4] for one, other in near if one == wrong}
    return right if len(rivals) == 1 else None
