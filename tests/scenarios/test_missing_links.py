"""RingCentral gives a link late: nothing promises it before it is there, and then it comes by itself."""

from datetime import timedelta

from sandbox.clock import MovableClock
from sandbox.ringcentral import Beta
from tests.office import Office
from tests.scenarios.test_registered_event import REGISTERED
from tests.scenarios.webinar_actions import card, has


async def test_a_shared_link_that_is_missing_is_said_and_comes_later(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    office.ringcentral.beta = Beta(words={"attendeeJoinUri": "", "hostJoinUri": " "})
    await has(office)
    told = office.ann.dm[-1].plain
    assert "has not given the link for attendees yet. I’ll keep checking" in told
    assert "has not given your link as host yet" in told
    assert "<>" not in told
    assert "Join" not in card(office.ben).buttons
    office.ringcentral.beta = Beta()
    clock.add(timedelta(minutes=16))
    await office.ben.sees(lambda: "Join" in card(office.ben).buttons, 10)


async def test_a_registration_page_that_is_missing_is_said_and_comes_later(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    office.ringcentral.beta = Beta(words={"registrationPageUri": ""})
    await has(office, REGISTERED)
    assert "has not given the registration page yet" in office.ann.dm[-1].plain
    assert "Registration page" not in card(office.ben).buttons
    office.ringcentral.beta = Beta()
    clock.add(timedelta(minutes=16))
    await office.ben.sees(lambda: "Registration page" in card(office.ben).buttons, 10)
