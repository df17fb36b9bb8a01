"""The six languages by code, compiled when first asked for."""

from functools import cache
from typing import Final

from bot.language.grammar import Grammar
from bot.language.vocabularies.english import ENGLISH
from bot.language.vocabularies.french import FRENCH
from bot.language.vocabularies.german import GERMAN
from bot.language.vocabularies.japanese import JAPANESE
from bot.language.vocabularies.portuguese import PORTUGUESE
from bot.language.vocabularies.spanish import SPANISH

LANGUAGES: Final = {words.code: words for words in (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE)}


@cache
def grammar_of(code: str) -> Grammar:
    """A language's grammar; compiling takes a moment, once."""
    return Grammar(LANGUAGES[code])


def languages_for(locale: str) -> tuple[str, ...]:
    """The person's own language, if it is one of ours, and English."""
    own = locale[:2].lower()
    return (own, "en") if own in LANGUAGES and own != "en" else ("en",)
