"""Failures around a registration come right: nobody is turned away, taken off or told wrongly for it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from sandbox.clock import MovableClock
from sandbox.faults import Fault, Hold, Status
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.registration_actions import agrees, clicks, has_event, is_registered, own_link, registers
from tests.scenarios.test_calendar import takes_the_file
from tests.scenarios.test_registering_in_line import PATIENT, stands_in_line
from tests.scenarios.webinar_actions import card, open_office_in_time, sees_on_card

BEN = "ben@example.com"
REGISTRANTS = "/registrants$"
A_WHILE = timedelta(seconds=30)
OLD_TOKEN = {"ok": False, "error": "invalid_auth"}


@pytest.fixture
async def patient(database_url: str) -> AsyncIterator[tuple[Office, MovableClock]]:
    """An office whose bot gives RingCentral all the time in the world, and its clock, which can be moved."""
    async with open_office_in_time(database_url) as (office, clock):
        office.timing = PATIENT
        async with office.bot():
            yield office, clock


async def strikes(office: Office, fault: Fault, times: int = 1) -> None:
    """Wait until a fault has hit Slack so often."""
    await office.ann.sees(lambda: office.slack.faults.hits(fault) >= times, 10)


def has_link(person: SlackUser, link: str) -> bool:
    """True when a file in somebody's direct messages holds a link."""
    return any(link in file.content.decode().replace("\r\n ", "") for file in person.files())


async def test_a_token_that_slack_refuses_turns_nobody_away(patient: tuple[Office, MovableClock]) -> None:
    office, clock = patient
    await has_event(office)
    hold = office.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    await stands_in_line(office.ann)
    await stands_in_line(office.ben)
    await hold.reached.wait()
    clock.add(timedelta(minutes=11))  # whom Slack told of before is asked for anew
    refused = office.slack.faults.add(Status(path="users.info", code=200, body=OLD_TOKEN, times=2))
    hold.release()
    await strikes(office, refused, 2)
    clock.add(A_WHILE)
    await is_registered(office.ben)


async def test_of_whom_slack_says_nothing_lets_the_others_go_first(
    patient: tuple[Office, MovableClock],
) -> None:
    office, clock = patient
    chie = office.person("U0CHIE")
    await has_event(office)
    hold = office.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    await stands_in_line(office.ann)
    await hold.reached.wait()
    await stands_in_line(office.ben)
    clock.add(timedelta(minutes=6))
    await stands_in_line(chie)
    clock.add(timedelta(minutes=5))  # Ben was told of too long ago, Chie not
    office.slack.faults.add(Status(path="users.info", code=200, body=OLD_TOKEN, times=None))
    hold.release()
    await is_registered(chie)
    office.slack.faults.clear()
    clock.add(A_WHILE)
    await is_registered(office.ben)


