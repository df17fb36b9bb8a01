"""The card tells a channel everything that it may know, and nothing else."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.card import Announcement, card, say_registration, status
from blocks.elements import SECTION_MAX
from blocks.panel import panel_message
from blocks.text import escaped, lasting
from bot.models import (
    Access,
    Attendance,
    Audience,
    Invitation,
    Phase,
    Registration,
    Role,
    Webinar,
    WebinarSettings,
)
from bot.models.slack_payloads import Message
from tests.blocks import strategies
from tests.blocks.example_webinar import CLOSED, HOST, JOIN, OPEN, PAGE, START, event, webinar
from tests.blocks.visible_text import everything, formatted

secrets = st.uuids().map(lambda one: f"secret-{one.hex}")


def card_of(made: Webinar) -> Message:
    return card(Announcement.of(made))


def buttons(message: Message) -> list[tuple[str, str | None]]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [(each["text"]["text"], each.get("url")) for row in rows for each in row]


@given(strategies.webinars, secrets)
def test_a_card_keeps_the_host_link_and_the_password_to_itself(made: Webinar, secret: str) -> None:
    settings = made.settings.model_copy(update={"password": secret})
    hiding = made.model_copy(update={"host_uri": f"https://v.example.com/{secret}", "settings": settings})
    assert secret not in everything(card_of(hiding))


@given(strategies.webinars, strategies.invitations, secrets)
def test_a_panel_message_has_its_own_link_and_no_other_secret(
    made: Webinar, invitation: Invitation, secret: str
) -> None:
    settings = made.settings.model_copy(update={"password": secret})
    hiding = made.model_copy(update={"host_uri": f"https://v.example.com/{secret}", "settings": settings})
    told = everything(panel_message(hiding, invitation.model_copy(update={"join_uri": JOIN}), "d1"))
    assert secret not in told
    assert (JOIN in told) is not made.is_over


def test_an_announcement_has_no_place_for_personal_links() -> None:
    named = set(Announcement.model_fields)
    assert named & {"host_uri", "password", "settings", "invitations"} == set()


@given(strategies.webinars)
def test_the_text_of_a_card_alone_says_everything(made: Webinar) -> None:
    text = card_of(made).text
    assert escaped(made.title) in text
    assert f"<!date^{int(made.start.timestamp())}^" in text
    assert f"<!date^{int(made.end.timestamp())}^" in text or lasting(made.duration) in text
    assert f"<@{made.owner}>" in text
    assert status(Announcement.of(made)) in text
    assert len(text) <= 4000


def test_the_text_of_an_all_hands_reads_like_a_sentence() -> None:
    assert card_of(webinar()).text == (
        "Webinar: Q3 All-Hands · "
        f"<!date^{int(START.timestamp())}^{{date_long_pretty}}, {{time}}|Tuesday, December 1, 2026, 3:00 PM in New York>"
        f"–<!date^{int(START.timestamp()) + 5400}^{{time}}|4:30 PM> (Tue 3:00 PM in New York) · hosted by <@U0ANN> · "
        f"join: {JOIN} · What we did, and what comes next."
    )


def test_the_text_of_an_event_says_how_to_register() -> None:
    assert f"Registration open, 12 registered · register: {PAGE}" in card_of(event()).text


def test_an_all_hands_has_one_button_with_the_shared_link() -> None:
    assert buttons(card_of(webinar())) == [("Join", JOIN)]


def test_an_event_has_a_button_to_its_registration_page() -> None:
    assert buttons(card_of(event())) == [("Registration page", PAGE)]


def test_a_posted_card_of_an_event_registers_by_one_click() -> None:
    shown = buttons(card(Announcement.of(event(), "d1")))
    assert shown == [
        ("Register me", None),
        ("Registration page", PAGE),
        ("Add to calendar", None),
        ("Details", None),
    ]


@pytest.mark.parametrize(
    "registration", [CLOSED, OPEN.model_copy(update={"limit": 12}), OPEN.model_copy(update={"asks": True})]
)
def test_where_one_click_cannot_register_the_page_stays(registration: Registration) -> None:
    shown = buttons(card(Announcement.of(event(registration=registration), "d1")))
    assert shown[0] == ("Registration page", registration.page_uri)


def test_an_event_never_shows_a_shared_link() -> None:
    assert JOIN not in everything(card_of(event(join_uri=JOIN)))


@pytest.mark.parametrize("registration", [None, OPEN.model_copy(update={"page_uri": None})])
def test_where_there_is_no_page_there_is_no_button(registration: Registration | None) -> None:
    assert buttons(card_of(event(registration=registration))) == []


def test_without_a_shared_link_there_is_no_button() -> None:
    message = card_of(webinar(join_uri=None))
    assert buttons(message) == []
    assert "join:" not in message.text


def test_the_text_does_not_invite_to_register_once_registration_is_closed() -> None:
    assert PAGE not in card_of(event(registration=CLOSED)).text


@pytest.mark.parametrize(
    ("registration", "said"),
    [
        (None, "Registration opens soon"),
        (OPEN, "Registration open, 12 registered"),
        (CLOSED, "Registration closed, 200 registered"),
    ],
)
def test_a_card_says_how_registration_stands(registration: Registration | None, said: str) -> None:
    assert say_registration(registration) == said
    assert said in formatted(card_of(event(registration=registration)))


def test_a_card_says_whom_to_ask_for_the_password() -> None:
    protected = webinar(settings=WebinarSettings(password="open-sesame"))
    assert "You need a password: ask <@U0ANN>." in formatted(card_of(protected))


def test_a_card_of_an_open_all_hands_speaks_of_no_password() -> None:
    guests = WebinarSettings(attendee_authentication=Access.GUEST, password="")
    assert status(Announcement.of(webinar(settings=guests))) == ""


@pytest.mark.parametrize("description", ["a" * 4096, "&" * 4096, "<!channel>" * 400, "𝔘🎉" * 2048])
def test_a_description_that_is_too_long_is_cut_with_an_ellipsis(description: str) -> None:
    message = card_of(webinar(description=description))
    shown = message.blocks[1]["text"]["text"]
    assert len(shown) <= SECTION_MAX
    assert shown.endswith("…")
    assert message.text.endswith("…")


def test_a_short_description_is_shown_whole() -> None:
    assert card_of(webinar(description="One & two")).blocks[1]["text"]["text"] == "One &amp; two"


def test_without_a_description_there_is_no_empty_paragraph() -> None:
    assert len(card_of(webinar(description="")).blocks) == len(card_of(webinar()).blocks) - 1


@pytest.mark.parametrize(("role", "said"), [(Role.CO_HOST, "a co-host"), (Role.PANELIST, "a panelist")])
def test_the_panel_hears_who_invited_them_as_what(role: Role, said: str) -> None:
    message = panel_message(webinar(), Invitation(user="U0BEN", role=role, join_uri=f"{JOIN}/ben"), "d1")
    assert f"<@U0ANN> invited you as {said} to *Q3 All-Hands*." in message.text
    assert f"*Join as {said.rsplit(maxsplit=1)[-1]}* is your personal link" in message.text
    assert f'"url": "{JOIN}/ben"' in everything(message)
    assert HOST not in everything(message)


def test_who_has_no_link_yet_hears_that_it_comes_by_mail() -> None:
    message = panel_message(webinar(), Invitation(user="U0BEN", role=Role.PANELIST), "d1")
    assert message.text.endswith("RingCentral sends your personal link by e-mail.")


def test_an_all_hands_of_half_a_minute_says_so() -> None:
    assert "30 seconds" in card_of(webinar(duration=timedelta(seconds=30), audience=Audience.ALL_HANDS)).text


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        (Attendance(participants=1, attendees=1, unique_attendees=1), "1 participant, 1 attendee."),
        (
            Attendance(participants=12, attendees=9, unique_attendees=8),
            "8 people attended (joined 9 times in all).",
        ),
        (Attendance(unique_attendees=1), "1 person attended."),
        (Attendance(attendees=2, said=5, came=2), "2 attendees. Of the 5 people who registered, 2 attended."),
        (Attendance(attendees=0, said=5), "Nobody attended. Of the 5 people who registered, none attended."),
        (Attendance(said=1, came=1), "The 1 person who registered attended."),
        (Attendance(said=1), "The 1 person who registered did not attend."),
    ],
)
def test_attendance_is_told_in_sentences(attendance: Attendance, said: str) -> None:
    ended = event().model_copy(update={"phase": Phase.ENDED, "attendance": attendance})
    assert status(Announcement.of(ended)).startswith(said)
