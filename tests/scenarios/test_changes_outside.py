"""What is changed in RingCentral's own app shows in Slack; here without webhooks, by reading alone."""

from datetime import UTC, datetime, timedelta

from sandbox.clock import MovableClock
from sandbox.faults import Status
from tests.office import Office
from tests.scenarios.life import card, has, thread

LATER = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)


async def test_a_webinar_moved_outside_moves_on_its_card_and_is_told(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    asked = len(office.operations)
    office.ringcentral.move(office.session.id, LATER)
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "11:00 in Los Angeles" in card(office.ben).plain)
    await office.ben.sees(lambda: thread(office.ben))
    assert "15:00 in Los Angeles" in thread(office.ben)[0].plain
    assert office.operations[asked:] == ["rcwConfigListAllSessions"], "one list tells it"


async def test_a_new_title_shows_as_well(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    office.ringcentral.rename(office.webinar.id, "Town hall")
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "Town hall" in card(office.ben).plain)


async def test_a_webinar_deleted_outside_is_cancelled_everywhere(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    office.ringcentral.cancel_webinar(office.webinar.id)
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "Cancelled in RingCentral" in card(office.ben).plain)
    assert card(office.ben).buttons == {}
    await office.ann.sees(lambda: any("was cancelled in RingCentral" in one.plain for one in office.ann.dm))


async def test_many_moves_meanwhile_are_told_as_one(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    for hours in range(1, 6):
        office.ringcentral.move(office.session.id, LATER + timedelta(hours=hours))
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "16:00 in Los Angeles" in card(office.ben).plain)
    await office.ben.sees(lambda: thread(office.ben))
    assert len(thread(office.ben)) == 1


async def test_a_move_and_back_is_not_told_at_all(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    start = office.session.start
    office.ringcentral.move(office.session.id, LATER)
    office.ringcentral.move(office.session.id, start)
    office.ringcentral.rename(office.webinar.id, "Same time")
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "Same time" in card(office.ben).plain)
    assert thread(office.ben) == []


async def test_what_was_missed_while_the_bot_was_away_is_found(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    office.ringcentral.faults.add(Status(path="/configuration/v1/sessions", code=503, times=3))
    office.ringcentral.move(office.session.id, LATER)
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "11:00 in Los Angeles" in card(office.ben).plain, 15)


async def test_slack_away_for_a_while_only_delays_it(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    office.slack.faults.add(Status(path="chat.update", code=503, times=2))
    office.ringcentral.rename(office.webinar.id, "Town hall")
    clock.add(timedelta(minutes=6))
    for _ in range(8):
        await office.looks_around()
        clock.add(timedelta(minutes=1))
    await office.ben.sees(lambda: "Town hall" in card(office.ben).plain, 15)


async def test_when_all_are_gone_at_once_nothing_is_called_cancelled(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    for number in range(3):
        await has(office, {"Title": f"Number {number}"})
    for webinar in list(office.ringcentral.webinars):
        office.ringcentral.cancel_webinar(webinar)
    asked = len(office.operations)
    clock.add(timedelta(minutes=6))
    await office.ringcentral.wait_until(lambda: len(office.operations) > asked, 10)
    await office.looks_around()
    assert office.operations[asked:] == ["rcwConfigListAllSessions"]
    assert "Cancelled" not in card(office.ben).plain, "it may be another account"
