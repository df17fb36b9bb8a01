"""How registration stands is read where it was hinted that it changed, or where nobody read it for long."""

import itertools
from datetime import timedelta
from typing import Any

import pytest

from bot.jobs.registration_counts import RegistrationCountsJob
from bot.models import Audience
from bot.models.registration import RegistrationStage
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.registration.registrants import Registrants
from sandbox.faults import Status
from tests.bot.workplace import PLAN, Workplace

EVENT = PLAN.model_copy(update={"audience": Audience.REGISTERED})
COUNT, LIST = "rcwRegGetSession", "rcwRegListRegistrants"
SOON = PLAN.start - timedelta(days=13)


class Counting:
    """The job and one event, which was counted a minute ago."""

    def __init__(self, place: Workplace, *, trusted: bool = False) -> None:
        self.place = place
        client, stores = place.ringcentral.ringcentral, place.stores
        registrants = Registrants(client, stores.registrations, place.clock)
        self.job = RegistrationCountsJob(place.resources, registrants, place.subscription(trusted=trusted))
        self._hints = 0

    async def begin(self) -> "Counting":
        self.place.clock.now = SOON
        tracked = await self.place.made(EVENT)
        self.session = tracked.webinar.session_id
        await self.place.creation.read_registration("d1", self.place.caller)
        await self.job.read_due()
        return self

    async def hint(self, **about: Any) -> None:
        """RingCentral says that something changed."""
        self._hints += 1
        told = {"about": WebhookTopic.REGISTRATION, "session": self.session, **about}
        await self.place.stores.webhook_events.save(WebhookEvent(id=f"e{self._hints}", **told))

    async def calls(self, after: float = 0) -> list[str]:
        """The calls of the next round, so many seconds later."""
        self.place.clock.passes(after)
        before = len(self.place.ringcentral.asked)
        await self.job.read_due()
        return self.place.asked_since(before)

    async def left(self) -> int:
        """How many hints are still to be followed."""
        return len(await self.place.stores.webhook_events.list_unread())


@pytest.fixture
async def counting(place: Workplace) -> Counting:
    return await Counting(place).begin()


async def test_a_hint_is_followed_soon_and_once(counting: Counting) -> None:
    await counting.hint()
    assert await counting.calls(after=6) == [COUNT]
    assert await counting.left() == 0
    assert await counting.calls(after=6) == []


async def test_the_first_hint_waits_some_seconds_for_others(counting: Counting) -> None:
    await counting.calls(after=60)
    await counting.place.creation.read_registration("d1", counting.place.caller)
    await counting.hint()
    assert await counting.calls(after=4) == []
    assert await counting.left() == 1
    assert await counting.calls(after=2) == [COUNT]


async def test_in_a_rush_hints_are_followed_ever_more_seldom(counting: Counting) -> None:
    followed = []
    for second in range(0, 200, 5):
        await counting.hint()
        if await counting.calls(after=5):
            followed.append(second + 5)
    pauses = [later - sooner for sooner, later in itertools.pairwise(followed)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (10, 60)


@pytest.mark.parametrize(
    "about",
    [{"about": WebhookTopic.SESSION}, {"session": "another"}, {"session": None, "webinar": "another"}],
)
async def test_other_hints_are_not_followed(counting: Counting, about: dict[str, Any]) -> None:
    await counting.hint(**about)
    assert await counting.calls(after=6) == []


async def test_a_hint_may_name_the_webinar_alone(counting: Counting) -> None:
    webinar = (await counting.place.tracked()).webinar
    await counting.hint(session=None, webinar=webinar.id)
    assert await counting.calls(after=6) == [COUNT]


async def test_while_a_crowd_registers_its_calls_go_first(counting: Counting) -> None:
    await counting.place.enters("U0BEN")
    await counting.hint()
    assert await counting.calls(after=60) == []
    assert await counting.left() == 1
    assert COUNT in await counting.calls(after=600)


@pytest.mark.parametrize(("minutes", "calls"), [(4, []), (6, [COUNT])])
async def test_without_webhooks_it_is_read_every_five_minutes(
    counting: Counting, minutes: int, calls: list[str]
) -> None:
    assert await counting.calls(after=minutes * 60) == calls


@pytest.mark.parametrize(("minutes", "calls"), [(29, []), (31, [COUNT])])
async def test_with_webhooks_it_is_read_every_half_hour(
    place: Workplace, minutes: int, calls: list[str]
) -> None:
    counting = await Counting(place, trusted=True).begin()
    assert await counting.calls(after=minutes * 60) == calls


async def test_an_event_that_is_far_away_is_not_counted_without_a_hint(counting: Counting) -> None:
    await counting.place.change(start=PLAN.start + timedelta(days=5))
    assert await counting.calls(after=3600) == []
    await counting.hint()
    assert await counting.calls() == [COUNT]


async def test_an_event_that_was_never_counted_is_counted_once_it_is_a_minute_old(
    counting: Counting,
) -> None:
    await counting.place.change(registration=None)
    assert await counting.calls(after=400) == [COUNT]


async def test_an_all_hands_is_not_counted(place: Workplace) -> None:
    counting = Counting(place)
    place.clock.now = SOON
    await place.made()
    assert await counting.calls(after=3600) == []


async def test_where_fewer_are_registered_those_from_slack_are_compared(counting: Counting) -> None:
    place = counting.place
    ben = place.api.register(counting.session, "Ben", "Bauer", "ben@example.com")
    entry = await place.enters("U0BEN")
    await place.stores.registrations.change(
        entry.number,
        lambda now: now.model_copy(update={"stage": RegistrationStage.REGISTERED, "registrant": ben.id}),
    )
    assert await counting.calls(after=400) == [COUNT]
    place.api.unregister(ben.id)
    assert await counting.calls(after=400) == [COUNT, LIST, LIST]
    now = await place.stores.registrations.get(entry.number)
    assert now is not None
    assert now.stage is RegistrationStage.LEFT


async def test_an_event_that_we_may_not_see_is_left_for_a_while(counting: Counting) -> None:
    fault = counting.place.api.faults.add(Status(403, method="GET", times=None))
    await counting.calls(after=400)
    await counting.calls(after=61)
    assert counting.place.api.faults.hits(fault) == 1
