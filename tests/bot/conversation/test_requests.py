"""Some sentences ask for a webinar of their own, others only answer or make conversation."""

from datetime import UTC, datetime

import pytest

from bot.conversation.requests import asks_anew, asks_for_another, is_name
from bot.language import understand

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
ZONE = "America/Los_Angeles"
REQUESTS = (
    "plan a roadmap session",
    "schedule an all-hands",
    "create a webinar",
    "could you schedule a roadmap review?",
    "book Town Hall",
    "please book roadmap review",
    "webinar about databases",
    "webinar: Roadmap",
    "a webinar called Roadmap",
    "have a webinar about cats",
    "run a demo",
    "Demo on Friday at 10am",
    "lunch at noon",
    "“Roadmap review” tomorrow from 10 to 11:30am",
    "schedule a webinar tomorrow",
    "🎉 tomorrow at 3pm",
)
OTHERS = (
    "good morning",
    "that worked, great",
    "thanks a lot!",
    "stop",
    "list my webinars",
    "thanks, it worked",
    "have a nice day",
    "schedule looks good",
    "the webinar worked, great",
    "how do I create a webinar?",
    "create",
    "90 minutes",
    "make it Thursday",
    "make it 90 minutes",
    "an hour later",
    "make it an hour later on Thursday",
    "move it to Friday at 2pm",
    "Thursday at 3 works better",
    "schedule it for Thursday",
    "let's do Friday at 2 instead",
    "see you tomorrow",
    "call it Roadmap review",
    "call it Roadmap review on Thursday",
    "with registration",
)


def asks(text: str, locale: str = "en-US") -> bool:
    return asks_anew(text, understand(text, now=NOW, zone=ZONE, locale=locale), locale)


@pytest.mark.parametrize("text", REQUESTS)
def test_this_asks_for_a_webinar(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", OTHERS)
def test_this_does_not(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    ("text", "locale", "anew"),
    [
        ("Plane ein Webinar über Katzen", "de-DE", True),
        ("mach es Donnerstag", "de-DE", False),
        ("planifie un webinaire sur les chats", "fr-FR", True),
        ("plutôt jeudi", "fr-FR", False),
        ("crea un webinar sobre gatos", "es-ES", True),
        ("mejor el jueves", "es-ES", False),
        ("crie um webinar sobre gatos", "pt-BR", True),
        ("melhor na quinta", "pt-BR", False),
        ("全社会議を作成", "ja-JP", True),
        ("ありがとう", "ja-JP", False),
    ],
)
def test_in_other_languages_as_well(text: str, locale: str, anew: bool) -> None:  # noqa: FBT001
    assert asks(text, locale) is anew


def test_a_verb_or_a_length_is_no_name() -> None:
    assert not any(is_name(words) for words in ("make it", "move it to", "90 minutes", "2h", "an hour later"))
    assert all(is_name(words) for words in ("Make it count", "Roadmap", "Q3", "1234", "🎉", "全社会議"))


@pytest.mark.parametrize(
    ("text", "locale", "another"),
    [
        ("another webinar friday 3pm about tax", "en-US", True),
        ("one more session on friday", "en-US", True),
        ("make it another day", "en-US", False),
        ("noch ein Webinar am Freitag", "de-DE", True),
        ("noch ein bisschen später", "de-DE", False),
        ("un autre webinaire vendredi", "fr-FR", True),
        ("otro webinar el viernes", "es-ES", True),
        ("mais um webinar na sexta", "pt-BR", True),
        ("もう一つウェビナーを金曜に", "ja-JP", True),
    ],
)
def test_another_webinar_is_one_beside_those_that_there_are(text: str, locale: str, another: bool) -> None:  # noqa: FBT001
    assert asks_for_another(text, locale) is another
