"""Editing and rescheduling from Slack: the same form, filled in; every card follows."""

from datetime import UTC, datetime, timedelta

from sandbox.clock import MovableClock
from sandbox.faults import Status
from sandbox.ringcentral.state.policy import Policy
from tests.office import Office, open_office
from tests.scenarios.form_actions import fills, opens_options, sets
from tests.scenarios.webinar_actions import (
    ROOMY,
    card,
    changes_panel,
    has,
    opens_details,
    sees_in_thread,
    sees_on_card,
    thread,
)


async def moves(office: Office, **fields: str) -> None:
    """Ann changes her webinar by the form."""
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Edit or reschedule")
    await ann.sees(lambda: ann.modal.title == "Edit webinar")
    await fills(ann, fields)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title in {"Done", "Not everything worked"}, 10)


async def test_the_form_is_filled_in_with_what_holds_now(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Edit or reschedule")
    await ann.sees(lambda: ann.modal.title == "Edit webinar")
    assert ann.modal.value("Title") == "Q3 All-Hands"
    assert ann.modal.value("Date") == "2026-03-10"
    assert ann.modal.value("Start time") == "15:00"
    assert ann.modal.value("Duration") == "45 minutes"
    assert "Who is it for?" not in ann.modal.labels
    assert "Announce in" not in ann.modal.labels


async def test_a_moved_webinar_moves_on_every_card_and_is_told_once_in_each_thread(office: Office) -> None:
    await has(office, {"Announce in": ["#general", "#marketing"]})
    before = len(office.operations)
    await moves(office, Date="2026-03-12", **{"Start time": "09:30"})
    for channel in ("#general", "#marketing"):
        await sees_on_card(office.ben, "9:30 AM in Los Angeles", channel)
        told = await sees_in_thread(office.ben, channel)
        assert len(thread(office.ben, channel)) == 1
        assert "from" in told.plain
        assert "3:00 PM in Los Angeles" in told.plain
        assert "9:30 AM in Los Angeles" in told.plain
    assert office.session.start.isoformat() == "2026-03-12T16:30:00+00:00"
    assert office.operations[before:] == ["rcwConfigUpdateSession"], "one call moves it"
    await office.ann.sees(lambda: "9:30 AM in Los Angeles" in office.ann.dm[0].plain, 10)


async def test_a_new_title_and_description_stand_everywhere(office: Office) -> None:
    await has(office)
    before = len(office.operations)
    await moves(office, Title="All-Hands <!channel>")
    await office.ben.sees(lambda: "All-Hands &lt;!channel&gt;" in card(office.ben).plain)
    assert thread(office.ben) == [], "only a moved date is told"
    assert office.operations[before:] == ["rcwConfigUpdateWebinar"]
    assert office.webinar.title == "All-Hands <!channel>"


async def test_what_is_not_changed_is_not_sent(office: Office) -> None:
    await has(office)
    before = len(office.operations)
    await moves(office)
    assert office.operations[before:] == []


async def test_a_fault_is_told_at_its_field_and_nothing_is_lost(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Edit or reschedule")
    await ann.sees(lambda: ann.modal.title == "Edit webinar")
    await fills(ann, {"Title": "Better", "Date": "2020-01-01", "Duration": "soon"})
    await ann.submits()
    assert ann.modal.errors.keys() == {"Date", "Duration"} or "Duration" in ann.modal.errors
    assert ann.modal.value("Title") == "Better"


async def test_only_owner_co_hosts_and_admins_may_and_others_hear_who_can(office: Office) -> None:
    await has(office)
    ben = office.ben
    await opens_details(ben)
    assert "Only <@U0ANN>" in ben.modal.text
    assert "Edit or reschedule" not in ben.modal.buttons


async def test_a_setting_that_the_account_decides_is_named_and_the_rest_is_saved(database_url: str) -> None:
    policy = Policy(refused={"qnaEnabled"})
    async with open_office(database_url, policy=policy, limits=ROOMY) as office, office.bot():
        await has(office)
        ann = office.ann
        await opens_details(ann)
        await ann.presses("Edit or reschedule")
        await ann.sees(lambda: ann.modal.title == "Edit webinar")
        await ann.fill("Title", "Newer")
        await opens_options(ann)
        await sets(ann, "Q&amp;A and polls", {"Q&A": "Off"})
        await ann.submits()
        await ann.submits()
        await ann.sees(lambda: ann.modal.title == "Not everything worked", 10)
        assert "Q&amp;A: your RingCentral account does not allow this to be changed" in ann.modal.text
        assert office.webinar.title == "Newer"


async def test_an_admin_may_change_what_somebody_else_hosts(office: Office) -> None:
    await has(office)
    dee = office.person("U0DEE")
    await opens_details(dee)
    await dee.presses("Edit or reschedule")
    await dee.sees(lambda: dee.modal.title == "Edit webinar")
    await dee.fill("Title", "Corrected")
    await dee.submits()
    await dee.sees(lambda: "Corrected" in card(dee).plain, 10)


async def test_a_submission_by_somebody_who_may_not_is_refused_whatever_the_button_showed(
    office: Office,
) -> None:
    await has(office)
    await changes_panel(office, ["U0BEN"], [])
    ben = office.ben
    await opens_details(ben)
    await ben.presses("Edit or reschedule")
    await ben.sees(lambda: ben.modal.title == "Edit webinar")
    await ben.fill("Title", "Mine now")
    await changes_panel(office, [], [])
    await ben.submits()
    assert "Only <@U0ANN>" in ben.modal.text
    assert office.webinar.title == "Q3 All-Hands"


LATER = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)


async def opens_the_edit_form(office: Office) -> None:
    """Ann opens the form of her webinar."""
    await opens_details(office.ann)
    await office.ann.presses("Edit or reschedule")
    await office.ann.sees(lambda: office.ann.modal.title == "Edit webinar")


async def saves(office: Office) -> None:
    """Ann sends the form off."""
    ann = office.ann
    await ann.submits()
    await ann.sees(lambda: ann.modal.title in {"Done", "Not everything worked"}, 10)


async def test_what_others_change_while_the_form_is_open_is_not_written_back(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    await opens_the_edit_form(office)
    office.ringcentral.move(office.session.id, LATER, timedelta(minutes=50))
    office.ringcentral.describe(office.webinar.id, "From RingCentral")
    office.ringcentral.change_settings(office.webinar.id, qnaEnabled=False, password="s3same")
    clock.add(timedelta(minutes=6))
    await sees_on_card(office.ben, "11:00 AM in Los Angeles")
    await office.ann.fill("Title", "Only the title")
    await saves(office)
    assert office.webinar.title == "Only the title"
    assert (office.session.start, office.session.duration) == (LATER, 3000)
    assert office.webinar.description == "From RingCentral"
    assert office.webinar.settings["qnaEnabled"] is False
    assert office.webinar.settings["password"] == "s3same"


async def test_a_longer_webinar_stays_where_somebody_else_moved_it(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    await opens_the_edit_form(office)
    clock.add(timedelta(minutes=2))
    office.ringcentral.move(office.session.id, LATER)
    await office.ann.fill("Duration", "2 hours")
    await saves(office)
    assert (office.session.start, office.session.duration) == (LATER, 7200)


async def test_what_two_people_change_at_once_is_told_at_its_field_and_nothing_typed_is_lost(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    await opens_the_edit_form(office)
    office.ringcentral.move(office.session.id, LATER)
    office.ringcentral.rename(office.webinar.id, "Town hall")
    clock.add(timedelta(minutes=2))
    ann = office.ann
    await fills(ann, {"Title": "Mine", "Start time": "16:30"})
    await ann.submits()
    assert "is now: Town hall" in ann.modal.errors["Title"]
    assert "11:00 AM in Los Angeles" in ann.modal.errors["Start time"]
    assert (ann.modal.value("Title"), ann.modal.value("Start time")) == ("Mine", "16:30")
    assert office.webinar.title == "Town hall"
    await saves(office)
    assert office.webinar.title == "Mine", "whoever sends it again means it"
    assert office.session.start.isoformat() == "2026-03-10T23:30:00+00:00"


async def test_a_start_that_no_form_can_show_stays_unless_it_is_touched(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    second = datetime(2026, 11, 1, 9, 30, 15, tzinfo=UTC)
    """Half past one in Los Angeles for the second time that night, and fifteen seconds."""
    office.ringcentral.move(office.session.id, second)
    clock.add(timedelta(minutes=6))
    await sees_on_card(office.ben, "1:30 AM in Los Angeles")
    before = len(office.operations)
    await moves(office, Title="Only the title")
    assert office.session.start == second
    assert "rcwConfigUpdateSession" not in office.operations[before:], "an unchanged time is not sent"
    await office.ann.closes(everything=True)
    await moves(office, Duration="2 hours")
    assert (office.session.start, office.session.duration) == (second, 7200)


async def test_a_webinar_whose_host_is_late_can_still_get_another_title(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    clock.set(office.session.start + timedelta(minutes=5))
    await moves(office, Title="A little later")
    assert office.webinar.title == "A little later"


async def test_when_only_the_time_could_be_saved_both_is_told(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    await has(office)
    office.ringcentral.faults.add(
        Status(method="PATCH", path=r"/webinars/\d+$", code=403, body={"errors": [{"errorCode": "RCW-1"}]})
    )
    await moves(office, Title="Town hall", **{"Start time": "16:00"})
    assert "The new time is saved" in office.ann.modal.text
    assert "Not saved: Title." in office.ann.modal.text
    assert "RCW-1" in office.ann.modal.text
    await sees_on_card(office.ben, "4:00 PM in Los Angeles")
    assert office.webinar.title == "Q3 All-Hands"


async def test_what_cannot_be_left_to_the_account_again_is_said(office: Office) -> None:
    await has(office)
    await opens_the_edit_form(office)
    ann, before = office.ann, len(office.operations)
    await opens_options(ann)
    await sets(ann, "Recording and stream", {"Record the webinar": "Account default"})
    await sets(ann, "Q&amp;A and polls", {"Q&A": "Off"})
    await ann.submits()
    await saves(office)
    assert ann.modal.title == "Not everything worked"
    assert "Record the webinar: RingCentral cannot reset this to the account default" in ann.modal.text
    assert "so it is still: Record." in ann.modal.text
    assert "Saved." in ann.modal.text
    assert office.operations[before:] == ["rcwConfigUpdateWebinar"]
    assert office.webinar.settings["recordingEnabled"] is True
    assert office.webinar.settings["qnaEnabled"] is False
