"""News are new messages: an edit notifies nobody, so whoever is concerned hears of it by itself."""

from datetime import UTC, datetime, timedelta

from sandbox.clock import MovableClock
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.form_actions import fills
from tests.scenarios.registration_actions import agrees, answers, clicks, has_event, registers
from tests.scenarios.test_registration_terms import opens_terms, saves
from tests.scenarios.webinar_actions import card, changes_panel, has, opens_details, sees_on_card, thread

LATER = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)


def news(person: SlackUser, words: str) -> list[str]:
    """The direct messages that say something."""
    return [one.plain for one in person.dm if words in one.plain]


async def has_a_panel_and_ben(office: Office) -> None:
    """An all-hands with Chie on its panel, to which Ben goes."""
    await has(office)
    await changes_panel(office, [], ["U0CHIE"])
    await office.ben.presses("I’m going", message=card(office.ben))
    await sees_on_card(office.ben, "1 is going")


async def test_who_goes_and_the_panel_hear_of_a_move_and_who_moved_it_knows(office: Office) -> None:
    await has_a_panel_and_ben(office)
    ann, chie = office.ann, office.person("U0CHIE")
    for moves, start in enumerate(("16:00", "17:00"), 1):
        await opens_details(ann)
        await ann.presses("Edit or reschedule")
        await ann.sees(lambda: ann.modal.title == "Edit webinar")
        await fills(ann, {"Start time": start})
        await ann.submits()
        await ann.sees(lambda: ann.modal.title == "Done", 10)
        await ann.closes(everything=True)
        for person in (office.ben, chie):
            await person.sees(lambda: len(news(person, "was moved: from")) == moves)  # noqa: B023 - awaited at once
    for person in (office.ben, chie):
        assert "3:00 PM in Los Angeles" in news(person, "was moved: from")[0]
        assert "4:00 PM in Los Angeles" in news(person, "was moved: from")[1]
    await office.looks_around()
    assert news(ann, "was moved: from") == []
    assert len(news(office.ben, "was moved: from")) == 2


async def test_of_a_move_in_ringcentral_the_host_hears_as_well(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has_a_panel_and_ben(office)
    office.ringcentral.move(office.session.id, LATER)
    clock.add(timedelta(minutes=6))
    for person in (office.ann, office.ben, office.person("U0CHIE")):
        await person.sees(lambda: news(person, "was moved: from"))  # noqa: B023 - awaited at once


async def test_who_is_taken_off_the_panel_hears_of_it(office: Office) -> None:
    await has(office)
    await changes_panel(office, [], ["U0CHIE"])
    chie = office.person("U0CHIE")
    told = len(chie.dm)
    await changes_panel(office, [], [])
    await chie.sees(lambda: len(chie.dm) == told + 1)
    assert "You are no longer on the panel" in chie.dm[-1].plain


async def test_that_the_recording_is_ready_is_told_once(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has_a_panel_and_ben(office)
    clock.set(office.session.start)
    office.ringcentral.go_live(office.session.id)
    recording = office.ringcentral.record(office.session.id)
    office.ringcentral.end(office.session.id)
    office.ringcentral.finish_recording(recording.id)
    office.ringcentral.share_recording(recording.id)
    clock.add(timedelta(minutes=6))
    for person in (office.ann, office.ben, office.person("U0CHIE")):
        await person.sees(lambda: news(person, "The recording of"), 10)  # noqa: B023 - awaited at once
    await office.ben.sees(lambda: "The recording of" in thread(office.ben)[-1].plain)
    assert "Watch the recording" in office.ben.dm[-1].buttons
    await office.looks_around()
    assert len(news(office.ben, "The recording of")) == 1


async def test_when_one_of_a_full_event_cancels_the_host_hears_and_who_wished_to_hears_that_it_is_open(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has_event(office)
    office.ringcentral.open_registration(office.session.id, autoCloseLimit=1)
    told = await registers(office.ben)
    chie, ann = office.person("U0CHIE"), office.ann
    await clicks(chie)
    await agrees(chie)
    await chie.sees(lambda: any("It is full" in one.plain for one in [*chie.dm, *answers(chie)]), 10)
    refused = next(one for one in chie.dm if "It is full" in one.plain)
    await chie.presses("Tell me when there is room", message=refused)
    await chie.sees(lambda: "I’ll send you a direct message" in chie.dm[-1].plain)
    await sees_on_card(ann, "Registration full, 1 registered")
    await office.ben.presses("Cancel my registration", message=told, confirm=True)
    await ann.sees(lambda: news(ann, "There is room again"), 10)
    assert "0 of 1 places are taken" in news(ann, "There is room again")[0]
    await sees_on_card(ann, "Registration closed, 0 registered of 1")
    assert news(chie, ":tickets:") == []
    await opens_terms(ann)
    await ann.fill("Registration", "Open")
    await saves(ann)
    await ann.closes(everything=True)
    await chie.sees(lambda: news(chie, ":tickets:"), 10)
    assert "Register me" in chie.dm[-1].buttons
    await office.ben.sees(lambda: thread(office.ben))
    assert "is open again." in thread(office.ben)[-1].plain
    clock.add(timedelta(minutes=6))
    await office.looks_around()
    assert len(news(chie, ":tickets:")) == 1
