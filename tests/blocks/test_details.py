"""Details of one webinar: what anybody may know, what its hosts may do, and nothing that does nothing."""

from datetime import timedelta
from typing import Any

import pytest

from blocks.details import details_message, details_view, fixed, who_may
from bot.models import Cancellation, Invitation, Phase, Role, Webinar
from bot.models.registration import SignupSource
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import HOST, JOIN, OPEN, PAGE, START, event, webinar
from tests.blocks.visible_text import lines, urls
from tests.bot.virtual_time import MONDAY

WHEN = ":calendar: Tuesday, December 1, 2026, 3:00 PM in New York–4:30 PM (Tue 3:00 PM in New York)"
BEN = Invitation(user="U0BEN", role=Role.CO_HOST, join_uri="https://v.example.com/join/ben")
CHIE = Invitation(user="U0CHIE", role=Role.PANELIST)
ACTIONS = "[Edit or reschedule] [Co-hosts and panelists] [Announce in channels] [Reminders] [Cancel webinar]"
ONLY_ANN = "- Only <@U0ANN> and workspace admins can change this webinar."


def tracked(made: Webinar, **known: Any) -> TrackedWebinar:
    return TrackedWebinar(webinar_key="d1", webinar=made, made_at=MONDAY, **known)


def seen(
    one: TrackedWebinar, viewer: str = "U0EVE", channels: tuple[str, ...] = (), *, may_change: bool = False
) -> list[str]:
    return lines(details_view(one, channels, viewer, may_change=may_change))


def test_anybody_sees_what_it_is_and_who_can_change_it() -> None:
    assert seen(tracked(webinar())) == [
        "*Q3 All-Hands*",
        f"Scheduled · {WHEN}",
        "Hosted by <@U0ANN>",
        f"Attendee link: <{JOIN}>",
        "Nobody has said they are going yet.",
        ONLY_ANN,
    ]


def test_the_host_starts_it_and_may_do_everything() -> None:
    view = details_view(tracked(webinar()), (), "U0ANN", may_change=True)
    assert lines(view)[-2:] == ["[Start as host]", ACTIONS]
    assert urls(view) == {"Start as host": HOST}


def test_a_co_host_joins_with_a_link_of_their_own() -> None:
    view = details_view(tracked(webinar(), panel=(BEN, CHIE)), (), "U0BEN", may_change=True)
    assert urls(view) == {"Join as co-host": BEN.join_uri}
    assert lines(view)[-4:] == [
        "Co-hosts: <@U0BEN>",
        "Panelists: <@U0CHIE>",
        "[Join as co-host]",
        ACTIONS,
    ]


def test_channels_with_a_card_are_named() -> None:
    assert "Announced in <#C0GENERAL> and <#C0ALLHANDS>" in seen(
        tracked(webinar()), channels=("C0GENERAL", "C0ALLHANDS")
    )


def test_whoever_may_not_change_it_sees_three_of_those_who_come() -> None:
    one = tracked(webinar(), going=tuple(f"U{number}" for number in range(5)))
    assert "5 are going: <@U0>, <@U1>, <@U2> and 2 more" in seen(one)
    assert "5 are going: <@U0>, <@U1>, <@U2>, <@U3> and <@U4>" in seen(one, may_change=True)


def test_even_hosts_see_no_more_than_a_hundred_and_fifty() -> None:
    one = tracked(webinar(), going=tuple(f"U{number}" for number in range(151)))
    (said,) = [line for line in seen(one, may_change=True) if "going" in line]
    assert said.endswith("<@U149> and 1 more")


def test_an_event_shows_its_page_and_how_registration_stands() -> None:
    registration = OPEN.model_copy(update={"read_at": MONDAY})
    said = seen(tracked(event(registration=registration)))
    assert said[3:] == [
        "Registration open, 12 registered (as of March 2, 5:00 PM UTC)",
        f"Registration page: <{PAGE}>",
        ONLY_ANN,
    ]


def test_hosts_see_what_each_channel_brought() -> None:
    sources = [SignupSource(user=f"U{number}", channel="C0GENERAL") for number in range(2)]
    one = tracked(event(), registered=(*sources, SignupSource(user="U3")), in_line=4)
    said = seen(one, "U0BEN", may_change=True)
    assert "Through Slack: 2 in <#C0GENERAL> and 1 elsewhere" in said
    assert "4 more waiting to be registered" in said
    assert not [line for line in seen(one) if "Through Slack" in line or "waiting" in line]


