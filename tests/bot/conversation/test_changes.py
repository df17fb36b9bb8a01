"""In a conversation short answers change what was understood, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.acts import (
    Act,
    AskAmount,
    ChangeDraft,
    ChangeLength,
    FieldChange,
    MoveStart,
    SetLength,
    SetPanelJoinsEarly,
    act_name,
)
from bot.conversation.effects import Surroundings, changed
from bot.conversation.proposal import begun_with
from bot.conversation.reader import TurnContext, Venue
from bot.conversation.rules import RuleReader
from bot.language import understand
from bot.models.conversation import DraftState, Question
from bot.models.understood import Flag, Mentioned, Understood
from bot.models.webinar import Role

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
ZONE = "America/Los_Angeles"


def draft(*texts: str, locale: str = "en-US") -> DraftState:
    """The draft that a first sentence and answers to it make."""
    state = begun_with(understand(texts[0], now=NOW, zone=ZONE, locale=locale))
    for text in texts[1:]:
        turn = TurnContext(
            text=text,
            author="U0",
            owner="U0",
            venue=Venue.DIRECT,
            now=NOW,
            zone=ZONE,
            locale=locale,
            draft=state,
        )
        for act in RuleReader().read(turn):
            if isinstance(act, ChangeDraft):
                state = changed(state, act.changes, Surroundings(NOW, ZONE, "C00"))
    return state


def said(*texts: str, locale: str = "en-US") -> Understood:
    """The request that is understood after a first sentence and answers to it."""
    return draft(*texts, locale=locale).said


@pytest.mark.parametrize(
    ("locale", "text", "start"),
    [
        ("en-US", "at 3pm, no 4pm", "2026-11-24T16:00-08:00"),
        ("en-US", "Thursday, sorry, I meant Friday", "2026-11-27T10:00-08:00"),
        ("en-US", "at 5pm, no wait, 6pm", "2026-11-24T18:00-08:00"),
        ("en-US", "Thursday at 3pm, actually 4pm", "2026-11-26T16:00-08:00"),
        ("en-US", "move it from Tuesday to Thursday", "2026-11-26T10:00-08:00"),
        ("de-DE", "um 16 Uhr, ach nein, 17 Uhr", "2026-11-24T17:00-08:00"),
        ("fr-FR", "à 16h, non pardon, 17h", "2026-11-24T17:00-08:00"),
        ("es-ES", "a las 16:00, no, mejor a las 17:00", "2026-11-24T17:00-08:00"),
        ("pt-BR", "às 16h, não, 17h", "2026-11-24T17:00-08:00"),
        ("ja-JP", "16時、いや17時で", "2026-11-24T17:00-08:00"),
    ],
)
def test_of_what_contradicts_itself_the_last_word_counts(locale: str, text: str, start: str) -> None:
    found = said("schedule an all-hands tomorrow at 10am", text, locale=locale)
    assert found.start == datetime.fromisoformat(start)
    assert Flag.TWO_TIMES not in found.flags


@pytest.mark.parametrize(
    "text", ["record it, no Q&A", "with registration, no polls", "on Friday, no password"]
)
def test_no_before_something_else_takes_nothing_back(text: str) -> None:
    before = draft("schedule an all-hands tomorrow at 10am")
    assert draft("schedule an all-hands tomorrow at 10am", text) != before
    settings = draft("schedule an all-hands tomorrow at 10am", text).options.settings
    assert (settings.recording_enabled is True) is text.startswith("record")


def turn_acts(text: str, locale: str = "en-US", asked: Question | None = None) -> tuple[Act, ...]:
    """What is read when somebody says a text about a draft at ten."""
    state = draft("schedule an all-hands tomorrow at 10am for an hour")
    turn = TurnContext(
        text=text,
        author="U0",
        owner="U0",
        venue=Venue.DIRECT,
        now=NOW,
        zone=ZONE,
        locale=locale,
        draft=state,
        asked=asked,
    )
    return RuleReader().read(turn)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "Thursday at 3 and Friday at 4"),
        ("en-US", "either 3 or 4pm"),
        ("en-US", "make it 30 or 45 minutes"),
        ("de-DE", "Donnerstag oder Freitag"),
        ("de-DE", "entweder 15 oder 16 Uhr"),
        ("fr-FR", "jeudi ou vendredi"),
        ("es-ES", "el jueves o el viernes"),
        ("pt-BR", "quinta ou sexta"),
        ("ja-JP", "15時か16時"),
    ],
)
def test_two_different_things_are_asked_about(locale: str, text: str) -> None:
    assert [act_name(act) for act in turn_acts(text, locale)] == ["cannot_be_done(contradiction)"]


@pytest.mark.parametrize(
    ("locale", "text", "question"),
    [
        ("en-US", "can we do it a bit later?", Question.HOW_MUCH_LATER),
        ("en-US", "earlier", Question.HOW_MUCH_EARLIER),
        ("en-US", "make it longer", Question.HOW_MUCH_LONGER),
        ("en-US", "shorten it", Question.HOW_MUCH_SHORTER),
        ("de-DE", "etwas später bitte", Question.HOW_MUCH_LATER),
        ("de-DE", "mach es kürzer", Question.HOW_MUCH_SHORTER),
        ("fr-FR", "un peu plus tôt", Question.HOW_MUCH_EARLIER),
        ("es-ES", "hazlo más largo", Question.HOW_MUCH_LONGER),
        ("pt-BR", "mais curto", Question.HOW_MUCH_SHORTER),
        ("ja-JP", "もう少し遅くして", Question.HOW_MUCH_LATER),
    ],
)
def test_a_direction_without_an_amount_is_asked_back(locale: str, text: str, question: Question) -> None:
    assert turn_acts(text, locale) == (AskAmount(question=question),)


@pytest.mark.parametrize(
    ("locale", "asked", "text", "change"),
    [
        ("en-US", Question.HOW_MUCH_LATER, "30 minutes", MoveStart(by=timedelta(minutes=30))),
        ("en-US", Question.HOW_MUCH_EARLIER, "by an hour please", MoveStart(by=-timedelta(hours=1))),
        ("en-US", Question.HOW_MUCH_LATER, "2 days", MoveStart(days=2)),
        ("en-US", Question.HOW_MUCH_LONGER, "15", ChangeLength(by=timedelta(minutes=15))),
        ("en-US", Question.HOW_MUCH_LONGER, "make it 90 minutes", SetLength(length=timedelta(minutes=90))),
        ("de-DE", Question.HOW_MUCH_SHORTER, "eine Viertelstunde", ChangeLength(by=-timedelta(minutes=15))),
        ("fr-FR", Question.HOW_MUCH_LATER, "d'une heure", MoveStart(by=timedelta(hours=1))),
        ("ja-JP", Question.HOW_MUCH_LATER, "30分", MoveStart(by=timedelta(minutes=30))),
    ],
)
def test_the_next_turn_says_how_much(locale: str, asked: Question, text: str, change: FieldChange) -> None:
    assert turn_acts(text, locale, asked) == (ChangeDraft(changes=(change,)),)


@pytest.mark.parametrize(
    ("locale", "text", "minutes"),
    [
        ("en-US", "let the panel in 15 minutes early", 15),
        ("en-US", "speakers should join half an hour before", 30),
        ("de-DE", "das Panel soll 15 Minuten vorher rein", 15),
        ("fr-FR", "les intervenants rejoignent 10 minutes avant", 10),
        ("es-ES", "los panelistas entran 15 minutos antes", 15),
        ("pt-BR", "os painelistas entram 10 minutos antes", 10),
        ("ja-JP", "パネリストは15分前に入室", 15),
    ],
)
def test_the_panel_joins_early(locale: str, text: str, minutes: int) -> None:
    assert turn_acts(text, locale) == (ChangeDraft(changes=(SetPanelJoinsEarly(minutes=minutes),)),)


FIRST = "schedule an all-hands tomorrow for an hour"


@pytest.mark.parametrize(
    ("answers", "start"),
    [
        (["at 3"], "2026-11-24T15:00-08:00"),
        (["3"], "2026-11-24T15:00-08:00"),
        (["at 3", "make it Thursday"], "2026-11-26T15:00-08:00"),
        (["Thursday at 4pm"], "2026-11-26T16:00-08:00"),
        (["at 3", "no, 4:30pm"], "2026-11-24T16:30-08:00"),
        (["at 3pm", "Berlin time"], "2026-11-24T15:00+01:00"),
        (["at 3pm", "ET"], "2026-11-24T15:00-05:00"),
        (["at 3pm PT", "2026-12-24"], "2026-12-24T15:00-08:00"),
        (["at 3pm", "90 minutes"], "2026-11-24T15:00-08:00"),
        (["at 3pm", "call it Friday at 5"], "2026-11-24T15:00-08:00"),
        (["at 3pm", "Friday instead"], "2026-11-27T15:00-08:00"),
        (["at 3pm", "Thursday works better"], "2026-11-26T15:00-08:00"),
        (["at 3pm", "not tomorrow, Friday"], "2026-11-27T15:00-08:00"),
        (["at 3pm", "not 3pm but 4pm"], "2026-11-24T16:00-08:00"),
        (["at 3pm", "not on Friday"], "2026-11-24T15:00-08:00"),
        (["at 3pm", "an hour later"], "2026-11-24T16:00-08:00"),
        (["at 3pm", "push it by 30 minutes"], "2026-11-24T15:30-08:00"),
        (["at 3pm", "30 minutes earlier"], "2026-11-24T14:30-08:00"),
        (["at 3pm", "a week later"], "2026-12-01T15:00-08:00"),
        (["at 10", "pm"], "2026-11-24T22:00-08:00"),
        (["at 10", "in the evening"], "2026-11-24T22:00-08:00"),
        (["at 3pm", "until 4:30"], "2026-11-24T15:00-08:00"),
        (["at 3pm", "“Big ideas” on Friday at 5pm"], "2026-11-27T17:00-08:00"),
    ],
)
def test_day_time_and_zone_can_be_changed_each_on_its_own(answers: list[str], start: str) -> None:
    assert said(FIRST, *answers).start == datetime.fromisoformat(start)


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("call it Roadmap review", "Roadmap review"),
        ('call it "Friday at 3"', "Friday at 3"),
        ("change the title to All hands", "All hands"),
        ("the title should be Q4 wrap", "Q4 wrap"),
        ("change the title to Roadmap review please", "Roadmap review"),
        ("How about “Big ideas”?", "Big ideas"),
        ("“Big ideas” on Friday at 3pm", "Big ideas"),
        ("I think that “AI” is overused by now in all of our talks", "all-hands"),
        ("at 3", "all-hands"),
    ],
)
def test_the_title_changes_only_when_it_is_said(answer: str, title: str) -> None:
    assert said(FIRST, answer).title == title


def test_a_question_for_the_title_takes_the_answer_as_it_is() -> None:
    assert said("webinar tomorrow at 2pm", "Roadmap review").title == "Roadmap review"


@pytest.mark.parametrize(
    ("answer", "minutes"), [("90 minutes", 90), ("make it half an hour", 30), ("at 3", 60)]
)
def test_the_duration_changes(answer: str, minutes: int) -> None:
    assert said(FIRST, answer).duration == timedelta(minutes=minutes)


def test_people_are_added_and_roles_changed() -> None:
    found = said(FIRST, "invite <@U01>", "add <@U02> as co-host", "<@U01> as panelist")
    assert found.people == (
        Mentioned(user="U01", role=Role.PANELIST),
        Mentioned(user="U02", role=Role.CO_HOST),
    )


def test_registration_and_channels_change() -> None:
    found = draft(FIRST, "with registration", "announce in <#C01|x>")
    assert found.said.registration
    assert found.announce == ("C01",)
    assert said(FIRST, "with registration", "without registration").registration is False


def test_doubts_go_when_they_are_answered() -> None:
    assert said(FIRST).flags == (Flag.MISSING_TIME,)
    assert said(FIRST, "at 3").flags == (Flag.ASSUMED_MERIDIEM,)
    assert said(FIRST, "at 3", "3pm").flags == ()
    assert said("Ops", "at 3pm").flags == ()
    assert said("Ops", "at 3pm", "tomorrow").flags == ()


def test_an_answer_in_the_persons_language() -> None:
    found = said("Teamrunde morgen", "um 15 Uhr", "nächsten Freitag", "90 Minuten", locale="de-DE")
    assert found.start == datetime.fromisoformat("2026-12-04T15:00-08:00")
    assert found.duration == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("answer", "minutes"),
    [("until 4:30", 90), ("ends at 4pm", 60), ("an hour later", 60), ("no registration", 60)],
)
def test_an_end_says_how_long_it_takes_and_a_delay_does_not(answer: str, minutes: int) -> None:
    assert said(FIRST, "at 3pm", answer).duration == timedelta(minutes=minutes)


@pytest.mark.parametrize("answer", ["remove <@U2>", "without <@U2>", "not <@U2|ann>, please"])
def test_who_is_not_wanted_is_taken_off_and_not_put_on(answer: str) -> None:
    people = said(FIRST, "with <@U1> and <@U2>", answer).people
    assert [one.user for one in people] == ["U1"]


@pytest.mark.parametrize("answer", ["no registration please", "no registration, 90 minutes"])
def test_no_registration_is_not_taken_for_something_turned_down(answer: str) -> None:
    assert said(FIRST, "with registration", answer).registration is False


def test_a_start_is_moved_in_other_languages_too() -> None:
    german = said("Kundentag morgen um 10 Uhr", "eine Stunde später", locale="de-DE")
    assert german.start == datetime.fromisoformat("2026-11-24T11:00-08:00")
    assert said("Kundentag morgen um 10 Uhr", "bis 12 Uhr", locale="de-DE").duration == timedelta(hours=2)
