"""Who wants to hear when there is room is told in the order in which they asked."""

from bot.storage.stores import Stores
from tests.bot.virtual_time import VirtualTime


async def test_whoever_asked_first_is_told_first_and_once(stores: Stores, clock: VirtualTime) -> None:
    for user in ("U0EVE", "U0BEN", "U0EVE"):
        await stores.room_alerts.add("d1", user)
        clock.passes(1)
    await stores.room_alerts.add("d2", "U0DEE")
    assert await stores.room_alerts.list_by_webinar("d1") == ["U0EVE", "U0BEN"]
    await stores.room_alerts.delete("d1", "U0EVE")
    assert await stores.room_alerts.list_by_webinar("d1") == ["U0BEN"]
    assert await stores.room_alerts.list_by_webinar("d2") == ["U0DEE"]
