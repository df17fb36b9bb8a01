"""The bot asks the person when looking does not decide, and shows what it found."""

from sandbox.faults import DropAfter, DropBefore, Hold
from tests.office import Office
from tests.scenarios.form_actions import asks_for

ASKED = "there are webinars with this title and description that I cannot tell from yours"


async def cannot_tell(office: Office) -> tuple[str, str]:
    """Ann's create goes unanswered while somebody makes a webinar just like hers; gives hers and theirs."""
    hold = office.ringcentral.faults.add(Hold(path="/webinars$", method="POST"))
    office.ringcentral.faults.add(DropAfter(path="/webinars$", method="POST"))
    await asks_for(office.ann)
    await hold.reached.wait()
    theirs = office.ringcentral.make("Q3 All-Hands", registrationEnabled=False)
    hold.release()
    await office.ringcentral.wait_until(lambda: len(office.ringcentral.webinars) > 1)
    (ours,) = (one for one in office.ringcentral.webinars.values() if one is not theirs)
    await office.ann.sees(lambda: office.ann.dm, 15)
    return ours.id, theirs.id


async def test_a_webinar_just_like_the_lost_one_is_not_guessed_to_be_it(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    ours, theirs = await cannot_tell(office)
    assert ASKED in ann.dm[0].plain
    assert f"number {ours}" in ann.dm[0].plain
    assert f"number {theirs}" in ann.dm[0].plain
    await ann.sees(lambda: "Say which in my direct message to you" in ann.modal.text)
    assert office.ringcentral.sessions == {}
    assert ann.messages("#general") == []


async def test_the_person_says_which_it_is(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    ours, theirs = await cannot_tell(office)
    await ann.presses("It is this one", message=ann.dm[0], near=f"number {ours}")
    await ann.sees(lambda: "Created: Q3 All-Hands" in ann.dm[0].plain, 15)
    assert [session.webinar_id for session in office.ringcentral.sessions.values()] == [ours]
    assert set(office.ringcentral.webinars) == {ours, theirs}
    assert len(ann.messages("#general")) == 1


async def test_when_it_is_none_of_them_the_webinar_is_made(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    found = await cannot_tell(office)
    await ann.presses("None of these: create it", message=ann.dm[0])
    await ann.sees(lambda: "Created: Q3 All-Hands" in ann.dm[0].plain, 15)
    assert len(office.ringcentral.webinars) == 3
    assert [session.webinar_id not in found for session in office.ringcentral.sessions.values()] == [True]


async def test_an_answer_to_a_question_that_is_settled_changes_nothing(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    await cannot_tell(office)
    asked = ann.dm[0]
    await ann.presses("None of these: create it", message=asked)
    await ann.sees(lambda: "Created: Q3 All-Hands" in ann.dm[0].plain, 15)
    assert ann.dm[0].buttons == {}
    assert len(office.ringcentral.sessions) == 1


async def test_a_webinar_that_has_its_session_already_is_somebody_elses(roomy_office: Office) -> None:
    office, ann = roomy_office, roomy_office.ann
    office.ringcentral.faults.add(DropBefore(path="/webinars$", method="POST"))
    theirs = office.ringcentral.make("Q3 All-Hands", registrationEnabled=False)
    office.ringcentral.schedule(theirs.id)
    await asks_for(ann)
    await ann.sees(lambda: ann.modal.title == "Webinar created", 15)
    assert len(office.ringcentral.webinars) == len(office.ringcentral.sessions) == 2
