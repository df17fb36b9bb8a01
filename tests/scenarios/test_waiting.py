"""People are told when RingCentral is limited, slow or down, and nothing typed is lost."""

from sandbox.faults import DropBefore, Hold, Latency, Status
from sandbox.ringcentral import Limit
from tests.office import Office, open_office
from tests.scenarios.form_actions import ALL_HANDS, asks_for, creates, opens_the_form


async def test_submitting_shows_progress_at_once(office: Office) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/webinars$"))
    await asks_for(office.ann)
    assert office.ann.modal.title == "Creating…"
    assert "Q3 All-Hands" in office.ann.modal.text
    hold.release()
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar created")


async def test_a_wait_for_the_rate_budget_is_told(database_url: str) -> None:
    limits = {"Heavy": Limit(2, 4)}
    async with open_office(database_url, limits=limits) as office, office.bot():
        await creates(office.ann)
        await asks_for(office.ben)
        await office.ben.sees(lambda: "RingCentral allows 2 calls in 4 seconds" in office.ben.modal.text)
        assert "yours is next, about" in office.ben.modal.text
        await office.ben.sees(lambda: office.ben.modal.title == "Webinar created", 15)
        assert office.ringcentral.penalties == 0


async def test_a_penalty_is_waited_out_and_never_restarted(office: Office) -> None:
    headers = {"Retry-After": "1"}
    office.ringcentral.faults.add(Status(path="/webinars$", code=429, headers=headers))
    await creates(office.ann)
    heavy = [exchange for exchange in office.ringcentral.exchanges if exchange.group == "Heavy"]
    assert [exchange.status for exchange in heavy] == [201, 201]


async def test_a_short_outage_is_told_and_survived(office: Office) -> None:
    office.ringcentral.faults.add(Status(path="/oauth/token", code=503, times=2))
    await creates(office.ann)
    assert len(office.ringcentral.webinars) == 1


async def test_a_long_outage_gives_the_form_back_with_everything_typed(roomy_office: Office) -> None:
    office = roomy_office
    office.ringcentral.faults.add(DropBefore(path="^/webinar/", times=None))
    ann = office.ann
    await asks_for(ann, {"Announce in": ["#marketing"]})
    await ann.sees(lambda: ann.modal.title == "Create a webinar", 15)
    assert "RingCentral does not answer right now" in ann.modal.text
    for label, value in ALL_HANDS.items():
        assert ann.modal.value(label) == value
    assert ann.modal.value("Announce in") == "#marketing"
    assert ann.modal.value("Time zone").startswith("Los Angeles")
    office.ringcentral.faults.clear()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert len(office.ringcentral.webinars) == 1


async def test_one_click_in_the_direct_message_tries_again(roomy_office: Office) -> None:
    office = roomy_office
    office.ringcentral.faults.add(DropBefore(path="^/webinar/", times=None))
    ann = office.ann
    await asks_for(ann)
    await ann.sees(lambda: ann.dm, 15)
    assert "Q3 All-Hands* was not created" in ann.dm[0].plain
    await ann.sees(lambda: ann.modal.title == "Create a webinar")
    await ann.closes()
    office.ringcentral.faults.clear()
    await ann.presses("Try again", message=ann.dm[0])
    await ann.sees(lambda: ann.dm[0].plain == ":white_check_mark: Created: Q3 All-Hands")
    assert "Join" in ann.messages("#general")[0].buttons
    assert ann.dm[-1].buttons["Start as host"] == office.host_link


async def test_edit_in_the_direct_message_opens_the_form_again(office: Office) -> None:
    office.ringcentral.users["100"].entitled = False
    ann = office.ann
    await asks_for(ann)
    await ann.sees(lambda: ann.modal.title == "Create a webinar")
    await ann.closes()
    office.ringcentral.users["100"].entitled = True
    await ann.presses("Edit", message=ann.dm[0])
    await ann.sees(lambda: ann.modal)
    assert ann.modal.value("Title") == "Q3 All-Hands"
    await ann.fill("Title", "Q4 All-Hands")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert office.webinar.title == "Q4 All-Hands"
    await ann.presses("Try again", message=ann.dm[0])
    await ann.sees(lambda: ann.dm[0].plain == "Q4 All-Hands was created already.")
    assert len(office.ringcentral.webinars) == 1


async def test_a_person_who_closed_the_form_hears_by_direct_message(office: Office) -> None:
    hold = office.ringcentral.faults.add(Hold(path="/webinars$"))
    await asks_for(office.ann)
    await office.ann.closes()
    hold.release()
    await office.ann.sees(lambda: office.ann.dm)
    assert "Q3 All-Hands" in office.ann.dm[0].plain
    assert office.attendee_link in office.ann.dm[0].plain
    assert office.ann.modal is None


async def test_a_channel_that_refuses_the_card_is_told_and_the_webinar_kept(office: Office) -> None:
    office.slack.state.workspace.find_channel("#marketing").posting_restricted = True
    await creates(office.ann, {"Announce in": ["#general", "#marketing"]})
    assert "not in <#C0MARKETING>: Only some people may post" in office.ann.modal.text
    assert len(office.ann.messages("#general")) == 1


async def test_a_panel_that_cannot_be_invited_is_told_and_the_webinar_kept(office: Office) -> None:
    forbidden = {"errors": [{"errorCode": "CMN-408", "message": "no"}]}
    office.ringcentral.faults.add(Status(path="/invitees$", code=403, body=forbidden, times=None))
    ann = office.ann
    await opens_the_form(ann)
    await ann.presses("More options")
    await ann.sees(lambda: ann.modal.title == "More options")
    await ann.fill("Panelists", ["U0BEN"])
    await ann.submits()
    for label, value in ALL_HANDS.items():
        await ann.fill(label, value)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert "<@U0BEN> as panelist — RingCentral does not allow this" in ann.modal.text
    assert office.ben.dm == []


async def test_slow_answers_of_slack_do_not_stop_the_work(office: Office) -> None:
    office.slack.faults.add(Latency(path="views.update", seconds=0.2, times=None))
    await creates(office.ann)
