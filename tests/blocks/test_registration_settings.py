"""The terms on which people register, as the host sees and changes them."""

from typing import Any

import pytest

from blocks.registration_settings import LIMIT, RULES, STATUS, read_registration, registration_view
from bot.models import Registration
from bot.models.registration import RegistrationTerms
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import CLOSED, OPEN, event
from tests.blocks.view_input import chosen, typed_into
from tests.blocks.visible_text import lines
from tests.bot.virtual_time import MONDAY

LIMITED = OPEN.model_copy(update={"limit": 50, "one_device": True, "work_email": True, "emails": False})


def view_of(registration: Registration | None) -> View:
    made = event(title="A & B", registration=registration)
    return registration_view(TrackedWebinar(webinar_key="d1", webinar=made, made_at=MONDAY))


def ticked(*values: str) -> dict[str, Any]:
    return {
        "selected_options": [{"text": {"type": "plain_text", "text": one}, "value": one} for one in values]
    }


@pytest.mark.parametrize(
    ("registration", "said"),
    [
        (OPEN, "Registration open, 12 registered"),
        (LIMITED, "Registration open, 12 registered of 50"),
        (CLOSED, "Registration closed, 200 registered"),
        (CLOSED.model_copy(update={"limit": 200}), "Registration full, 200 registered"),
        (None, "Registration opens soon"),
    ],
)
def test_the_view_says_how_registration_stands(registration: Registration | None, said: str) -> None:
    assert lines(view_of(registration)) == [
        "*A &amp; B*",
        said,
        "Registration:",
        "Registration limit:",
        "Options:",
    ]


def test_a_page_with_questions_says_what_to_do_about_it() -> None:
    said = lines(view_of(OPEN.model_copy(update={"asks": True})))[2]
    assert said == (
        "- The registration page asks questions, so people register there. If it no longer asks any, press Save: they "
        "can register with one click again."
    )


@pytest.mark.parametrize(
    ("registration", "terms"),
    [
        (OPEN, RegistrationTerms(is_open=True)),
        (CLOSED, RegistrationTerms(is_open=False)),
        (LIMITED, RegistrationTerms(is_open=True, limit=50, emails=False, one_device=True, work_email=True)),
        (None, RegistrationTerms(is_open=True)),
    ],
)
def test_what_nobody_touched_is_read_as_it_was_shown(
    registration: Registration | None, terms: RegistrationTerms
) -> None:
    assert read_registration(typed_into(view_of(registration))) == ("d1", terms, terms)


def test_what_was_changed_is_read_beside_what_was_shown() -> None:
    typed = {STATUS: chosen("closed"), LIMIT: {"value": "100"}, RULES: ticked("work_email")}
    _, wanted, shown = read_registration(typed_into(view_of(OPEN), **typed))
    assert wanted == RegistrationTerms(
        is_open=False, limit=100, emails=False, one_device=False, work_email=True
    )
    assert shown == RegistrationTerms(is_open=True)


@pytest.mark.parametrize("typed", ["", "many", "-1", "1.5", "２０"])
def test_a_limit_that_is_no_number_is_none(typed: str) -> None:
    _, wanted, _ = read_registration(typed_into(view_of(LIMITED), **{LIMIT: {"value": typed}}))
    assert wanted.limit == 0


def test_a_view_of_something_else_carries_no_terms() -> None:
    for view in ({}, {"private_metadata": "d1"}):
        with pytest.raises(ValueError, match="this view carries no terms"):
            read_registration(view)
