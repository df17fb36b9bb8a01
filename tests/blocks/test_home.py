"""The Home tab and the list: what is to come a page at a time, what is over, and what each person may do at once."""

from datetime import timedelta
from typing import Any

import pytest

from blocks.home import PER_PAGE, choice_of, home_view, list_message
from bot.models import Attendance, Invitation, Phase, Recording, Role, Webinar
from bot.models.registration import SignupSource
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import CLOSED, HOST, OPEN, START, event, webinar
from tests.blocks.visible_text import lines, urls
from tests.bot.virtual_time import MONDAY

CO_HOST = Invitation(user="U0BEN", role=Role.CO_HOST)
WHEN = "Tuesday, December 1, 2026, 3:00 PM in New York–4:30 PM (Tue 3:00 PM in New York)"


def tracked(made: Webinar, number: int = 1, **known: Any) -> TrackedWebinar:
    return TrackedWebinar(webinar_key=f"d{number}", webinar=made, made_at=MONDAY, **known)


def many(count: int, **changes: Any) -> list[TrackedWebinar]:
    """So many webinars, one a day."""
    return [
        tracked(webinar(title=f"W{number}", start=START + timedelta(days=number), **changes), number)
        for number in range(count)
    ]


def titles(viewer: str, concerning: list[TrackedWebinar], page: int = 0) -> list[str]:
    said = lines(list_message(viewer, concerning, page))
    return [line for line in said if line.startswith(("*W", "*Past"))]


def row(viewer: str, one: TrackedWebinar) -> list[str]:
    """One webinar in the list."""
    said = lines(list_message(viewer, [one]))
    return said[said.index(f"*{one.webinar.title}*") : said.index(f"*{one.webinar.title}*") + 4]


def test_the_home_tab_begins_with_creating_one() -> None:
    said = lines(home_view("U0EVE", []))
    assert said[0] == "[Create a webinar]"
    assert said[1] == "- Or type `/webinar create` and one line, in any channel:"
    assert said[-2:] == [
        "*Upcoming webinars*",
        "- You have no upcoming webinars, and none are announced in your channels.",
    ]


def test_a_webinar_stands_with_its_time_and_host() -> None:
    assert row("U0EVE", tracked(webinar())) == [
        "*Q3 All-Hands*",
        f":calendar: {WHEN} · hosted by <@U0ANN>",
        "- All-hands · nobody has said they are going yet",
        "[Details] [I’m going]",
    ]


@pytest.mark.parametrize(
    ("viewer", "one", "buttons"),
    [
        (
            "U0ANN",
            tracked(webinar()),
            "[Start as host] [Details] [Edit or reschedule] [Announce in channels]",
        ),
        (
            "U0BEN",
            tracked(webinar(), panel=(CO_HOST,)),
            "[Details] [Edit or reschedule] [Announce in channels]",
        ),
        ("U0EVE", tracked(webinar(), going=("U0EVE",)), "[Details] [I can’t come after all]"),
        ("U0EVE", tracked(event()), "[Details] [Register me]"),
        ("U0EVE", tracked(event(registration=None)), "[Details]"),
        ("U0EVE", tracked(event(registration=CLOSED)), "[Details]"),
        ("U0EVE", tracked(event(registration=OPEN.model_copy(update={"asks": True}))), "[Details]"),
        (
            "U0EVE",
            tracked(event(registration=CLOSED), registered=(SignupSource(user="U0EVE"),)),
            "[Details] [Cancel my registration]",
        ),
        ("U0EVE", tracked(webinar(phase=Phase.LIVE)), "[Details]"),
        ("U0ANN", tracked(webinar(phase=Phase.LIVE)), "[Start as host] [Details]"),
        ("U0ANN", tracked(webinar(phase=Phase.ENDED)), "[Details]"),
    ],
    ids=[
        "host",
        "co-host without a link",
        "going",
        "open event",
        "not read yet",
        "closed event",
        "page with questions",
        "registered",
        "live",
        "live, host",
        "ended, host",
    ],
)
def test_each_person_has_the_buttons_that_do_something(
    viewer: str, one: TrackedWebinar, buttons: str
) -> None:
    assert [line for line in lines(list_message(viewer, [one])) if "[Details]" in line] == [buttons]


