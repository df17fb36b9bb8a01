"""A text with typing errors put right and Chinese numerals in digits, and where each character was typed."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.language.cleaned_text import CleanedText
from bot.language.grammar import Grammar
from bot.language.typos import meant_word

_WORD: Final = re.compile(r"(?<![^\W\d_'])[a-z]{5,12}(?![\w'])")
_NUMERAL: Final = re.compile(r"[〇一二三四五六七八九十]{1,4}(?=[月日時分年]|か月|ヶ月|週間)")
_ONE_DAY: Final = re.compile("一日")
"""A length rather than a date, unless a month stands before it."""
_DIGITS: Final = {sign: at for at, sign in enumerate("〇一二三四五六七八九")}
Edit = tuple[int, int, str]
Span = tuple[str, int, int]


@dataclass(frozen=True)
class MendedText:
    """`shadow` is searched, `seen` is as long and spelt as typed; `places` is None where nothing was mended."""

    cleaned: CleanedText
    seen: str
    shadow: str
    places: tuple[int, ...] | None

    def typed(self, start: int, end: int) -> str:
        """A part of the text as the person spelt it."""
        if self.places is None or start >= end:
            return self.seen[start:end]
        return self.cleaned.seen[self.places[start] : self.places[end - 1] + 1]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The place of a part in the text as it was sent."""
        places = self.places
        first, last = (start, end - 1) if places is None else (places[start], places[end - 1])
        return self.cleaned.origin[first], self.cleaned.origin[last] + 1

    def moved(self, spans: Iterable[Span]) -> list[Span]:
        """Spans of the cleaned text where they stand here."""
        return [(kind, self._moved(start), self._moved(end)) for kind, start, end in spans]

    @property
    def breaks(self) -> frozenset[int]:
        """The places where a line ended."""
        return frozenset(self._moved(at) for at in self.cleaned.breaks)

    def _moved(self, position: int) -> int:
        return position if self.places is None else bisect_left(self.places, position)


def mend(cleaned: CleanedText, shadow: str, grammar: Grammar) -> MendedText:
    """The text as one language reads it."""
    edits = list(_typing_errors(shadow, grammar) if grammar.words.spaced else _numerals(shadow))
    if not edits:
        return MendedText(cleaned, cleaned.seen, shadow, None)
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for start, end, right in edits:
        pieces += [shadow[position:start], right]
        places += range(position, start)
        places += [min(start + at, end - 1) for at in range(len(right) - 1)] + [end - 1]
        position = end
    places += range(position, len(shadow))
    seen = "".join(cleaned.seen[at] for at in places)
    return MendedText(cleaned, seen, "".join((*pieces, shadow[position:])), tuple(places))


def _typing_errors(shadow: str, grammar: Grammar) -> Iterable[Edit]:
    for word in _WORD.finditer(shadow):
        if right := meant_word(word[0], grammar):
            yield word.start(), word.end(), right


def _numerals(shadow: str) -> Iterable[Edit]:
    """Numbers that count in a date or a time: 十一月三日."""
    for found in _NUMERAL.finditer(shadow):
        if _ONE_DAY.match(shadow, found.start()) and not shadow[: found.start()].endswith("月"):
            continue
        if (number := _number(found[0])) is not None:
            yield found.start(), found.end(), str(number)


def _number(numeral: str) -> int | None:
    """The number in Chinese numerals up to 99, or the digits of a year."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return None
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
