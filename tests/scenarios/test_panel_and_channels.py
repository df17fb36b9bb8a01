"""The panel is changed, and further channels are told."""

from tests.office import Office
from tests.scenarios.life import card, changes_panel, has, opens_details


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