async def test_whoever_is_registered_is_told_once_slack_takes_the_token_again(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has_event(office)
    await clicks(office.ben)
    refused = office.slack.faults.add(Status(path="chat.postMessage", code=200, body=OLD_TOKEN, times=None))
    await agrees(office.ben)
    await strikes(office, refused)
    await office.looks_around()  # the rest that it takes now begins before the clock is moved
    office.slack.faults.clear()
    clock.add(A_WHILE)
    await is_registered(office.ben)
    assert len([one for one in office.ben.dm if own_link(office, BEN) in one.plain]) == 1


async def test_leaving_the_line_takes_back_nothing_made_on_the_page(
    patient: tuple[Office, MovableClock],
) -> None:
    office, clock = patient
    ben = office.ben
    await has_event(office)
    hold = office.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    await clicks(ben)
    await agrees(ben)
    await ben.sees(lambda: ben.modal.title == "Register" and not ben.modal.submit_label)
    await hold.reached.wait()
    office.ringcentral.register(office.session.id, "Ben", "Bell", BEN)
    await ben.presses("Leave the queue")
    clock.add(timedelta(minutes=1))  # whatever was sent has landed by now
    hold.release()
    await office.ringcentral.wait_until(lambda: office.operations.count("rcwRegListRegistrants") == 2, 10)
    await office.looks_around()
    assert [one.email for one in office.ringcentral.registrants.values()] == [BEN]


async def test_whoever_had_the_calendar_file_before_gets_one_with_their_own_link(office: Office) -> None:
    await has_event(office)
    await takes_the_file(office.ben)
    await registers(office.ben)
    await office.ben.sees(lambda: has_link(office.ben, own_link(office, BEN)), 10)


async def test_whoever_leaves_and_comes_back_before_they_were_told_keeps_no_dead_link(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    ben = office.ben
    await has_event(office)
    told = await registers(ben)
    await sees_on_card(office.ann, "1 registered")
    dead = own_link(office, BEN)
    office.slack.faults.add(Status(path="chat.update", code=200, body=OLD_TOKEN, times=None))
    await ben.presses("Cancel my registration", message=told, confirm=True)
    await office.ringcentral.wait_until(lambda: not office.ringcentral.registrants, 10)
    await office.looks_around()
    await clicks(ben)
    await office.ringcentral.wait_until(lambda: len(office.ringcentral.registrants) == 1, 10)
    office.slack.faults.clear()
    clock.add(A_WHILE)
    await ben.sees(lambda: any(own_link(office, BEN) in one.plain for one in ben.dm), 10)
    assert all(dead not in one.plain for one in ben.dm)
    await ben.sees(lambda: has_link(ben, own_link(office, BEN)), 10)


async def test_cancelling_what_is_gone_already_counts_nobody_off(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has_event(office)
    told = await registers(office.ben)
    await registers(office.person("U0CHIE"))
    await sees_on_card(office.ann, "2 registered")
    bens = next(one.id for one in office.ringcentral.registrants.values() if one.email == BEN)
    office.ringcentral.unregister(bens)
    clock.add(timedelta(minutes=2))
    await office.ann.types("/webinar status", channel="#general")
    await sees_on_card(office.ann, "1 registered")
    await office.ben.presses("Cancel my registration", message=told, confirm=True)
    await office.ben.sees(lambda: "no longer registered" in office.ben.dm[0].plain, 10)
    await office.looks_around()
    assert "1 registered" in card(office.ann).plain


async def test_whoever_registered_anew_on_the_page_gets_that_link(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has_event(office)
    session = office.session.id
    for name in ("Ben", "Chie"):
        office.ringcentral.register(session, name, "Page", f"{name.lower()}@example.com")
    await registers(office.person("U0CHIE"))
    bens = next(one.id for one in office.ringcentral.registrants.values() if one.email == BEN)
    office.ringcentral.unregister(bens)
    office.ringcentral.register(session, "Ben", "Page", BEN)
    clock.add(timedelta(minutes=1))
    assert own_link(office, BEN) in (await registers(office.ben)).plain


async def test_whoever_was_unregistered_elsewhere_learns_it_and_can_register_anew(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    ben = office.ben
    await has_event(office, {"Date": "2026-03-10"})
    await registers(ben)
    await registers(office.person("U0CHIE"))
    await sees_on_card(office.ann, "2 registered")
    bens = next(one.id for one in office.ringcentral.registrants.values() if one.email == BEN)
    office.ringcentral.unregister(bens)
    clock.add(timedelta(minutes=6))
    await ben.sees(lambda: "no longer registered" in ben.dm[0].plain, 10)
    await sees_on_card(office.ann, "1 registered")
    await clicks(ben)
    await ben.sees(lambda: any("You’re registered" in one.plain for one in ben.dm), 10)
    assert any(own_link(office, BEN) in one.plain for one in ben.dm)


async def test_whoever_slips_between_two_pages_of_a_list_stays_registered(
    patient: tuple[Office, MovableClock],
) -> None:
    office, _ = patient
    await has_event(office)
    for number in range(1000):
        office.ringcentral.register(office.session.id, "A", f"B{number}", f"a{number}@elsewhere.example")
    await registers(office.ben)
    hold = office.ringcentral.faults.add(Hold(path=REGISTRANTS, method="GET", skip=1))
    await office.ann.presses("Details", message=card(office.ann))
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar")
    await office.ann.presses("Registrants")
    await hold.reached.wait()
    office.ringcentral.unregister(next(iter(office.ringcentral.registrants)))
    hold.release()
    await office.ann.sees(lambda: "Send me the list (CSV)" in office.ann.modal.buttons, 20)
    await office.looks_around()
    assert "You’re registered" in office.ben.dm[0].plain
