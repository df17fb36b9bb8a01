"""The host of an event says on what terms people register, and sees who did."""

import csv
import io
import json
from typing import Any

from blocks.ids import Action
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.registration_actions import agrees, clicks, has_event, is_registered, own_link, registers
from tests.scenarios.webinar_actions import card, opens_details, sees_on_card

FORMULA = '=HYPERLINK("https://evil.example","x")'


async def opens_terms(person: SlackUser) -> None:
    """Press Details on the card, then Registration."""
    await opens_details(person)
    await person.presses("Registration")
    await person.sees(lambda: person.modal.title == "Registration")


async def saves(person: SlackUser) -> None:
    """Save, and wait for the word that it is done."""
    await person.submits()
    await person.sees(lambda: person.modal.title in {"Done", "Not everything worked"}, 10)


async def opens_registrants(person: SlackUser) -> None:
    """Press Details on the card, then Registrants."""
    await opens_details(person)
    await person.presses("Registrants")
    await person.sees(
        lambda: "Send me the list (CSV)" in person.modal.buttons or "0 people" in person.modal.text, 10
    )


async def test_the_host_closes_registration_and_the_card_says_so(office: Office) -> None:
    await has_event(office)
    ann = office.ann
    await opens_terms(ann)
    assert ann.modal.value("Registration") == "Open"
    await ann.fill("Registration", "Closed")
    await saves(ann)
    assert "Registration closed" in ann.modal.text
    assert office.session.registration_open is False
    await sees_on_card(ann, "Registration closed, 0 registered")
    assert "Register me" not in card(ann).buttons


async def test_the_terms_reach_ringcentral_and_come_back(office: Office) -> None:
    await has_event(office)
    ann = office.ann
    await opens_terms(ann)
    await ann.fill("Registration limit", "200")
    await ann.fill("Options", ["One device for each attendee", "Work e-mail addresses only"])
    await saves(ann)
    terms = office.session.registration_settings
    assert terms["autoCloseLimit"] == 200
    assert terms["suppressEmails"] is True
    assert terms["preventMultipleDeviceJoins"] is True
    assert terms["workEmailRequired"] is True
    await sees_on_card(ann, "0 registered of 200")
    await ann.closes(everything=True)
    await opens_terms(ann)
    assert ann.modal.value("Registration limit") == "200"
    assert "RingCentral sends confirmation and reminder e-mails" not in ann.modal.value("Options")


async def test_what_was_changed_elsewhere_meanwhile_stays(office: Office) -> None:
    await has_event(office)
    ann = office.ann
    await opens_terms(ann)
    office.ringcentral.close_registration(office.session.id, workEmailRequired=True)
    await ann.fill("Registration limit", "50")
    await saves(ann)
    assert office.session.registration_settings["autoCloseLimit"] == 50
    assert office.session.registration_settings["workEmailRequired"] is True
    assert office.session.registration_open is False


async def test_a_full_one_stays_closed_and_the_host_hears_why(office: Office) -> None:
    await has_event(office)
    office.ringcentral.register(office.session.id, "Some", "Body", "somebody@elsewhere.example")
    ann = office.ann
    await opens_terms(ann)
    await ann.fill("Registration limit", "1")
    await saves(ann)
    assert "1 registered, and it closes at 1" in ann.modal.text
    await ann.closes(everything=True)
    await opens_terms(ann)
    await ann.fill("Registration limit", "5")
    await ann.fill("Registration", "Closed")
    await saves(ann)
    assert "Registration is still closed: choose *Open*" in ann.modal.text


async def test_one_click_is_back_when_the_page_asks_nothing_any_more(office: Office) -> None:
    await has_event(office)
    office.ringcentral.ask(office.session.id, "diet")
    ann, ben = office.ann, office.ben
    await clicks(ben)
    await agrees(ben)
    await ben.sees(lambda: "Register me" not in card(ben).buttons, 10)
    office.ringcentral.ask(office.session.id)
    await opens_terms(ann)
    assert "The registration page asks questions" in ann.modal.text
    await saves(ann)
    await ben.sees(lambda: "Register me" in card(ben).buttons, 10)
    await clicks(ben)
    await is_registered(ben)


async def test_nobody_else_changes_the_terms(office: Office) -> None:
    await has_event(office)
    await opens_details(office.ben)
    assert "Registration" not in office.ben.modal.buttons
    assert "Registrants" not in office.ben.modal.buttons


