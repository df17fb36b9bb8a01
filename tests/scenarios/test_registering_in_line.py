"""Those who register stand in line: in order, in turn, behind every host, and nobody is lost or doubled."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.models.clock import system_clock
from sandbox.clock import MovableClock
from sandbox.faults import DropAfter, Hold, Status
from sandbox.ringcentral import Limit
from sandbox.slack.actors.slack_user import SlackUser
from tests.bot_process import BotProcess, bot_process
from tests.load.registrations import RegistrationPlan, run_registrations
from tests.office import QUICK, Office, open_office
from tests.scenarios.form_actions import asks_for
from tests.scenarios.registration_actions import (
    agrees,
    answers,
    clicks,
    has_event,
    is_registered,
    own_link,
    registers,
)
from tests.scenarios.webinar_actions import open_office_in_time

BEN = "ben@example.com"
REGISTRANTS = "/registrants$"
PATIENT = QUICK.model_copy(update={"ringcentral": QUICK.ringcentral.model_copy(update={"timeout": 15.0})})
BRISK = QUICK.model_copy(update={"tick": 0.2})
SECOND = {"Title": "The other event", "Announce in": ["#all-hands"]}


async def stands_in_line(person: SlackUser, channel: str = "#general") -> None:
    """Register for the first time, with others ahead."""
    await clicks(person, channel)
    await agrees(person)
    await person.sees(lambda: person.modal.title == "Register" and not person.modal.submit_label)
    await person.closes()


def emails(office: Office) -> list[str]:
    """The registered addresses, in the order in which RingCentral heard of them."""
    return [
        one.request["email"].partition("@")[0]
        for one in office.ringcentral.exchanges
        if one.operation_id == "rcwRegCreateRegistrant" and one.status == 201
    ]


@pytest.fixture
async def patient(database_url: str) -> AsyncIterator[Office]:
    """An office whose bot gives RingCentral all the time in the world."""
    async with open_office(database_url, limits={"Heavy": Limit(1000, 60)}) as office:
        office.timing = PATIENT
        async with office.bot():
            yield office


async def test_events_take_turns_and_within_one_the_first_is_the_first(patient: Office) -> None:
    await has_event(patient)
    await has_event(patient, SECOND)
    hold = patient.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    ann, ben, chie, dee = (patient.person(f"U0{name}") for name in ("ANN", "BEN", "CHIE", "DEE"))
    for person in (ann, ben, chie):
        await stands_in_line(person)
    await stands_in_line(dee, "#all-hands")
    hold.release()
    for person in (chie, dee):
        await is_registered(person)
    assert emails(patient) == ["ann", "dee", "ben", "chie"]


async def test_whoever_wants_out_goes_before_those_who_wait(patient: Office) -> None:
    await has_event(patient)
    told = await registers(patient.ben)
    hold = patient.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    chie, dee = patient.person("U0CHIE"), patient.person("U0DEE")
    await stands_in_line(chie)
    await hold.reached.wait()
    await stands_in_line(dee)
    ben = patient.ben
    await ben.presses("Cancel my registration", message=told, confirm=True)
    await ben.sees(lambda: any("says so as soon as it is done" in one.plain for one in ben.dm))
    hold.release()
    await is_registered(dee)
    asked = [one for one in patient.operations if one in {"rcwRegCreateRegistrant", "rcwRegDeleteRegistrant"}]
    assert asked == [
        "rcwRegCreateRegistrant",
        "rcwRegCreateRegistrant",
        "rcwRegDeleteRegistrant",
        "rcwRegCreateRegistrant",
    ]


async def test_clicking_again_keeps_the_place(patient: Office) -> None:
    await has_event(patient)
    hold = patient.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    ben, chie = patient.ben, patient.person("U0CHIE")
    await stands_in_line(ben)
    await stands_in_line(chie)
    for _ in range(2):
        await clicks(chie)
    await chie.sees(lambda: len(answers(chie)) == 2)
    assert all("You’re 2nd in the queue" in one.plain for one in answers(chie))
    hold.release()
    await is_registered(chie)
    assert emails(patient) == ["ben", "chie"]


async def test_whoever_plans_a_webinar_goes_first(database_url: str) -> None:
    async with open_office(database_url, limits={"Heavy": Limit(4, 4)}) as office, office.bot():
        await has_event(office)
        people = [office.person(f"U0{name}") for name in ("BEN", "CHIE", "DEE", "EVE")]
        for person in people:
            await stands_in_line(person)
        await asks_for(office.ann, {"Title": "Between", "Announce in": []})
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created", 20)
        for person in people:
            await is_registered(person)
        asked = [
            one for one in office.operations if one in {"rcwRegCreateRegistrant", "rcwConfigCreateSession"}
        ]
        assert asked.index("rcwConfigCreateSession", 1) < len(asked) - 1, "somebody registered after it"
        assert office.ringcentral.penalties == 0


async def test_a_lost_answer_registers_once_and_brings_the_link(office: Office) -> None:
    await has_event(office)
    office.ringcentral.faults.add(DropAfter(path=REGISTRANTS, method="POST"))
    told = await registers(office.ben)
    assert own_link(office, BEN) in told.plain
    assert len(office.ringcentral.registrants) == 1


async def test_an_outage_loses_nobody(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    await has_event(office)
    office.ringcentral.faults.add(Status(path="/registration/", code=503, times=30))
    await stands_in_line(office.ben)
    await is_registered(office.ben)
    assert len(office.ringcentral.registrants) == 1


async def test_with_the_sign_in_of_another_user_everybody_keeps_their_place(database_url: str) -> None:
    users = {"sandbox-jwt": "100", "bens-jwt": "101"}
    async with open_office_in_time(database_url, assertions=users) as (office, clock):
        office.timing = BRISK
        async with office.bot():
            await has_event(office)
        signed_in = office.settings
        office.settings = signed_in.model_copy(update={"ringcentral_jwt": SecretStr("bens-jwt")})
        async with office.bot():
            await stands_in_line(office.ben)
            await office.looks_around()
            assert office.ben.dm == [], "nobody is turned away"
        office.settings = signed_in
        async with office.bot():
            clock.add(timedelta(minutes=1))
            await is_registered(office.ben)


async def test_whoever_alone_fails_again_and_again_is_led_to_the_page(database_url: str) -> None:
    async with open_office_in_time(database_url) as (office, clock):
        office.timing = BRISK
        async with office.bot():
            await has_event(office)
            office.ringcentral.faults.add(Status(path=REGISTRANTS, method="POST", code=500, times=15))
            ben, chie = office.ben, office.person("U0CHIE")
            await stands_in_line(ben)
            for _ in range(3):
                await office.looks_around()
                clock.add(timedelta(minutes=1))
            await ben.sees(lambda: any("Try the registration page" in one.plain for one in ben.dm), 10)
            await stands_in_line(chie)
            await is_registered(chie)


async def test_an_event_that_fails_lets_the_others_go_on(database_url: str) -> None:
    ringcentral = BRISK.ringcentral.model_copy(update={"longest_pause": 60})
    async with open_office_in_time(database_url) as (office, _):
        office.timing = BRISK.model_copy(update={"ringcentral": ringcentral})
        async with office.bot():
            await has_event(office)
            broken = f"{office.session.id}{REGISTRANTS}"
            await has_event(office, SECOND)
            office.ringcentral.faults.add(Status(path=broken, method="POST", code=500, times=100))
            await stands_in_line(office.ben)
            await office.looks_around()
            chie = office.person("U0CHIE")
            await stands_in_line(chie, "#all-hands")
            await is_registered(chie)
            assert office.ben.dm == []


async def test_a_private_address_where_a_work_address_is_asked_for(office: Office) -> None:
    office.slack.add_person("U0FAY", "fay", real_name="Fay Free", email="fay@gmail.com")
    await has_event(office)
    office.ringcentral.open_registration(office.session.id, workEmailRequired=True)
    await office.ann.types("/webinar status", channel="#general")
    fay = office.person("U0FAY")
    await clicks(fay)
    await agrees(fay)
    await fay.sees(lambda: any("couldn’t register you" in one.plain for one in fay.dm), 10)
    assert "registration page" in fay.dm[-1].plain


@pytest.fixture
async def bot(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Office, BotProcess]]:
    """An office in which the bot runs as a process of its own."""
    async with open_office(database_url, clock=system_clock, limits={"Heavy": Limit(100, 60)}) as office:
        office.settings = office.settings.model_copy(update={"ringcentral_timeout": 1.0})
        async with bot_process(office.settings, tmp_path) as process:
            office.slack.request_url = f"{process.url}/slack/events"
            yield office, process


async def test_no_log_holds_an_address(bot: tuple[Office, BotProcess]) -> None:
    office, process = bot
    await has_event(office, {"Date": "2036-03-10"})
    await registers(office.ben)
    office.ringcentral.faults.add(Status(path=REGISTRANTS, method="POST", code=403, body={"errors": []}))
    chie = office.person("U0CHIE")
    await stands_in_line(chie)
    await chie.sees(lambda: any("couldn’t register you" in one.plain for one in chie.dm), 10)
    assert "registration_refused" in process.log, "it logs at all"
    assert not re.search(r"[\w.]+@[\w.]+", process.log)


async def test_killed_while_somebody_is_registered(bot: tuple[Office, BotProcess]) -> None:
    office, process = bot
    await has_event(office, {"Date": "2036-03-10"})
    hold = office.ringcentral.faults.add(Hold(path=REGISTRANTS, method="POST"))
    ben, chie = office.ben, office.person("U0CHIE")
    await stands_in_line(ben)
    await hold.reached.wait()
    await stands_in_line(chie)
    await process.kill()
    hold.release()
    await process.start()
    for person in (ben, chie):
        await is_registered(person)
    assert len(office.ringcentral.registrants) == 2
    for person, address in ((ben, BEN), (chie, "chie@example.com")):
        told = [one for one in person.dm if "You’re registered" in one.plain]
        assert len(told) == 1
        assert own_link(office, address) in told[0].plain


async def test_a_crowd_is_registered_once_in_order_while_a_worker_dies(
    database_url: str, tmp_path: Path
) -> None:
    workers = 2 if database_url.startswith("postgresql") else 1
    crowd = RegistrationPlan(people=24, again=6, webinars=1, seconds=3, workers=workers, patience=60)
    registered = await run_registrations(crowd, database_url, tmp_path, print)
    assert registered.line.lost == registered.twice == registered.line.refused == 0
    assert registered.line.out_of_order == 0
    assert registered.told == 24
