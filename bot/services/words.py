"""Words that somebody wrote, behind the command or in a message, and the wish that they make."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Self

from bot.models import Person
from bot.models.form import Field, Form, Options
from bot.services.quoting import description_of, first_sentence, plain_text, with_headline
from bot.services.wishes import Wish, read_words, wish_of

_VERB: Final = re.compile(r"(?:create|new)(?:\s+|$)", re.IGNORECASE)
_ASKS: Final = re.compile(r"(?:schedule|plan|book|organi[sz]e|set up|make)\b", re.IGNORECASE)
_NO_WORDS: Final = "That message has no words that I can read. What is the webinar called?"


@dataclass(frozen=True)
class Words:
    """What was written; `asked` says that it surely asks for a webinar, `quoted` that it is somebody's message."""

    text: str
    asked: bool = False
    quoted: bool = False
    description: str = ""

    @classmethod
    def behind_command(cls, typed: str, bot: str | None) -> Self:
        """What is typed behind `/webinar`, with or without "create" before it."""
        text = without(bot, typed).strip()
        if verb := _VERB.match(text):
            return cls(text[verb.end() :].strip(), asked=True)
        return cls(text, asked=bool(_ASKS.match(text)))

    @classmethod
    def of_message(cls, text: str, bot: str | None, name_of: Callable[[str], str | None]) -> Self:
        """A message out of which a webinar is to be made."""
        said = without(bot, text).strip()
        return cls(said, asked=True, quoted=True, description=description_of(plain_text(said, name_of)))

    @property
    def help(self) -> bool:
        """Whether they only ask what can be asked."""
        return not self.quoted and self.text.casefold().strip(" ?!.") == "help"

    def ask_for_webinar(self, now: dt.datetime) -> bool:
        """Whether they read like a request, and not like a word of which nothing is known."""
        said = read_words(self.text, None, now)
        when = said.date or said.clock is not None or said.duration
        return self.asked or bool(when or said.channels or said.registration is not None)

    def wish(self, person: Person | None, now: dt.datetime) -> Wish:
        """The form that they fill in, by the clock of the person who asks."""
        said = read_words(self.text, person, now)
        if self.quoted:
            said = with_headline(said, read_words(first_sentence(self.text), person, now))
        home = person.time_zone if person else None
        wish = wish_of(said, home, Form(announce_here=True), Options(description=self.description))
        if self.quoted and not self.text:
            return wish.model_copy(update={"notes": {**wish.notes, Field.TITLE: _NO_WORDS}})
        return wish


def without(bot: str | None, text: str) -> str:
    """The text without mentions of the bot itself, which is on nobody's panel."""
    return re.sub(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>", " ", text) if bot else text
