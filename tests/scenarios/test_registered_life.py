"""Registered people hear of a moved date, a reminder, the cancellation and the recap."""

import re
from datetime import timedelta

from sandbox.clock import MovableClock
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.registration_actions import has_event, own_link, registers, registrant
from tests.scenarios.webinar_actions import card, opens_details

BEN = "ben@example.com"


async def test_a_moved_event_moves_in_their_message_and_their_calendar(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has_event(office)
    ben = office.ben
    await registers(ben)
    await ben.sees(lambda: any(one.files for one in ben.dm), 10)
    files = sum(bool(one.files) for one in ben.dm)
    before = sequence(ben)
    office.ringcentral.move(office.session.id, start=office.session.start + timedelta(days=1))
    clock.add(timedelta(minutes=6))
    await ben.sees(lambda: "March 11" in ben.dm[0].plain, 10)
    await ben.sees(lambda: sum(bool(one.files) for one in ben.dm) > files, 10)
    assert sequence(ben) > before
    assert own_link(office, BEN) in newest(ben)


def newest(person: SlackUser) -> str:
    """The calendar file that came last."""
    return [file for one in person.dm for file in one.files][-1].content.decode().replace("\r\n ", "")


def sequence(person: SlackUser) -> int:
    """The number by which that file says how new it is."""
    (found,) = re.findall(r"^SEQUENCE:(\d+)", newest(person), re.MULTILINE)
    return int(found)


async def test_they_are_reminded_with_their_own_link(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has_event(office)
    ben = office.ben
    await registers(ben)
    clock.set(office.session.start - timedelta(minutes=10))
    await ben.sees(lambda: any(" starts " in one.plain for one in ben.dm), 10)
    told = next(one for one in ben.dm if " starts " in one.plain)
    assert told.buttons["Join"] == own_link(office, BEN)


async def test_a_cancelled_event_tells_them(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    await has_event(office)
    ben = office.ben
    await registers(ben)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Cancel webinar")
    await ann.sees(lambda: ann.modal.title == "Cancel this webinar?")
    await ann.submits()
    await ben.sees(lambda: any("was cancelled by" in one.plain for one in ben.dm[1:]), 10)
    await ben.sees(lambda: "was cancelled" in ben.dm[0].plain, 10)
    assert "Join" not in ben.dm[0].buttons


async def test_the_host_hears_who_registered_and_did_not_come(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has_event(office)
    await registers(office.ben)
    await registers(office.person("U0CHIE"))
    office.ringcentral.register(office.session.id, "Robin", "Roe", "robin@elsewhere.example")
    clock.set(office.session.start)
    office.ringcentral.go_live(office.session.id)
    office.ringcentral.join(office.session.id, "Ben", "Bell", BEN)
    clock.add(timedelta(minutes=30))
    office.ringcentral.end(office.session.id)
    clock.add(timedelta(minutes=6))
    ann = office.ann
    await ann.sees(lambda: any("did not attend" in one.plain for one in ann.dm), 15)
    told = next(one.plain for one in ann.dm if "did not attend" in one.plain)
    assert "2 people who were expected did not attend: <@U0CHIE> and Robin Roe" in told
    await ann.sees(lambda: "Of the 3 people who registered, 1 attended" in card(ann).plain, 10)


async def test_the_home_tab_offers_to_register_and_to_cancel(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    await has_event(office)
    ben = office.ben
    await registers(ben)
    await ben.opens_home()
    await ben.sees(lambda: "Cancel my registration" in ben.home.buttons)
    await ben.presses("Cancel my registration", home=True, confirm=True)
    await ben.sees(lambda: ben.modal.title == "Register", 10)
    await ben.sees(lambda: "no longer registered" in ben.dm[0].plain, 10)
    await ben.closes()
    await ben.opens_home()
    await ben.sees(lambda: "Register me" in ben.home.buttons)
    await ben.presses("Register me", home=True)
    await ben.sees(lambda: ben.modal.title == "Register", 10)
    await ben.sees(lambda: BEN in [one.email for one in office.ringcentral.registrants.values()], 10)
    assert registrant(office, BEN).extras["source"] == "slack"
