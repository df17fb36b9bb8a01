"""Registering from Slack: the barriers, the terms, and what they follow from."""

import pytest

from bot.models import Phase, Registration, RegistrationStatus
from bot.models.registration import (
    Registrant,
    RegistrationBarrier,
    RegistrationTerms,
    barrier_of,
    terms_of,
    with_registration,
)
from tests.blocks.example_webinar import CLOSED, OPEN, event, webinar

FULL = OPEN.model_copy(update={"limit": 12})


@pytest.mark.parametrize(
    ("registration", "barrier"),
    [
        (None, None),
        (OPEN, None),
        (OPEN.model_copy(update={"limit": 13}), None),
        (FULL, RegistrationBarrier.FULL),
        (FULL.model_copy(update={"status": RegistrationStatus.CLOSED}), RegistrationBarrier.FULL),
        (CLOSED, RegistrationBarrier.CLOSED),
        (OPEN.model_copy(update={"asks": True}), RegistrationBarrier.QUESTIONS),
        (CLOSED.model_copy(update={"asks": True}), RegistrationBarrier.CLOSED),
    ],
)
def test_the_barrier_follows_from_what_is_known(
    registration: Registration | None, barrier: RegistrationBarrier | None
) -> None:
    assert barrier_of(event(registration=registration)) is barrier


def test_a_webinar_that_is_over_or_gone_takes_nobody() -> None:
    assert barrier_of(None) is RegistrationBarrier.GONE
    assert barrier_of(event(phase=Phase.ENDED, registration=FULL)) is RegistrationBarrier.OVER
    assert barrier_of(event(phase=Phase.CANCELLED)) is RegistrationBarrier.OVER


def test_terms_are_those_that_were_read() -> None:
    read = OPEN.model_copy(update={"limit": 5, "emails": False, "one_device": True, "work_email": True})
    assert terms_of(read) == RegistrationTerms(
        is_open=True, limit=5, emails=False, one_device=True, work_email=True
    )
    assert terms_of(CLOSED).is_open is False
    assert terms_of(OPEN).limit == 0
    assert terms_of(None) == RegistrationTerms(is_open=True)


def test_something_new_of_a_registration_is_kept() -> None:
    changed = with_registration(event(), count=13).registration
    assert changed is not None
    assert (changed.count, changed.page_uri) == (13, OPEN.page_uri)
    assert with_registration(webinar(), count=13) == webinar()


def test_a_registrant_has_one_name() -> None:
    assert Registrant(id="1", first_name="Ann", last_name="Lee").name == "Ann Lee"
    assert Registrant(id="1", last_name="Lee").name == "Lee"
