"""The phrases about webinars that exist, one file a language."""

from typing import Final

from bot.conversation.webinar_phrases.english import ENGLISH
from bot.conversation.webinar_phrases.french import FRENCH
from bot.conversation.webinar_phrases.german import GERMAN
from bot.conversation.webinar_phrases.japanese import JAPANESE
from bot.conversation.webinar_phrases.phrases import TITLE, WebinarPhrases
from bot.conversation.webinar_phrases.portuguese import PORTUGUESE
from bot.conversation.webinar_phrases.spanish import SPANISH

WEBINAR_PHRASES: Final = {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE)}

__all__ = ["TITLE", "WEBINAR_PHRASES", "WebinarPhrases"]
