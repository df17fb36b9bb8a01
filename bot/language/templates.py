"""A language's tables, with slots filled in: what templates become."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from bot.language.calendar_names import foreign_months, foreign_weekdays, month_names, weekday_names
from bot.language.vocabulary import Vocabulary

_SLOT: Final = re.compile(r"\{([a-z_]+?)(\d?)\}")
_OPTIONAL: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\)\?")
_CHOICE: Final = re.compile(r"^[^()]*\|")
_TENS: Final = frozenset({15, 20, 30, 40, 45, 50})
"""Minutes that follow an hour without their unit: "one hour thirty"."""
MIXED_IN: Final = (
    (r"(?:on |am |le |el |na |no )?next {weekday}", "next_weekday", "next friday"),
    (r"(?:this|coming) {weekday}", "weekday", "this friday"),
)
"""Phrases that people of every language say in English."""
NUMBER: Final = r"\d{1,9}(?:[.,]\d{1,2})?"


def either(words: str | tuple[str, ...] | Mapping[str, int]) -> str:
    """One pattern for all words, long ones first."""
    each = [word for group in ([words] if isinstance(words, str) else words) for word in _choices(group)]
    return "|".join(sorted(each, key=len, reverse=True))


def _choices(words: str) -> list[str]:
    """The choices of a pattern; those inside of a group stay together: "f(?:u|ue)r"."""
    choices, depth = [""], 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += sign
    return choices


@dataclass(frozen=True)
class Template:
    """A pattern with the rule that reads it, and what a text must hold for it to be tried at all."""

    pattern: re.Pattern[str]
    rule: str
    needs: frozenset[str]


class Templates:
    """The words of one language, and the templates made of them."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.months = {**month_names(words.code), **words.more_months}
        self.weekdays = {**weekday_names(words.code), **words.more_weekdays}
        if words.spaced:
            self.months = {**foreign_months(words.code), **self.months}
            self.weekdays = {**foreign_weekdays(words.code), **self.weekdays}
        self.numbers = words.numbers
        self.slots = self._slots()
        mixed = MIXED_IN if words.spaced and words.code != "en" else ()
        self.dates = [self._template(source, rule) for source, rule, _ in (*mixed, *words.dates)]
        self.recurring = [self._template(source, rule) for source, rule, _ in words.recurring]
        self.moments = [self._template(source, "moment") for source, _ in words.moments]
        self.vague = [self._template(source, "vague") for source, _ in words.vague]

    def _slots(self) -> dict[str, str]:
        words = self.words
        number = f"{NUMBER}|{either(tuple(words.numbers))}"
        ends = f"(?:{words.ordinal_ends})" if words.ordinal_ends else ""
        return {
            "month": either(tuple(self.months)),
            "weekday": either(tuple(re.escape(name) for name in self.weekdays)),
            "d": rf"(?:0?[1-9]|[12]\d|3\d)(?![\d%]|:\d)(?={ends}\b|(?![a-z])){ends}?" if ends else r"(?:0?[1-9]|[12]\d|3\d)(?![\d%]|:\d)",
            "dth": rf"\d{{1,2}}{ends}",
            "y": r"(?:19|20)\d\d(?!\d)|'\d\d",
            "n": number,
            "nth": either(tuple(words.ordinals)) + (rf"|\d{ends}" if ends else ""),
            "day": "|".join(words.today),
            "days": words.days, "weeks": words.weeks, "months": words.months_unit,
            "minutes": words.minutes, "hours": words.hours,
            "part": "|".join(words.parts),
            "length": self.length_source,
            "h": rf"\d{{1,2}}|{either(tuple(words.numbers))}",
        }  # fmt: skip

    @cached_property
    def length_source(self) -> str:
        """Tell how long something is: in words, or numbers with units."""
        words = self.words
        number = rf"(?:{NUMBER}|[½¼¾]|\d ?[½¼¾]|{either(tuple(words.numbers))})"
        space = " ?-? ?" if words.spaced else " ?"
        edge = r"(?![a-z])" if words.spaced else ""
        tens = either(tuple(word for word, value in words.numbers.items() if value in _TENS)) or "(?!)"
        minute, hour = f"(?:{either(words.minutes)}){edge}", f"(?:{either(words.hours)})"
        joint = r"(?: ?(?:,|and|und|et|y|e|&) ?| )?"
        return (
            f"{'|'.join(words.lengths)}|{number}{space}{hour}(?:{edge}{joint}{number}{space}{minute}|{edge}{joint}半|(?:{edge} )?\\d\\d(?!\\d)|{edge}{joint}(?:{tens})(?= ?(?:$|[,;.)\\x1f]))|{edge})"
            f"|{number}{space}{minute}"
        )

    def compiled(self, source: str) -> re.Pattern[str]:
        """A pattern with its slots filled in and word boundaries around."""

        def fill(slot: re.Match[str]) -> str:
            return f"(?P<{slot[1]}{slot[2]}>{self.slots[slot[1]]})"

        filled = _SLOT.sub(fill, source).replace("{{", "{").replace("}}", "}")
        if self.words.spaced:
            glued = f"(?!{self.words.glued})" if self.words.glued else ""
            return re.compile(rf"(?<![\w'.$#+-])(?:{filled})(?!(?!(?<=:\d\d)z(?!\w)){glued}\w|'[a-z]|-[a-z])")
        return re.compile(filled)

    def _template(self, source: str, rule: str) -> Template:
        always = _OPTIONAL.sub("", source)
        needs = (
            {name for name, _ in _SLOT.findall(always) if name in {"month", "weekday"}}
            if _CHOICE.search(always) is None
            else set()
        )
        return Template(self.compiled(source), rule, frozenset(needs))

    @cached_property
    def known(self) -> frozenset[str]:
        """Words with a meaning, which are never taken for typing errors."""
        words = self.words
        units = f"{words.days}|{words.weeks}|{words.minutes}|{words.hours}|{words.months_unit}"
        return frozenset(
            [*self.months, *self.weekdays, *re.findall(r"[a-z]+", units + " " + " ".join(words.today))]
        )

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word of the tables: none of them is a typing error."""
        texts = [value for value in vars(self.words).values() if isinstance(value, str)]
        templates = (*self.words.dates, *self.words.recurring, *self.words.moments, *self.words.vague)
        texts += [source for source, *_ in templates]
        texts += [*self.words.parts, *self.words.numbers, *self.words.lengths]
        plain = " ".join(texts).replace("(?:a|ae)", "a").replace("(?:u|ue)", "u").replace("(?:o|oe)", "o")
        words = re.findall(r"[a-z]{4,}", plain)
        return self.known | frozenset(words) | frozenset(f"{day}s" for day in self.weekdays)

    @cached_property
    def misspelt_by_letter(self) -> Mapping[str, tuple[str, ...]]:
        """Words that are long enough to be recognised with a typing error in them, by their first letter."""
        words = sorted(word for word in self.known if len(word) >= 5)
        return {letter: tuple(group) for letter, group in groupby(words, key=lambda word: word[0])}

    @cached_property
    def present(self) -> dict[str, re.Pattern[str]]:
        """Quick looks for whole groups of words."""
        return {name: re.compile(self.slots[name]) for name in ("month", "weekday")}

    def number(self, word: str) -> float:
        """Find what a number is, in digits or words."""
        return float(self.numbers[word]) if word in self.numbers else float(word.replace(",", "."))
