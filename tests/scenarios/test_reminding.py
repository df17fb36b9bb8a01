"""Reminders: in time, once, at the time that holds now, and never for what was cancelled."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.clock import MovableClock
from sandbox.faults import Hold, Status
from tests.bot_process import BotProcess, bot_process
from tests.office import Office, open_office
from tests.scenarios.webinar_actions import (
    ROOMY,
    card,
    changes_panel,
    has,
    open_office_in_time,
    opens_details,
    sees_in_thread,
    thread,
)

BEFORE = timedelta(minutes=9)


def goes_to(clock: MovableClock, office: Office, before: timedelta) -> None:
    """Let the time be so long before the start."""
    clock.set(office.session.start - before)


def bells(office: Office) -> list[str]:
    """The reminders in the thread of the card."""
    return [one.plain for one in thread(office.ben) if " starts " in one.plain]


async def rings(office: Office, times: int) -> None:
    """Wait until so many reminders stand in the thread."""
    await office.ben.sees(lambda: len(bells(office)) == times, 10)


async def test_the_thread_and_who_comes_are_reminded_a_day_and_ten_minutes_before(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    await changes_panel(office, [], ["U0CHIE"])
    await office.ben.presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "1 is going" in card(office.ben).plain)
    goes_to(clock, office, timedelta(hours=24))
    await office.ben.sees(lambda: len(bells(office)) == 1)
    assert "* starts <!date^" in bells(office)[0]
    goes_to(clock, office, BEFORE)
    await office.ben.sees(lambda: len(bells(office)) == 2)
    await office.ben.sees(lambda: len(office.ben.dm) == 2)
    assert office.attendee_link in office.ben.dm[-1].text
    chie = office.person("U0CHIE")
    await chie.sees(lambda: len(chie.dm) == 3)
    own = next(one for one in office.ringcentral.invitees.values() if one.email == "chie@example.com")
    assert chie.dm[-1].buttons == {"Join as panelist": office.link(own.code)}
    assert office.ann.dm[-1].buttons == {"Start as host": office.host_link}
    assert office.ben.dm[-1].buttons == {"Join": office.attendee_link}


async def test_a_moved_webinar_moves_its_reminders(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    old = office.session.start
    office.ringcentral.move(office.session.id, old + timedelta(hours=2))
    clock.set(old - BEFORE)
    await office.ben.sees(lambda: "5:00 PM in Los Angeles" in card(office.ben).plain)
    assert bells(office) == [], "it looked at RingCentral before it spoke"
    clock.set(old + timedelta(hours=2) - BEFORE)
    await office.ben.sees(lambda: len(bells(office)) == 1)


async def test_a_cancelled_webinar_reminds_nobody(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    start = office.session.start
    office.ringcentral.cancel_webinar(office.webinar.id)
    clock.set(start - BEFORE)
    await office.ben.sees(lambda: "Cancelled" in card(office.ben).plain)
    await office.ben.sees(lambda: thread(office.ben))
    assert bells(office) == []


async def test_no_reminder_is_lost_or_doubled_by_restarts(database_url: str) -> None:
    async with open_office_in_time(database_url) as (office, clock):
        async with office.bot():
            await has(office)
        for before, count in (
            (timedelta(hours=24), 1),
            (timedelta(hours=20), 1),
            (BEFORE, 2),
            (BEFORE / 2, 2),
        ):
            goes_to(clock, office, before)
            async with office.bot():
                await rings(office, count)
        assert len(bells(office)) == 2


async def test_reminders_can_be_changed_or_switched_off(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Reminders")
    await ann.sees(lambda: ann.modal.title == "Reminders")
    await ann.fill("When", ["1 hour before"])
    await ann.fill("Where", ["In the thread of each card"])
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done")
    await ann.closes(everything=True)
    goes_to(clock, office, timedelta(hours=24))
    goes_to(clock, office, timedelta(minutes=59))
    await office.ben.sees(lambda: len(bells(office)) == 1)
    assert "starts in 1 hour" in bells(office)[0]
    assert len(ann.dm) == 1, "nothing by direct message"


async def test_a_webinar_created_within_the_day_is_not_reminded_of_late(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office, {"Date": "2026-03-02", "Start time": "11:30"})
    goes_to(clock, office, BEFORE)
    await office.ben.sees(lambda: len(bells(office)) == 1)
    assert "starts in 10 minutes" in bells(office)[0]


async def test_when_ringcentral_is_away_the_reminder_says_that_it_may_be_wrong(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    office.ringcentral.faults.add(Status(path="/sessions", code=503, times=1000))
    goes_to(clock, office, timedelta(minutes=4))
    await office.ben.sees(lambda: len(bells(office)) == 1, 15)
    assert "couldn’t check with RingCentral" in bells(office)[0]


async def test_a_webinar_that_begins_in_a_moment_is_announced_and_not_reminded_of_at_once(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, _ = in_time
    await has(office, {"Date": "2026-03-02", "Start time": "09:08"})
    await office.looks_around()
    assert bells(office) == []


@pytest.mark.parametrize("moment", ["before the look", "while it is posted", "after it was posted"])
async def test_killed_at_any_moment_each_reminder_comes_once(
    database_url: str, tmp_path: Path, moment: str
) -> None:
    rehearsed = MovableClock(datetime.now(UTC) - timedelta(days=20))
    async with open_office(database_url, clock=rehearsed, limits=ROOMY) as office:
        start = rehearsed() + timedelta(hours=30)
        async with believing(office, rehearsed, tmp_path):
            await has(office, {"Date": f"{start:%Y-%m-%d}", "Announce in": ["#general", "#all-hands"]})
        goes_to(rehearsed, office, BEFORE)
        hold = (
            office.ringcentral.faults.add(Hold(path="/configuration/v1/sessions"))
            if moment == "before the look"
            else office.slack.faults.add(Hold(path="chat.postMessage", skip=moment.startswith("after")))
        )
        async with believing(office, rehearsed, tmp_path) as bot:
            await hold.reached.wait()
            await bot.kill()
        hold.release()
        async with believing(office, rehearsed, tmp_path):
            for channel in ("#general", "#all-hands"):
                await sees_in_thread(office.ben, channel)
            await office.ann.sees(lambda: any(" starts " in one.plain for one in office.ann.dm), 20)
        for channel in ("#general", "#all-hands"):
            assert len(thread(office.ben, channel)) == 1
        assert len([one for one in office.ann.dm if " starts " in one.plain]) == 1


@asynccontextmanager
async def believing(office: Office, clock: MovableClock, folder: Path) -> AsyncIterator[BotProcess]:
    """A bot of its own process that believes in the office's time."""
    shift = round((clock() - datetime.now(UTC)).total_seconds())
    settings = office.settings.model_copy(update={"time_shift": shift, "ringcentral_timeout": 1.0})
    async with bot_process(settings, folder) as bot:
        office.slack.request_url = f"{bot.url}/slack/events"
        yield bot
