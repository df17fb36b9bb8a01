"""One message while it is read: what it says, the shadow that is searched, and which places are used up."""

import re
from collections.abc import Iterator
from typing import Final

from bot.language.cleaned_text import CHANNEL, PERSON, clean

USED: Final = "\x1f"
_QUOTES: Final = re.compile("[’‘`´]")


class Utterance:
    """`seen` is what a person sees, `shadow` the same in small letters without accents; both are equally long."""

    def __init__(self, text: str) -> None:
        cleaned = clean(text)
        self.seen = _QUOTES.sub("'", cleaned.seen)
        self.shadow = _QUOTES.sub("'", cleaned.shadow()).replace("ß", "s")
        self.users = cleaned.users
        self.channels = cleaned.channels
        self.rest = self.shadow

    def use(self, start: int, end: int) -> None:
        """Take a place out of the rest."""
        self.rest = self.rest[:start] + USED * (end - start) + self.rest[end:]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches one after the other, in the rest as it is by then."""
        position = 0
        while found := pattern.search(self.rest, position):
            yield found
            position = max(found.end(), position + 1)

    def user(self, place: int) -> str:
        """Return the user whose mention stands at a place."""
        return self.users[self.seen.count(PERSON, 0, place)]

    def mentioned_in(self, start: int, end: int) -> tuple[str, ...]:
        """Everybody who is mentioned between two places."""
        return tuple(self.user(at) for at in range(start, end) if self.seen[at] == PERSON)

    def channels_in(self, start: int, end: int) -> tuple[str, ...]:
        """The channels that are mentioned between two places."""
        before = self.seen.count(CHANNEL, 0, start)
        return self.channels[before : before + self.seen.count(CHANNEL, start, end)]

    @property
    def left(self) -> str:
        """The text with blanks where something is used up."""
        return "".join(" " if mark == USED else sign for sign, mark in zip(self.seen, self.rest, strict=True))

    @property
    def left_shadow(self) -> str:
        """The shadow of what is left, as long as the text."""
        return self.rest.replace(USED, " ")
