"""What could not be done at first is done later, and nothing typed is lost in between."""

from sandbox.faults import Hold, Status
from tests.office import Office
from tests.scenarios.form import ALL_HANDS, asks_for, creates, fills


async def test_a_card_gets_its_register_button_once_registration_can_be_read(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    office.ringcentral.faults.add(Status(path="/registration/", code=503, times=5))
    await creates(ann, {"Who is it for?": "Registered event"})
    assert "RingCentral does not answer right now" in ann.modal.text
    await ann.sees(lambda: "Register" in ann.messages("#general")[0].buttons)
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
