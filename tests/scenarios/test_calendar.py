"""Taking a webinar into one's own calendar, and what becomes of it when the webinar moves or is cancelled."""

import asyncio
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from icalendar import Calendar

from sandbox.clock import MovableClock
from sandbox.faults import DropBefore, Hold, Status
from sandbox.slack.actors.screen_content import ScreenFile, ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.test_cancelling import cancels
from tests.scenarios.test_editing import moves
from tests.scenarios.test_registered_event import REGISTERED
from tests.scenarios.webinar_actions import card, changes_panel, has

SENT = "in your direct messages"


async def opens_calendar(person: SlackUser, message: ScreenMessage | None = None) -> None:
    """Press "Add to calendar" on the card, or on another message."""
    await person.presses("Add to calendar", message=message or card(person))
    await person.sees(lambda: person.modal.title == "Add to calendar")


async def takes_the_file(person: SlackUser, message: ScreenMessage | None = None) -> None:
    """Have the file sent."""
    await opens_calendar(person, message)
    await person.presses("Send me the file")
    await person.sees(lambda: SENT in person.modal.text, 10)
    await person.closes()


def read(file: ScreenFile) -> tuple[str, Any]:
    """The method of a calendar file, and its one event."""
    calendar = Calendar.from_ical(file.content)
    assert isinstance(calendar, Calendar)
    (entry,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), entry


async def test_the_links_are_filled_in_and_the_file_comes_by_direct_message(office: Office) -> None:
    await has(office)
    ben = office.ben
    await opens_calendar(ben)
    assert "doesn’t update automatically" in ben.modal.text
    google = await ben.presses("Google Calendar")
    assert parse_qs(urlsplit(google or "").query)["dates"] == ["20260310T220000Z/20260310T224500Z"]
    assert "outlook.office.com" in (await ben.presses("Outlook") or "")
    await ben.presses("Send me the file")
    await ben.sees(lambda: SENT in ben.modal.text, 10)
    (message,) = ben.dm
    assert "doesn’t update automatically" in message.text
    (file,) = message.files
    assert (file.name, file.mimetype) == ("Q3-All-Hands.ics", "text/calendar")
    method, entry = read(file)
    assert (method, entry["SEQUENCE"], entry["LOCATION"]) == ("PUBLISH", 0, office.attendee_link)
    assert entry.start == office.session.start
    assert office.host_link.encode() not in file.content.replace(b"\r\n ", b"")
    assert office.ann.files() == [], "nobody else gets it"


async def test_the_file_of_an_event_leads_to_its_registration_page(office: Office) -> None:
    await has(office, REGISTERED)
    await takes_the_file(office.ben)
    _, entry = read(office.ben.files()[0])
    assert entry["URL"] == card(office.ben).buttons["Registration page"]


async def test_a_double_click_brings_one_file_and_asking_again_another(office: Office) -> None:
    await has(office)
    ben = office.ben
    await opens_calendar(ben)
    await asyncio.gather(*(ben.presses("Send me the file") for _ in range(2)))
    await ben.sees(lambda: SENT in ben.modal.text, 10)
    await office.looks_around()
    assert len(ben.files()) == 1
    await ben.closes()
    await takes_the_file(ben)
    first, second = (read(file)[1] for file in ben.files())
    assert (first["UID"], first["SEQUENCE"]) == (second["UID"], second["SEQUENCE"])


async def test_a_moved_webinar_sends_a_newer_file_once_to_whoever_took_one(office: Office) -> None:
    await has(office)
    await takes_the_file(office.ben)
    await moves(office, Date="2026-03-12", **{"Start time": "09:30"})
    await office.ben.sees(lambda: len(office.ben.files()) == 2, 10)
    told = office.ben.dm[-1]
    assert "was moved from" in told.text
    assert told.text.index("3:00 PM in Los Angeles") < told.text.index("9:30 AM in Los Angeles")
    (_, before), (method, after) = map(read, office.ben.files())
    assert (method, after["UID"]) == ("PUBLISH", before["UID"])
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.start == office.session.start
    await office.looks_around()
    assert len(office.ben.files()) == 2
    assert office.person("U0CHIE").files() == [], "who took none gets none"


