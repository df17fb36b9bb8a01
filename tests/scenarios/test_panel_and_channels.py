"""The panel is changed, and further channels are told."""

from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.clock import MovableClock
from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.webinar_actions import card, changes_panel, has, opens_details


async def test_new_members_get_their_own_link_and_co_hosts_may_change_it(office: Office) -> None:
    await has(office)
    await changes_panel(office, ["U0BEN"], ["U0CHIE"])
    await office.ben.sees(lambda: office.ben.dm)
    assert "invited you as a co-host" in office.ben.dm[0].plain
    assert "invited you as a panelist" in office.person("U0CHIE").dm[0].plain
    await opens_details(office.ben)
    assert "Edit or reschedule" in office.ben.modal.buttons


async def test_who_is_taken_off_is_off_and_others_stay(office: Office) -> None:
    await has(office)
    await changes_panel(office, ["U0BEN"], ["U0CHIE", "U0DEE"])
    asked = len(office.operations)
    await changes_panel(office, ["U0DEE"], ["U0CHIE"])
    assert office.operations[asked:] == ["rcwConfigListInvitees", "rcwConfigUpdateInvitees"]
    roles = {one.email: str(one.role) for one in office.ringcentral.invitees.values()}
    assert roles["dee@example.com"] == "CoHost"
    assert roles["chie@example.com"] == "Panelist"
    assert "ben@example.com" not in roles
    await opens_details(office.ben)
    assert "Edit or reschedule" not in office.ben.modal.buttons


async def test_before_posting_one_sees_how_many_people_that_is(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Announce in channels")
    await ann.sees(lambda: ann.modal.title == "Announce in channels")
    await ann.fill("Channels", ["#marketing", "#all-hands"])
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Post these cards?")
    assert "<#C0MARKETING>, 3 members" in ann.modal.text
    assert "<#C0ALLHANDS>, 5 members" in ann.modal.text
    assert ann.messages("#marketing") == []
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done", 10)
    for channel in ("#marketing", "#all-hands"):
        assert card(ann, channel).buttons["Join"] == office.attendee_link
        assert card(ann, channel).pings in ([], ["@U0ANN"]), "the host is named, nobody else"


async def test_a_private_channel_without_the_bot_is_refused_before_anything_is_posted(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Announce in channels")
    await ann.sees(lambda: ann.modal.title == "Announce in channels")
    await ann.fill("Channels", ["#leads"])
    await ann.submits()
    assert "/invite" in ann.modal.errors["Channels"]


async def opens_the_panel(person: SlackUser) -> None:
    """Press Details on the card, then Co-hosts and panelists."""
    await opens_details(person)
    await person.presses("Co-hosts and panelists")
    await person.sees(lambda: person.modal.title == "Co-hosts and panelists")


async def test_who_was_added_meanwhile_stays_and_who_was_taken_off_stays_off(roomy_office: Office) -> None:
    office, ann, dee = roomy_office, roomy_office.ann, roomy_office.person("U0DEE")
    await has(office)
    await changes_panel(office, ["U0BEN"], ["U0CHIE"])
    await opens_the_panel(ann)
    await opens_the_panel(dee)
    await dee.fill("Co-hosts", ["U0DEE"])
    await dee.submits()
    await dee.sees(lambda: dee.modal.title == "Done", 10)
    await ann.fill("Panelists", ["U0CHIE", "U0EVE"])
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done", 10)
    roles = {one.email: str(one.role) for one in office.ringcentral.invitees.values()}
    assert roles["dee@example.com"] == "CoHost"
    assert roles["eve@example.com"] == "Panelist"
    assert "ben@example.com" not in roles


async def test_two_places_for_one_person_are_told_before_anything_is_saved(roomy_office: Office) -> None:
    office, ann, dee = roomy_office, roomy_office.ann, roomy_office.person("U0DEE")
    await has(office)
    await opens_the_panel(ann)
    await opens_the_panel(dee)
    await dee.fill("Co-hosts", ["U0BEN"])
    await dee.submits()
    await dee.sees(lambda: dee.modal.title == "Done", 10)
    await ann.fill("Panelists", ["U0BEN", "U0EVE"])
    await ann.submits()
    assert "<@U0BEN> is a co-host now" in ann.modal.text
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done", 10)
    roles = {one.email: str(one.role) for one in office.ringcentral.invitees.values()}
    assert roles["ben@example.com"] == "Panelist"
    assert roles["eve@example.com"] == "Panelist"


async def test_who_was_taken_off_hears_it_where_their_link_was(office: Office) -> None:
    await has(office)
    await changes_panel(office, ["U0BEN"], [])
    await office.ben.sees(lambda: office.ben.dm)
    assert "Join as co-host" in office.ben.dm[0].plain
    await changes_panel(office, [], [])
    await office.ben.sees(lambda: "You are no longer on the panel" in office.ben.dm[0].plain, 10)
    assert "Join as co-host" not in office.ben.dm[0].plain
    assert "join/" not in office.ben.dm[0].plain + office.ben.dm[0].text
    assert office.ben.dm[0].buttons == {}


async def announces(office: Office, channel: str) -> str:
    """Ann announces her webinar in a channel, by way of another channel's card; what she is told."""
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Announce in channels")
    await ann.sees(lambda: ann.modal.title == "Announce in channels")
    await ann.fill("Channels", [channel])
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Post these cards?")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done", 10)
    told = ann.modal.text
    await ann.closes(everything=True)
    return told


async def deletes(office: Office, message: ScreenMessage) -> None:
    """Somebody deletes a message of the bot by hand."""
    client = AsyncWebClient(office.slack.bot_token, f"{office.slack.url}/api/")
    await client.chat_delete(channel=message.channel, ts=message.ts)


async def test_a_deleted_card_is_forgotten_and_announced_anew(
    in_time: tuple[Office, MovableClock], caplog: pytest.LogCaptureFixture
) -> None:
    office, clock = in_time
    await has(office, {"Announce in": ["#general", "#marketing"]})
    await deletes(office, card(office.ann, "#marketing"))
    office.ringcentral.rename(office.webinar.id, "Town hall")
    clock.add(timedelta(minutes=6))
    await office.ann.sees(lambda: "Town hall" in card(office.ann).plain, 10)
    await office.looks_around()
    assert "cannot be shown" not in caplog.text
    await announces(office, "#marketing")
    assert "Town hall" in card(office.ann, "#marketing").plain
    await deletes(office, card(office.ann, "#marketing"))
    await announces(office, "#marketing")
    assert "Town hall" in card(office.ann, "#marketing").plain, "even if nothing was edited in between"
    assert "had the card already" in await announces(office, "#marketing")
    assert len(office.ann.messages("#marketing")) == 1, "one that is there stays the only one"
