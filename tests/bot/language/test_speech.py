"""Questions, statements and what is about another thing start nothing; a webinar that is asked for does."""

from datetime import UTC, datetime

import pytest

from bot.language import understand
from bot.models.understood import Speech

NOW = datetime(2027, 4, 8, 15, tzinfo=UTC)
NOTHING = [
    ("fr-FR", "faudrait que je pense à appeler Paul lundi à 9h"),
    ("pt-BR", "ontem a reunião começou às 9h"),
    ("fr-FR", "on était 40 au webinaire de vendredi"),
    ("es-ES", "éramos 40 en el webinar del viernes"),
    ("pt-BR", "tinha 40 pessoas no webinar de sexta"),
    ("es-ES", "cambiaron la clave del wifi el lunes a las 9"),
    ("pt-BR", "o relatório é pra quinta às 17h"),
    ("en-US", "the wifi password changed on monday at 9"),
    ("en-US", "our flight leaves at 6pm on friday"),
    ("en-US", "the report is due thursday 5pm"),
    ("en-US", "the server will be down tomorrow from 2 to 3pm"),
    ("en-US", "the deadline moved to friday 5pm"),
    ("de-DE", "mein zug geht um 18 uhr"),
    ("de-DE", "der Bericht ist bis Donnerstag 17 Uhr fällig"),
    ("de-DE", "wir hatten am freitag 40 leute im webinar"),
    ("fr-FR", "mon train part à 18h"),
    ("fr-FR", "le rapport est à rendre jeudi à 17h"),
    ("es-ES", "mi tren sale a las 6"),
    ("es-ES", "¿os va bien el martes a las 2?"),
    ("es-ES", "¿quedamos mañana a las 5?"),
    ("pt-BR", "meu voo sai às 18h"),
    ("pt-BR", "terça às 14h dá pra vocês?"),
    ("ja-JP", "報告書は木曜17時までです"),
    ("ja-JP", "電車は18時に出ます"),
    ("en-US", "Is the room free tomorrow at 3?"),
    ("en-US", "I'm out on Friday"),
    ("en-US", "we moved the standup to 10"),
    ("en-US", "running late, see you at 3:15"),
    ("en-US", "what are we doing on Monday"),
    ("en-US", "did the webinar on Tuesday get recorded"),
    ("en-US", "could you book me a meeting room for friday?"),
    ("en-US", "are you a bot or a real person?"),
    ("en-US", "sorry, I can't make it on Friday at 3pm"),
    ("en-US", "is tomorrow at 2 still free?"),
    ("en-US", "what time is it in Berlin right now?"),
    ("en-US", "list my webinars"),
    ("en-US", "show my webinars for next week"),
    ("en-US", "move the all-hands to Friday 3pm"),
    ("en-US", "who registered for the launch?"),
    ("en-US", "when is the next webinar"),
    ("en-US", "lunch at 12?"),
    ("en-US", "good luck tomorrow at 9!"),
    ("en-US", "the all-hands on Thursday is cancelled"),
    ("en-US", "Can we talk tomorrow at 3?"),
    ("en-US", "my train arrives at 10:15 on Monday"),
    ("en-US", "let me know if Friday 3pm works"),
    ("en-US", "Let me check with the team, back tomorrow"),
    ("en-US", "I have a dentist appointment tomorrow at 3pm"),
    ("en-US", "let's grab lunch tomorrow at 12"),
    ("en-US", "ping me tomorrow at 9"),
    ("en-US", "Anyone up for coffee at 3pm?"),
    ("en-US", "works for me, Friday at 3 then"),
    ("en-US", "cancel the webinar on Friday"),
    ("en-US", "please remind me tomorrow at 9am"),
    ("en-US", "send the deck by Friday 5pm"),
    ("en-US", "we shipped 2.0 on Monday at 3pm"),
    ("en-US", "hello"),
    ("en-US", "thanks!"),
    ("de-DE", "Ist der Termin am Freitag um 10 noch frei?"),
    ("de-DE", "Ich bin am Montag im Urlaub"),
    ("de-DE", "Wann ist das Webinar morgen?"),
    ("de-DE", "Das Webinar gestern war super"),
    ("de-DE", "Wer kommt am Donnerstag?"),
    ("de-DE", "Verschieb das Webinar auf Freitag 10 Uhr"),
    ("de-DE", "sag das Webinar morgen ab"),
    ("de-DE", "ich kann morgen um 15 Uhr leider nicht"),
    ("de-DE", "Bis Montag!"),
    ("fr-FR", "à quelle heure commence le webinaire de demain ?"),
    ("fr-FR", "je ne serai pas là vendredi à 10h"),
    ("fr-FR", "la réunion de demain est annulée"),
    ("fr-FR", "annule le webinaire de vendredi"),
    ("fr-FR", "Qui vient jeudi ?"),
    ("fr-FR", "rappel : point d'équipe demain à 9h"),
    ("es-ES", "¿a qué hora empieza el webinar de mañana?"),
    ("es-ES", "no puedo ir el viernes a las 3, perdón"),
    ("es-ES", "la reunión del lunes se ha cancelado"),
    ("es-ES", "¿quién viene el jueves?"),
    ("es-ES", "cancela el webinar de mañana"),
    ("es-ES", "nos vemos mañana a las 9"),
    ("pt-BR", "que horas começa o webinar amanhã?"),
    ("pt-BR", "não posso amanhã às 10"),
    ("pt-BR", "a reunião de segunda foi adiada"),
    ("pt-BR", "cancela o webinar de sexta"),
    ("pt-BR", "até amanhã!"),
    ("ja-JP", "明日のウェビナーは何時からですか"),
    ("ja-JP", "金曜の会議は中止になりました"),
    ("ja-JP", "すみません、明日は行けません"),
    ("ja-JP", "明日のウェビナーをキャンセルして"),
    ("ja-JP", "ありがとうございます、また明日"),
]
REQUESTS = [
    ("en-US", "What's new in Q3 tomorrow at 3pm"),
    ("en-US", "How to sell more, Friday 2pm"),
    ("en-US", "We are hosting a webinar on hiring tomorrow at 3"),
    ("en-US", "I need a webinar tomorrow at 3pm about hiring"),
    ("en-US", "Who moved my cheese book club Friday 4pm"),
    ("en-US", "Town hall Friday 3pm?"),
    ("en-US", "can we do the all hands on thursday at 2?"),
    ("en-US", "Show and tell Friday 3pm"),
    ("en-US", "Change management 101 Tuesday 10am"),
    ("en-US", "Is AI eating our jobs? Panel on May 4 at 5pm"),
    ("en-US", "This week in product, Friday 3pm"),
    ("en-US", "Let's do a fireside chat tomorrow at 4"),
    ("en-US", "wanna do a brown bag lunch wendsday noon"),
    ("en-US", "alright, a product tour tomorrow at 3"),
    ("en-US", "My benefits explained, April 20 10am"),
    ("en-US", "The future of work is hybrid: panel on Friday 3pm"),
    ("en-US", "I'd love a session on pricing next Tuesday 2pm"),
    ("en-US", "Your pension in 30 minutes May 4 noon"),
    ("en-US", "Thank you event for volunteers, May 4, 6pm"),
    ("en-US", "Great resignation panel Thu 3pm"),
    ("en-US", "Onboarding was never easier: demo Friday 3pm"),
    ("en-US", "Getting started with the API, tomorrow 10am"),
    ("de-DE", "Wir brauchen morgen um 15 Uhr ein Webinar zum Thema Steuern"),
    ("de-DE", "Was ist neu im CRM? Donnerstag 14 Uhr"),
    ("de-DE", "Wie geht es weiter: Betriebsversammlung Freitag 10 Uhr"),
    ("de-DE", "Ich möchte gern am Freitag um 10 eine Schulung machen"),
    ("fr-FR", "Comment bien vendre, jeudi 14h"),
    ("fr-FR", "Est-ce que tu peux créer un webinaire demain à 10h sur la paie ?"),
    ("fr-FR", "le point RH vendredi à 10h"),
    ("fr-FR", "On voudrait un webinaire sur la paie mardi à 9h"),
    ("es-ES", "Qué hay de nuevo en el CRM, jueves a las 10"),
    ("es-ES", "¿Podemos hacer la charla de bienvenida el lunes a las 9?"),
    ("es-ES", "La charla de bienvenida el lunes a las 9"),
    ("pt-BR", "O que há de novo no CRM quinta às 10h"),
    ("pt-BR", "Vamos fazer o treinamento de vendas na segunda às 14h"),
    ("pt-BR", "pode criar o evento Kickoff dia 4 de maio às 15h?"),
    ("ja-JP", "明日15時に説明会をお願いできますか？"),
    ("ja-JP", "来週の水曜日15時に採用説明会を設定してください"),
    ("ja-JP", "金曜10時から勉強会をやります"),
]


def speech(locale: str, text: str) -> Speech:
    return understand(text, now=NOW, zone="Europe/Berlin", locale=locale).speech


@pytest.mark.parametrize(("locale", "text"), NOTHING)
def test_what_asks_for_no_webinar_starts_nothing(locale: str, text: str) -> None:
    assert speech(locale, text) is not Speech.REQUEST


@pytest.mark.parametrize(("locale", "text"), REQUESTS)
def test_a_webinar_is_asked_for(locale: str, text: str) -> None:
    assert speech(locale, text) is Speech.REQUEST


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Is the 3pm slot tomorrow still free?", Speech.QUESTION),
        ("I can't make it on Friday at 3pm, sorry", Speech.STATEMENT),
        ("cancel tomorrow's webinar", Speech.MANAGEMENT),
        ("could you book me a meeting room for Friday?", Speech.OTHER_REQUEST),
    ],
)
def test_kinds_are_told_apart(text: str, kind: Speech) -> None:
    assert speech("en-US", text) is kind
