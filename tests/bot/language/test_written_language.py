"""The language in which somebody writes, also where Slack says another."""

import pytest

from bot.language import written_language


@pytest.mark.parametrize(
    ("text", "otherwise", "language"),
    [
        ("schedule an all-hands tomorrow at 10am", "de", "en"),
        ("Bitte ein Webinar am Freitag um 15 Uhr", "en", "de"),
        ("plutôt à 15h30", "en", "fr"),
        ("mejor pasado mañana", "en", "es"),
        ("muda pras 11h", "en", "pt"),
        ("録画なしで", "en", "ja"),
        ("春の採用説明会 OK", "en", "ja"),
        ("90", "fr", "fr"),
        ("ok!", "de", "de"),
        ("", "ja", "ja"),
        ("Q3 All-Hands", "es", "es"),
        ("nenn es “The State of the Union”", "en", "de"),
        ("<@U0ANN|the best of us>", "pt", "pt"),
    ],
)
def test_small_words_tell_the_language(text: str, otherwise: str, language: str) -> None:
    assert written_language(text, otherwise) == language
