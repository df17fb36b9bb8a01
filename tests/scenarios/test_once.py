"""One submission makes one webinar, one session, one card per channel, one message per panelist."""

from functools import partial

import pytest

from sandbox.faults import DropAfter, DropBefore, Fault, StatusAfter
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.form_actions import ALL_HANDS, asks_for, creates, fills, opens_options, opens_the_form

WRITES = ["/webinars$", "/sessions$", "/invitees$"]


async def with_a_panelist(office: Office) -> None:
    """Create a webinar that needs every kind of write."""
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    await opens_options(ann)
    await ann.fill("Panelists", ["U0CHIE"])
    await ann.submits()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)


def exactly_one_of_each(office: Office) -> None:
    assert len(office.ringcentral.webinars) == 1
    assert len(office.ringcentral.sessions) == 1
    assert len(office.ringcentral.invitees) == 2, "the host and the panelist"
    assert len(office.ann.messages("#general")) == 1
    assert len(office.person("U0CHIE").dm) == 1
    assert len(office.ann.dm) == 1
    assert len(set(office.ringcentral.invitees)) == 2


async def test_a_double_click_makes_one_webinar(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    await ann.submits(times=2)
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 1
    assert len(ann.messages("#general")) == 1


@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize("fault", [DropBefore, DropAfter])
async def test_a_lost_answer_doubles_nothing(roomy_office: Office, path: str, fault: type[Fault]) -> None:
    office = roomy_office
    office.ringcentral.faults.add(fault(path=path, method=_verb(path)))
    await with_a_panelist(office)
    exactly_one_of_each(office)


@pytest.mark.parametrize("path", WRITES)
async def test_a_gateway_error_after_the_work_doubles_nothing(roomy_office: Office, path: str) -> None:
    office = roomy_office
    office.ringcentral.faults.add(StatusAfter(path=path, method=_verb(path), code=502))
    await with_a_panelist(office)
    exactly_one_of_each(office)


async def test_a_card_whose_answer_was_lost_is_looked_for(office: Office) -> None:
    office.slack.faults.add(DropAfter(path="chat.postMessage"))
    await creates(office.ann, {"Announce in": ["#launch"]})
    assert len(office.ann.messages("#launch")) == 1


async def test_in_a_public_channel_the_bot_joins_to_look(office: Office) -> None:
    office.slack.faults.add(DropAfter(path="chat.postMessage"))
    await creates(office.ann)
    assert len(office.ann.messages("#general")) == 1


async def test_a_direct_message_whose_answer_was_lost_is_looked_for(office: Office) -> None:
    office.slack.faults.add(DropAfter(path="chat.postMessage", skip=1))
    await creates(office.ann)
    await office.ann.sees(lambda: office.ann.dm)
    assert len(office.ann.dm) == 1


async def test_two_people_with_the_same_title_get_a_webinar_each(office: Office) -> None:
    for _ in range(2):
        office.ringcentral.faults.add(DropAfter(path="/webinars$", method="POST"))
    await opens_the_form(office.ann)
    await opens_the_form(office.ben)
    await fills(office.ann, ALL_HANDS)
    await fills(office.ben, ALL_HANDS)
    await office.ann.submits()
    await office.ben.submits()
    for person in (office.ann, office.ben):
        await person.sees(partial(_has_the_result, person), 15)
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 2


async def test_a_webinar_without_its_session_is_taken_over_by_the_next_try(roomy_office: Office) -> None:
    office = roomy_office
    ann = office.ann
    office.ringcentral.faults.add(DropBefore(path="/sessions$", times=None))
    await asks_for(ann)
    await ann.sees(lambda: ann.modal.title == "Create a webinar", 30)
    assert len(office.ringcentral.webinars) == 1
    office.ringcentral.faults.clear()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 1


async def test_a_try_with_another_title_leaves_no_orphan(roomy_office: Office) -> None:
    office = roomy_office
    ann = office.ann
    office.ringcentral.faults.add(DropBefore(path="/sessions$", times=None))
    await asks_for(ann)
    await ann.sees(lambda: ann.modal.title == "Create a webinar", 30)
    office.ringcentral.faults.clear()
    await ann.fill("Title", "Q4 All-Hands")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)
    assert office.webinar.title == "Q4 All-Hands"


def _has_the_result(person: SlackUser) -> bool:
    return bool(person.modal.title == "Webinar created")


def _verb(path: str) -> str:
    return "PATCH" if "invitees" in path else "POST"
