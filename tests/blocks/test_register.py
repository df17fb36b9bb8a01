"""Registering from Slack: the question once, the answer to each click, and the message that stays true."""

from typing import Any

import pytest

from blocks.register import (
    answer_message,
    answer_view,
    consent_view,
    read_consent,
    registrant_message,
    room_alert_message,
    room_alert_view,
)
from bot.models import Person, Phase, Registration, Webinar
from bot.models.registration import (
    QueuePosition,
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    SignupAnswer,
    SignupClick,
)
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import CLOSED, OPEN, PAGE, event
from tests.blocks.visible_text import lines, urls
from tests.bot.virtual_time import MONDAY

LINK = "https://v.example.com/join/ben"
BEN = Person(id="U0BEN", name="Ben", first_name="Ben", last_name="Bauer", email="ben@example.com")
WHEN = "Tuesday, December 1, 2026, 3:00 PM in New York–4:30 PM (Tue 3:00 PM in New York)"
STAGE, BARRIER = RegistrationStage, RegistrationBarrier
ALERT = "[Tell me when there is room]"
ON_PAGE = "[Registration page]"


def tracked(**changes: Any) -> TrackedWebinar:
    return TrackedWebinar(webinar_key="d1", webinar=event(**changes), made_at=MONDAY)


def entry(stage: RegistrationStage, **known: Any) -> RegistrationEntry:
    return RegistrationEntry(number=1, webinar_key="d1", user="U0BEN", stage=stage, asked_at=MONDAY, **known)


@pytest.mark.parametrize(
    ("somebody", "who"),
    [
        (BEN, "your name and e-mail address, *Ben Bauer* and *ben@example.com*,"),
        (
            BEN.model_copy(update={"last_name": "-"}),
            "your name and e-mail address, *Ben* and *ben@example.com*,",
        ),
        (BEN.model_copy(update={"email": None}), "the name and e-mail address in your Slack profile"),
        (None, "the name and e-mail address in your Slack profile"),
    ],
)
def test_the_question_says_what_goes_where(somebody: Person | None, who: str) -> None:
    click = SignupClick(webinar_key="d1", user="U0BEN")
    assert lines(consent_view(tracked(), click, somebody)) == [
        "*Q3 All-Hands*",
        f":calendar: {WHEN}",
        (
            f"To register you, I share {who} with RingCentral, along with the channel you clicked in and your Slack ID. The "
            "host, <@U0ANN>, can see your name and e-mail address; nobody else in Slack can."
        ),
        "- I only ask once. Next time one click is enough, and you can cancel at any time.",
    ]


def test_the_click_comes_back_from_the_question() -> None:
    click = SignupClick(webinar_key="d1", user="U0BEN", channel="C0GENERAL", card="1.1")
    assert read_consent(consent_view(tracked(), click, BEN)) == click
    with pytest.raises(ValueError, match="this view carries no click"):
        read_consent({"private_metadata": "{}"})


@pytest.mark.parametrize(
    ("answer", "buttons"),
    [
        (SignupAnswer(stage=STAGE.REGISTERED, join_uri=LINK), "[Join] [Cancel my registration]"),
        (SignupAnswer(stage=STAGE.REGISTERED), "[Cancel my registration]"),
        (SignupAnswer(stage=STAGE.WAITING), "[Registration page] [Leave the queue]"),
        (SignupAnswer(barrier=BARRIER.FULL), ALERT),
        (SignupAnswer(barrier=BARRIER.CLOSED), ALERT),
        (SignupAnswer(barrier=BARRIER.QUESTIONS), ON_PAGE),
        (SignupAnswer(stage=STAGE.REFUSED, barrier=BARRIER.NO_EMAIL), ON_PAGE),
        (SignupAnswer(stage=STAGE.REFUSED, barrier=BARRIER.WORK_EMAIL), ON_PAGE),
    ],
)
def test_an_answer_has_the_next_step(answer: SignupAnswer, buttons: str) -> None:
    assert lines(answer_message(tracked(), answer))[-1] == buttons
    assert lines(answer_view(tracked(), answer))[-1] == buttons


def test_the_personal_link_is_behind_the_button() -> None:
    answer = SignupAnswer(stage=STAGE.REGISTERED, join_uri=LINK)
    assert urls(answer_message(tracked(), answer)) == {"Join": LINK}


def test_without_a_page_whoever_waits_can_only_leave() -> None:
    one = tracked(registration=OPEN.model_copy(update={"page_uri": None}))
    assert lines(answer_message(one, SignupAnswer(stage=STAGE.WAITING)))[-1] == "[Leave the queue]"


LIMITED = OPEN.model_copy(update={"limit": 12})


