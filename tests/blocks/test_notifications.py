"""Messages about a webinar: what is new, where to go, and whose link is whose."""

from datetime import timedelta
from typing import Any

import pytest

from blocks.notifications import (
    cancelled,
    has_room,
    host_reminder,
    moved,
    panel_reminder,
    recording_ready,
    registrant_reminder,
    registration_open_again,
    reminder,
    unreachable,
    who_missed_it,
)
from bot.models import Cancellation, Invitation, Role, Webinar
from bot.models.slack_payloads import Message
from tests.blocks.example_webinar import CLOSED, HOST, JOIN, OPEN, PAGE, START, event, webinar
from tests.blocks.visible_text import lines, urls

BEN_LINK = "https://v.example.com/join/ben"
BEN = Invitation(user="U0BEN", role=Role.CO_HOST, join_uri=BEN_LINK)
DAY, TEN = timedelta(days=1), timedelta(minutes=10)
WHEN = "Tuesday, December 1, 2026, 3:00 PM in New York–4:30 PM (Tue 3:00 PM in New York)"
STARTS = f":bell: *Q3 All-Hands* starts in 10 minutes: {WHEN}."
DOUBT = "I couldn’t check with RingCentral just now whether this is still right."
BY_MAIL = "Your personal link is in RingCentral’s e-mail."


def test_a_move_says_from_when_to_when() -> None:
    assert lines(moved(webinar(), START - DAY)) == [
        (
            ":calendar: *Q3 All-Hands* was moved: from Monday, November 30, 2026, 3:00 PM in New York "
            f"(Mon 3:00 PM in New York) to *{WHEN}*."
        )
    ]


@pytest.mark.parametrize(
    ("done", "ending"),
    [
        (None, "was cancelled in RingCentral."),
        (Cancellation(), "was cancelled in RingCentral."),
        (Cancellation(by="U0BEN"), "was cancelled by <@U0BEN>."),
        (Cancellation(by="U0BEN", reason="Ann <3"), "was cancelled by <@U0BEN>. Reason: Ann &lt;3"),
    ],
)
def test_a_cancellation_says_by_whom_and_why(done: Cancellation | None, ending: str) -> None:
    (said,) = lines(cancelled(webinar(cancellation=done)))
    assert said == (
        ":no_entry_sign: *Q3 All-Hands*, Tuesday, December 1, 2026, 3:00 PM in New York (Tue 3:00 PM in New York), "
        f"{ending}"
    )


@pytest.mark.parametrize(
    ("before", "starts"),
    [
        (DAY, "starts Tuesday"),
        (timedelta(hours=23), "starts in 23 hours: Tuesday"),
        (TEN, "starts in 10 minutes: Tuesday"),
        (timedelta(minutes=2), "starts in 2 minutes: Tuesday"),
        (timedelta(minutes=1), "starts in a moment: Tuesday"),
    ],
)
def test_a_reminder_says_how_soon(before: timedelta, starts: str) -> None:
    assert lines(reminder(webinar(), before))[0].startswith(f":bell: *Q3 All-Hands* {starts}")


@pytest.mark.parametrize(
    ("made", "button", "url"),
    [
        (webinar(), "Join", JOIN),
        (webinar(join_uri=None), None, None),
        (event(), "Registration page", PAGE),
        (event(registration=None), None, None),
    ],
    ids=["all-hands", "all-hands without a link", "event", "event without a page"],
)
def test_a_reminder_for_everybody_has_the_way_in_for_everybody(
    made: Webinar, button: str | None, url: str | None
) -> None:
    message = reminder(made, TEN)
    assert lines(message) == [STARTS, *([f"[{button}]"] if button else [])]
    assert urls(message) == ({button: url} if button else {})
    assert message.text.endswith(f" {button}: {url}" if button else ".")
    assert HOST not in message.text


@pytest.mark.parametrize(
    ("message", "button", "url"),
    [
        (host_reminder(webinar(), TEN), "Start as host", HOST),
        (panel_reminder(webinar(), BEN, TEN), "Join as co-host", BEN_LINK),
        (registrant_reminder(event(), BEN_LINK, TEN), "Join", BEN_LINK),
    ],
    ids=["host", "panel", "registrant"],
)
def test_whoever_has_a_link_of_their_own_is_reminded_with_it(message: Message, button: str, url: str) -> None:
    assert lines(message) == [STARTS, f"[{button}]"]
    assert urls(message) == {button: url}
    assert message.text.endswith(f"Your personal link (only visible to you): {url}")


