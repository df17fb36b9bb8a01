"""The smaller stages of reading a line: labels, names with a role, holidays, what is no start, marks of Slack."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.language import understand
from bot.models.understood import Flag, Named, Understood
from bot.models.webinar import Role

NOW = datetime(2027, 2, 10, 17, tzinfo=UTC)


def read(text: str, locale: str = "en-US") -> Understood:
    return understand(text, now=NOW, zone="UTC", locale=locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "Title: Open day. Date: March 3. Time: 2pm. Duration: 75."),
        ("en-US", "*What:* Open day\n*When:* March 3, 2pm-3:15pm\n*Who:* everybody at 5pm"),
        ("en-US", "Title - Open day; Date - March 3; Time - 2pm; Length - 75m"),
        ("de-DE", "Titel: Open day\nDatum: 3.3.2027\nUhrzeit: 14 Uhr\nDauer: 75"),
        ("fr-FR", "Titre : Open day / Date : 3 mars / Heure : 14h / Durée : 1h15"),
        ("es-ES", "Título: Open day. Fecha: 3 de marzo. Hora: 14:00. Duración: 75"),
        ("pt-BR", "Título: Open day; Data: 03/03; Horário: 14h; Duração: 1h15"),
        ("ja-JP", "タイトル：Open day　日時：3/3 14:00-15:15　形式：全員参加"),
    ],
)
def test_a_brief_is_read_by_its_labels(locale: str, text: str) -> None:
    found = read(text, locale)
    assert found.title == "Open day"
    assert found.start == datetime(2027, 3, 3, 14, tzinfo=UTC)
    assert found.duration == timedelta(minutes=75)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roadmap Friday 3pm with Dana Kim as co-host", [Named(name="Dana Kim", role=Role.CO_HOST)]),
        ("Roadmap Friday 3pm, co-hosted by Ben Ng", [Named(name="Ben Ng", role=Role.CO_HOST)]),
        ("Roadmap Friday 3pm, panelists: Ben and Ana Gomez", [Named(name=name, role=Role.PANELIST) for name in ("Ben", "Ana Gomez")]),
        ("Roadmap Friday 3pm with ben as a panelist", [Named(name="ben", role=Role.PANELIST)]),
        ("Roadmap Friday 3pm, speaker Priya Shah", [Named(name="Priya Shah", role=Role.PANELIST)]),
    ],
)  # fmt: skip
def test_people_are_named_with_a_role(text: str, names: list[Named]) -> None:
    found = read(text)
    assert found.title == "Roadmap"
    assert list(found.names) == names


@pytest.mark.parametrize("title", ["Fireside chat with Dana Miller", "Speaker Series", "Panelist Briefing"])
def test_a_name_without_a_role_stays_in_the_title(title: str) -> None:
    found = read(f"{title} Friday 3pm")
    assert (found.title, found.names) == (title, ())


@pytest.mark.parametrize(
    ("locale", "text", "day"),
    [
        ("en-US", "Ops on Presidents Day at noon", date(2027, 2, 15)),
        ("en-US", "Ops Thanksgiving at 10am", date(2027, 11, 25)),
        ("en-GB", "Ops on Boxing Day at 3pm", date(2027, 12, 26)),
        ("de-DE", "Ops am Karfreitag um 10 Uhr", date(2027, 3, 26)),
        ("fr-FR", "Ops le lundi de Pâques à 10h", date(2027, 3, 29)),
        ("es-ES", "Ops el Viernes Santo a las 10", date(2027, 3, 26)),
        ("pt-BR", "Ops na sexta-feira santa às 10h", date(2027, 3, 26)),
        ("ja-JP", "建国記念の日の10時からOps", date(2027, 2, 11)),
    ],
)
def test_a_holiday_is_resolved_and_doubted(locale: str, text: str, day: date) -> None:
    found = read(text, locale)
    assert (found.title, found.date) == ("Ops", day)
    assert Flag.AMBIGUOUS_DATE in found.flags


@pytest.mark.parametrize("title", ["Christmas party", "Earth Day kickoff", "Easter egg hunt planning"])
def test_a_holiday_in_a_title_is_no_day(title: str) -> None:
    found = read(f"{title} tomorrow at 3pm")
    assert (found.title, found.date) == (title, date(2027, 2, 11))


@pytest.mark.parametrize(
    ("locale", "text", "start"),
    [
        ("en-US", "RSVP by Friday: Lunch, Feb 24 at noon", datetime(2027, 2, 24, 12, tzinfo=UTC)),
        ("en-US", "Rescheduled from Feb 12 to Feb 19 at 3pm: Lunch", datetime(2027, 2, 19, 15, tzinfo=UTC)),
        ("en-US", "Lunch Tue Feb 16 10am and again Thu Feb 18 4pm", datetime(2027, 2, 16, 10, tzinfo=UTC)),
        ("de-DE", "Lunch am 1.3. um 10 Uhr, Anmeldeschluss 25.2.", datetime(2027, 3, 1, 10, tzinfo=UTC)),
        ("fr-FR", "inscriptions jusqu'au 5 mars, Lunch le 12 mars à 18h", datetime(2027, 3, 12, 18, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_what_is_no_start_is_left_out(locale: str, text: str, start: datetime) -> None:
    assert read(text, locale).start == start


def test_of_two_sessions_the_first_is_taken_and_doubted() -> None:
    assert Flag.TWO_TIMES in read("Lunch Tue Feb 16 10am and again Thu Feb 18 4pm").flags


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (":tada: Launch party tomorrow 5pm", ":tada: Launch party"),
        ("Launch party :tada: tomorrow 5pm", "Launch party :tada:"),
        ("tomorrow 5pm :tada: Launch party", ":tada: Launch party"),
        ("&gt; *Launch party* tomorrow 5pm", "Launch party"),
        ("• `Launch` party - tomorrow 5pm", "Launch party"),
        ("```Launch party``` tomorrow 5pm", "Launch party"),
        ("\u200b\u2060\u3164 tomorrow 5pm", None),
        ("OKR check-in tomorrow 5pm", "OKR check-in"),
        ("wendsday review tomorrow 5pm", "wendsday review"),
    ],
)
def test_a_title_keeps_emoji_and_loses_marks(text: str, title: str | None) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("locale", "text", "clock"),
    [
        ("de-DE", "Ops am 3. März um halb drei", "14:30"),
        ("de-DE", "Ops am 3. März um 4 Uhr", "04:00"),
        ("de-DE", "Ops am 3. März um vier", "16:00"),
        ("de-DE", "Ops am 3. März 8 Uhr dreißig", "08:30"),
        ("es-ES", "Ops el 3 de marzo a las 5", "17:00"),
        ("pt-BR", "Ops dia 3 de março às 3", "15:00"),
        ("pt-BR", "Ops dia 3 de março às 9", "09:00"),
    ],
)
def test_a_bare_spoken_hour_before_seven_is_the_afternoon(locale: str, text: str, clock: str) -> None:
    found = read(text, locale)
    assert found.clock is not None
    assert f"{found.clock:%H:%M}" == clock


@pytest.mark.parametrize("text", ["Roadmap tomorrow 13:00-12:00", "Roadmap tomorrow from 3pm to 2pm"])
def test_an_end_before_the_start_is_asked_about_and_no_length(text: str) -> None:
    found = read(text)
    assert found.duration is None
    (doubt,) = [one for one in found.doubts if one.flag is Flag.TOO_LONG]
    assert doubt.words.asks


def test_a_time_over_midnight_is_a_length() -> None:
    assert read("Release Friday 22:00-01:00").duration == timedelta(hours=3)