@pytest.mark.parametrize(
    ("viewer", "may_change", "made", "buttons"),
    [
        ("U0ANN", True, event(), "[Registration] [Registrants]"),
        ("U0BEN", True, event(), "[Registration]"),
        ("U0ANN", True, event(phase=Phase.ENDED), "[Registrants]"),
        ("U0EVE", False, event(), ONLY_ANN),
        ("U0ANN", True, event(phase=Phase.CANCELLED), "- It was cancelled and can no longer be changed."),
    ],
    ids=["host", "co-host", "host, ended", "anybody", "cancelled"],
)
def test_only_the_host_sees_who_registered(
    viewer: str,
    may_change: bool,  # noqa: FBT001 - one case of many
    made: Webinar,
    buttons: str,
) -> None:
    assert seen(tracked(made), viewer, may_change=may_change)[-1] == buttons


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({}, "Scheduled"),
        ({"phase": Phase.LIVE}, ":red_circle: Live now"),
        ({"phase": Phase.ENDED}, "Ended"),
        ({"phase": Phase.CANCELLED}, "Cancelled"),
        ({"phase": Phase.ENDED, "held": False}, "Not held"),
    ],
)
def test_the_phase_is_said_first(changes: dict[str, Any], heading: str) -> None:
    assert seen(tracked(webinar(**changes)))[1] == f"{heading} · {WHEN}"


CANCELLED = "It was cancelled and can no longer be changed."
ENDED = "It has ended and can no longer be changed."
MISSED = "It was not held. Its time has passed, so it can no longer be changed."
BEGUN = (
    "It has started: its title, time, settings and panel can no longer be changed, and it cannot be cancelled. "
    "You can still announce it."
)


@pytest.mark.parametrize(
    ("changes", "why", "last"),
    [
        ({"phase": Phase.CANCELLED}, CANCELLED, f"- {CANCELLED}"),
        ({"phase": Phase.ENDED}, ENDED, f"- {ENDED}"),
        ({"phase": Phase.ENDED, "held": False}, MISSED, f"- {MISSED}"),
        ({"phase": Phase.LIVE}, BEGUN, "[Announce in channels]"),
        ({"runs": True}, BEGUN, "[Announce in channels]"),
        ({}, "", ACTIONS),
    ],
    ids=["cancelled", "ended", "not held", "live", "in practice", "to come"],
)
def test_what_can_no_longer_be_changed_says_why(changes: dict[str, Any], why: str, last: str) -> None:
    one = tracked(webinar(**changes))
    assert fixed(one) == why
    said = seen(one, "U0DEE", may_change=True)
    assert said[-1] == last
    assert (f"- {why}" in said) is bool(why)


def test_a_cancelled_webinar_says_who_and_why_and_has_no_way_in() -> None:
    done = Cancellation(by="U0BEN", reason="Ann is ill.")
    view = details_view(
        tracked(webinar(phase=Phase.CANCELLED, cancellation=done)), (), "U0ANN", may_change=True
    )
    assert "Cancelled by <@U0BEN>. Reason: Ann is ill." in " ".join(lines(view))
    assert JOIN not in " ".join(lines(view))
    assert urls(view) == {}


def test_people_who_may_change_it_are_named() -> None:
    assert who_may(tracked(webinar(), panel=(BEN, CHIE))) == (
        "Only <@U0ANN>, its co-hosts <@U0BEN> and workspace admins can change this webinar."
    )


def test_the_message_says_the_same_as_the_view() -> None:
    one = tracked(webinar())
    message = details_message(one, (), "U0EVE", may_change=False, problem=None)
    assert lines(message) == seen(one)
    assert message.text.startswith("*Q3 All-Hands*\nScheduled · :calendar: ")
    assert message.text.endswith(f"Attendee link: <{JOIN}>\nNobody has said they are going yet.")


def test_what_may_not_be_the_newest_says_why() -> None:
    message = details_message(
        tracked(webinar()), (), "U0EVE", may_change=False, problem="RingCentral <is> down."
    )
    assert lines(message)[0] == "- :warning: RingCentral &lt;is&gt; down. This is what I knew last."


def test_what_people_typed_formats_nothing() -> None:
    assert seen(tracked(webinar(title="<!channel> & co")))[0] == "*&lt;!channel&gt; &amp; co*"


def test_a_start_is_told_where_the_webinar_is() -> None:
    made = webinar(start=START + timedelta(hours=5), time_zone="Asia/Tokyo")
    assert seen(tracked(made))[1].endswith("(Wed 10:00 AM in Tokyo)")
