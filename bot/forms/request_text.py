"""Words that somebody wrote, behind the command or in a message, and the wish that they make."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Self

from bot.forms.prefill import Prefill, clock_of, prefill_of, read_words
from bot.forms.quoted_message import description_of, first_sentence, plain_text, with_headline
from bot.language import passed_by
from bot.models import Person
from bot.models.form import Field, Form, Options

_VERB: Final = re.compile(r"(?:create|new)(?:\s+|$)", re.IGNORECASE)
_ASKS: Final = re.compile(r"(?:schedule|plan|book|organi[sz]e|set up|make)\b", re.IGNORECASE)
_NO_WORDS: Final = "That message has no words that I can read. What is the webinar called?"


@dataclass(frozen=True)
class RequestText:
    """A text that somebody wrote; `asked` says that it surely asks for a webinar, `quoted` that it is somebody's message.

    `written_at` is when it was said, if not just now; `writer` is who said it, if not whoever asks.
    """

    text: str
    asked: bool = False
    quoted: bool = False
    description: str = ""
    verb: str = ""
    """The verb that stood before the text and tells a title apart: "create Launch tomorrow" is about "Launch"."""
    written_at: dt.datetime | None = None
    writer: str | None = None

    @classmethod
    def behind_command(cls, typed: str, bot: str | None) -> Self:
        """The text behind `/webinar`, with or without "create" before it."""
        text = without(bot, typed).strip()
        if verb := _VERB.match(text):
            return cls(text[verb.end() :].strip(), asked=True, verb="create")
        return cls(text, asked=bool(_ASKS.match(text)))

    @classmethod
    def of_message(
        cls,
        text: str,
        bot: str | None,
        name_of: Callable[[str], str | None],
        *,
        written_at: dt.datetime | None = None,
        writer: str | None = None,
    ) -> Self:
        """A message out of which a webinar is to be made."""
        said = without(bot, text).strip()
        told = description_of(plain_text(said, name_of))
        return cls(said, asked=True, quoted=True, description=told, written_at=written_at, writer=writer)

    def ask_for_webinar(self, now: dt.datetime) -> bool:
        """Tell whether they read like a request, and not like a word of which nothing is known."""
        said = read_words(self.text, None, now)
        when = said.date or said.clock is not None or said.duration
        return self.asked or bool(when or said.channels or said.registration is not None)

    def prefill(self, person: Person | None, now: dt.datetime) -> Prefill:
        """The form that they fill in, by the clock of the person who speaks, at the moment they spoke."""
        then = min(self.written_at or now, now)
        said = read_words(f"{self.verb} {self.text}".strip(), person, then)
        if self.quoted:
            said = with_headline(said, read_words(first_sentence(self.text), person, then))
            said = passed_by(said, now, clock_of(person)[0])
        home = person.time_zone if person else None
        prefill = prefill_of(said, home, Form(announce_here=True), Options(description=self.description))
        if self.quoted and not self.text:
            return prefill.model_copy(update={"notes": {**prefill.notes, Field.TITLE: _NO_WORDS}})
        if person and person.id == self.writer and said.clock is not None and said.zone is None:
            whose = f"The time is by the clock of {person.name}, who wrote it."
            return prefill.model_copy(update={"notes": {**prefill.notes, Field.TIME_ZONE: whose}})
        return prefill


def without(bot: str | None, text: str) -> str:
    """The text without mentions of the bot itself, which is on nobody's panel."""
    return re.sub(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>", " ", text) if bot else text
