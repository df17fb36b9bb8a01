"""Sentences in a person's language, with their values in its formats."""

from datetime import date, time, timedelta

import pytest

from bot.models.sentence import Sentence, sentence
from bot.models.understood import Doubt, Flag
from bot.translation import ENGLISH, translation_for

MOVED = sentence(
    "{day:day} {start:time} {span:length} {zone:city} {who}",
    day=date(2027, 3, 5),
    start=time(15),
    span=timedelta(minutes=45),
    zone="Europe/Vienna",
    who="{Ann}",
)


def test_a_sentence_that_was_stored_is_said_like_a_new_one() -> None:
    stored = Sentence.model_validate_json(MOVED.model_dump_json())
    assert stored == MOVED
    assert ENGLISH(stored) == "Friday, March 5 3:00 PM 45 minutes Vienna {Ann}"
    assert translation_for("de")(stored) == "Freitag, 5. März 15:00 45 Minuten Wien {Ann}"


def test_a_sentence_is_a_question_by_its_end() -> None:
    assert sentence("Which day?").asks
    assert not MOVED.asks


def test_a_doubt_of_a_row_of_before_keeps_its_words() -> None:
    old = '{"flag": "no_date", "field": "date", "words": "Which {day}?"}'
    doubt = Doubt.model_validate_json(old)
    assert doubt.flag is Flag.NO_DATE
    assert translation_for("de")(doubt.words) == "Which {day}?"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "An welchem Tag?"),
        ("fr", "Quel jour ?"),
        ("en", "Which day?"),
        ("it", "Which day?"),
        ("", "Which day?"),
    ],
)
def test_a_language_that_is_not_ours_is_english(language: str, said: str) -> None:
    assert translation_for(language)("Which day?") == said


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert translation_for("fr")("Nobody ever said {this}.", this="that") == "Nobody ever said that."


def test_a_locale_of_another_language_gives_no_format() -> None:
    assert translation_for("de", "en-US").time(time(15)) == "15:00"
    assert translation_for("en", "xx-!!").time(time(15)) == "3:00 PM"
    assert translation_for("en", "en-XX").time(time(15)) == "3:00 PM"
