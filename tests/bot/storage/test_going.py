"""Who comes to a webinar, in the order in which they said so."""

from bot.storage.stores import Stores
from tests.blocks.example_webinar import webinar
from tests.bot.storage.examples import made
from tests.bot.virtual_time import VirtualTime


async def test_whoever_says_so_first_comes_first(stores: Stores, clock: VirtualTime) -> None:
    for user in ("U0EVE", "U0BEN"):
        assert await stores.going.add("d1", user)
        clock.passes(1)
    assert await stores.going.list_going("d1") == ("U0EVE", "U0BEN")
    assert await stores.going.list_going("d2") == ()


async def test_saying_so_again_changes_nothing(stores: Stores, clock: VirtualTime) -> None:
    await stores.going.add("d1", "U0EVE")
    clock.passes(1)
    await stores.going.add("d1", "U0BEN")
    clock.passes(1)
    assert not await stores.going.add("d1", "U0EVE")
    assert await stores.going.list_going("d1") == ("U0EVE", "U0BEN")


async def test_whoever_does_not_come_after_all_is_off_the_list_of_that_webinar_alone(stores: Stores) -> None:
    for webinar_key in ("d1", "d2"):
        await stores.going.add(webinar_key, "U0EVE")
    assert await stores.going.remove("d1", "U0EVE")
    assert not await stores.going.remove("d1", "U0EVE"), "nobody expects them any more"
    assert await stores.going.list_by_webinars(["d1", "d2"]) == {"d2": ("U0EVE",)}


async def test_only_a_change_makes_the_cards_stale(stores: Stores) -> None:
    await stores.webinars.add("d1", "U0ANN", made())
    await stores.webinars.save(webinar())

    async def is_stale() -> bool:
        """Whether the cards are stale; from here on they are drawn."""
        stale = await stores.webinars.list_stale()
        for one in stale:
            await stores.webinars.mark_drawn(one.webinar_key, one.revision)
        return bool(stale)

    await is_stale()
    await stores.going.add("d1", "U0EVE")
    assert await is_stale()
    await stores.going.add("d1", "U0EVE")
    await stores.going.remove("d1", "U0BEN")
    assert not await is_stale()
    await stores.going.remove("d1", "U0EVE")
    assert await is_stale()
