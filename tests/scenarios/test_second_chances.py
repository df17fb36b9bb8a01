"""Work that failed at first is done later, and nothing typed is lost in between."""

import pytest

from sandbox.faults import DropAfter, Hold, Status
from tests.office import Office
from tests.scenarios.form_actions import ALL_HANDS, asks_for, creates, fills


async def test_a_card_gets_its_register_button_once_registration_can_be_read(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    office.ringcentral.faults.add(Status(path="/registration/", code=503, times=5))
    await creates(ann, {"Who is it for?": "Registered event"})
    assert "RingCentral does not answer right now" in ann.modal.text
    await ann.sees(lambda: "Register me" in ann.messages("#general")[0].buttons)
    assert "Registration open, 0 registered" in ann.messages("#general")[0].text


async def test_a_form_sent_off_without_any_zone_asks_for_it(office: Office) -> None:
    ann = office.ann
    hold = office.slack.faults.add(Hold(path="users.info", times=None))
    await ann.types("/webinar", channel="#general")
    await ann.sees(lambda: ann.modal)
    await fills(ann, ALL_HANDS)
    await ann.submits()
    await ann.sees(lambda: "Choose it below" in ann.modal.text)
    assert ann.modal.value("Title") == "Q3 All-Hands"
    hold.release()
    await ann.fill("Time zone", "Tokyo")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert office.session.time_zone == "Asia/Tokyo"
    office.slack.refusals.clear()  # the zone's late update rightly lost against what was sent off


async def test_a_correction_is_not_lost_while_another_try_runs(office: Office) -> None:
    office.ringcentral.users["100"].entitled = False
    ann = office.ann
    await asks_for(ann)
    await ann.sees(lambda: ann.modal.title == "Create a webinar" and ann.dm)
    office.ringcentral.users["100"].entitled = True
    hold = office.ringcentral.faults.add(Hold(path="/webinars$", method="POST"))
    await ann.presses("Try again", message=ann.dm[0])
    await hold.reached.wait()
    await ann.fill("Title", "Q4 All-Hands")
    await ann.submits()
    assert "is being created already" in ann.modal.errors["Who is it for?"]
    assert ann.modal.value("Title") == "Q4 All-Hands"
    hold.release()
    await ann.sees(lambda: "Created: Q3 All-Hands" in ann.dm[0].plain)
    assert len(office.ringcentral.webinars) == 1


async def never_heard_of(office: Office, path: str) -> None:
    """Ann's create is done at RingCentral and nobody can tell her; then RingCentral answers again."""
    office.ringcentral.faults.add(DropAfter(path=path, method="POST"))
    office.ringcentral.faults.add(Status(path=path, method="GET", code=503, times=None))
    await asks_for(office.ann)
    await office.ann.sees(lambda: office.ann.modal.title == "Create a webinar", 30)
    office.ringcentral.faults.clear()


async def test_a_corrected_title_replaces_the_webinar_that_was_made_unseen(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    await never_heard_of(office, "/webinars$")
    await ann.fill("Title", "Q4 All-Hands")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)
    assert office.webinar.title == "Q4 All-Hands"
    assert "Q4 All-Hands" in ann.messages("#general")[0].text


@pytest.mark.parametrize(("start", "hour", "shown"), [("09:00", 16, "9:00 AM"), ("18:00", 1, "6:00 PM")])
async def test_a_corrected_time_replaces_the_session_that_was_made_unseen(
    roomy_office: Office, start: str, hour: int, shown: str
) -> None:
    office, ann = roomy_office, roomy_office.ann
    await never_heard_of(office, "/sessions$")
    await ann.fill("Start time", start)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)
    assert len(office.ringcentral.webinars) == 1
    assert office.session.start.hour == hour
    assert f"{shown} in Los Angeles" in ann.messages("#general")[0].text


async def test_who_cannot_be_told_by_slack_is_told_later(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    office.slack.faults.add(Status(path="chat.postMessage", code=503, skip=1, times=6))
    await creates(ann, within=30)
    await ann.sees(lambda: ann.dm, 30)
    assert ann.dm[0].buttons["Start as host"] == office.host_link
    assert len(ann.messages("#general")) == len(ann.dm) == 1
