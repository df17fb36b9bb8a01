"""A decision of the account's administrator is said in plain words, and the webinar is kept."""

from collections.abc import AsyncIterator

import pytest

from sandbox.ringcentral.state.policy import Policy
from tests.office import Office, open_office
from tests.scenarios.form_actions import ALL_HANDS, creates, fills, opens_options, opens_the_form, sets

STRICT = Policy(
    overridden={"qnaEnabled"},
    refused={"recordingEnabled"},
    forbidden={"pollsEnabled"},
    password_required=True,
)


@pytest.fixture
async def strict_office(database_url: str) -> AsyncIterator[Office]:
    """An office whose RingCentral account decides a lot by itself."""
    async with open_office(database_url, policy=STRICT) as office, office.bot():
        yield office


async def test_what_the_account_overrode_or_refused_is_said_and_the_webinar_kept(
    strict_office: Office,
) -> None:
    ann = strict_office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    await opens_options(ann)
    await sets(ann, "*Recording and stream*", {"Record the webinar": "Do not record"})
    await sets(ann, "*Q&amp;A and polls*", {"Q&A": "Off", "Polls": "Off"})
    await sets(ann, "*Attendees*", {"Dial-in by phone": "Offered"})
    await ann.submits()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    said = ann.modal.text
    assert "Record the webinar: you asked for “Do not record”; your account does not allow that" in said
    assert "Polls: you asked for “Off”; your account does not allow that" in said
    assert "Q&amp;A: you asked for “Off”; your account keeps it at “On”" in said
    assert "Dial-in by phone: Offered" in said
    assert strict_office.webinar.settings["pstnEnabled"] is True
    assert len(strict_office.ringcentral.sessions) == 1


async def test_a_password_that_the_account_made_up_is_told_to_the_host_alone(strict_office: Office) -> None:
    await creates(strict_office.ann)
    password = str(strict_office.webinar.settings["password"])
    assert password in strict_office.ann.dm[0].plain
    assert "You need a password" in strict_office.ann.messages("#general")[0].plain
    assert password not in strict_office.ann.messages("#general")[0].plain


async def test_a_host_without_a_licence_hears_whom_to_ask(office: Office) -> None:
    office.ringcentral.users["100"].entitled = False
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Create a webinar")
    assert "ask your RingCentral administrator" in ann.modal.text
    assert ann.modal.value("Title") == "Q3 All-Hands"


async def test_an_account_that_forbids_registration_gets_the_shared_link_announced(database_url: str) -> None:
    policy = Policy(overridden={"registrationEnabled"})
    async with open_office(database_url, policy=policy) as office, office.bot():
        await creates(office.ann, {"Who is it for?": "Registered event"})
        assert office.ann.messages("#general")[0].buttons["Join"] == office.attendee_link
        assert "Registration: you asked for “On”; your account keeps it at “Off”" in office.ann.modal.text
