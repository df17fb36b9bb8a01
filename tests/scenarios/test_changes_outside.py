"""Changes in RingCentral's own app show in Slack; here without webhooks, by reading alone."""

from datetime import UTC, datetime, timedelta

from pydantic import SecretStr

from sandbox.clock import MovableClock
from sandbox.faults import Status
from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.webinar_actions import card, has, open_office_in_time, opens_details, thread

LATER = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)


async def test_a_webinar_moved_outside_moves_on_its_card_and_is_told(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    asked = len(office.operations)
    office.ringcentral.move(office.session.id, LATER)
    clock.add(timedelta(minutes=6))
    await office.ben.sees(lambda: "11:00 AM in Los Angeles" in card(office.ben).plain)
    await office.ben.sees(lambda: thread(office.ben))
    assert "3:00 PM in Los Angeles" in thread(office.ben)[0].plain
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
    await office.ben.sees(lambda: "4:00 PM in Los Angeles" in card(office.ben).plain)
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
    await office.ben.sees(lambda: "11:00 AM in Los Angeles" in card(office.ben).plain, 15)


async def test_slack_away_for_a_while_only_delays_it(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    office.slack.faults.add(Status(path="chat.update", code=503, times=2))
    office.ringcentral.rename(office.webinar.id, "Town hall")
    clock.add(timedelta(minutes=6))
    for _ in range(3):
        await office.looks_around()
        clock.add(timedelta(minutes=1))
    await office.ben.sees(lambda: "Town hall" in card(office.ben).plain, 15)


async def test_an_event_that_begins_to_register_outside_is_counted_when_it_is_seen(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    clock.add(timedelta(minutes=6))
    await office.ringcentral.wait_until(lambda: "rcwConfigListAllSessions" in office.operations, 10)
    office.ringcentral.change_settings(office.webinar.id, registrationEnabled=True)
    clock.set(office.session.start - timedelta(hours=20))
    await office.ben.sees(lambda: "Registration opens soon" in card(office.ben).plain, 10)
    clock.add(timedelta(minutes=2))
    await office.ben.sees(lambda: "Registration open, 0 registered" in card(office.ben).plain, 10)
    assert "Register me" in card(office.ben).buttons


async def test_when_all_are_deleted_at_once_all_are_cancelled(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    for number in range(3):
        await has(office, {"Title": f"Number {number}", "Announce in": ["#general"]})
    for webinar in list(office.ringcentral.webinars):
        office.ringcentral.cancel_webinar(webinar)
    clock.add(timedelta(minutes=6))
    await office.ben.sees(
        lambda: all("Cancelled in RingCentral" in one.plain for one in cards(office.ben)), 10
    )


async def test_with_the_sign_in_of_another_user_nothing_is_called_cancelled(database_url: str) -> None:
    users = {"sandbox-jwt": "100", "bens-jwt": "101"}
    async with open_office_in_time(database_url, assertions=users) as (office, clock):
        async with office.bot():
            await has(office)
        signed_in = office.settings
        office.settings = signed_in.model_copy(update={"ringcentral_jwt": SecretStr("bens-jwt")})
        async with office.bot():
            clock.add(timedelta(minutes=6))
            await office.looks_around()
            await office.ben.types("/webinar status", channel="#general")
            await office.ben.sees(lambda: any("Q3 All-Hands" in one for one in whispers(office.ben)), 10)
            assert "another RingCentral user" in whispers(office.ben)[-1]
            await opens_details(office.ann)
            await office.ann.presses("Cancel webinar")
            await office.ann.sees(lambda: office.ann.modal.title == "Cancel this webinar?")
            await office.ann.submits()
            await office.ann.sees(lambda: office.ann.modal.title == "Not everything worked", 10)
            assert "another RingCentral user" in office.ann.modal.text
            assert "Cancelled" not in card(office.ben).plain
        office.settings = signed_in
        async with office.bot():
            office.ringcentral.rename(office.webinar.id, "Town hall")
            clock.add(timedelta(minutes=6))
            await office.ben.sees(lambda: "Town hall" in card(office.ben).plain, 10)


def cards(person: SlackUser) -> list[ScreenMessage]:
    """Every card in #general."""
    return [one for one in person.messages("#general") if one.thread_ts is None and not one.ephemeral]


def whispers(person: SlackUser) -> list[str]:
    """The messages that one person alone sees in #general."""
    return [one.plain for one in person.messages("#general") if one.ephemeral]
