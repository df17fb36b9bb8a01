"""The catalogs of sentences: read and compiled when first used, so that a clone needs no step before it runs."""

import gettext
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "ja")
"""The languages that the bot speaks; the sentences in the code are English."""


def read_catalog(language: str) -> Catalog:
    """The catalog of a language, as its translators wrote it."""
    path = files("bot.translation").joinpath("po", f"{language}.po")
    with path.open("rb") as file:
        return read_po(file, locale=language)


@cache
def translations_of(language: str) -> gettext.NullTranslations:
    """The sentences of a language; one that is missing or doubtful stays English."""
    compiled = BytesIO()
    write_mo(compiled, read_catalog(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
