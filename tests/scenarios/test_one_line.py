"""A webinar in one line behind /webinar: the form opens filled in, and what is doubtful is said at its field."""

import pytest

from blocks.subcommands import EXAMPLES
from sandbox.faults import Hold, Status
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.form_actions import fills

LINE = "/webinar create Q3 All-Hands next Tuesday at 3pm PT for 45 minutes"
SAID = {
    EXAMPLES[0]: ("Q3 All-Hands", "2026-03-10", "15:00", "45 minutes", "All-hands"),
    EXAMPLES[1]: ("Roadmap review", "2026-03-03", "10:00", "90 minutes", "All-hands"),
    EXAMPLES[2]: ("Product launch", "2026-03-06", "14:00", "90 minutes", "Registered event"),
}


async def says(person: SlackUser, line: str, channel: str = "#general") -> None:
    """Type it, and wait until the form is filled in."""
    await person.types(line, channel=channel)
    await person.sees(lambda: person.modal and "Title" in person.modal.labels)


def shown(person: SlackUser) -> tuple[str, ...]:
    """The values in the form."""
    fields = ("Title", "Date", "Start time", "Duration", "Who is it for?")
    return tuple(person.modal.value(field) for field in fields)


async def test_one_line_and_one_click_make_the_webinar(office: Office) -> None:
    ann = office.ann
    await says(ann, LINE)
    assert shown(ann) == ("Q3 All-Hands", "2026-03-10", "15:00", "45 minutes", "All-hands")
    assert ann.modal.value("Time zone").startswith("Los Angeles")
    assert ann.modal.value("Announce in") == "#general"
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert office.webinar.title == "Q3 All-Hands"
    assert office.session.time_zone == "America/Los_Angeles"


@pytest.mark.parametrize("example", EXAMPLES)
async def test_every_example_of_the_help_is_understood_as_it_says(office: Office, example: str) -> None:
    await office.ann.types("/webinar help", channel="#general")
    (told,) = office.ann.messages("#general")
    assert f"/webinar create {example}" in told.plain
    await says(office.ann, f"/webinar create {example}")
    assert shown(office.ann) == SAID[example]


async def test_without_create_a_request_is_a_request_as_well(office: Office) -> None:
    await says(office.ann, "/webinar Roadmap review tomorrow at 10am for an hour")
    assert shown(office.ann)[:4] == ("Roadmap review", "2026-03-03", "10:00", "60 minutes")


async def test_create_alone_opens_the_empty_form(office: Office) -> None:
    await says(office.ann, "/webinar create")
    assert office.ann.modal.value("Title") == ""


async def test_a_doubt_stands_at_its_field_in_words(office: Office) -> None:
    await says(office.ann, LINE)
    after_date = office.ann.modal.text.partition("Date")[2].partition("Start time")[0]
    assert "Tuesday could be March 3 or March 10; I took March 10." in after_date


async def test_what_is_missing_is_asked_for_at_its_field(office: Office) -> None:
    await says(office.ann, "/webinar create Roadmap review on Thursday")
    assert shown(office.ann)[:3] == ("Roadmap review", "2026-03-05", "")
    assert "At what time on Thursday, March 5?" in office.ann.modal.text
    assert "No duration given, so I used 1 hour" in office.ann.modal.text


async def test_of_a_series_the_first_one_is_planned_and_the_limit_said(office: Office) -> None:
    await says(office.ann, "/webinar create Office hours every Tuesday at 10am")
    assert shown(office.ann)[:3] == ("Office hours", "2026-03-03", "10:00")
    assert "one session today" in office.ann.modal.text


async def test_people_and_channels_are_taken_along(office: Office) -> None:
    ann = office.ann
    await says(
        ann, "/webinar create Roadmap Friday at 2pm with @ben as panelist, co-host @chie in #all-hands"
    )
    assert ann.modal.value("Announce in") == "#all-hands"
    assert "1 co-host" in ann.modal.text
    await ann.presses("More options")
    await ann.sees(lambda: ann.modal.title == "More options")
    assert "Chie" in ann.modal.value("Co-hosts")
    assert "Ben" in ann.modal.value("Panelists")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Create a webinar")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    invited = {one.email for one in office.ringcentral.invitees.values()}
    assert {"ben@example.com", "chie@example.com"} <= invited