async def test_the_host_sees_the_newest_registrants_and_nobody_else_any(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    office.ringcentral.register(office.session.id, "Robin", "Roe", "robin@elsewhere.example")
    ann = office.ann
    await opens_registrants(ann)
    assert "2 people registered" in ann.modal.text
    assert ann.modal.text.index("Robin Roe") < ann.modal.text.index("Ben")
    assert "ben@example.com" in ann.modal.text
    for other in (office.ben, office.person("U0CHIE")):
        seen = "".join(one.plain + one.text for one in [*other.messages("#general"), *other.dm])
        assert "robin@elsewhere.example" not in seen


async def test_the_table_of_all_runs_nothing_in_a_spreadsheet(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    office.ringcentral.register(office.session.id, FORMULA, "+1 Roe", "robin@elsewhere.example", source="@x")
    ann = office.ann
    await opens_registrants(ann)
    before = len(ann.dm)
    await ann.presses("Send me the list (CSV)")
    await ann.sees(lambda: "is in your direct messages" in ann.modal.text, 10)
    (file,) = [file for message in ann.dm[before:] for file in message.files]
    assert file.name == "Q3-All-Hands-registrants.csv"
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [row["E-mail"] for row in rows] == ["ben@example.com", "robin@elsewhere.example"]
    assert rows[0]["Registered in"] == "#general"
    assert rows[1]["First name"] == f"'{FORMULA}"
    assert rows[1]["Last name"] == "'+1 Roe"
    assert rows[1]["Registered in"] == "'@x"


async def test_status_tells_which_announcement_worked(office: Office) -> None:
    await has_event(office, {"Announce in": ["#general", "#all-hands"]})
    await registers(office.ben, "#all-hands")
    await registers(office.person("U0CHIE"), "#general")
    await registers(office.person("U0DEE"), "#general")
    ann = office.ann
    await ann.types("/webinar status", channel="#general")
    await ann.sees(lambda: any("Through Slack" in one.plain for one in ann.messages("#general")), 10)
    told = next(one.plain for one in ann.messages("#general") if "Through Slack" in one.plain)
    assert "Through Slack: 2 in <#C0GENERAL> and 1 in <#C0ALLHANDS>" in told


async def test_whoever_the_host_takes_off_in_ringcentral_learns_that_here(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    link = own_link(office, "ben@example.com")
    (registrant,) = office.ringcentral.registrants
    office.ringcentral.unregister(registrant)
    await opens_registrants(office.ann)
    await office.ben.sees(lambda: link not in office.ben.dm[0].plain, 10)
    assert "no longer registered" in office.ben.dm[0].plain


def sent_by_ben(office: Office, what: str, **changed: Any) -> dict[str, Any]:
    """The request that Ann's Slack sent, as if Ben had found out how to send it."""
    payloads = [sent.payload for sent in office.slack.sent if what in json.dumps(sent.payload)]
    return {**payloads[-1], "user": {**payloads[-1]["user"], "id": "U0BEN"}, **changed}


async def test_who_registered_is_sent_to_nobody_who_only_knows_the_button(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    await opens_registrants(office.ann)
    await office.ann.presses("Send me the list (CSV)")
    await office.ann.sees(lambda: "is in your direct messages" in office.ann.modal.text, 10)
    calls, view = len(office.operations), {"view": {"id": "V0BENS", "type": "modal"}}
    await office.slack.state.delivery.interaction(sent_by_ben(office, f'"{Action.REGISTRANTS_FILE}"', **view))
    await office.looks_around()
    assert office.operations[calls:] == [], "RingCentral is not even asked"
    assert not any(file.name.endswith(".csv") for file in office.ben.files())


async def test_who_registered_is_shown_to_nobody_who_only_knows_the_button(office: Office) -> None:
    await has_event(office)
    await registers(office.person("U0CHIE"))
    await opens_registrants(office.ann)
    calls, trigger = len(office.operations), office.slack.state.triggers.give("U0BEN", None)
    payload = sent_by_ben(office, f'"{Action.REGISTRANTS}"', trigger_id=trigger)
    payload.pop("view")
    await office.slack.state.delivery.interaction(payload)
    await office.ben.sees(lambda: "Only the host sees who registered." in office.ben.modal.text, 10)
    await office.looks_around()
    assert office.operations[calls:] == [], "RingCentral is not even asked"


async def test_terms_are_changed_by_nobody_who_only_knows_the_form(office: Office) -> None:
    await has_event(office)
    await opens_terms(office.ann)
    await office.ann.fill("Registration", "Closed")
    await saves(office.ann)
    calls = len(office.operations)
    payload = sent_by_ben(office, '"view_submission"')
    answer = await office.slack.state.delivery.interaction(
        {**payload, "view": {**payload["view"], "id": "V0BENS"}}
    )
    assert "workspace admins can change this webinar" in json.dumps(answer.json())
    await office.looks_around()
    assert office.operations[calls:] == []
