"""An all-hands: from the form to the card with the shared join link."""

from tests.office import Office


async def test_a_team_lead_announces_an_all_hands(office: Office) -> None:
    ann = office.ann
    await ann.types("/webinar", channel="#general")
    await ann.sees(lambda: "Time zone" in ann.modal.labels)
    await ann.fill("Title", "Q3 All-Hands")
    await ann.fill("Date", "2026-03-10")
    await ann.fill("Start time", "15:00")
    await ann.fill("Duration", "45 minutes")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    print(ann.modal.text)
    print(ann.messages("#general")[-1])
    print(ann.dm[-1])
    assert office.operations == ["rcwConfigCreateWebinar", "rcwConfigCreateSession"]
