"""`/webinar status`: how one webinar stands, for one Heavy call at most."""

from datetime import timedelta

from sandbox.clock import MovableClock
from sandbox.faults import Status
from tests.office import Office
from tests.scenarios.webinar_actions import card, has

REGISTERED = {"Who is it for?": "Registered event"}


async def asks(office: Office, words: str = "", name: str = "U0ANN") -> str:
    """The answer to /webinar status."""
    person = office.person(name)
    before = len(person.messages("#general"))
    await person.types(f"/webinar status {words}".strip(), channel="#general")
    await person.sees(lambda: len(person.messages("#general")) > before)
    return person.messages("#general")[-1].plain


async def test_of_an_all_hands_the_link_and_who_comes(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    await office.ben.presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "1 is going" in card(office.ben).plain)
    clock.add(timedelta(minutes=2))
    asked = len(office.operations)
    said = await asks(office)
    assert office.attendee_link in said
    assert "1 is going: <@U0BEN>" in said
    assert "Scheduled" in said
    assert len(office.operations) - asked <= 1


async def test_of_an_event_how_registration_stands(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office, REGISTERED)
    for number in range(3):
        office.ringcentral.register(office.session.id, "Eve", f"No{number}", f"eve{number}@example.com")
    office.ringcentral.open_registration(office.session.id, autoCloseLimit=10)
    clock.add(timedelta(minutes=2))
    asked = len(office.operations)
    said = await asks(office, "q3")
    assert "Registration open, 3 registered of 10" in said
    assert f"/register/{office.session.id}" in said or "Registration page" in said
    assert office.operations[asked:] == ["rcwRegGetSession"]
    await office.ben.sees(lambda: "3 registered of 10" in card(office.ben).plain)


async def test_asked_twice_it_costs_nothing_more(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    await has(office, REGISTERED)
    asked = len(office.operations)
    await asks(office)
    await asks(office)
    assert len(office.operations) - asked <= 1


async def test_words_choose_and_several_are_offered(in_time: tuple[Office, MovableClock]) -> None:
    office, _ = in_time
    await has(office, {"Title": "Roadmap review"})
    await has(office, {"Title": "Roadmap launch"})
    assert "2 webinars fit" in await asks(office, "roadmap")
    assert "Roadmap launch" in await asks(office, "launch")
    assert "No webinar that concerns you" in await asks(office, "<!channel> nothing")


async def test_when_ringcentral_is_away_it_says_what_it_knew(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office, REGISTERED)
    clock.add(timedelta(minutes=2))
    office.ringcentral.faults.add(Status(path="/registration/", code=503, times=50))
    said = await asks(office)
    assert "This is what I knew last" in said
    assert "Registration open" in said


async def test_somebody_else_sees_only_what_concerns_them(office: Office) -> None:
    await has(office, {"Title": "Secret plan", "Announce in": None})
    assert "Secret plan" not in await asks(office, "secret", "U0EVE")