def test_the_host_reads_that_it_is_theirs_and_starts_it() -> None:
    message = list_message("U0ANN", [tracked(webinar())])
    assert f":calendar: {WHEN} · hosted by you" in lines(message)
    assert urls(message) == {"Start as host": HOST}


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"phase": Phase.LIVE}, ":red_circle: Live now · Tuesday"),
        ({"phase": Phase.ENDED}, ":checkered_flag: Tuesday"),
        ({"phase": Phase.CANCELLED}, ":no_entry_sign: Cancelled · Tuesday"),
    ],
)
def test_the_phase_is_marked(changes: dict[str, Any], mark: str) -> None:
    assert row("U0EVE", tracked(webinar(**changes)))[1].startswith(mark)


def test_going_and_registered_are_counted() -> None:
    assert row("U0EVE", tracked(webinar(), going=("U0BEN",)))[2] == "- All-hands · 1 is going: <@U0BEN>"
    assert row("U0EVE", tracked(event()))[2] == "- Registered event · Registration open, 12 registered"


def test_what_is_over_says_what_became_of_it() -> None:
    over = webinar(
        phase=Phase.ENDED,
        attendance=Attendance(attendees=30, unique_attendees=30),
        recording=Recording(ready=True, uri="https://v.example.com/rec"),
    )
    said = row("U0EVE", tracked(over))[2]
    assert "30" in said
    assert said.endswith("<https://v.example.com/rec|Watch>")


def test_what_is_over_comes_last_the_latest_first_and_no_more_than_five() -> None:
    past = many(7, phase=Phase.ENDED)
    assert titles("U0EVE", [*past, tracked(webinar(title="W9"), 9)]) == [
        "*W9*",
        "*Past webinars*",
        "*W6*",
        "*W5*",
        "*W4*",
        "*W3*",
        "*W2*",
    ]
    assert "----" in lines(list_message("U0EVE", past))
    assert "----" not in lines(list_message("U0EVE", many(1)))


@pytest.mark.parametrize(
    ("page", "shown", "turns"),
    [
        (0, range(PER_PAGE), ["- Page 1 of 3", "[Later]"]),
        (1, range(PER_PAGE, 2 * PER_PAGE), ["- Page 2 of 3", "[Earlier] [Later]"]),
        (2, [16], ["- Page 3 of 3", "[Earlier]"]),
        (9, [16], ["- Page 3 of 3", "[Earlier]"]),
        (-1, range(PER_PAGE), ["- Page 1 of 3", "[Later]"]),
    ],
)
def test_pages_are_turned(page: int, shown: list[int], turns: list[str]) -> None:
    upcoming = many(17)
    assert titles("U0EVE", upcoming, page) == [f"*W{number}*" for number in shown]
    assert lines(list_message("U0EVE", upcoming, page))[-2:] == turns


@pytest.mark.parametrize(("page", "values"), [(1, ["0", "2"]), (0, ["1"]), (2, ["1"])])
def test_a_turn_leads_to_the_next_page(page: int, values: list[str]) -> None:
    turns = list_message("U0EVE", many(17), page).blocks[-1]["elements"]
    assert [one["value"] for one in turns] == values


def test_one_page_has_no_turns() -> None:
    assert not [line for line in lines(list_message("U0EVE", many(PER_PAGE))) if "Page" in line]


def test_the_text_of_the_list_alone_says_what_is_to_come() -> None:
    text = list_message("U0EVE", [*many(2), *many(1, phase=Phase.ENDED)]).text.split("\n")
    assert text[0] == "2 upcoming webinars"
    assert [line[:6] for line in text[1:]] == ["• W0: ", "• W1: "]
    assert list_message("U0EVE", []).text == "0 upcoming webinars"


def test_several_that_fit_are_shown_to_choose_from() -> None:
    message = choice_of("U0EVE", many(9))
    assert message.text == "9 webinars fit. Which one do you mean?"
    said = lines(message)
    assert said[0] == message.text
    assert [line for line in said if line.startswith("*W")] == [f"*W{number}*" for number in range(PER_PAGE)]
