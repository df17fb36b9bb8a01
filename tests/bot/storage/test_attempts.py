"""A request is on record before it leaves for RingCentral."""

from datetime import timedelta

from bot.storage.attempts import Attempt
from bot.storage.stores import Stores
from tests.bot.virtual_time import MONDAY, VirtualTime

ANSWER = timedelta(seconds=40)


async def test_what_never_left_is_not_on_record(stores: Stores) -> None:
    assert await stores.attempts.find("d1:webinar") is None


async def test_what_leaves_is_on_record(stores: Stores) -> None:
    await stores.attempts.mark_sending("d1:webinar", ANSWER)
    assert await stores.attempts.find("d1:webinar") == Attempt(
        first_at=MONDAY, last_at=MONDAY, lands_by=MONDAY + ANSWER
    )
    assert await stores.attempts.find("d1:session") is None


async def test_what_leaves_again_keeps_the_time_at_which_it_left_first(
    stores: Stores, clock: VirtualTime
) -> None:
    for _ in range(3):
        await stores.attempts.mark_sending("d1:webinar")
        clock.passes(60)
    last = MONDAY + timedelta(seconds=120)
    assert await stores.attempts.find("d1:webinar") == Attempt(first_at=MONDAY, last_at=last, lands_by=last)


async def test_what_is_settled_is_off_the_record(stores: Stores) -> None:
    await stores.attempts.mark_sending("d1:webinar")
    await stores.attempts.mark_sending("d2:webinar")
    await stores.attempts.mark_settled("d1:webinar")
    assert await stores.attempts.find("d1:webinar") is None
    assert await stores.attempts.find("d2:webinar") is not None
