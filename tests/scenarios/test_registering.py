"""People register for an event by one click on its card, and get their own link by direct message."""

from sandbox.ringcentral import Limit
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office, open_office
from tests.scenarios.registration_actions import (
    agrees,
    answers,
    clicks,
    has_event,
    own_link,
    registers,
    registrant,
)
from tests.scenarios.webinar_actions import card, sees_on_card

BEN = "ben@example.com"


async def hears(person: SlackUser, text: str, channel: str = "#general") -> str:
    """Wait until this person alone is told something in a channel."""
    await person.sees(lambda: any(text in one.plain for one in answers(person, channel)), 10)
    return next(one.plain for one in answers(person, channel) if text in one.plain)


async def test_the_first_click_says_where_name_and_address_go(office: Office) -> None:
    await has_event(office)
    await clicks(office.ben)
    await office.ben.sees(lambda: office.ben.modal.title == "Register")
    asked = office.ben.modal.text
    assert "Ben" in asked
    assert BEN in asked
    assert "RingCentral" in asked
    assert "<@U0ANN>" in asked
    await office.ben.closes()
    assert office.ringcentral.registrants == {}, "nothing went anywhere without a yes"


async def test_who_registers_gets_their_own_link_and_a_calendar_file(office: Office) -> None:
    await has_event(office)
    told = await registers(office.ben)
    link = own_link(office, BEN)
    assert "You’re registered for" in told.plain
    assert link in told.plain
    assert link in told.text
    assert told.buttons["Join"] == link
    assert "Cancel my registration" in told.buttons
    await office.ben.sees(lambda: any(one.files for one in office.ben.dm), 10)
    (file,) = [file for one in office.ben.dm for file in one.files]
    assert link in file.content.decode().replace("\r\n ", "")
    for other in (office.ann, office.person("U0CHIE")):
        seen = [*other.messages("#general"), *other.dm]
        assert all(link not in one.plain + one.text for one in seen), "the link is in nobody else's sight"


async def test_the_second_time_one_click_is_enough(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    await has_event(office, {"Title": "Another one", "Announce in": ["#all-hands"]})
    await clicks(office.ben, "#all-hands")
    await hears(office.ben, "You’re registered for *Another one*", "#all-hands")


async def test_who_clicks_again_gets_the_same_link_again(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    calls = len(office.operations)
    await clicks(office.ben)
    assert own_link(office, BEN) in await hears(office.ben, "You’re registered")
    assert len(office.operations) == calls, "and RingCentral is not asked"
    assert len(office.ringcentral.registrants) == 1


async def test_who_registered_on_the_page_gets_that_link(office: Office) -> None:
    await has_event(office)
    office.ringcentral.register(office.session.id, "Ben", "Bell", "Ben@Example.com")
    told = await registers(office.ben)
    assert own_link(office, "Ben@Example.com") in told.plain
    assert len(office.ringcentral.registrants) == 1


async def test_the_card_counts_who_registered(office: Office) -> None:
    await has_event(office)
    await registers(office.ben)
    await registers(office.person("U0CHIE"))
    await sees_on_card(office.ben, "Registration open, 2 registered")


async def test_who_cancels_is_unregistered_and_can_come_back(office: Office) -> None:
    await has_event(office)
    ben = office.ben
    told = await registers(ben)
    await sees_on_card(ben, "1 registered")
    await ben.presses("Cancel my registration", message=told, confirm=True)
    await ben.sees(lambda: "no longer registered" in ben.dm[0].plain, 10)
    await office.looks_around()
    assert not [one for one in ben.dm if one.ephemeral], "nothing is said beside what is true"
    await ben.sees(lambda: "no longer registered for" in ben.dm[0].plain, 10)
    assert office.ringcentral.registrants == {}
    assert "Join" not in ben.dm[0].buttons
    await sees_on_card(ben, "0 registered")
    await clicks(ben)
    await ben.sees(lambda: any("You’re registered" in one.plain for one in ben.dm[1:]), 10)
    assert registrant(office, BEN)


async def test_where_the_click_came_from_goes_along(office: Office) -> None:
    await has_event(office, {"Announce in": ["#general", "#all-hands"]})
    await registers(office.ben, "#all-hands")
    extras = registrant(office, BEN).extras
    other = card(office.ben, "#all-hands")
    assert extras["source"] == f"slack:{other.channel}"
    assert extras["externalId"] == f"{other.channel}/{other.ts}/U0BEN"


async def test_a_closed_registration_says_so_and_whom_to_ask(office: Office) -> None:
    await has_event(office)
    office.ringcentral.close_registration(office.session.id)
    await clicks(office.ben)
    await agrees(office.ben)
    await office.ben.sees(
        lambda: any("Registration is closed. Ask <@U0ANN>." in one.plain for one in office.ben.dm), 10
    )
    await sees_on_card(office.ben, "Registration closed")
    assert "Register me" not in card(office.ben).buttons
    assert "Registration page" in card(office.ben).buttons


async def test_a_full_one_says_so_and_counts(office: Office) -> None:
    await has_event(office)
    office.ringcentral.open_registration(office.session.id, autoCloseLimit=1)
    office.ringcentral.register(office.session.id, "Some", "Body", "somebody@elsewhere.example")
    await clicks(office.ben)
    await agrees(office.ben)
    await office.ben.sees(lambda: any("It is full: 1 person" in one.plain for one in office.ben.dm), 10)
    await sees_on_card(office.ben, "Registration full, 1 registered")


async def test_whoever_has_no_address_is_led_to_the_page(office: Office) -> None:
    await has_event(office, {"Announce in": ["#marketing"]})
    gus = office.person("U0GUS")
    await clicks(gus, "#marketing")
    assert "use the registration page" in await hears(
        gus, "Slack doesn’t share your e-mail address", "#marketing"
    )
    assert "Registration page" in answers(gus, "#marketing")[-1].buttons


async def test_an_event_with_questions_leads_to_the_page(office: Office) -> None:
    await has_event(office)
    office.ringcentral.ask(office.session.id, "diet")
    await clicks(office.ben)
    await agrees(office.ben)
    await office.ben.sees(
        lambda: any("register on the registration page" in one.plain for one in office.ben.dm), 10
    )
    await sees_on_card(office.ben, "Registration open")
    await office.ben.sees(lambda: "Register me" not in card(office.ben).buttons, 10)


async def test_a_place_in_line_is_told_and_can_be_left(database_url: str) -> None:
    async with open_office(database_url, limits={"Heavy": Limit(4, 60)}) as office, office.bot():
        await has_event(office)
        people = [office.person(name) for name in ("U0BEN", "U0CHIE", "U0DEE")]
        for one in people:
            await clicks(one)
            await agrees(one)
        chie, dee = people[1:]
        await dee.sees(lambda: "in the queue for" in dee.modal.text)
        assert "You’re 2nd in the queue" in dee.modal.text
        assert "about 15 s" in dee.modal.text
        assert "The registration page is faster" in dee.modal.text
        await chie.presses("Leave the queue")
        await chie.sees(lambda: "no longer registered" in chie.modal.text)
        assert len(office.ringcentral.registrants) == 1
