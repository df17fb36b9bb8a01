"""The form opens, and /webinar answers everything else."""

import pytest

from sandbox.faults import DropAfter, DropBefore, Fault, Hold, Latency, Status, StatusAfter
from tests.office import Office
from tests.scenarios.form_actions import ALL_HANDS, asks_for, creates, fills, opens_the_form


async def test_the_form_opens_before_anything_is_asked_of_slack(office: Office) -> None:
    asked_before = len(office.slack.exchanges)
    await opens_the_form(office.ann)
    assert [exchange.method for exchange in office.slack.exchanges[asked_before:]] == [
        "views.open",
        "users.info",
        "views.update",
    ]


async def test_the_form_asks_few_questions_first(office: Office) -> None:
    await opens_the_form(office.ann)
    assert office.ann.modal.labels == [
        "Who is it for?",
        "Title",
        "Date",
        "Start time",
        "Time zone",
        "Duration",
        "Announce in",
    ]
    assert office.ann.modal.value("Who is it for?") == "All-hands"


async def test_the_zone_comes_by_itself_and_keeps_what_was_typed(office: Office) -> None:
    hold = office.slack.faults.add(Hold(path="users.info"))
    await office.ben.types("/webinar", channel="#all-hands")
    await office.ben.sees(lambda: office.ben.modal)
    await office.ben.fill("Title", "Typed while waiting")
    hold.release()
    await office.ben.sees(lambda: "Time zone" in office.ben.modal.labels)
    assert office.ben.modal.value("Time zone").startswith("Berlin")
    assert office.ben.modal.value("Title") == "Typed while waiting"


async def test_a_form_sent_off_before_the_zone_came_uses_the_persons_own(office: Office) -> None:
    ben = office.ben
    hold = office.slack.faults.add(Hold(path="users.info"))
    await ben.types("/webinar", channel="#all-hands")
    await ben.sees(lambda: ben.modal)
    await fills(ben, ALL_HANDS)
    hold.release()
    await ben.submits()
    await ben.sees(lambda: ben.modal.title == "Webinar created")
    assert office.session.time_zone == "Europe/Berlin"
    office.slack.refusals.clear()  # the zone's update came while the form was sent off, and rightly lost


async def test_the_second_time_the_zone_is_there_at_once(office: Office) -> None:
    await opens_the_form(office.ann)
    await office.ann.closes()
    asked_before = len(office.slack.exchanges)
    await opens_the_form(office.ann)
    assert [exchange.method for exchange in office.slack.exchanges[asked_before:]] == ["views.open"]


async def test_a_person_whose_zone_slack_does_not_tell_chooses_one(office: Office) -> None:
    office.slack.faults.add(
        Status(path="users.info", code=200, body={"ok": False, "error": "user_not_visible"})
    )
    await opens_the_form(office.ann)
    assert office.ann.modal.value("Time zone") == ""
    await fills(office.ann, ALL_HANDS | {"Time zone": "Kolkata"})
    await office.ann.submits()
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar created")
    assert office.session.time_zone == "Asia/Kolkata"


async def test_the_channel_that_it_was_typed_in_is_chosen(office: Office) -> None:
    await opens_the_form(office.ann, "#marketing")
    assert office.ann.modal.value("Announce in") == "#marketing"


async def test_the_shortcut_opens_the_same_form(office: Office) -> None:
    await office.ann.uses_shortcut("Create a webinar")
    await office.ann.sees(lambda: "Time zone" in office.ann.modal.labels)
    assert office.ann.modal.title == "Create a webinar"


async def test_help_tells_the_usage_to_the_person_alone(office: Office) -> None:
    await office.ann.types("/webinar help", channel="#general")
    (answer,) = office.ann.messages("#general")
    assert answer.ephemeral
    assert "/webinar" in answer.text
    assert "Create a webinar" in answer.text
    assert office.ben.messages("#general") == []


async def test_what_is_not_understood_is_answered_with_the_usage(office: Office) -> None:
    await office.ann.types("/webinar <!channel> sing", channel="#general")
    (answer,) = office.ann.messages("#general")
    assert "sing" in answer.text
    assert answer.pings == []
    assert "open the form" in answer.text


async def test_a_form_that_slack_opens_too_late_is_explained(office: Office) -> None:
    body = {"ok": False, "error": "expired_trigger_id"}
    office.slack.faults.add(Status(path="views.open", code=200, body=body))
    await office.ann.types("/webinar", channel="#general")
    await office.ann.sees(lambda: office.ann.messages("#general"))
    assert "try again" in office.ann.messages("#general")[0].text


async def test_an_unforeseen_failure_gives_a_reference(office: Office) -> None:
    office.slack.faults.add(
        Status(path="views.open", code=200, body={"ok": False, "error": "invalid_blocks"})
    )
    await office.ann.types("/webinar", channel="#general")
    await office.ann.sees(lambda: office.ann.messages("#general"))
    assert "give your administrator the reference" in office.ann.messages("#general")[0].text


async def test_the_form_still_works_when_slack_is_slow_to_tell_the_zone(office: Office) -> None:
    office.slack.faults.add(Latency(path="users.info", seconds=0.2))
    await creates(office.ann)
    assert office.session.time_zone == "America/Los_Angeles"


async def test_a_look_up_that_breaks_leaves_the_form_open(office: Office) -> None:
    office.slack.faults.add(DropBefore(path="users.info", times=None))
    await opens_the_form(office.ann)
    assert office.ann.modal.value("Time zone") == ""


@pytest.mark.parametrize(
    "fault", [DropAfter(path="views.open"), StatusAfter(path="views.open", code=502, body="<html>")]
)
async def test_a_form_whose_answer_was_lost_is_there_and_nothing_is_said_to_be_wrong(
    office: Office, fault: Fault
) -> None:
    ann = office.ann
    office.slack.faults.add(fault)
    await opens_the_form(ann)
    assert ann.messages("#general") == []
    await fills(ann, ALL_HANDS)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 10)


async def test_the_same_title_at_the_same_time_is_asked_about_once(office: Office) -> None:
    ann = office.ann
    await creates(ann)
    await ann.closes()
    await asks_for(ann)
    await ann.sees(lambda: "There is already “Q3 All-Hands” at that time" in ann.modal.text)
    assert len(office.ringcentral.webinars) == 1
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 10)
    assert len(office.ringcentral.webinars) == 2


async def test_the_same_title_of_somebody_else_or_at_another_time_is_no_twin(office: Office) -> None:
    await creates(office.ann)
    await office.ann.closes()
    await creates(office.ben)
    await creates(office.ann, {"Start time": "16:00"})
