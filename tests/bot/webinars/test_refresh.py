"""What we know of a webinar is asked of RingCentral anew, unless it is fresh."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.models import Audience, Phase
from bot.models.rate_limit import WaitReason, tell_nobody
from bot.models.tracked import TrackedWebinar
from bot.webinars import refresh
from bot.webinars.refresh import WebinarRefresh
from sandbox.faults import Hold, Status
from tests.blocks.example_webinar import START
from tests.bot.workplace import PLAN, Workplace

SESSION, REGISTRATION, WEBINAR = "rcwConfigGetSession", "rcwRegGetSession", "rcwConfigGetWebinar"
EVENT = PLAN.model_copy(update={"audience": Audience.REGISTERED})
MOVED = START + timedelta(hours=1)
DOWN = "RingCentral does not answer right now. Try again in a minute."


class Desk:
    """Refreshing one webinar that was made half a minute ago."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.refresh = self.refresher(trusted=False)

    def refresher(self, *, trusted: bool) -> WebinarRefresh:
        """What refreshes, with webhooks that are `trusted` or none."""
        place, webhooks = self.place, self.place.subscription(trusted=trusted)
        return WebinarRefresh(place.sync, place.creation, webhooks, place.clock)

    async def made(self, plan: Any = PLAN, age: float = 30) -> TrackedWebinar:
        """A webinar, read so many seconds ago; it has another title and start at RingCentral meanwhile."""
        tracked = await self.place.made(plan)
        place, webinar = self.place, tracked.webinar
        place.api.rename(webinar.id, "Renamed")
        place.api.move(webinar.session_id, MOVED)
        place.clock.passes(age)
        self.asked = len(place.ringcentral.asked)
        return tracked.model_copy(
            update={"webinar": webinar.model_copy(update={"read_at": place.clock() - timedelta(seconds=age)})}
        )

    @property
    def calls(self) -> list[str]:
        """The calls since the webinar was made."""
        return self.place.asked_since(self.asked)


@pytest.fixture
def desk(place: Workplace) -> Desk:
    return Desk(place)


async def test_a_webinar_is_asked_for(desk: Desk) -> None:
    tracked = await desk.made()
    assert await desk.refresh.refresh(tracked, tell_nobody) is None
    assert desk.calls == [SESSION]
    assert (await desk.place.tracked()).webinar.start == MOVED


async def test_of_an_event_registration_is_asked_for(desk: Desk) -> None:
    tracked = await desk.made(EVENT)
    assert await desk.refresh.refresh(tracked, tell_nobody) is None
    assert desk.calls == [REGISTRATION]
    assert (await desk.place.tracked()).webinar.registration is not None


async def test_what_is_younger_than_half_a_minute_is_fresh(desk: Desk) -> None:
    tracked = await desk.made(age=29)
    assert await desk.refresh.refresh(tracked, tell_nobody) is None
    assert desk.calls == []


@pytest.mark.parametrize(("age", "calls"), [(29, []), (30, [REGISTRATION])])
async def test_an_event_is_as_fresh_as_its_registration(desk: Desk, age: float, calls: list[str]) -> None:
    await desk.made(EVENT, age=100)
    await desk.place.creation.read_registration("d1", desk.place.caller)
    desk.place.clock.passes(age)
    desk.asked = len(desk.place.ringcentral.asked)
    await desk.refresh.refresh(await desk.place.tracked(), tell_nobody)
    assert desk.calls == calls


@pytest.mark.parametrize("phase", [Phase.ENDED, Phase.CANCELLED])
async def test_what_is_over_stays_as_it_is(desk: Desk, phase: Phase) -> None:
    tracked = await desk.made()
    over = tracked.webinar.model_copy(update={"phase": phase})
    assert await desk.refresh.refresh(tracked.model_copy(update={"webinar": over}), tell_nobody) is None
    assert desk.calls == []


async def test_with_webhooks_everything_is_fresh(desk: Desk) -> None:
    tracked = await desk.made()
    desk.refresh = desk.refresher(trusted=True)
    assert await desk.refresh.refresh(tracked, tell_nobody) is None
    assert await desk.refresh.read_fresh(tracked, desk.place.caller, whole=True) == tracked
    assert desk.calls == []


async def test_what_was_never_read_is_asked_for(desk: Desk) -> None:
    tracked = await desk.made()
    unread = tracked.model_copy(update={"webinar": tracked.webinar.model_copy(update={"read_at": None})})
    await desk.refresh.refresh(unread, tell_nobody)
    await desk.refresh.read_fresh(unread, desk.place.caller, whole=False)
    assert desk.calls == [SESSION, SESSION]


async def test_what_went_wrong_is_told_in_words(desk: Desk) -> None:
    tracked = await desk.made()
    desk.place.api.faults.add(Status(500, method="GET", times=None))
    assert await desk.refresh.refresh(tracked, tell_nobody) == DOWN


@pytest.mark.parametrize(("whole", "calls"), [(False, [SESSION]), (True, [SESSION, WEBINAR])])
async def test_a_webinar_is_read_as_far_as_it_is_needed(desk: Desk, whole: bool, calls: list[str]) -> None:  # noqa: FBT001
    tracked = await desk.made()
    fresh = await desk.refresh.read_fresh(tracked, desk.place.caller, whole=whole)
    assert (fresh.webinar.title, fresh.webinar.start) == ("Renamed" if whole else PLAN.title, MOVED)
    assert desk.calls == calls
    assert fresh.webinar == (await desk.place.tracked()).webinar


@pytest.mark.parametrize(("age", "start"), [(29, START), (30, MOVED)])
async def test_a_fresh_webinar_is_not_read_again(desk: Desk, age: float, start: datetime) -> None:
    tracked = await desk.made(age=age)
    assert (await desk.refresh.read_fresh(tracked, desk.place.caller, whole=False)).webinar.start == start
    tracked = tracked.model_copy(update={"webinar": tracked.webinar.model_copy(update={"read_at": None})})
    assert (await desk.refresh.read_fresh_soon(tracked, whole=False)).webinar.start == MOVED


async def test_while_somebody_waits_what_we_knew_is_enough(desk: Desk) -> None:
    tracked = await desk.made()
    desk.place.api.faults.add(Status(500, method="GET", times=None))
    assert await desk.refresh.read_fresh_soon(tracked, whole=False) == tracked


async def test_nobody_waits_for_a_slow_ringcentral(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tracked = await desk.made()
    monkeypatch.setattr(refresh, "_SOON", 0.01)
    hold = desk.place.api.faults.add(Hold(method="GET"))
    assert await desk.refresh.read_fresh_soon(tracked, whole=False) == tracked
    hold.release()


async def test_whoever_waits_is_told_so(desk: Desk) -> None:
    tracked = await desk.made()
    place = desk.place
    await place.penalised()
    await desk.refresh.refresh(tracked, place.caller.tell)
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await desk.refresh.read_fresh(tracked, place.caller, whole=True)
    assert place.told_of == [WaitReason.PENALTY]