async def test_another_title_sends_a_newer_file_as_well_and_somebody_going_does_not(office: Office) -> None:
    await has(office)
    await takes_the_file(office.ben)
    await office.ben.presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "1 is going" in card(office.ben).plain)
    await office.looks_around()
    assert len(office.ben.files()) == 1
    await moves(office, Title="Town <!here> hall")
    await office.ben.sees(lambda: len(office.ben.files()) == 2, 10)
    assert "Town &lt;!here&gt; hall" in office.ben.dm[-1].text
    assert str(read(office.ben.files()[-1])[1]["SUMMARY"]) == "Town <!here> hall"


async def test_a_cancelled_webinar_is_taken_out_again(office: Office) -> None:
    await has(office)
    ben = office.ben
    await takes_the_file(ben)
    await opens_calendar(ben)
    await cancels(office)
    await ben.sees(lambda: len(ben.files()) == 2, 10)
    (_, before), (method, after) = map(read, ben.files())
    assert (method, str(after["STATUS"])) == ("CANCEL", "CANCELLED")
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "takes it out of your calendar" in ben.dm[-1].text
    await ben.presses("Send me the file")
    await ben.sees(lambda: "was cancelled, so there is nothing to add" in ben.modal.text)
    assert len(ben.files()) == 2


async def test_the_panel_and_the_host_take_it_from_their_own_messages(office: Office) -> None:
    await has(office)
    await changes_panel(office, [], ["U0BEN"])
    await office.ben.sees(lambda: office.ben.dm)
    await takes_the_file(office.ben, office.ben.dm[0])
    await takes_the_file(office.ann, office.ann.dm[0])
    for person in (office.ben, office.ann):
        content = person.files()[0].content.replace(b"\r\n ", b"").decode()
        assert office.attendee_link in content
        codes = {one.code for one in office.ringcentral.invitees.values()} | {office.session.host_code}
        assert [code for code in codes if code in content] == []


async def test_when_slack_takes_no_files_one_hears_so_and_can_press_again(office: Office) -> None:
    await has(office)
    ben = office.ben
    office.slack.faults.add(DropBefore(path="/upload/", times=office.timing.slack.tries))
    await opens_calendar(ben)
    await ben.presses("Send me the file")
    await ben.sees(lambda: "Slack did not take the file" in ben.modal.text, 10)
    assert ben.files() == []
    await ben.closes()
    await takes_the_file(ben)
    assert len(ben.files()) == 1


async def test_a_short_fault_of_slacks_is_got_over(office: Office) -> None:
    await has(office)
    office.slack.faults.add(Status(path="/upload/", code=503))
    office.slack.faults.add(Status(path="files.getUploadURLExternal", code=503))
    await takes_the_file(office.ben)
    assert len(office.ben.files()) == 1


async def test_a_view_that_was_closed_at_once_does_not_keep_the_file_back(office: Office) -> None:
    await has(office)
    ben = office.ben
    await opens_calendar(ben)
    hold = office.slack.faults.add(Hold(path="files.getUploadURLExternal"))
    await ben.presses("Send me the file")
    await hold.reached.wait()
    await ben.closes()
    hold.release()
    await ben.sees(ben.files, 10)


async def test_a_registration_page_that_appears_late_comes_into_the_calendars(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    office.ringcentral.faults.add(Status(path="/registration/v1", code=404, times=None))
    await has(office, REGISTERED)
    await takes_the_file(office.ben)
    _, before = read(office.ben.files()[0])
    assert "URL" not in before
    office.ringcentral.faults.clear()
    for _ in range(2):
        clock.add(timedelta(minutes=31))
        await office.looks_around()
    await office.ben.sees(lambda: len(office.ben.files()) > 1, 10)
    _, after = read(office.ben.files()[-1])
    assert after["URL"] == card(office.ben).buttons["Registration page"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
