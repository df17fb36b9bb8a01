"""Guests and people of other companies do not create webinars, and no card goes to another company's eyes."""

from collections.abc import AsyncIterator

import pytest

from sandbox.faults import Hold
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office, open_office
from tests.scenarios.draft_actions import drafts
from tests.scenarios.form_actions import ALL_HANDS, fills, opens_the_form
from tests.scenarios.webinar_actions import has

GUEST = "Guests cannot create webinars here. Ask a member of this workspace to create it."
STRANGER = "Only people of the company that runs this workspace can create webinars here."
SHARED = "#partners is shared with another company. Choose another channel."


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office with a guest, somebody of another company, and the channel that they share."""
    async with open_office(database_url) as office:
        office.slack.add_person("U0SAM", "sam", is_stranger=True, email="sam@partner.example")
        office.slack.add_channel("C0PARTNERS", "partners", ["U0ANN", "U0SAM"], ext_shared=True)
        async with office.bot():
            for channel in ("#marketing", "#partners"):
                await office.ann.types("/invite @webinars", channel=channel)
            yield office


def told(person: SlackUser) -> bool:
    return person.modal is not None and GUEST in person.modal.text


async def test_a_guest_is_told_kindly_whom_to_ask_at_every_door(office: Office) -> None:
    gus = office.person("U0GUS")
    for typed in ("/webinar", "/webinar create Launch tomorrow at 3pm for an hour", "/webinar"):
        await gus.types(typed, channel="#marketing")
        await gus.sees(lambda: told(gus), 10)
        assert gus.modal.submit_label == ""
        await gus.closes()
    await gus.opens_home()
    await gus.sees(lambda: gus.home)
    await gus.presses("Create a webinar", home=True)
    await gus.sees(lambda: told(gus), 10)
    assert office.operations == []


async def test_a_guest_gets_no_draft_for_words(office: Office) -> None:
    gus = office.person("U0GUS")
    await gus.types("Launch webinar tomorrow at 3pm for an hour")
    await gus.sees(lambda: [one for one in gus.dm if GUEST in one.plain], 10)
    assert drafts(gus, None) == []
    await gus.types("Webinar über den Start morgen um 15 Uhr, eine Stunde lang")
    await gus.sees(lambda: "Gäste können hier keine Webinare anlegen" in gus.dm[-1].plain, 10)


async def test_a_form_that_opened_while_slack_was_silent_is_judged_when_it_is_sent_off(
    office: Office,
) -> None:
    gus = office.person("U0GUS")
    silent = office.slack.faults.add(Hold(path="users.info"))
    await gus.types("/webinar", channel="#marketing")
    await gus.sees(lambda: "Title" in gus.modal.labels)
    await fills(gus, ALL_HANDS)
    silent.release()
    await gus.sees(lambda: told(gus) or "Time zone" in gus.modal.labels, 10)
    if not told(gus):
        await gus.submits()
        assert GUEST in " ".join(gus.modal.errors.values())
    assert office.operations == []


async def test_somebody_of_another_company_creates_nothing(office: Office) -> None:
    sam = office.person("U0SAM")
    await sam.types("@webinars launch webinar tomorrow at 3pm for an hour", channel="#partners")
    await sam.sees(lambda: [one for one in sam.messages("#partners") if STRANGER in one.plain], 10)
    assert drafts(sam, "#partners") == []


async def test_a_card_goes_to_no_channel_that_is_shared_with_another_company(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    assert "#partners" not in ann.modal.options("Announce in")
    await ann.closes()
    await ann.types("@webinars launch webinar tomorrow at 3pm for an hour", channel="#partners")
    await ann.sees(lambda: drafts(ann, "#partners"), 10)
    await ann.presses("Create", message=drafts(ann, "#partners")[-1])
    await ann.sees(lambda: [one for one in ann.messages("#partners") if SHARED in one.plain], 10)
    assert office.operations == []


async def test_a_shared_channel_that_is_named_in_words_is_refused_as_well(office: Office) -> None:
    ann = office.ann
    await ann.types(
        "/webinar create Product launch tomorrow at 3pm for an hour in #partners", channel="#general"
    )
    await ann.sees(lambda: "Time zone" in ann.modal.labels, 10)
    await ann.submits()
    assert SHARED in " ".join(ann.modal.errors.values())
    await ann.closes()
    await has(office)
    await ann.types("announce the all-hands in #partners")
    await ann.sees(lambda: [one for one in ann.dm if SHARED in one.plain], 10)
    assert ann.messages("#partners") == []


async def test_a_member_opens_the_form_as_ever(office: Office) -> None:
    await opens_the_form(office.ann)
    assert office.ann.modal.submit_label == "Create webinar"
