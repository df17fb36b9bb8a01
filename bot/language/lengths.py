"""Durations inside a sentence, in six languages, handed in digits to the reader that the form uses."""

import re
from datetime import timedelta
from typing import Final

from bot.language.durations import read_duration
from bot.language.grammar import Grammar

MOST: Final = timedelta(days=2)
"""More than that is no length of a webinar, nor of a wait that is counted in hours."""
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)?|[½¼¾]|半|[^\W\d_]+(?:[- ][^\W\d_]+)??")


def read_length(text: str, grammar: Grammar) -> timedelta | None:
    """Tell how long a phrase such as "anderthalb Stunden" is."""
    words = grammar.words
    text = text.strip()
    for pattern, digits in words.lengths.items():
        if re.fullmatch(pattern, text):
            return read_duration(digits)
    plain = _units(text, grammar)
    found = read_duration(plain)
    return found if found and found <= MOST else None


def _units(text: str, grammar: Grammar) -> str:
    """The same with digits for numbers, and "h" and "min" for units."""
    words = grammar.words
    edge = r"(?![a-z])" if words.spaced else ""
    for word in sorted(grammar.numbers, key=len, reverse=True):
        if word in text:
            text = re.sub(
                rf"(?<![a-z]){word}(?=[ -]|$)" if words.spaced else word, str(grammar.numbers[word]), text
            )
    text = re.sub(rf"(?<=[\d½¼¾ -])(?:{words.hours})(?=[\d ,]|$|{'' if words.spaced else '.'})", " h ", text)
    text = re.sub(rf"(?<=[\d½¼¾ -])(?:{words.minutes}){edge}", " min ", text)
    text = text.replace("半", " 30 min")
    return re.sub(r"\b(?:and|und|et|e|y)\b|[-&,](?!\d)", " ", text)
