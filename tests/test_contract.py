"""Every request that the code can send, and every answer of the sandbox, fits RingCentral's contract."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.ringcentral.operations import Operations
from sandbox.clock import MovableClock
from sandbox.faults import DropAfter, Hold, Status
from sandbox.ringcentral.state.store import StoredWebinar
from tests.databases import sqlite_database
from tests.office import Office
from tests.sandbox import contract
from tests.scenarios.form_actions import ALL_HANDS, asks_for, fills, opens_options, opens_the_form, sets
from tests.scenarios.registration_actions import has_event, registers
from tests.scenarios.test_more_options import EVERYTHING
from tests.scenarios.webinar_actions import card, has, open_office_in_time, opens_details, sees_on_card

FORBIDDEN = {"errors": [{"errorCode": "CMN-408", "message": "no"}]}


def test_operations_stand_in_the_contract_as_we_have_them() -> None:
    published = contract.operations()
    for operation in Operations:
        method, path, group, _ = published[operation.name]
        assert (method.upper(), path, group) == operation.value[:3], operation.name


async def test_every_request_that_the_code_can_send_fits_the_contract(tmp_path: Path) -> None:
    async with open_office_in_time(sqlite_database(tmp_path)) as (office, clock):
        office.opens_to_webhooks()
        async with office.bot():
            await everything_that_can_be_asked_for(office)
            await every_look_after_a_lost_answer(office)
            await a_webinar_without_session_is_deleted(office)
            await a_webinar_that_the_person_recognised_is_taken(office)
            await a_registered_event(office)
            await the_whole_life_of_one(office, clock)
            await the_life_of_a_subscription(office, clock)
        asked = {exchange.operation_id for exchange in office.ringcentral.exchanges}
        assert asked >= {operation.name for operation in Operations}
        found = [
            problem for exchange in office.ringcentral.exchanges for problem in contract.problems(exchange)
        ]
        assert found == []


async def the_whole_life_of_one(office: Office, clock: MovableClock) -> None:
    await has(office, {"Title": "A whole life", "Announce in": ["#all-hands"]})
    ours = _last(office)
    (session,) = [one for one in office.ringcentral.sessions.values() if one.webinar_id == ours.id]
    await opens_details(office.ann, "#all-hands")
    await office.ann.presses("Edit or reschedule")
    await office.ann.sees(lambda: office.ann.modal.title == "Edit webinar")
    await fills(office.ann, {"Title": "A long life", "Start time": "16:00"})
    await office.ann.submits()
    await office.ann.sees(lambda: office.ann.modal.title == "Done", 10)
    await office.ann.closes(everything=True)
    clock.set(session.start - timedelta(days=3))
    office.ringcentral.go_live(session.id)
    await sees_on_card(office.ben, "Live now", "#all-hands")
    recording = office.ringcentral.record(session.id)
    clock.add(timedelta(days=1))
    await office.looks_around()
    office.ringcentral.end(session.id)
    office.ringcentral.finish_recording(recording.id)
    office.ringcentral.share_recording(recording.id)
    clock.add(timedelta(minutes=10))
    await office.ben.sees(lambda: "Watch the recording" in card(office.ben, "#all-hands").buttons, 10)


async def a_registered_event(office: Office) -> None:
    await has_event(office, {"Title": "An event", "Announce in": ["#marketing"]})
    told = await registers(office.ben, "#marketing")
    ann, ours = office.ann, _last(office)
    await opens_details(ann, "#marketing")
    await ann.presses("Registration")
    await ann.sees(lambda: ann.modal.title == "Registration")
    await fills(ann, {"Registration limit": "20", "Options": ["One device for each attendee"]})
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done", 10)
    await ann.closes(everything=True)
    await opens_details(ann, "#marketing")
    await ann.presses("Registrants")
    await ann.sees(lambda: "1 person registered" in ann.modal.text, 10)
    await ann.closes(everything=True)
    await office.ben.presses("Cancel my registration", message=told, confirm=True)
    (session,) = [one for one in office.ringcentral.sessions.values() if one.webinar_id == ours.id]
    await office.ringcentral.wait_until(
        lambda: not [one for one in office.ringcentral.registrants.values() if one.session_id == session.id]
    )


async def the_life_of_a_subscription(office: Office, clock: MovableClock) -> None:
    ringcentral = office.ringcentral
    clock.add(timedelta(hours=1))
    await office.looks_around()
    clock.add(timedelta(days=4))
    await ringcentral.wait_until(lambda: "rcwN11sRenewSubscription" in office.operations, 10)
    await office.looks_around()
    (subscription,) = ringcentral.subscriptions
    ringcentral.deliveries.blacklist(subscription)
    clock.add(timedelta(hours=2))
    await ringcentral.wait_until(lambda: "rcwN11sDeleteSubscription" in office.operations, 10)


async def everything_that_can_be_asked_for(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, {**ALL_HANDS, "Who is it for?": "Registered event"})
    await opens_options(ann)
    await fills(ann, {"Description": "All of it", "Co-hosts": ["U0BEN"], "Panelists": ["U0CHIE", "U0DEE"]})
    for group, fields in EVERYTHING.items():
        await sets(ann, group, fields)
    await ann.submits()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    await ann.closes()


async def every_look_after_a_lost_answer(office: Office) -> None:
    for path, method in (("/webinars$", "POST"), ("/sessions$", "POST"), ("/invitees$", "PATCH")):
        office.ringcentral.faults.add(DropAfter(path=path, method=method))
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, {**ALL_HANDS, "Title": "Once more"})
    await opens_options(ann)
    await ann.fill("Panelists", ["U0CHIE"])
    await ann.submits()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)
    await ann.closes()


async def a_webinar_without_session_is_deleted(office: Office) -> None:
    office.ringcentral.faults.add(Status(path="/sessions$", method="POST", code=403, body=FORBIDDEN))
    await asks_for(office.ann, {"Title": "Not today"})
    await office.ann.sees(lambda: office.ann.modal.title == "Create a webinar")
    assert "Not today" not in [webinar.title for webinar in office.ringcentral.webinars.values()]


async def a_webinar_that_the_person_recognised_is_taken(office: Office) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/webinars$", method="POST"))
    office.ringcentral.faults.add(DropAfter(path="/webinars$", method="POST"))
    ben, messages = office.ben, len(office.ben.dm)
    await asks_for(ben, {"Title": "Two of a kind"})
    await hold.reached.wait()
    hold.release()
    await office.ringcentral.wait_until(lambda: _last(office).title == "Two of a kind")
    ours = _last(office)
    office.ringcentral.make(ours.title, ours.description, **ours.settings)
    await ben.sees(lambda: len(ben.dm) > messages, 15)
    await ben.presses("It is this one", message=ben.dm[-1], near=f"number {ours.id}")
    await ben.sees(lambda: "Created: Two of a kind" in ben.dm[messages].plain, 15)


def _last(office: Office) -> StoredWebinar:
    return list(office.ringcentral.webinars.values())[-1]


def test_the_description_refers_to_nothing_that_it_does_not_define() -> None:
    description = contract.description()
    schemes = set(description["components"]["securitySchemes"])
    references, asked_for = set(), set()
    for name, value in fields_of(description):
        if name == "$ref":
            references.add(value)
        if name == "security":
            asked_for |= {scheme for each in value for scheme in each}
    assert asked_for <= schemes
    for reference in references:
        place: Any = description
        for part in reference.removeprefix("#/").split("/"):
            place = place[part]


def fields_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a value and of what is in it."""
    if isinstance(value, dict):
        yield from value.items()
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from fields_of(inner)
