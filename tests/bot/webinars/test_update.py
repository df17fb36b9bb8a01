"""The requests that make a webinar another: its panel, its terms of registration, its texts."""

from typing import Any

import pytest

from bot.models import Person, RegistrationStatus, Role, WebinarSettings
from bot.models.registration import RegistrationTerms
from bot.ringcentral.requests import ChangedWebinar
from bot.ringcentral.responses import InviteeAnswer, RegistrationAnswer
from bot.webinars.update import PanelRequests, changed_terms, changed_texts
from tests.blocks.example_webinar import webinar

BEN = Person(id="U0BEN", name="Ben", first_name="Ben", last_name="Lee", email="Ben@example.com")
DEE = Person(id="U0DEE", name="Dee", first_name="Dee", last_name="Ray", email="dee@example.com")
NOBODY = Person(id="U0NOBODY", name="Nobody", first_name="No", last_name="Body")
LINK = "https://v.example.com/join/ben"


def there(**changes: Any) -> InviteeAnswer:
    """Ben on the panel, as RingCentral writes him."""
    facts = {"id": "7", "email": "ben@EXAMPLE.com", "role": Role.PANELIST, "join_uri": LINK}
    return InviteeAnswer(**{**facts, **changes})


def test_a_panel_that_is_as_wanted_needs_no_request() -> None:
    change = PanelRequests([(BEN, Role.PANELIST)], [DEE])
    assert change.missing([there()]) is None


def test_somebody_new_is_added_with_their_role() -> None:
    body = PanelRequests([(BEN, Role.CO_HOST)], []).missing([])
    assert body is not None
    assert body.added_invitees is not None
    (added,) = body.added_invitees
    assert (added.email, added.role) == ("Ben@example.com", Role.CO_HOST)
    assert (body.updated_invitees, body.deleted_invitees) == (None, None)


def test_somebody_in_another_role_is_updated() -> None:
    body = PanelRequests([(BEN, Role.CO_HOST)], []).missing([there()])
    assert body is not None
    assert body.updated_invitees is not None
    assert [(one.id, one.role) for one in body.updated_invitees] == [("7", Role.CO_HOST)]
    assert (body.added_invitees, body.deleted_invitees) == (None, None)


def test_who_leaves_is_deleted_unless_they_are_wanted_too() -> None:
    body = PanelRequests([], [BEN, DEE, NOBODY]).missing([there(), there(id="8", email=None)])
    assert body is not None
    assert body.deleted_invitees is not None
    assert [one.id for one in body.deleted_invitees] == ["7"]
    assert PanelRequests([(BEN, Role.PANELIST)], [BEN]).missing([there()]) is None


def test_everybody_wanted_has_an_invitation_with_their_link_if_there_is_one() -> None:
    change = PanelRequests([(BEN, Role.PANELIST), (DEE, Role.CO_HOST)], [])
    told = [(one.user, one.role, one.join_uri) for one in change.invitations([there()])]
    assert told == [("U0BEN", Role.PANELIST, LINK), ("U0DEE", Role.CO_HOST, None)]


OPEN = RegistrationTerms(is_open=True)
NOW = RegistrationAnswer(registration_status=RegistrationStatus.CLOSED)


def sent(wanted: RegistrationTerms, now: RegistrationAnswer = NOW) -> dict[str, Any]:
    body = changed_terms(wanted, OPEN, now)
    assert body is not None
    return body.body()


def test_terms_as_shown_are_not_sent() -> None:
    assert changed_terms(OPEN, OPEN, NOW) is None


@pytest.mark.parametrize(
    ("changed", "settings"),
    [
        ({"limit": 50}, {"autoCloseLimit": 50}),
        ({"emails": False}, {"suppressEmails": True}),
        ({"one_device": True}, {"preventMultipleDeviceJoins": True}),
        ({"work_email": True}, {"workEmailRequired": True}),
    ],
)
def test_a_changed_term_is_sent_with_the_status_that_holds_now(
    changed: dict[str, Any], settings: dict[str, Any]
) -> None:
    assert sent(OPEN.model_copy(update=changed)) == {"registrationStatus": "Closed", "settings": settings}


def test_opening_and_closing_send_the_status_alone() -> None:
    assert sent(OPEN.model_copy(update={"is_open": False})) == {"registrationStatus": "Closed"}
    body = changed_terms(OPEN, OPEN.model_copy(update={"is_open": False}), NOW)
    assert body is not None
    assert body.body() == {"registrationStatus": "Open"}


def test_a_status_that_is_not_told_counts_as_open() -> None:
    now = RegistrationAnswer()
    assert sent(OPEN.model_copy(update={"limit": 5}), now)["registrationStatus"] == "Open"


def reworded(refused: tuple[str, ...] = (), **changes: Any) -> ChangedWebinar | None:
    return changed_texts(webinar(**changes), webinar(), refused)


def test_only_what_is_another_is_sent() -> None:
    assert reworded() is None
    assert reworded(title="Other") == ChangedWebinar(title="Other")
    assert reworded(description="") == ChangedWebinar(description="")
    polls = WebinarSettings(polls_enabled=False)
    assert reworded(settings=polls) == ChangedWebinar(settings=polls)


def test_a_setting_that_was_refused_is_not_sent_again() -> None:
    both = WebinarSettings(polls_enabled=False, qna_enabled=False)
    assert reworded(("polls_enabled",), settings=both) == ChangedWebinar(
        settings=WebinarSettings(qna_enabled=False)
    )
    assert reworded(("polls_enabled", "qna_enabled"), settings=both) is None
