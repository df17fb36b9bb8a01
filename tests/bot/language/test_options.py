"""Options that are said beside title and time are data, and none of them lands in the title."""

from datetime import UTC, datetime

import pytest

from bot.language import understand
from bot.models.form import Draft
from bot.models.understood import Understood

NOW = datetime(2027, 2, 10, 17, tzinfo=UTC)
LOCALES = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-BR", "ja": "ja-JP"}


def read(text: str, language: str = "en") -> Understood:
    return understand(text, now=NOW, zone="UTC", locale=LOCALES[language])


@pytest.mark.parametrize(
    ("language", "text", "title", "settings"),
    [
        ("en", '"Kickoff" Friday 3pm, half an hour, record it, no Q&A', "Kickoff", {"recording_enabled": True, "qna_enabled": False}),
        ("en", "Kickoff Friday 3pm, no recording or polls please", "Kickoff", {"recording_enabled": False, "polls_enabled": False}),
        ("en", "Kickoff Friday 3pm with a waiting room", "Kickoff", {"panelist_waiting_room": True}),
        ("en", '"Kickoff" with Q&A, Friday 3pm', "Kickoff", {"qna_enabled": True}),
        ("en", "Kickoff Friday 3pm, coworkers only", "Kickoff", {"attendee_authentication": "AuthenticatedCoworker"}),
        ("en", "Kickoff Friday 3pm, anyone can join", "Kickoff", {"attendee_authentication": "Guest"}),
        ("en", "Kickoff Friday 3pm, turn off Q&A, polls: yes", "Kickoff", {"qna_enabled": False, "polls_enabled": True}),
        ("en", "Kickoff Friday 3pm, redirect to <https://a.example/x>", "Kickoff", {"post_webinar_redirect_uri": "https://a.example/x"}),
        ("de", "Auftakt Freitag 15 Uhr, bitte aufzeichnen, ohne Fragen", "Auftakt", {"recording_enabled": True, "qna_enabled": False}),
        ("fr", "Lancement vendredi à 15h, pas d'enregistrement", "Lancement", {"recording_enabled": False}),
        ("es", "Arranque viernes a las 15:00, grabar, sin preguntas", "Arranque", {"recording_enabled": True, "qna_enabled": False}),
        ("pt", "Abertura sexta às 15h, sem gravação, por favor", "Abertura", {"recording_enabled": False}),
        ("ja", "金曜15時から勉強会、録画あり、質疑応答なし", "勉強会", {"recording_enabled": True, "qna_enabled": False}),
    ],
)  # fmt: skip
def test_an_option_is_said(language: str, text: str, title: str, settings: dict[str, bool | str]) -> None:
    found = read(text, language)
    assert found.title == title
    assert found.settings.chosen() == settings


@pytest.mark.parametrize(
    "title",
    [
        "Q&A with the CFO",
        "Product demo with Q&A",
        "Recording best practices",
        "Password reset training",
        "Password managers 101",
        "How to run a waiting room",
        "Polls and surveys",
        "No questions asked",
    ],
)
def test_a_title_may_name_an_option(title: str) -> None:
    found = read(f"{title} Friday at 3pm")
    assert found.title == title
    assert found.settings.chosen() == {}


@pytest.mark.parametrize(
    ("language", "text", "password"),
    [
        ("en", "Kickoff Friday 3pm, password Zebra42", "Zebra42"),
        ("en", "Kickoff Friday 3pm password: zebra", "zebra"),
        ("en", "Kickoff Friday 3pm, the password is a_b*c!", "a_b*c"),
        ("en", 'Kickoff Friday 3pm, password "open sesame"', "open sesame"),
        ("en", "password: x&amp;y1 Kickoff Friday 3pm", "x&y1"),
        ("de", "Kickoff Freitag 15 Uhr. Passwort: Frosch7", "Frosch7"),
        ("fr", "Kickoff vendredi à 15h, mot de passe : Tulipe9", "Tulipe9"),
        ("es", "Kickoff viernes a las 15:00, contraseña Girasol5", "Girasol5"),
        ("pt", "Kickoff sexta às 15h, senha: Rosa3", "Rosa3"),
        ("ja", "金曜15時からKickoff、パスワード：abc123", "abc123"),
    ],
)
def test_a_password_never_lands_in_the_title(language: str, text: str, password: str) -> None:
    found = read(text, language)
    assert found.title == "Kickoff"
    assert found.settings.password == password


def test_a_description_ends_with_its_line() -> None:
    found = read("Kickoff\nDescription: what we learned, at 5pm and later\nFriday 3pm")
    assert found.description == "what we learned, at 5pm and later"
    assert found.start == datetime(2027, 2, 12, 15, tzinfo=UTC)


def test_options_are_filled_into_the_draft() -> None:
    draft = read("Kickoff Friday 3pm, no recording, password Zebra42").filled(Draft())
    assert draft.options.settings.recording_enabled is False
    assert draft.options.settings.password == "Zebra42"


@pytest.mark.parametrize(
    "text",
    [
        "set up a registered event called Kickoff Friday 3pm",
        "Kickoff Friday 3pm, people should sign up",
        "Kickoff Friday 3pm, sign-up required",
        "Registered event: Kickoff, Friday 3pm",
        "Kickoff Friday 3pm, attendees need to register first",
    ],
)
def test_registration_is_asked_for_in_many_words(text: str) -> None:
    found = read(text)
    assert (found.title, found.registration) == ("Kickoff", True)
