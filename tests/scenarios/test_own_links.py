"""The host's own door and the panel's: where each of them looks, and before nobody else."""

from sandbox.clock import MovableClock
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import Office
from tests.scenarios.test_status import asks
from tests.scenarios.webinar_actions import card, changes_panel, has, opens_details

HOST, PANELIST, CO_HOST = "Start as host", "Join as panelist", "Join as co-host"
DOORS = {HOST, PANELIST, CO_HOST}


async def doors(office: Office, person: SlackUser) -> list[dict[str, str | None]]:
    """The personal links that somebody sees in Details, in the status and on the Home tab."""
    await opens_details(person)
    details = person.modal.buttons
    await person.closes(everything=True)
    await asks(office, name=person.id)
    status = person.messages("#general")[-1].buttons
    await person.opens_home()
    await person.sees(lambda: person.home)
    seen = (details, status, person.home.buttons)
    return [{label: url for label, url in buttons.items() if label in DOORS} for buttons in seen]


def code_of(office: Office, email: str) -> str:
    """The personal link of somebody on the panel."""
    (invitee,) = [one for one in office.ringcentral.invitees.values() if one.email == email]
    return office.link(invitee.code)


async def test_each_of_them_finds_their_own_door_wherever_they_look(office: Office) -> None:
    await has(office)
    await changes_panel(office, ["U0BEN"], ["U0CHIE"])
    ben, chie = code_of(office, "ben@example.com"), code_of(office, "chie@example.com")
    assert await doors(office, office.ann) == [{HOST: office.host_link}] * 3
    assert await doors(office, office.ben) == [{CO_HOST: ben}] * 3
    assert await doors(office, office.person("U0CHIE")) == [{PANELIST: chie}] * 3
    assert await doors(office, office.person("U0EVE")) == [{}] * 3
    assert office.ann.dm[0].buttons[HOST] == office.host_link
    assert office.ben.dm[0].buttons[CO_HOST] == ben
    assert DOORS.isdisjoint(card(office.ann).buttons)


async def test_a_door_that_leads_nowhere_any_more_is_gone(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    clock.set(office.session.start)
    office.ringcentral.go_live(office.session.id)
    office.ringcentral.end(office.session.id)
    await office.ann.sees(lambda: "Ended" in card(office.ann).plain, 10)
    await office.ann.sees(lambda: HOST not in office.ann.dm[0].buttons)
