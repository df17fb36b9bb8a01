"""Sentences, dates, lists and lengths in the language of a person.

    English text in the code → a catalog in po/ → the words of a language, with values formatted by Babel

A sentence stands in English where it is said: `say("Only {person} can change it.", person=…)`. The placeholder may
name a format: `{start:time}`, `{day:weekday}`. `python -m bot.translation` brings the catalogs up to date.
"""

from bot.translation.catalogs import LANGUAGES
from bot.translation.translation import ENGLISH, Spoken, Translation, translation_for

__all__ = ["ENGLISH", "LANGUAGES", "Spoken", "Translation", "translation_for"]
