"""Live, ended, and the recap: what the card shows when the webinar begins, and what remains of it."""

from datetime import timedelta

import pytest

from sandbox.clock import MovableClock
from tests.office import Office
from tests.scenarios.webinar_actions import card, changes_panel, has

MINUTE = timedelta(minutes=1)


def begins(office: Office, clock: MovableClock) -> None:
    """The host goes live at the start."""
    clock.set(office.session.start + MINUTE)
    office.ringcentral.go_live(office.session.id)


def ends(office: Office, clock: MovableClock) -> None:
    """The host ends it after forty minutes."""
    clock.add(40 * MINUTE)
    office.ringcentral.end(office.session.id)
    clock.add(6 * MINUTE)


async def test_live_now_with_the_join_button(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    assert card(office.ben).buttons["Join now"] == office.attendee_link
    assert "I’m going" not in card(office.ben).buttons


@pytest.mark.parametrize("early", [timedelta(hours=3), timedelta(days=6)])
async def test_one_that_goes_live_long_before_its_plan_is_live_and_then_ended(
    in_time: tuple[Office, MovableClock], early: timedelta
) -> None:
    office, clock = in_time
    await has(office)
    clock.set(office.session.start - early)
    office.ringcentral.go_live(office.session.id)
    clock.add(6 * MINUTE)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    ends(office, clock)
    await office.ben.sees(lambda: "Ended" in card(office.ben).plain)
    await office.ben.sees(lambda: "Nobody attended." in card(office.ben).plain)


async def test_one_that_runs_a_day_longer_than_planned_stays_live_and_is_counted(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    clock.set(office.session.start - timedelta(days=3))
    office.ringcentral.go_live(office.session.id)
    clock.add(timedelta(days=1))
    await office.looks_around()
    assert "rcwHistoryGetSession" in office.operations, "no list by the end of sessions has it"
    assert "Live now" in card(office.ben).plain
    ends(office, clock)
    await office.ben.sees(lambda: "Nobody attended." in card(office.ben).plain)


async def test_in_practice_nobody_is_sent_in(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    clock.set(office.session.start - 5 * MINUTE)
    asked = office.operations.count("rcwHistoryListAllSessions")
    office.ringcentral.practice(office.session.id)
    clock.add(MINUTE)
    await office.ben.sees(lambda: office.operations.count("rcwHistoryListAllSessions") > asked)
    assert "Live now" not in card(office.ben).plain


async def test_afterwards_the_card_tells_who_came_and_the_host_hears_who_missed_it(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    for name in ("U0BEN", "U0CHIE", "U0EVE"):
        await office.person(name).presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "3 are going" in card(office.ben).plain)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    session = office.session.id
    office.ringcentral.join(session, "Ben", "Bauer", "ben@example.com")
    office.ringcentral.join(session, "Chie", "Sato")
    office.ringcentral.join(session, "Some", "Body")
    ends(office, clock)
    await office.ben.sees(
        lambda: "Of the 3 people who said they were going, 2 attended" in card(office.ben).plain, 10
    )
    assert "Ended" in card(office.ben).plain
    assert card(office.ben).buttons == {}
    await office.ann.sees(lambda: any("did not attend" in one.plain for one in office.ann.dm))
    missed = next(one.plain for one in office.ann.dm if "did not attend" in one.plain)
    assert "<@U0EVE>" in missed
    assert "<@U0BEN>" not in missed
    assert all("did not attend" not in one.plain for one in office.ben.messages("#general"))


async def test_the_host_hears_of_a_panelist_who_did_not_come_and_the_card_does_not_count_them(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    await changes_panel(office, ["U0BEN"], ["U0CHIE"])
    await office.person("U0EVE").presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "1 is going" in card(office.ben).plain)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    office.ringcentral.join(office.session.id, "Eve", "Evans", "eve@example.com")
    office.ringcentral.join(office.session.id, "Ben", "Bauer", "ben@example.com")
    ends(office, clock)
    await office.ann.sees(lambda: any("did not attend" in one.plain for one in office.ann.dm), 10)
    missed = next(one.plain for one in office.ann.dm if "did not attend" in one.plain)
    assert "1 person who was expected did not attend: <@U0CHIE>." in missed
    assert "Expected: everyone who said they were going and the panel." in missed
    await office.ben.sees(lambda: "The 1 person who said they were going attended" in card(office.ben).plain)


async def test_the_recording_appears_when_it_is_ready_and_shared(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    recording = office.ringcentral.record(office.session.id)
    ends(office, clock)
    await office.ben.sees(lambda: "recording will be linked here" in card(office.ben).plain, 10)
    office.ringcentral.finish_recording(recording.id)
    office.ringcentral.share_recording(recording.id)
    clock.add(60 * MINUTE)
    await office.ben.sees(lambda: "Watch the recording" in card(office.ben).buttons, 10)
    asked = len(office.operations)
    clock.add(24 * 60 * MINUTE)
    await office.looks_around()
    assert len(office.operations) == asked, "nothing more is asked once all is known"


async def test_counts_that_come_late_are_corrected(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    for name in ("U0BEN", "U0EVE"):
        await office.person(name).presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "2 are going" in card(office.ben).plain)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    recording = office.ringcentral.record(office.session.id)
    ends(office, clock)
    office.ringcentral.finish_recording(recording.id)
    office.ringcentral.share_recording(recording.id)
    await office.ben.sees(lambda: "said they were going, none attended" in card(office.ben).plain, 10)
    office.ringcentral.join(office.session.id, "Ben", "Bauer", "ben@example.com")
    clock.add(20 * MINUTE)
    await office.ben.sees(lambda: "said they were going, 1 attended" in card(office.ben).plain, 10)
    (missed,) = [one.plain for one in office.ann.dm if "did not attend" in one.plain]
    assert "1 person who was expected did not attend: <@U0EVE>" in missed


async def test_a_link_that_has_expired_is_taken_down(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    recording = office.ringcentral.record(office.session.id)
    office.ringcentral.finish_recording(recording.id)
    office.ringcentral.share_recording(recording.id, clock() + timedelta(days=3))
    ends(office, clock)
    await office.ben.sees(lambda: "Watch the recording" in card(office.ben).buttons, 10)
    clock.add(timedelta(days=3))
    await office.ben.sees(lambda: "no longer shared" in card(office.ben).plain, 10)
    assert card(office.ben).buttons == {}


async def test_when_no_recording_came_for_a_week_that_is_said(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    office.ringcentral.record(office.session.id)
    ends(office, clock)
    await office.ben.sees(lambda: "recording will be linked here" in card(office.ben).plain, 10)
    clock.add(timedelta(days=8))
    await office.ben.sees(lambda: "There is no recording." in card(office.ben).plain, 10)


async def test_a_recording_is_asked_for_ever_more_seldom(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    begins(office, clock)
    await office.ben.sees(lambda: "Live now" in card(office.ben).plain)
    ends(office, clock)
    await office.ben.sees(lambda: "attended" in card(office.ben).plain, 10)
    await office.looks_around()
    asked = office.operations.count("rcwHistoryListAllSessions")
    spans = (timedelta(minutes=5), timedelta(hours=1), timedelta(days=1), timedelta(days=30))
    for number, after in enumerate(spans, start=1):
        clock.add(after)
        await lists(office, asked + number)
        await office.looks_around()
    clock.add(timedelta(days=30))
    await office.looks_around()
    assert office.operations.count("rcwHistoryListAllSessions") == asked + 4, "after a week nobody asks"


async def lists(office: Office, times: int) -> None:
    """Wait until history was listed so often."""
    await office.ringcentral.wait_until(
        lambda: office.operations.count("rcwHistoryListAllSessions") >= times, 10
    )


async def test_what_was_never_held_is_over_in_time_and_says_so(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    await office.ben.presses("I’m going", message=card(office.ben))
    clock.set(office.session.start + timedelta(hours=3))
    await office.looks_around()
    assert "Join" in card(office.ben).buttons, "a host may come late"
    clock.add(timedelta(hours=11))
    await office.ben.sees(lambda: "It was not held." in card(office.ben).plain, 10)
    assert card(office.ben).buttons == {}
    await office.ann.sees(lambda: "Not held" in office.ann.dm[0].plain, 10)
    await office.looks_around()
    assert "rcwHistoryListAllSessions" not in office.operations, "there is no recap to read"
    assert not any("did not attend" in one.plain for one in office.ann.dm)