@pytest.mark.parametrize(
    ("message", "where"),
    [
        (
            host_reminder(webinar(host_uri=None), TEN),
            "RingCentral has not given your link as host: start the webinar in RingCentral itself.",
        ),
        (panel_reminder(webinar(), BEN.model_copy(update={"join_uri": None}), TEN), BY_MAIL),
        (registrant_reminder(event(), None, TEN), BY_MAIL),
    ],
    ids=["host", "panel", "registrant"],
)
def test_whoever_has_no_link_is_told_where_it_is(message: Message, where: str) -> None:
    assert lines(message) == [STARTS, where]
    assert message.text.endswith(where)


@pytest.mark.parametrize(
    "message",
    [
        reminder(webinar(), TEN, unsure=True),
        host_reminder(webinar(), TEN, unsure=True),
        panel_reminder(webinar(), BEN, TEN, unsure=True),
        registrant_reminder(event(), None, TEN, unsure=True),
    ],
)
def test_a_reminder_that_could_not_be_checked_says_so(message: Message) -> None:
    assert lines(message)[-1] == f"- {DOUBT}"
    assert message.text.endswith(DOUBT)


@pytest.mark.parametrize(
    ("registration", "buttons", "links"),
    [
        (OPEN, "[Register me] [Registration page]", {"Registration page": PAGE}),
        (OPEN.model_copy(update={"asks": True}), "[Registration page]", {"Registration page": PAGE}),
        (OPEN.model_copy(update={"page_uri": None}), "[Register me]", {}),
    ],
)
def test_registration_that_is_open_again_has_the_way_in(
    registration: Any, buttons: str, links: dict[str, str]
) -> None:
    message = registration_open_again(event(registration=registration), "d1")
    assert lines(message) == [f":tickets: Registration for *Q3 All-Hands*, {WHEN}, is open again.", buttons]
    assert urls(message) == links


def test_where_nothing_is_known_of_registration_there_is_no_button() -> None:
    assert len(lines(registration_open_again(event(registration=None), "d1"))) == 1


@pytest.mark.parametrize(
    ("registration", "of"),
    [
        (CLOSED.model_copy(update={"limit": 201}), ": 200 of 201 places are taken."),
        (CLOSED, ". RingCentral"),
        (None, ". RingCentral"),
    ],
)
def test_the_host_hears_that_there_is_room_again(registration: Any, of: str) -> None:
    said = lines(has_room(event(registration=registration), "d1"))
    assert f"There is room again in *Q3 All-Hands*, {WHEN}{of}" in said[0]
    assert said[1] == "[Registration] [Details]"


def test_a_recording_can_be_watched() -> None:
    message = recording_ready(webinar(), "https://v.example.com/rec")
    assert lines(message) == [
        ":movie_camera: The recording of *Q3 All-Hands* is ready.",
        "[Watch the recording]",
    ]
    assert urls(message) == {"Watch the recording": "https://v.example.com/rec"}
    assert message.text.endswith("ready. https://v.example.com/rec")


OPENING = ":ballot_box_with_check: *Q3 All-Hands* has ended. Only visible to you:"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            who_missed_it(webinar(), ()),
            "everyone who was expected attended. Expected: everyone who said they were going.",
        ),
        (
            who_missed_it(event(), (), with_panel=True),
            "everyone who was expected attended. Expected: everyone who registered and the panel.",
        ),
        (
            who_missed_it(webinar(), ("<@U0BEN>",)),
            "1 person who was expected did not attend: <@U0BEN>. Expected: everyone who said they were going.",
        ),
        (
            who_missed_it(event(), ("<@U0BEN>", "Chie Sato")),
            "2 people who were expected did not attend: <@U0BEN> and Chie Sato. Expected: everyone who registered.",
        ),
    ],
)
def test_the_host_hears_who_did_not_come(message: Message, said: str) -> None:
    assert lines(message) == [f"{OPENING} {said}"]


def test_a_crowd_that_did_not_come_is_counted() -> None:
    (said,) = lines(who_missed_it(webinar(), tuple(f"P{number}" for number in range(101))))
    assert "101 people" in said
    assert "P99 and 1 more." in said


def test_a_place_that_takes_no_messages_is_told_to_the_host() -> None:
    assert lines(unreachable(webinar(), "<#C0OLD>", "It is archived.")) == [
        (
            ":warning: I cannot reach <#C0OLD> about *Q3 All-Hands*. It is archived. Messages there may be out of date. "
            "I keep trying, and I’ll catch up as soon as it works again."
        )
    ]
