"""Every sentence that the code says stands in every catalog, with the same placeholders."""

import string

import pytest

from bot.translation import LANGUAGES
from bot.translation.__main__ import sentences_in_code, untranslated
from bot.translation.catalogs import read_catalog

SAID = sentences_in_code()
FOREIGN = [language for language in LANGUAGES if language != "en"]
HOW = "run `python -m bot.translation`, and translate what it lists"


def placeholders(text: str) -> set[str]:
    """The names of the placeholders of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(message: object) -> tuple[str, ...]:
    """A sentence, or its forms for one and for many."""
    return tuple(map(str, message)) if isinstance(message, tuple | list) else (str(message),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_holds_every_sentence_and_no_other(language: str) -> None:
    there = {message.id for message in read_catalog(language) if message.id}
    said = {message.id for message in SAID if message.id}
    assert sorted(map(str, said - there)) == [], HOW
    assert sorted(map(str, there - said)) == [], HOW


@pytest.mark.parametrize("language", FOREIGN)
def test_every_sentence_is_translated(language: str) -> None:
    assert untranslated(read_catalog(language)) == [], HOW


@pytest.mark.parametrize("language", FOREIGN)
def test_a_translation_has_the_placeholders_of_its_sentence(language: str) -> None:
    for message in read_catalog(language):
        wanted = set().union(*map(placeholders, forms(message.id)))
        for translated in forms(message.string) if message.id else ():
            assert placeholders(translated) == wanted, translated


def test_a_sentence_inside_of_an_f_string_is_found() -> None:
    assert any(message.id == "All-hands: no registration, one shared link" for message in SAID)
