"""Calendar files and links say when, what and how to come, and nothing that is not everybody's."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.models import Audience, Phase, Webinar, WebinarSettings
from bot.webinars.icalendar import LINK_MAX, calendar_file, file_name, local_time, web_links
from tests.blocks import strategies
from tests.blocks.example_webinar import HOST, JOIN, PAGE, event, webinar
from tests.calendar_readers import (
    DESCRIPTIONS,
    JOINER,
    TITLES,
    differences,
    installed,
    moments,
    read_by_others,
)

NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
SOME_ZONES = ("Africa/Casablanca", "America/New_York", "Europe/Dublin", "Asia/Tehran", "Australia/Lord_Howe")
LONG_LINE = "a long line, with; commas\\ and 🎉 " * 100


def read(file: bytes) -> tuple[Any, Any]:
    """The calendar and its one event, read back."""
    calendar = Calendar.from_ical(file)
    (entry,) = calendar.walk("VEVENT")
    return calendar, entry


def text(entry: Any, name: str) -> str:
    return str(entry.get(name, "")).replace(JOINER, "")


def whole(instant: datetime) -> datetime:
    """To the second, as calendars have it."""
    return instant.replace(microsecond=0)


def typed(words: str) -> str:
    """The words without what no calendar file may hold."""
    words = words.replace(JOINER, "")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", words.replace("\r\n", "\n").replace("\r", "\n"))


@given(strategies.webinars, st.integers(0, 99))
def test_whatever_is_typed_comes_back_whole(made: Webinar, sequence: int) -> None:
    made = made.model_copy(update={"sequence": sequence, "phase": Phase.SCHEDULED})
    file = calendar_file(made, NOW)
    calendar, entry = read(file)
    assert text(calendar, "METHOD") == "PUBLISH"
    assert text(entry, "SUMMARY") == typed(made.title)
    assert text(entry, "DESCRIPTION").endswith(typed(made.description))
    assert (entry.start, entry.end) == (whole(made.start), whole(made.end))
    assert (entry["SEQUENCE"], text(entry, "STATUS")) == (sequence, "CONFIRMED")
    assert entry["DTSTAMP"].dt == NOW
    assert all(len(line) <= 75 for line in file.split(b"\r\n")), "long lines are folded"


@given(strategies.webinars, st.uuids().map(lambda one: f"secret-{one.hex}"), st.sampled_from(Phase))
def test_no_link_of_the_host_and_no_password_is_in_any_of_it(
    made: Webinar, secret: str, phase: Phase
) -> None:
    settings = made.settings.model_copy(update={"password": secret})
    host_uri = f"https://v.example.com/{secret}"
    hiding = made.model_copy(update={"host_uri": host_uri, "settings": settings, "phase": phase})
    unfolded = calendar_file(hiding, NOW).replace(b"\r\n ", b"").decode()
    assert secret not in unfolded
    assert secret not in "".join(web_links(hiding))


@given(strategies.webinars)
def test_links_fit_into_a_button_and_lead_to_the_same_time(made: Webinar) -> None:
    google, outlook = web_links(made)
    assert max(len(google), len(outlook)) <= LINK_MAX
    for link in (google, outlook):
        assert re.fullmatch(r"https://[\w./-]+\?[\w.~%&=-]+", link), "everything typed is encoded"
    asked = parse_qs(urlsplit(google).query)
    assert asked["dates"] == [f"{made.start:%Y%m%dT%H%M%SZ}/{made.end:%Y%m%dT%H%M%SZ}"]
    there = parse_qs(urlsplit(outlook).query)
    assert datetime.fromisoformat(there["startdt"][0]) == whole(made.start)
    assert datetime.fromisoformat(there["enddt"][0]) == whole(made.end)


def test_an_all_hands_has_the_link_that_everybody_shares() -> None:
    _, entry = read(calendar_file(webinar(), NOW))
    assert (text(entry, "URL"), text(entry, "LOCATION")) == (JOIN, JOIN)
    assert text(entry, "DESCRIPTION") == (
        "Tuesday, December 1, 2026, 3:00 PM to 4:30 PM in New York (UTC−5)\n\n"
        f"Join: {JOIN}\n\nWhat we did, and what comes next."
    )


def test_an_event_has_its_registration_page_and_never_a_shared_link() -> None:
    _, entry = read(calendar_file(event(join_uri=JOIN), NOW))
    assert (text(entry, "URL"), text(entry, "LOCATION")) == (PAGE, PAGE)
    assert JOIN.encode() not in calendar_file(event(join_uri=JOIN), NOW).replace(b"\r\n ", b"")


def test_a_link_of_ones_own_takes_the_place_of_the_page() -> None:
    own = "https://v.example.com/join/mine"
    _, entry = read(calendar_file(event(), NOW, own))
    assert (text(entry, "URL"), text(entry, "LOCATION")) == (own, own)
    assert f"Your personal link (only visible to you): {own}" in text(entry, "DESCRIPTION")
    assert PAGE not in text(entry, "DESCRIPTION")


@pytest.mark.parametrize("made", [webinar(join_uri=None), event(registration=None)])
def test_without_a_way_in_there_is_none(made: Webinar) -> None:
    _, entry = read(calendar_file(made, NOW))
    assert {"URL", "LOCATION"} & entry.keys() == set()


def test_a_protected_webinar_says_whom_to_ask() -> None:
    _, entry = read(calendar_file(webinar(settings=WebinarSettings(password="open-sesame")), NOW))
    assert "You need a password: ask the host." in text(entry, "DESCRIPTION")


def test_a_newer_file_replaces_an_older_one_and_a_cancelled_webinar_goes() -> None:
    later = webinar().model_copy(update={"sequence": 1, "start": webinar().start + timedelta(days=1)})
    gone = later.model_copy(update={"sequence": 2, "phase": Phase.CANCELLED})
    entries = [read(calendar_file(one, NOW)) for one in (webinar(), later, gone)]
    assert len({text(entry, "UID") for _, entry in entries}) == 1
    assert [entry["SEQUENCE"] for _, entry in entries] == [0, 1, 2]
    calendar, entry = entries[-1]
    assert (text(calendar, "METHOD"), text(entry, "STATUS")) == ("CANCEL", "CANCELLED")
    assert "URL" not in entry
    assert JOIN not in text(entry, "DESCRIPTION")


def test_two_webinars_are_two_entries() -> None:
    first, second = (read(calendar_file(webinar(id=one), NOW))[1] for one in ("1", "2"))
    assert text(first, "UID") != text(second, "UID")


@pytest.mark.parametrize("zone", ["America/New_York", "Africa/Casablanca", "UTC"])
def test_times_stand_in_utc_which_every_reader_understands(zone: str) -> None:
    start = datetime(
        2027, 2, 20, 14, 0, tzinfo=UTC
    )  # in Ramadan, when the clocks of Morocco are another hour
    file = calendar_file(webinar(start=start, time_zone=zone, duration=timedelta(hours=1)), NOW)
    assert b"\r\nDTSTART:20270220T140000Z\r\n" in file
    assert b"\r\nDTEND:20270220T150000Z\r\n" in file
    assert b"VTIMEZONE" not in file


@pytest.mark.parametrize(
    ("zone", "start", "said"),
    [
        (
            "America/New_York",
            "2026-12-01T20:00",
            "Tuesday, December 1, 2026, 3:00 PM to 4:00 PM in New York (UTC−5)",
        ),
        (
            "Africa/Casablanca",
            "2027-02-20T14:00",
            "Saturday, February 20, 2027, 2:00 PM to 3:00 PM in Casablanca (UTC)",
        ),
        (
            "Africa/Casablanca",
            "2027-06-20T14:00",
            "Sunday, June 20, 2027, 3:00 PM to 4:00 PM in Casablanca (UTC+1)",
        ),
        (
            "Asia/Kolkata",
            "2026-12-01T18:00",
            "Tuesday, December 1, 2026, 11:30 PM to Wednesday, December 2, 2026, 12:30 AM in Kolkata (UTC+5:30)",
        ),
        ("UTC", "2026-12-01T00:00", "Tuesday, December 1, 2026, 12:00 AM to 1:00 AM UTC"),
        (
            "America/New_York",
            "2026-11-01T05:30",
            "Sunday, November 1, 2026, 1:30 AM to 1:30 AM in New York (UTC−4)",
        ),
        (
            "America/New_York",
            "2026-11-01T06:30",
            "Sunday, November 1, 2026, 1:30 AM to 2:30 AM in New York (UTC−5)",
        ),
    ],
)
def test_the_local_time_stands_in_the_description_in_words(zone: str, start: str, said: str) -> None:
    starts = datetime.fromisoformat(start).replace(tzinfo=UTC)
    made = webinar(start=starts, time_zone=zone, duration=timedelta(hours=1))
    assert text(read(calendar_file(made, NOW))[1], "DESCRIPTION").splitlines()[0] == said


@pytest.mark.parametrize("hour", [5, 6])
def test_both_hours_that_clocks_show_twice_keep_their_instant(hour: int) -> None:
    start = datetime(2026, 11, 1, hour, 30, tzinfo=UTC)  # 1:30 in New York, and once more an hour later
    made = webinar(start=start, duration=timedelta(hours=1))
    _, entry = read(calendar_file(made, NOW))
    assert (entry.start, entry.end) == (start, start + timedelta(hours=1))


@pytest.mark.parametrize(
    "title", [r"DOMAIN\Nina", r"C:\new", r"a\\nb", r"a \, b \; c", "two\nlines", r"\n\N"]
)
def test_no_mark_in_a_title_is_read_as_another(title: str) -> None:
    file = calendar_file(webinar(title=title, description=title), NOW)
    unfolded = file.replace(b"\r\n ", b"").decode()
    (written,) = re.findall(r"\r\nSUMMARY:(.*)\r\n", unfolded)
    by_the_book = re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], written)
    assert by_the_book.replace(JOINER, "") == title
    assert text(read(file)[1], "SUMMARY") == title, "and by a reader that undoes one escape after the other"


def test_other_readers_understand_files_as_they_were_meant() -> None:
    """A sample of `python -m benchmarks.calendar_files`, which reads a file for every zone and moment."""
    node = installed()
    starts = [moment for zone in SOME_ZONES for moment in moments(zone, 2027, 2027)]
    made = [
        webinar(
            start=start,
            time_zone=SOME_ZONES[number % len(SOME_ZONES)],
            title=TITLES[number % len(TITLES)],
            description=DESCRIPTIONS[number % len(DESCRIPTIONS)],
        )
        for number, start in enumerate(starts)
    ]
    understood = read_by_others(node, (calendar_file(each, NOW) for each in made))
    for each, answer in zip(made, understood, strict=True):
        ways = f"{local_time(each)}\n\nJoin: {JOIN}"
        description = f"{ways}\n\n{each.description}" if each.description else ways
        assert differences(each, description, answer) == []


@pytest.mark.parametrize("description", [LONG_LINE, "🎉" * 4096, "&" * 4096, ""])
def test_a_long_description_is_cut_for_links_and_whole_in_the_file(description: str) -> None:
    made = webinar(title="Ünïcode & more", description=description.strip())
    for name, link in zip(("details", "body"), web_links(made), strict=True):
        (told,) = parse_qs(urlsplit(link).query)[name]
        assert told.startswith(f"Join: {JOIN}")
        assert told.endswith("…") is bool(description)
    assert text(read(calendar_file(made, NOW))[1], "DESCRIPTION").endswith(description.strip())


def test_links_are_spelt_as_google_and_outlook_read_them() -> None:
    google, outlook = web_links(webinar(title="A+B, c & d", description=""))
    assert google == (
        "https://calendar.google.com/calendar/render?action=TEMPLATE&dates=20261201T200000Z%2F20261201T213000Z"
        "&text=A%2BB%2C%20c%20%26%20d&location=https%3A%2F%2Fv.example.com%2Fjoin%2Fshared"
        "&details=Join%3A%20https%3A%2F%2Fv.example.com%2Fjoin%2Fshared"
    )
    assert parse_qs(urlsplit(outlook).query) == {
        "path": ["/calendar/action/compose"],
        "rru": ["addevent"],
        "startdt": ["2026-12-01T20:00:00Z"],
        "enddt": ["2026-12-01T21:30:00Z"],
        "subject": ["A+B, c & d"],
        "location": [JOIN],
        "body": [f"Join: {JOIN}"],
    }
    assert HOST not in google + outlook


def test_a_way_in_that_is_too_long_stays_out_of_links() -> None:
    made = webinar(join_uri=f"https://v.example.com/{'a' * 2000}", audience=Audience.ALL_HANDS)
    assert all(len(link) <= LINK_MAX and "aaaa" not in link for link in web_links(made))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Q3 All-Hands", "Q3-All-Hands.ics"),
        ("../../etc/passwd", "etc-passwd.ics"),
        ("🎉", "webinar.ics"),
        ("Überblick: «Neues»", "Überblick-Neues.ics"),
        ("a" * 300, f"{'a' * 60}.ics"),
    ],
)
def test_the_file_is_called_as_the_webinar_is(title: str, name: str) -> None:
    assert file_name(webinar(title=title)) == name


def test_a_file_says_it_all_in_the_words_of_the_standard() -> None:
    lines = calendar_file(webinar(sequence=3), NOW).decode().replace("\r\n ", "").split("\r\n")
    assert {"VERSION:2.0", "METHOD:PUBLISH", "UID:1@webinars-for-slack", "SEQUENCE:3"} <= set(lines)
    assert {"DTSTART:20261201T200000Z", "DTEND:20261201T213000Z", "DTSTAMP:20260302T170000Z"} <= set(lines)
    assert {f"URL:{JOIN}", f"LOCATION:{JOIN}", "STATUS:CONFIRMED"} <= set(lines)
    (organizer,) = [line for line in lines if line.startswith("ORGANIZER")]
    assert organizer.endswith(":mailto:noreply@webinars.invalid")


def test_a_cancelled_webinar_says_so_and_has_no_way_in() -> None:
    file = calendar_file(webinar(phase=Phase.CANCELLED), NOW).decode().replace("\r\n ", "")
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SUMMARY:Cancelled: Q3 All-Hands"} <= set(file.split("\r\n"))
    assert "This webinar was cancelled." in file
    assert JOIN not in file
