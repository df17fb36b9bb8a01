"""RingCentral is read when somebody hints at a change, and otherwise as often as something may happen."""

from datetime import timedelta
from typing import Any

import pytest

from bot.errors import WebinarsError
from bot.jobs.sync_webinars import SyncWebinarsJob
from bot.models import Phase
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from sandbox.faults import Status
from tests.blocks.example_webinar import START
from tests.bot.workplace import Workplace

END = START + timedelta(minutes=90)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Rounds:
    """The job, and how often it reads RingCentral."""

    def __init__(self, place: Workplace, *, trusted: bool = False) -> None:
        self.place = place
        self.job = SyncWebinarsJob(place.resources, place.sync, place.subscription(trusted=trusted))

    async def reads(self, seconds: float) -> bool:
        """Whether it reads RingCentral when it was last read so many seconds ago."""
        self.place.sync.asked_at = self.place.clock() - timedelta(seconds=seconds)
        before = len(self.place.ringcentral.asked)
        await self.job.read_due()
        return bool(self.place.asked_since(before))

    async def hint(self, about: WebhookTopic = WebhookTopic.SESSION, number: int = 1) -> None:
        await self.place.stores.webhook_events.save(WebhookEvent(id=f"e{number}", about=about, session="2"))


@pytest.fixture
async def rounds(place: Workplace) -> Rounds:
    await place.made()
    return Rounds(place)


async def test_without_webinars_nothing_is_read(place: Workplace) -> None:
    assert not await Rounds(place).reads(3600)
    assert place.sync.asked_at == place.clock(), "what is made from now on is known as it is"


@pytest.mark.parametrize(("seconds", "reads"), [(299, False), (301, True)])
async def test_without_a_hint_it_is_read_every_five_minutes(
    rounds: Rounds,
    seconds: float,
    reads: bool,  # noqa: FBT001 - an outcome
) -> None:
    assert await rounds.reads(seconds) is reads


@pytest.mark.parametrize(("seconds", "reads"), [(899, False), (901, True)])
async def test_with_webhooks_it_is_read_three_times_as_seldom(
    place: Workplace,
    seconds: float,
    reads: bool,  # noqa: FBT001 - an outcome
) -> None:
    await place.made()
    assert await Rounds(place, trusted=True).reads(seconds) is reads


@pytest.mark.parametrize(
    ("now", "known", "often"),
    [
        (START - 16 * MINUTE, {}, False),
        (START - 14 * MINUTE, {}, True),
        (START + 40 * MINUTE, {}, True),
        (END + 14 * MINUTE, {}, True),
        (END + 16 * MINUTE, {}, False),
        (START + 40 * MINUTE, {"phase": Phase.LIVE}, False),
        (START + 40 * MINUTE, {"runs": True}, False),
        (END - 14 * MINUTE, {"phase": Phase.LIVE}, True),
        (END + 3 * HOUR, {"phase": Phase.LIVE}, True),
    ],
    ids=[
        "not yet",
        "about to begin",
        "late",
        "should have ended",
        "not held",
        "live",
        "in practice",
        "about to end",
        "runs over",
    ],
)
async def test_around_its_start_and_end_a_webinar_is_read_more_often(
    rounds: Rounds,
    now: Any,
    known: dict[str, Any],
    often: bool,  # noqa: FBT001 - an outcome
) -> None:
    await rounds.place.change(**known)
    rounds.place.clock.now = now
    assert await rounds.reads(46) is often
    assert not await rounds.reads(44)


async def test_a_hint_is_followed_once(rounds: Rounds) -> None:
    await rounds.hint()
    assert await rounds.reads(10)
    assert not await rounds.reads(10)
    assert await rounds.place.stores.webhook_events.list_unread() == []


async def test_hints_that_come_close_together_share_one_reading(rounds: Rounds) -> None:
    await rounds.hint()
    assert not await rounds.reads(5)
    await rounds.hint(number=2)
    assert await rounds.reads(7)
    assert not await rounds.reads(7)


async def test_a_hint_about_registration_is_left_for_those_who_count(rounds: Rounds) -> None:
    await rounds.hint(WebhookTopic.REGISTRATION)
    assert not await rounds.reads(10)
    assert len(await rounds.place.stores.webhook_events.list_unread()) == 1


async def test_a_hint_is_kept_while_ringcentral_cannot_be_asked(rounds: Rounds) -> None:
    await rounds.hint()
    rounds.place.api.faults.add(Status(503, method="GET", times=None))
    with pytest.raises(WebinarsError):
        await rounds.reads(10)
    assert len(await rounds.place.stores.webhook_events.list_unread()) == 1
