"""The phrases of a language as patterns, compiled when they are first needed."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from typing import Any, Final

from bot.conversation.phrases import PHRASES, Phrases
from bot.conversation.phrases.directions import DIRECTIONS, LASTING, PANEL_JOINS_EARLY, PLUS
from bot.conversation.phrases.edges import IDLE, NO_DESCRIPTION
from bot.language.cleaned_text import PERSON
from bot.language.grammar import Grammar
from bot.language.languages import grammar_of
from bot.language.lengths import read_length

_SLOT: Final = re.compile(r"\{(amount|length|clock|weekday|one|two)\d?\}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_DAYS: Final = 400
MARKS: Final = re.compile(
    r"[\s.,;:!?¡¿…、。！？()\-–—'\"~*+]+|:[a-z0-9_+-]+:|[\u2600-\u27bf\U0001f300-\U0001faff]+"
)
"""Punctuation and emoji between words."""


@dataclass(frozen=True)
class Amount:
    """By how much something changes: days that keep the time on the clock, or a time that passes."""

    days: int = 0
    time: dt.timedelta = dt.timedelta()


class PhraseBook:
    """One language: its phrases as patterns over small letters without accents."""

    def __init__(self, phrases: Phrases, grammar: Grammar) -> None:
        self.phrases = _with_sharp_s(phrases) if phrases.code == "de" else phrases
        self.grammar = grammar
        self.code = phrases.code

    def compiled(self, source: str) -> re.Pattern[str]:
        """A pattern with its slots filled in, between the edges of words."""
        numbers = itertools.count(1)
        filled = _SLOT.sub(lambda slot: self._slot(slot[1], next(numbers)), source)
        if not self.phrases.spaced:
            return re.compile(filled)
        return re.compile(rf"(?<!\w)(?:{filled})(?!\w)")

    def _slot(self, name: str, number: int) -> str:
        """The pattern of one slot; the number tells it from others of the same name."""
        if name == "clock":
            return f"(?P<clock{number}>{self.grammar.clock_source(str(number))})"
        source = {
            "amount": self._amount,
            "length": self.grammar.length_source,
            "weekday": "|".join(sorted(map(re.escape, self.grammar.weekdays), key=len, reverse=True)),
            "one": PERSON,
            "two": PERSON,
        }[name]
        return f"(?P<{name}{number}>{source})"

    @cached_property
    def _amount(self) -> str:
        words = self.grammar.words
        number = rf"(?:\d{{1,3}}|{'|'.join(sorted(map(re.escape, words.numbers), key=len, reverse=True))})"
        space = " " if self.phrases.spaced else ""
        counted = f"{number}{space}(?:{words.days}|{words.weeks})"
        half = self._half_week
        return f"{half}{counted}|(?:{self.grammar.length_source})(?:間)?"

    @property
    def _half_week(self) -> str:
        return "" if self.phrases.spaced else "(?:[一二三四五六七八九十]|\\d{1,2})(?:週間|日間?)(?:後)?|"

    def amount(self, text: str) -> Amount | None:
        """Return the amount that a phrase such as "two days" or "half an hour" names."""
        words = self.grammar.words
        text = text.strip().removesuffix("後")
        for unit, days in ((words.weeks, 7), (words.days, 1)):
            found = re.fullmatch(rf"(.+?)\s*(?:{unit})", text)
            count = self.count(found[1]) if found else None
            if count is not None:
                return Amount(days=min(count * days, _MOST_DAYS))
        length = read_length(text, self.grammar) or read_length(text.removesuffix("間"), self.grammar)
        return Amount(time=length) if length else None

    def count(self, word: str) -> int | None:
        """Return the number that digits or words name."""
        try:
            return round(self.grammar.number(word.strip()))
        except ValueError:
            return None

    @cached_property
    def whole(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Return the pattern of a whole turn, with the words that carry nothing."""
        kinds = [(kind, "|".join(each)) for kind, each in self.phrases.whole.items()]
        edge = r"(?!\w)" if self.phrases.spaced else ""
        return tuple((kind, re.compile(f"(?:{source}){edge}")) for kind, source in kinds)

    @cached_property
    def idle(self) -> re.Pattern[str]:
        """Words that carry nothing beside a whole turn: "please", "well", emoji, marks."""
        return re.compile(
            rf"(?:{IDLE[self.code]})(?!\w)" if self.phrases.spaced else f"(?:{IDLE[self.code]})"
        )

    @cached_property
    def idle_ends(self) -> re.Pattern[str]:
        """The same behind what is said: ", please"."""
        edge = r"(?!\w)" if self.phrases.spaced else ""
        between = r"[\s,.!]+" if self.phrases.spaced else r"[\s、。]*"
        return re.compile(rf"(?:{between}(?:{IDLE[self.code]}){edge})*[\s.!?。、]*$")

    @cached_property
    def filler(self) -> frozenset[str]:
        return frozenset(self.phrases.filler.split()) if self.phrases.spaced else frozenset()

    @cached_property
    def timely(self) -> frozenset[str]:
        """Words that days, times and lengths are said with."""
        words = self.grammar.words
        sources = [
            words.at,
            words.to,
            words.start_of_range,
            words.oclock,
            words.noon,
            words.midnight,
            words.lasting,
        ]
        sources += [
            *words.before_hour,
            *words.after_hour,
            *words.parts,
            *words.today,
            *words.numbers,
            *words.lengths,
        ]
        sources += [source for source, *_ in words.dates] + [
            words.minutes,
            words.hours,
            words.days,
            words.weeks,
        ]
        return self.grammar.known | frozenset(_WORD.findall(" ".join(sources)))

    @cached_property
    def fillers(self) -> re.Pattern[str]:
        """Phrases that carry nothing in a correction."""
        if self.phrases.spaced:
            return self.compiled("|".join(self.phrases.fillers))
        return re.compile(
            "|".join(line.strip().lstrip("|") for line in self.phrases.filler.strip().splitlines())
        )

    @cached_property
    def asks(self) -> re.Pattern[str]:
        return re.compile(self.phrases.asks)

    @cached_property
    def requests(self) -> re.Pattern[str]:
        return re.compile(self.phrases.requests)

    @cached_property
    def states(self) -> re.Pattern[str]:
        return re.compile("|".join(self.phrases.states))

    @cached_property
    def moves(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        panel = ("panel_early", PANEL_JOINS_EARLY[self.code])
        templates = (
            panel,
            ("lasting", LASTING[self.code]),
            *self.phrases.moves,
            *DIRECTIONS[self.code],
            *PLUS,
        )
        return tuple((rule, self.compiled(source)) for rule, source in templates)

    @cached_property
    def settings(self) -> tuple[tuple[str, bool | str | None, re.Pattern[str]], ...]:
        return tuple((name, value, self.compiled(source)) for name, value, source in self.phrases.settings)

    @cached_property
    def registration(self) -> tuple[tuple[bool, re.Pattern[str]], ...]:
        return tuple((wanted, self.compiled(source)) for wanted, source in self.phrases.registration)

    @cached_property
    def labels(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        edge = r"(?<!\w)" if self.phrases.spaced else ""
        return tuple((name, re.compile(f"{edge}(?:{source})")) for name, source in self.phrases.labels)

    @cached_property
    def no_description(self) -> re.Pattern[str]:
        return self.compiled(NO_DESCRIPTION[self.code])

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """Return the pattern of what hangs behind a title."""
        lead = r"(?:^|[\s,;.!]+)" if self.phrases.spaced else "[、。 ]*"
        return re.compile(rf"(?:{lead}(?:{self.phrases.ends}))+[\s.!。、]*$")

    @cached_property
    def topics(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(self._searched(self.phrases.topics))

    @cached_property
    def helps(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(self._searched(self.phrases.helps))

    @cached_property
    def impossible(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(self._searched(self.phrases.impossible))

    def _searched(self, entries: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, re.Pattern[str]]]:
        edge = r"(?<!\w)" if self.phrases.spaced else ""
        for name, source in entries:
            yield name, re.compile(f"{edge}(?:{source})")

    @cached_property
    def cues(self) -> dict[str, re.Pattern[str]]:
        """The words around people and channels, by what they do."""
        names = (
            "drop",
            "also",
            "not_in",
            "nowhere",
            "here",
            "announces",
            "co_host",
            "panelist",
            "adds",
            "swap",
            "swap_back",
        )
        return {name: self.compiled(getattr(self.phrases, name)) for name in names}

    def fills(self, word: str) -> bool:
        """Tell whether a word carries nothing of its own in a correction, in this language or in English."""
        english = book_of("en").filler
        if word in self.filler or word in english:
            return True
        head, _, tail = word.partition("'")
        short = bool(tail) and len(head) <= 4 and (head in self.filler or head in english)
        return short and (tail in self.filler or len(tail) <= 2)

    def bare(self, shadow: str) -> str:
        """A text without "ok," and "so" before it."""
        position = 0
        while True:
            if mark := MARKS.match(shadow, position):
                position = mark.end()
            elif (idle := self.idle.match(shadow, position)) and idle.end() > position:
                position = idle.end()
            else:
                return shadow[position:] or shadow

    def words(self, shadow: str) -> int:
        """Count the words that are of this language."""
        if not self.phrases.spaced:
            return 3 * bool(re.search(r"[ぁ-んァ-ヶ]", shadow)) + 9 * bool(re.search(r"[ぁ-ん]{2}", shadow))
        return sum(word in self._known for word in _WORD.findall(shadow))

    @cached_property
    def _known(self) -> frozenset[str]:
        words = frozenset(_WORD.findall(" ".join(self.phrases.filler.split())))
        return (words | frozenset(self.grammar.weekdays) | frozenset(self.grammar.months)) - _SHARED

    def compile_all(self) -> None:
        """Make every pattern now instead of at its first use."""
        for name, value in vars(PhraseBook).items():
            if isinstance(value, cached_property):
                getattr(self, name)


_SHARED: Final = frozenset(
    [
        "webinar",
        "ok",
        "okay",
        "hm",
        "h",
        "min",
        "a",
        "o",
        "e",
        "y",
        "as",
        "so",
        "no",
        "me",
        "super",
        "total",
        "extra",
        "start",
        "in",
        "an",
        "man",
        "es",
        "de",
        "la",
        "le",
        "se",
        "te",
        "on",
        "oh",
        "ah",
        "die",
        "des",
        "du",
        "was",
        "am",
        "and",
        "al",
    ]
)
"""Words of several languages, which tell nothing of one."""


def _with_sharp_s(phrases: Phrases) -> Phrases:
    """The same phrases for a text in which "ß" is one letter, as it is in a shadow."""

    def changed(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace("ss", "ss?")
        if isinstance(value, tuple):
            return tuple(
                (*one[:-1], changed(one[-1])) if isinstance(one, tuple) else changed(one) for one in value
            )
        return {key: changed(one) for key, one in value.items()} if isinstance(value, Mapping) else value

    each = {one.name: changed(getattr(phrases, one.name)) for one in fields(phrases)}
    words = phrases.filler
    return replace(phrases, **{**each, "code": phrases.code, "filler": f"{words} {words.replace('ss', 's')}"})


@cache
def book_of(code: str) -> PhraseBook:
    """The phrases of a language; compiling takes a moment, once."""
    return PhraseBook(PHRASES[code], grammar_of(code))


def books_for(shadow: str, locale: str) -> tuple[PhraseBook, ...]:
    """The languages in which a text may be, the likeliest first: what it looks like, the person's own, English."""
    own = locale[:2].lower()
    own = own if own in PHRASES else "en"
    counted = {code: book_of(code).words(shadow) for code in PHRASES}
    likeliest = max(counted, key=lambda code: (counted[code], code == own, code == "en"))
    if counted[likeliest] < counted[own] + 2 and counted[own]:
        likeliest = own
    return tuple(book_of(code) for code in dict.fromkeys((likeliest, own, "en")))


def compile_phrases() -> None:
    """Compile all phrases, so that the first turn is read as fast as the others."""
    for code in PHRASES:
        book_of(code).compile_all()