@pytest.mark.parametrize(
    ("barrier", "registration", "why"),
    [
        (BARRIER.OVER, OPEN, "It is over or was cancelled."),
        (BARRIER.CLOSED, CLOSED, "Registration is closed. Ask <@U0ANN>."),
        (BARRIER.FULL, OPEN, "It is full. Ask <@U0ANN> to raise the limit."),
        (BARRIER.FULL, None, "It is full. Ask <@U0ANN> to raise the limit."),
        (BARRIER.FULL, LIMITED, "It is full: 12 people are registered. Ask <@U0ANN> to raise the limit."),
        (
            BARRIER.FULL,
            LIMITED.model_copy(update={"limit": 1}),
            "It is full: 1 person is registered. Ask <@U0ANN> to raise the limit.",
        ),
        (
            BARRIER.QUESTIONS,
            OPEN,
            "The host asks extra questions, so please register on the registration page.",
        ),
        (
            BARRIER.NO_EMAIL,
            OPEN,
            (
                "Slack doesn’t share your e-mail address with me, and RingCentral registers people by e-mail. Please use the "
                "registration page."
            ),
        ),
        (
            BARRIER.WORK_EMAIL,
            OPEN,
            (
                "Only work e-mail addresses are accepted, and the one in your Slack profile does not count as one. Use the "
                "registration page with another address, or ask <@U0ANN>."
            ),
        ),
        (BARRIER.GONE, OPEN, "RingCentral can no longer find it."),
        (
            BARRIER.REFUSED,
            OPEN,
            "RingCentral did not accept it. Try the registration page, or ask <@U0ANN>.",
        ),
    ],
)
def test_whoever_cannot_register_hears_why(
    barrier: RegistrationBarrier, registration: Registration | None, why: str
) -> None:
    said = lines(answer_message(tracked(registration=registration), SignupAnswer(barrier=barrier)))[0]
    assert said.endswith(why)
    assert "*Q3 All-Hands*" in said


@pytest.mark.parametrize(
    ("ahead", "place"),
    [(0, "1st"), (1, "2nd"), (2, "3rd"), (3, "4th"), (10, "11th"), (20, "21st"), (111, "112th")],
)
def test_a_place_in_line_is_counted_as_people_do(ahead: int, place: str) -> None:
    answer = SignupAnswer(
        stage=STAGE.WAITING,
        place=QueuePosition(ahead=ahead, ahead_of_all=ahead + 5),
        seconds=6 * (ahead + 5),
        pace=6,
    )
    assert place in lines(answer_message(tracked(), answer))[0]


def test_a_webinar_that_is_gone_says_so() -> None:
    answer = SignupAnswer(barrier=BARRIER.GONE)
    assert lines(answer_message(None, answer)) == ["This webinar no longer exists."]
    assert lines(answer_view(None, answer)) == ["This webinar no longer exists."]


@pytest.mark.parametrize(
    ("made", "one", "buttons"),
    [
        (
            event(),
            entry(STAGE.REGISTERED, join_uri=LINK),
            "[Join] [Cancel my registration] [Add to calendar]",
        ),
        (event(), entry(STAGE.REGISTERED), "[Cancel my registration] [Add to calendar]"),
        (event(), entry(STAGE.REFUSED, barrier=BARRIER.FULL), ALERT),
        (event(), entry(STAGE.REFUSED, barrier=BARRIER.WORK_EMAIL), ON_PAGE),
    ],
)
def test_the_message_about_a_registration_has_its_buttons(
    made: Webinar, one: RegistrationEntry, buttons: str
) -> None:
    assert lines(registrant_message(made, one))[-1] == buttons


def test_whoever_left_has_nothing_to_press() -> None:
    assert len(registrant_message(event(), entry(STAGE.LEFT)).blocks) == 1


def test_after_the_end_nobody_can_wait_for_room() -> None:
    over = event(phase=Phase.ENDED)
    assert len(registrant_message(over, entry(STAGE.REFUSED, barrier=BARRIER.FULL)).blocks) == 1


@pytest.mark.parametrize(
    ("changes", "ending"),
    [
        ({"phase": Phase.ENDED}, "has ended"),
        ({"phase": Phase.ENDED, "held": False}, "was not held"),
        ({"phase": Phase.CANCELLED}, "was cancelled"),
    ],
)
def test_once_it_is_over_the_message_says_so_and_has_no_link(changes: dict[str, Any], ending: str) -> None:
    message = registrant_message(event(**changes), entry(STAGE.REGISTERED, join_uri=LINK))
    assert lines(message) == [f"*Q3 All-Hands*, {WHEN}, {ending}. You were registered."]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (None, ["This webinar no longer exists."]),
        (tracked(phase=Phase.ENDED), ["This webinar no longer exists."]),
        (tracked(), ["Registration for *Q3 All-Hands* is open.", "[Register me]"]),
        (
            tracked(registration=CLOSED),
            [":bell: I’ll send you a direct message when registration for *Q3 All-Hands* is open again."],
        ),
        (
            tracked(registration=None),
            [":bell: I’ll send you a direct message when registration for *Q3 All-Hands* is open again."],
        ),
    ],
)
def test_whoever_waits_for_room_hears_what_comes_next(one: TrackedWebinar | None, said: list[str]) -> None:
    assert lines(room_alert_message(one)) == said
    assert lines(room_alert_view(one)) == said


def test_the_page_opens_in_the_browser() -> None:
    answer = SignupAnswer(barrier=BARRIER.QUESTIONS)
    assert urls(answer_message(tracked(), answer)) == {"Registration page": PAGE}
