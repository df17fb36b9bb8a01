"""Everybody's calendar file has a number that says how new it is."""

from bot.storage.stores import Stores
from tests.bot.virtual_time import VirtualTime


async def test_whoever_has_an_older_file_is_known_in_the_order_they_took_it(
    stores: Stores, clock: VirtualTime
) -> None:
    for user, sequence in (("U0BEN", 0), ("U0ANN", 1), ("U0DEE", 2)):
        await stores.calendars.mark_sent("d1", user, sequence)
        clock.passes(1)
    assert await stores.calendars.list_outdated("d1", 2) == ["U0BEN", "U0ANN"]
    assert await stores.calendars.list_outdated("d2", 2) == []


async def test_a_newer_file_takes_the_place_of_an_older_one(stores: Stores) -> None:
    await stores.calendars.mark_sent("d1", "U0BEN", 0)
    await stores.calendars.mark_sent("d1", "U0BEN", 3)
    assert await stores.calendars.get_sequence("d1", "U0BEN") == 3
    assert await stores.calendars.list_outdated("d1", 3) == []


async def test_who_took_none_has_none(stores: Stores) -> None:
    assert await stores.calendars.get_sequence("d1", "U0BEN") is None
