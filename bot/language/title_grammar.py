"""The frame that a language puts around a title: polite words, a command and "a webinar about" before it, thanks behind it."""

import re
from functools import cached_property
from typing import Final

from bot.language.vocabulary import Vocabulary

CUT: Final = "\x1f"
_PLEASE: Final = r"please|pls|bitte|por favor|s'il (?:te|vous) plait|svp|mal"
_EDGE: Final = r"[\s,;:|/\-–—·•@、。，．]"


MIXED_DANGLING: Final = "at|le|el|um|den"
"""Small words of other languages that lead to a time."""


class TitleGrammar:
    """The frame that a language puts around a title."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """Polite words, a command, an article and "webinar", as far as they stand at the beginning."""
        words = self.words
        if not words.spaced:
            return re.compile(f"(?:(?:{words.polite}|{words.commands})[ :、,]*)*")
        end = r"(?![\w'’-])"
        ready = f"(?:(?: |{CUT})+(?:{words.noun_follows}){end})?" if words.noun_follows else ""
        noun = f"(?:(?:{words.articles}){end}[ {CUT}]+){{0,4}}(?:(?:online|live|virtual|internal|company|[a-z]+-long) )?(?:{words.nouns}){end}"
        return re.compile(
            f"(?P<polite>(?:(?:{words.elided}|(?:{words.polite}){end})[ ,!.?:;¿¡-]*){{0,9}})"
            f"(?P<command>(?:(?:{words.commands}){end}|(?!(?:{words.weak_nouns}) (?:{words.nouns}){end})(?P<weak>{words.weak_commands}){end}(?=[ {CUT}]+(?:(?:{words.articles}){end}|[\"“„«']|(?:{words.nouns}){end}|(?:{words.weak_nouns}) (?:{words.nouns}){end}|{CUT})))(?:[ ,{CUT}]|:(?![a-z_]+:))*(?:(?:{_PLEASE}){end}[ ,]*)?)?"
            f"(?P<noun>(?:{noun})?){ready}[ {CUT}]*(?:[:-] ?(?![a-z]+:))?[ {CUT}]*"
        )

    @cached_property
    def weak(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.words.weak_commands})(?![\\w'’-]) ")

    @cached_property
    def article(self) -> re.Pattern[str]:
        return (
            re.compile(f"(?:{self.words.articles})(?![\\w'’-]) ") if self.words.spaced else re.compile("(?!)")
        )

    @cached_property
    def definite(self) -> re.Pattern[str]:
        """A definite article that belongs to the request: "Trag die Besprechung ein"."""
        return re.compile(f"(?:{self.words.definite}) ?(?=[^ ])")

    @cached_property
    def intro(self) -> re.Pattern[str]:
        return re.compile(
            f"(?<![\\w-])(?:{self.words.intros})(?![\\w-]) ?"
            if self.words.spaced
            else f"(?:{self.words.intros})"
        )

    @cached_property
    def of_noun(self) -> re.Pattern[str]:
        """Find what makes a noun the beginning of the title: "a session of questions", "une session de questions"."""
        return re.compile(r" (?:of|de|d'|des|del|do|da|der) ?\w")

    @cached_property
    def about(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.words.about}|about|on the topic of)(?![\\w'-]) ")

    @cached_property
    def framed(self) -> re.Pattern[str]:
        """A webinar that is asked for behind its time: "let us do tomorrow at 3 a webinar about …"."""
        words = self.words
        if not words.spaced:
            return re.compile("(?!)")
        return re.compile(
            f" ?(?:for |fur |pour |para )?(?:{words.articles}) (?:{words.nouns}) (?:{words.about})(?![\\w'-]) "
        )

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """Find what hangs on the end of a fragment without belonging to the title."""
        return self._ends(
            f"{self.words.ends}|{self.words.dangling}|{self._mixed}|{self.words.lasting.rstrip()}"
        )

    @property
    def _mixed(self) -> str:
        """The mixed-in words that are not the language's own: none may stand twice in a repeated choice."""
        own = {*self.words.dangling.split("|"), *self.words.ends.split("|")}
        return "|".join(word for word in MIXED_DANGLING.split("|") if word not in own) or "(?!)"

    @cached_property
    def close(self) -> re.Pattern[str]:
        """The same at the end of the text."""
        return self._ends(self.words.ends)

    def _ends(self, words: str) -> re.Pattern[str]:
        if not self.words.spaced:
            return re.compile(f"(?:{_EDGE}|{words}){{1,20}}$")
        return re.compile(
            f"(?:(?:^|(?<=[\\s,;:|({CUT}])|(?<=\\s-))(?:{words})(?=[\\s?!.,;)]|$)[?!.]*|{_EDGE}|[(\\[]$){{1,20}}$"
        )

    @cached_property
    def head(self) -> re.Pattern[str]:
        """Find what stands at the beginning of a later fragment without belonging to it."""
        words = self.words
        if not words.spaced:
            return re.compile(f"(?:{_EDGE}|[)）]|{words.joins}|{words.ends}|{words.commands})+")
        return re.compile(f"(?:[)\\]?!.]|{_EDGE}|(?:and|und|et|y|e)(?= ?$)|(?:{words.ends})(?![\\w'-]))+")

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """A trailing "webinar"."""
        return re.compile(
            r"(?:^|[ ])(?:webinars?|webinare?|webinaires?|webinarios?|seminario web)$|の?(?:ウェビナー|ウェブセミナー)$"
        )