async def test_doubts_stay_when_the_form_is_drawn_anew(office: Office) -> None:
    ann = office.ann
    await says(ann, LINE)
    await ann.presses("More options")
    await ann.sees(lambda: ann.modal.title == "More options")
    await ann.fill("Description", "Numbers")
    await ann.submits()
    await ann.sees(lambda: "Description added" in ann.modal.text)
    assert "I took March 10" in ann.modal.text
    assert ann.modal.value("Title") == "Q3 All-Hands"


async def test_tomorrow_is_the_persons_own_tomorrow(office: Office) -> None:
    await says(office.person("U0CHIE"), "/webinar create 全社会議 明日15時")
    assert office.person("U0CHIE").modal.value("Date") == "2026-03-04"
    assert office.person("U0CHIE").modal.value("Time zone").startswith("Tokyo")


async def test_a_zone_that_nobody_lives_in_is_told_by_ones_own_clock(office: Office) -> None:
    await says(office.ann, "/webinar create Town hall tomorrow at 3pm UTC+05:30")
    assert shown(office.ann)[1:3] == ("2026-03-03", "01:30")
    assert office.ann.modal.value("Time zone").startswith("Los Angeles")
    assert "3:00 PM in UTC+05:30 is 1:30 AM on Tuesday, March 3, by your clock." in office.ann.modal.text


async def test_while_the_zone_is_looked_up_the_person_sees_that_it_is_being_read(office: Office) -> None:
    hold = office.slack.faults.add(Hold(path="users.info"))
    await office.ben.types("/webinar create Demo tomorrow at 15:00", channel="#all-hands")
    await office.ben.sees(lambda: "Reading your message" in office.ben.modal.text)
    hold.release()
    await office.ben.sees(lambda: "Title" in office.ben.modal.labels)
    assert office.ben.modal.value("Start time") == "15:00"
    assert office.ben.modal.value("Announce in") == "#all-hands"


async def test_somebody_whose_zone_slack_does_not_tell_loses_nothing(office: Office) -> None:
    body = {"ok": False, "error": "user_not_visible"}
    office.slack.faults.add(Status(path="users.info", code=200, body=body))
    await says(office.ann, "/webinar create Demo tomorrow at 15:00")
    assert shown(office.ann)[:3] == ("Demo", "2026-03-03", "15:00")
    assert "Choose it here" in office.ann.modal.text
    await fills(office.ann, {"Time zone": "Kolkata"})
    await office.ann.submits()
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar created")
    assert office.session.time_zone == "Asia/Kolkata"


async def test_a_form_closed_while_it_was_read_stays_closed(office: Office) -> None:
    hold = office.slack.faults.add(Hold(path="users.info"))
    await office.ann.types("/webinar create Demo tomorrow at 15:00", channel="#general")
    await office.ann.sees(lambda: office.ann.modal)
    await office.ann.closes()
    hold.release()
    await office.ann.sees(lambda: any(one.method == "views.update" for one in office.slack.exchanges))
    assert office.ann.modal is None
    assert office.ann.messages("#general") == []
    office.slack.refusals.clear()  # the filled form came after the view was closed, and is rightly lost


ODDITIES = {
    "pings": "<!channel> <!here> @everyone tomorrow at 3pm",
    "control characters": "De\x00mo\x1b[31m tomorrow\x07 at 3pm",
    "right to left": "\u202eomeD\u202c עברית tomorrow at 3pm",
    "ten thousand digits": "1" * 10_000 + " tomorrow at 3pm",
    "signs": "*_~`>&<&amp; \U0001f389 tomorrow at 3pm",
    "an impossible day": "Demo on 30 February at 25:00",
    "far away": "Demo on 1 January 9999 at 3pm",
}


@pytest.mark.parametrize("line", ODDITIES.values(), ids=ODDITIES.keys())
async def test_whatever_is_typed_opens_a_form_and_pings_nobody(office: Office, line: str) -> None:
    await says(office.ann, f"/webinar create {line}")
    assert all(not message.pings for message in office.ann.messages("#general"))
