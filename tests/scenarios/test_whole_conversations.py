"""Whole conversations, from the first line to the card of the webinar: over a restart, interrupted, two at once, in six languages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import pytest

from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office, open_office
from tests.scenarios.draft_actions import answers, drafted, drafts, now_says


@dataclass(frozen=True)
class Talk:
    """The words of a language: what somebody says, and what the draft, the buttons and the card show."""

    locale: str
    zone: str
    lines: tuple[tuple[str, str], ...]
    """What is said, and what the draft says then."""
    creates: str
    title: str
    start: str
    minutes: int
    drafted: str
    """How a draft is headed."""


TALKS: Final = {
    "en": Talk(
        locale="en-US",
        zone="America/New_York",
        lines=(
            ("could you set up a pricing workshop on Thursday at 2pm", "Thursday, March 5, 2026, 2:00 PM"),
            ("actually friday, same time", "Friday, March 6, 2026, 2:00 PM"),
            ("half an hour longer", "1 hour 30 minutes"),
            ("people should sign up", "Registered event"),
            ("looks good", "press *Create*"),
        ),
        creates="Create",
        title="pricing workshop",
        start="2026-03-06T14:00-05:00",
        minutes=90,
        drafted="Draft:",
    ),
    "de": Talk(
        locale="de-DE",
        zone="Europe/Berlin",
        lines=(
            ("Bitte am Donnerstag um 14 Uhr eine Produktschulung anlegen", "Donnerstag, 5. März 2026"),
            ("ach nein, lieber um halb drei", "14:30"),
            ("eine Viertelstunde länger", "1 Stunde 15 Minuten"),
            ("mit Anmeldung", "Anmeldung"),
            ("passt, leg an", "Anlegen"),
        ),
        creates="Anlegen",
        title="Produktschulung",
        start="2026-03-05T14:30+01:00",
        minutes=75,
        drafted="Entwurf:",
    ),
    "fr": Talk(
        locale="fr-FR",
        zone="Europe/Paris",
        lines=(
            ("Organise une réunion clients jeudi à 14h", "jeudi 5 mars 2026"),
            ("en fait plutôt vendredi", "vendredi 6 mars 2026"),
            ("une heure et demie", "1 heure 30 minutes"),
            ("avec inscription", "inscription"),
            ("c'est bon", "Créer"),
        ),
        creates="Créer",
        title="réunion clients",
        start="2026-03-06T14:00+01:00",
        minutes=90,
        drafted="Brouillon",
    ),
    "es": Talk(
        locale="es-ES",
        zone="Europe/Madrid",
        lines=(
            ("Crea un taller de precios el jueves a las 16:00", "jueves, 5 de marzo de 2026"),
            ("mejor a las 5", "17:00"),
            ("que dure 45 minutos", "45 minutos"),
            ("con inscripción", "inscripción"),
            ("perfecto, créalo", "Crear"),
        ),
        creates="Crear",
        title="taller de precios",
        start="2026-03-05T17:00+01:00",
        minutes=45,
        drafted="Borrador:",
    ),
    "pt": Talk(
        locale="pt-BR",
        zone="America/Sao_Paulo",
        lines=(
            ("Agende uma oficina de preços na quinta às 14h", "quinta-feira, 5 de março de 2026"),
            ("na verdade na sexta", "sexta-feira, 6 de março de 2026"),
            ("30 minutos a mais", "1 hora 30 minutos"),
            ("com inscrição", "inscrição"),
            ("está ótimo, pode criar", "Criar"),
        ),
        creates="Criar",
        title="oficina de preços",
        start="2026-03-06T14:00-03:00",
        minutes=90,
        drafted="Rascunho:",
    ),
    "ja": Talk(
        locale="ja-JP",
        zone="Asia/Tokyo",
        lines=(
            ("木曜日の14時から勉強会を作成してください", "2026年3月5日"),
            ("やっぱり金曜日で", "2026年3月6日"),
            ("30分延長", "1時間30分"),
            ("登録ありでお願いします", "登録"),
            ("これでお願いします", "作成"),
        ),
        creates="作成",
        title="勉強会",
        start="2026-03-06T14:00+09:00",
        minutes=90,
        drafted="下書き",
    ),
}


def speaks(office: Office, talk: Talk) -> SlackUser:
    """Ann, with her language and her clock."""
    ann = office.slack.state.workspace.people["U0ANN"]
    ann.locale, ann.tz = talk.locale, talk.zone
    return office.ann


def headed(person: SlackUser, words: str) -> list[ScreenMessage]:
    """The drafts with buttons that somebody sees in the thread."""
    return [one for one in person.messages("#general") if words in one.text and one.buttons]


@pytest.mark.parametrize("language", TALKS)
async def test_from_the_first_line_to_the_card_in_each_language(office: Office, language: str) -> None:
    talk = TALKS[language]
    ann = speaks(office, talk)
    await ann.types("/invite @webinars", channel="#general")
    thread = None
    for number, (said, shown) in enumerate(talk.lines):
        first = number == 0
        await ann.types(f"@webinars {said}" if first else said, channel="#general", thread_ts=thread)
        await office.handles()
        (card,) = headed(ann, talk.drafted)
        assert shown in card.plain, said
        thread = card.thread_ts
    assert office.operations == []
    await ann.presses(talk.creates, message=card)
    await ann.sees(lambda: ann.dm)
    assert office.webinar.title == talk.title
    assert office.session.duration == talk.minutes * 60
    assert office.session.start == datetime.fromisoformat(talk.start)
    await ann.sees(lambda: any(talk.title in one.plain for one in ann.messages("#general")))


async def test_a_change_is_taken_back_and_a_discard_undone_after_a_restart(database_url: str) -> None:
    async with open_office(database_url) as office:
        ann = office.ann
        async with office.bot():
            await ann.types("/invite @webinars", channel="#general")
            card = await drafted(ann, "@webinars plan a roadmap review on Thursday at 3pm for 45 minutes")
            await answers(ann, "make it Friday", card)
            await office.handles()
            assert now_says(ann, "Friday, March 6")
        async with office.bot():
            await answers(ann, "undo that", card)
            await office.handles()
            assert now_says(ann, "Thursday, March 5, 2026, 3:00 PM")
            await answers(ann, "never mind", card)
            await office.handles()
            assert not headed(ann, "Draft:")
        async with office.bot():
            await answers(ann, "undo", card)
            await ann.sees(lambda: headed(ann, "Draft:"))
            await answers(ann, "looks good", card)
            await office.handles()
            (last,) = headed(ann, "Draft:")
            await ann.presses("Create", message=last)
            await ann.sees(lambda: ann.dm)
        assert office.webinar.title == "roadmap review"
        assert office.session.duration == 45 * 60


async def test_somebody_who_interrupts_changes_nothing_and_the_owner_goes_on(office: Office) -> None:
    ann, ben = office.ann, office.ben
    await ann.types("/invite @webinars", channel="#general")
    card = await drafted(ann, "@webinars plan a roadmap review on Thursday at 3pm")
    await answers(ann, "make it Friday", card)
    await office.handles()
    for said in ("can we do Monday instead?", "@webinars make it Monday", "I'd rather have 2 hours"):
        await answers(ben, said, card)
        await office.handles()
        assert now_says(ann, "Friday, March 6, 2026, 3:00 PM")
    assert not any("Monday" in one.plain for one in drafts(ben))
    told = [one for one in ben.messages("#general") if "only they can change it" in one.plain]
    assert told
    assert not any("only they can" in one.plain for one in ann.messages("#general"))
    await answers(ann, "@webinars ok, at 4pm then", card)
    await office.handles()
    assert now_says(ann, "Friday, March 6, 2026, 4:00 PM")
    (last,) = headed(ann, "Draft:")
    await ann.presses("Create", message=last)
    await ann.sees(lambda: ann.dm)
    assert office.webinar.title == "roadmap review"


async def test_two_drafts_in_a_direct_conversation_are_told_apart(office: Office) -> None:
    ann = office.ann

    async def says(text: str) -> None:
        await ann.types(text)
        await office.handles()

    def shown(title: str) -> ScreenMessage:
        return [one for one in drafts(ann, None) if f"Draft: {title}" in one.plain and one.buttons][-1]

    await says("Sales kickoff on Thursday at 2pm for 30 minutes")
    await says("schedule a Roadmap review on Friday at 10am")
    await says("make it 11am")
    assert "11:00 AM" in shown("Roadmap review").plain
    assert "2:00 PM" in shown("Sales kickoff").plain
    await says("move the sales kickoff to 4pm")
    assert "Thursday, March 5, 2026, 4:00 PM" in shown("Sales kickoff").plain
    assert "11:00 AM" in shown("Roadmap review").plain
    for title in ("Sales kickoff", "Roadmap review"):
        await ann.presses("Create", message=shown(title))
        await ann.sees(lambda title=title: any(f"Created: {title}" in one.plain for one in ann.dm))  # type: ignore[misc]
    made = {one.title: one for one in office.ringcentral.webinars.values()}
    assert set(made) == {"Sales kickoff", "Roadmap review"}
