"""The Home tab and the list: what concerns whoever looks, and nobody else's."""

from datetime import timedelta

import pytest

from sandbox.clock import MovableClock
from sandbox.faults import Status
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.outages import refusal
from tests.office import Office
from tests.scenarios.webinar_actions import card, has, sees_on_card


async def lists(office: Office, name: str) -> str:
    """The answer to /webinar list."""
    person = office.person(name)
    before = len(person.messages("#general"))
    await person.types("/webinar list", channel="#general")
    await person.sees(lambda: len(person.messages("#general")) > before)
    return person.messages("#general")[-1].plain


async def opens_home(person: SlackUser) -> None:
    """Look at the Home tab until it is there."""
    await person.opens_home()
    await person.sees(lambda: person.home)


async def presses_details(person: SlackUser) -> None:
    """Press the first Details of the Home tab."""
    await person.presses("Details", home=True, near="Upcoming")
    await person.sees(lambda: person.modal.title == "Webinar")


async def test_the_home_tab_shows_mine_and_what_is_announced_where_i_am(office: Office) -> None:
    await has(office, {"Title": "Everybody", "Announce in": ["#general"]})
    await has(office, {"Title": "Marketing only", "Announce in": ["#marketing"]})
    await has(office, {"Title": "Secret plan", "Announce in": None})
    await office.ann.opens_home()
    await office.ann.sees(lambda: office.ann.home)
    for title in ("Everybody", "Marketing only", "Secret plan"):
        assert title in office.ann.home.text
    assert "hosted by you" in office.ann.home.text
    assert "PM in Los Angeles)" not in office.ann.home.text, "her own clock shows the same"
    eve = office.person("U0EVE")
    await eve.opens_home()
    await eve.sees(lambda: eve.home)
    assert "Everybody" in eve.home.text
    assert "hosted by <@U0ANN>" in eve.home.text
    assert "PM in Los Angeles)" in eve.home.text
    assert "Marketing only" not in eve.home.text
    assert "Secret plan" not in eve.home.text


async def test_somebody_who_hosts_nothing_finds_it_useful_too(office: Office) -> None:
    nia = office.slack.add_person("U0NIA", "nia")
    await nia.opens_home()
    await nia.sees(lambda: nia.home)
    assert "You have no upcoming webinars" in nia.home.text
    assert "Create a webinar" in nia.home.buttons
    await nia.presses("Create a webinar", home=True)
    await nia.sees(lambda: "Title" in nia.modal.labels)


async def test_details_open_from_the_home_tab_with_the_actions_that_i_may_take(office: Office) -> None:
    await has(office)
    for name, may in (("U0ANN", True), ("U0EVE", False)):
        person = office.person(name)
        await opens_home(person)
        await presses_details(person)
        assert ("Cancel webinar" in person.modal.buttons) == may


async def test_on_the_home_tab_one_says_that_one_comes_and_hosts_edit(office: Office) -> None:
    await has(office)
    eve = office.person("U0EVE")
    await opens_home(eve)
    await eve.presses("I’m going", home=True)
    await eve.sees(lambda: "1 is going" in eve.home.text)
    await sees_on_card(office.ben, "1 is going: <@U0EVE>")
    await eve.presses("I can’t come after all", home=True)
    await eve.sees(lambda: "nobody has said" in eve.home.text)
    assert "Edit or reschedule" not in eve.home.buttons
    await opens_home(office.ann)
    await office.ann.presses("Edit or reschedule", home=True)
    await office.ann.sees(lambda: office.ann.modal.title == "Edit webinar")


async def test_the_list_tells_when_for_whom_and_who_comes(office: Office) -> None:
    await has(office)
    await office.ben.presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "1 is going" in card(office.ben).plain)
    said = await lists(office, "U0ANN")
    assert "Q3 All-Hands" in said
    assert "3:00 PM in Los Angeles" in said
    assert "1 is going: <@U0BEN>" in said
    assert not any("Upcoming" in one.plain for one in office.ben.messages("#general")), "it is for her alone"


async def test_many_webinars_are_told_in_pages(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    for number in range(10):
        await has(
            office, {"Title": f"Number {number}", "Start time": f"{10 + number}:00", "Announce in": None}
        )
    ann = office.ann
    await ann.opens_home()
    await ann.sees(lambda: ann.home)
    assert "Number 7" in ann.home.text
    assert "Number 8" not in ann.home.text
    await ann.presses("Later", home=True)
    await ann.sees(lambda: "Number 9" in ann.home.text)
    assert "Number 7" not in ann.home.text
    await ann.presses("Earlier", home=True)
    await ann.sees(lambda: "Number 0" in ann.home.text)


async def test_past_webinars_stand_below_with_their_recap(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    clock.set(office.session.start + timedelta(minutes=1))
    office.ringcentral.go_live(office.session.id)
    office.ringcentral.join(office.session.id, "Ben", "Bauer", "ben@example.com")
    clock.add(timedelta(minutes=30))
    office.ringcentral.end(office.session.id)
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "1 attendee" in card(office.ben).plain, 10)
    said = await lists(office, "U0ANN")
    assert "Past webinars" in said
    assert "1 attendee" in said


@pytest.mark.parametrize("code", ["missing_scope", "token_revoked", "internal_error"])
async def test_what_is_known_is_shown_while_slack_tells_of_no_channels(office: Office, code: str) -> None:
    await has(office, {"Title": "Mine"})
    office.slack.faults.add(Status(path="users.conversations", **refusal(code), times=None))
    await office.ann.opens_home()
    await office.ann.sees(lambda: office.ann.home, 10)
    assert "Mine" in office.ann.home.text
    assert "Slack doesn’t tell me which channels you are in" in office.ann.home.text
    await office.ann.types("/webinar list", channel="#general")
    await office.ann.sees(lambda: "Slack doesn’t tell me" in office.ann.messages("#general")[-1].plain, 10)
    assert "Mine" in office.ann.messages("#general")[-1].plain


async def test_a_view_that_slack_refuses_the_app_is_told_as_what_it_is(office: Office) -> None:
    await has(office)
    office.slack.faults.add(Status(path="views.open", **refusal("missing_scope"), times=1))
    await office.ann.presses("Details", message=card(office.ann))
    await office.ann.sees(
        lambda: "Slack does not let me in (missing_scope)" in office.ann.messages("#general")[-1].plain
    )
