"""A text behind the command that is not understood gets an answer with examples."""

import pytest
from babel import Locale

from blocks.subcommands import EXAMPLES, SUBCOMMANDS, Subcommand, read_subcommand, usage, usage_hint
from bot.translation import LANGUAGES
from tests.office import ROOT


def test_help_says_what_can_be_done() -> None:
    text = usage().text
    assert text.startswith("This is what I can do:")
    assert "`/webinar`" in text
    assert "`/webinar help`" in text
    assert "*Create a webinar*" in text


def test_what_was_not_understood_is_repeated_without_acting() -> None:
    assert usage("mke <!channel>").text.startswith(
        "I do not know “mke &lt;!channel&gt;”. This is what I can do:"
    )


def test_a_long_text_is_repeated_only_in_part() -> None:
    assert f"“{'a' * 99}…”" in usage("a" * 500).text


def test_the_screen_reader_reads_what_the_eyes_see() -> None:
    message = usage("mke")
    assert [block["text"]["text"] for block in message.blocks] == [message.text]


def test_help_teaches_by_examples() -> None:
    for example in EXAMPLES:
        assert f"`/webinar create {example}`" in usage().text
    assert "*Make this a webinar*" in usage().text


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_the_readme_name_each_language_of_the_conversation(language: str) -> None:
    name = Locale(language).get_display_name("en")
    assert name
    assert name in usage().text.partition("I understand ")[2]
    assert name in (ROOT / "README.md").read_text()


def test_help_and_hint_know_every_word_of_the_list() -> None:
    assert set(SUBCOMMANDS) == set(Subcommand)
    for typed, told in SUBCOMMANDS.values():
        assert f"`/webinar {typed}` — {told}" in usage().text
    assert usage_hint().endswith("| list | status | help]")


@pytest.mark.parametrize("word", Subcommand)
def test_a_word_is_known_however_it_is_typed(word: Subcommand) -> None:
    assert read_subcommand(word) == read_subcommand(f" {word.upper()}? ") == (word, "")
    assert read_subcommand(SUBCOMMANDS[word][0])[0] is word


@pytest.mark.parametrize(
    "text", ["list of speakers tomorrow at 3pm", "help desk Friday at 10", "statuses", ""]
)
def test_a_title_that_begins_like_a_word_is_none(text: str) -> None:
    assert read_subcommand(text) == (None, text)


def test_status_takes_a_title() -> None:
    assert read_subcommand("status Q3 All-Hands") == (Subcommand.STATUS, "Q3 All-Hands")
