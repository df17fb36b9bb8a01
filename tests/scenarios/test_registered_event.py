"""A registered event: registration, the panel, and what everybody gets."""

from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.form_actions import ALL_HANDS, creates, fills, opens_group, opens_options, opens_the_form

REGISTERED = {"Who is it for?": "Registered event"}


async def with_panel(person: SlackUser, **panel: list[str]) -> None:
    """Create a registered event with co-hosts and panelists."""
    await opens_the_form(person)
    await fills(person, ALL_HANDS | REGISTERED)
    await opens_options(person)
    await fills(person, {"Description": "What we learned.", **panel})
    await person.submits()
    await person.sees(lambda: "Description added" in person.modal.text)
    await person.submits()
    await person.sees(lambda: person.modal.title == "Webinar created")


async def test_marketing_announces_an_event_with_its_registration_page(office: Office) -> None:
    await creates(office.ann, REGISTERED)
    page = f"{office.ringcentral.url}/register/{office.session.id}"
    (card,) = office.ann.messages("#general")
    assert card.buttons["Registration page"] == page
    assert list(card.buttons) == ["Register me", "Registration page", "Add to calendar", "Details"]
    assert "Registration open, 0 registered" in card.plain
    for told in ("Q3 All-Hands", "Registration open, 0 registered", page):
        assert told in card.text
    assert page in office.ann.modal.text
    assert office.webinar.settings["registrationEnabled"] is True


async def test_a_registered_event_costs_one_call_more(office: Office) -> None:
    await creates(office.ann, REGISTERED)
    assert office.operations == ["rcwConfigCreateWebinar", "rcwConfigCreateSession", "rcwRegGetSession"]


async def test_the_panel_is_invited_in_one_call(office: Office) -> None:
    await with_panel(office.ann, **{"Co-hosts": ["U0BEN"], "Panelists": ["U0CHIE", "U0DEE"]})
    assert sorted(office.operations[2:]) == ["rcwConfigUpdateInvitees", "rcwRegGetSession"]
    roles = {invitee.email: invitee.role for invitee in office.ringcentral.invitees.values()}
    assert roles["ben@example.com"] == "CoHost"
    assert roles["chie@example.com"] == roles["dee@example.com"] == "Panelist"
    assert "<@U0BEN> as co-host" in office.ann.modal.text
    assert "<@U0CHIE> as panelist" in office.ann.modal.text


async def test_each_of_the_panel_gets_a_link_of_their_own_by_direct_message(office: Office) -> None:
    await with_panel(office.ann, **{"Co-hosts": ["U0BEN"], "Panelists": ["U0CHIE"]})
    codes = {invitee.email: invitee.code for invitee in office.ringcentral.invitees.values()}
    for person, email in ((office.ben, "ben@example.com"), (office.person("U0CHIE"), "chie@example.com")):
        (message,) = person.dm
        led_to = [address for address in message.buttons.values() if address]
        assert office.link(codes[email]) in led_to
        others = [office.link(code) for other, code in codes.items() if other != email]
        assert not [other for other in others if other in led_to or other in message.text]


async def test_no_channel_ever_sees_a_personal_link_or_a_password(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS | {"Announce in": ["#general", "#launch"]})
    await opens_options(ann)
    await ann.fill("Panelists", ["U0CHIE"])
    await opens_group(ann, "*Attendees*")
    await ann.fill("Password", "s3same-open")
    await ann.submits()
    await ann.sees(lambda: "Password: set" in ann.modal.text)
    await ann.submits()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    secrets = [office.host_link, "s3same-open", office.session.bridge_password]
    secrets += [office.link(invitee.code) for invitee in office.ringcentral.invitees.values()]
    for channel in ("#general", "#launch"):
        (card,) = ann.messages(channel)
        assert "You need a password: ask <@U0ANN>." in card.plain
        for secret in secrets:
            assert secret not in card.plain + card.text + str(card.buttons)
    assert "s3same-open" in ann.dm[0].plain
    assert "s3same-open" not in ann.modal.text


async def test_a_description_reaches_the_card_and_ringcentral(office: Office) -> None:
    await with_panel(office.ann)
    (card,) = office.ann.messages("#general")
    assert "What we learned." in card.plain
    assert "What we learned." in card.text
    assert office.webinar.description == "What we learned."
