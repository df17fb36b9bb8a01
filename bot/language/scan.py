"""The state while tokens are found: what has been found, and the shadow without it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.language.context import Context
from bot.language.grammar import Grammar
from bot.language.mended_text import MendedText
from bot.language.templates import Template
from bot.language.tokens import TAKEN, Token

_AFTER_HOURS: Final = re.compile(
    r" ?(?:$|[,;|()\x1f-]|(?:for|with|on|about|pt|et|ct|mt|gmt|utc|cet|[ecmp][sd]t)(?![a-z]))"
)
"""What may follow bare numbers that are a time."""


class Scan:
    """One text in one language; what is found is taken out of the shadow, so that it is found once."""

    def __init__(self, text: MendedText, grammar: Grammar, context: Context) -> None:
        self.grammar = grammar
        self.context = context
        self.today = context.today
        self.seen = text.seen
        self.shadow = self.original = text.shadow
        self.tokens: list[Token] = []
        self.present = {name for name, look in grammar.present.items() if look.search(self.shadow)}

    def take(self, tokens: Iterable[Token]) -> None:
        """Keep tokens, and hide each before the next is looked for."""
        for token in tokens:
            self.tokens.append(token)
            self.hide(token.start, token.end)

    def hide(self, start: int, end: int) -> None:
        """Take a place out of the shadow."""
        self.shadow = self.shadow[:start] + TAKEN * (end - start) + self.shadow[end:]

    def all(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches one after the other, in the shadow as it is by then."""
        position = 0
        while found := pattern.search(self.shadow, position):
            yield found
            position = max(found.end(), position + 1)

    def templates(self, templates: list[Template]) -> Iterator[tuple[Template, re.Match[str]]]:
        """Matches of templates, most specific first; those whose words the text lacks are not tried."""
        for template in templates:
            if template.needs <= self.present:
                for found in self.all(template.pattern):
                    yield template, found

    def has(self, *kinds: str) -> bool:
        """Tell whether a token of one of these kinds was found."""
        return any(token.kind in kinds for token in self.tokens)

    def behind_day(self, found: re.Match[str]) -> bool:
        """Tell whether bare numbers stand right behind a day, and nothing that they could count behind them."""
        before = self.shadow[: found.start()].rstrip(" ,")
        return before.endswith(TAKEN) and bool(_AFTER_HOURS.match(self.shadow, found.end()))
