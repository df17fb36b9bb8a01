"""A sentence is read without a failure, whatever it holds."""

import string
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import understand, warm_up
from bot.models.form import Draft, Field
from bot.models.understood import Flag, Mentioned, Understood
from bot.models.webinar import Audience, Role
from bot.translation import ENGLISH

MONDAY = datetime(2026, 11, 23, 18, tzinfo=UTC)
LOCALES = ("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP", "it-IT", "xx")
WORDS = (
    "create", "at 3", "tomorrow", "next Tuesday", "3pm", "-", "“", "'", "<@U012ABCDEF>", "<#C012ABCDEF|x>", "<!channel>", "PT",
    "12/13", "31.02.", "2026-02-30", "for 99999999 hours", "in 999999999 days", "明日", "午後3時", "\u202e", "\x00", "９時", "½",
    "every", "Uhr", "à midi", "5th", "Feb 29", "0000", "24:00", "99:99", "&amp;", "*", "einundzwanzig", "UTC+99", "İ", "ﬀ",
)  # fmt: skip


def read(
    text: str, zone: str = "America/Los_Angeles", locale: str = "en-US", now: datetime = MONDAY
) -> Understood:
    return understand(text, now=now, zone=zone, locale=locale)


def test_a_whole_request_fills_the_form() -> None:
    found = read(
        "create Q3 All-Hands next Tuesday at 3pm PT for 45 minutes with <@U0ANN> as panelist, co-host <@U0BEN> in <#C0ALL|all-hands>"
        " with registration"
    )
    draft = found.filled(Draft())
    assert (draft.form.title, draft.form.date, draft.form.start_time) == (
        "Q3 All-Hands",
        date(2026, 12, 1),
        time(15),
    )
    assert (draft.form.time_zone, draft.form.duration) == ("America/Los_Angeles", "45 minutes")
    assert (draft.form.audience, draft.form.announce_in) == (Audience.REGISTERED, ("C0ALL",))
    assert (draft.options.panelists, draft.options.co_hosts) == (("U0ANN",), ("U0BEN",))


def test_what_was_not_said_leaves_the_form_alone() -> None:
    assert read("").filled(Draft()) == Draft()


def test_a_doubt_is_worded_at_its_field() -> None:
    found = read("Ops next Tuesday at 3pm")
    assert [ENGLISH(said) for said in found.at(Field.DATE)] == [
        "Tuesday could be November 24 or December 1; I took December 1."
    ]
    assert found.complete


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chat with <@U01> tomorrow", (Mentioned(user="U01"),)),
        ("Chat tomorrow co-host <@U01|ben>", (Mentioned(user="U01", role=Role.CO_HOST),)),
        ("Chat with <@U01> as co-host", (Mentioned(user="U01", role=Role.CO_HOST),)),
        (
            "Chat, panelists <@U01> and <@W02>",
            tuple(Mentioned(user=user, role=Role.PANELIST) for user in ("U01", "W02")),
        ),
        (
            "Chat with <@U01> and <@U02> as panelists",
            tuple(Mentioned(user=user, role=Role.PANELIST) for user in ("U01", "U02")),
        ),
    ],
)
def test_people_are_found_with_their_role(text: str, people: tuple[Mentioned, ...]) -> None:
    assert read(text).people == people


@pytest.mark.parametrize(
    ("text", "locale"),
    [("riunione 15 gennaio 2027 alle 15:00", "it-IT"), ("vergadering 15 januari 2027 om 15:00", "nl-NL")],
)
def test_a_date_in_another_language_is_read(text: str, locale: str) -> None:
    assert read(text, "Europe/Rome", locale).start == datetime(2027, 1, 15, 14, tzinfo=UTC)


@pytest.mark.parametrize("text", ["topp 10 tips", "i 5 errori", "riunione 31 febbraio"])
def test_no_date_is_invented_in_another_language(text: str) -> None:
    assert read(text, "Europe/Rome", "it-IT").date is None


@pytest.mark.parametrize(
    "zone",
    ["America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata"],
)
@given(wall=st.datetimes(datetime(2026, 12, 1), datetime(2030, 12, 31)))  # noqa: DTZ001 - what a wall shows
def test_the_clock_that_was_said_is_the_clock_that_it_shows(zone: str, wall: datetime) -> None:
    found = read(f"create Ops {wall:%Y-%m-%d %H:%M}", zone)
    assert found.start is not None
    shown = found.start.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    jumped = shown != wall.replace(second=0, microsecond=0)
    assert jumped == (Flag.NONEXISTENT_TIME in found.flags)
    assert shown >= wall.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "instant"),
    [("2:30am", "2027-03-14T10:30"), ("1:59am", "2027-03-14T09:59"), ("3am", "2027-03-14T10:00")],
)
def test_a_time_in_a_gap_moves_by_the_gap(text: str, instant: str) -> None:
    found = read(f"create Ops March 14 2027 {text}")
    assert found.start == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@given(hours=st.integers(1, 40))
def test_hours_pass_in_real_time(hours: int) -> None:
    before = datetime(2027, 3, 13, 20, tzinfo=UTC)
    assert read(f"create Ops in {hours} hours", now=before).start == before + timedelta(hours=hours)


@pytest.mark.parametrize("locale", LOCALES)
@given(text=st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_text_is_read_and_its_parts_lie_inside(locale: str, text: str) -> None:
    found = read(text, locale=locale)
    for part in found.parts:
        assert 0 <= part.start < part.end <= len(text)
    assert found.title is None or found.title.strip()


@pytest.mark.parametrize(
    "text",
    ["1" * 10_000, "\x00" * 10_000, "“" * 10_000, "<@U0>" * 2_000, string.printable * 100, "at 3 " * 2_000],
)
def test_the_longest_texts_are_read(text: str) -> None:
    assert read(text).start is None or read(text).flags


def test_of_a_long_text_beginning_and_end_are_read() -> None:
    found = read("create Ops " + "bla " * 2_400 + "tomorrow at 3pm")
    assert found.start == datetime(2026, 11, 24, 23, tzinfo=UTC)
    assert Flag.CUT in found.flags


def test_everything_can_be_made_ready_before_the_first_sentence() -> None:
    warm_up()
