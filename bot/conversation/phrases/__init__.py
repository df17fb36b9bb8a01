"""The phrases of a conversation as data: one file a language."""

from typing import Final

from bot.conversation.phrases.english import ENGLISH
from bot.conversation.phrases.french import FRENCH
from bot.conversation.phrases.german import GERMAN
from bot.conversation.phrases.japanese import JAPANESE
from bot.conversation.phrases.phrases import Phrases
from bot.conversation.phrases.portuguese import PORTUGUESE
from bot.conversation.phrases.spanish import SPANISH

PHRASES: Final = {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE)}

__all__ = ["PHRASES", "Phrases"]
