"""Each card and direct message is on record before it leaves, so that none is posted twice."""

import asyncio

from bot.storage.messages import Kind, Posted
from bot.storage.stores import Stores
from tests.bot.virtual_time import MONDAY, VirtualTime

KEY = "d1:card:C0GENERAL"


async def claim(stores: Stores, key: str = KEY, kind: Kind = Kind.CARD) -> Posted | None:
    return await stores.messages.claim(key, "d1", kind, "C0GENERAL")


async def test_the_first_to_claim_a_message_may_post_it(stores: Stores) -> None:
    assert await claim(stores) is None


async def test_who_claims_it_again_learns_that_it_may_be_there(stores: Stores, clock: VirtualTime) -> None:
    await claim(stores)
    clock.passes(60)
    assert await claim(stores) == Posted(
        key=KEY, webinar_key="d1", kind=Kind.CARD, conversation="C0GENERAL", ts=None, attempted_at=MONDAY
    )


async def test_of_many_who_claim_it_at_once_one_posts_it(stores: Stores) -> None:
    claims = await asyncio.gather(*(claim(stores) for _ in range(5)))
    assert claims.count(None) == 1


async def test_who_claims_a_posted_message_learns_where_it_stands(stores: Stores) -> None:
    await claim(stores)
    await stores.messages.mark_posted(KEY, "D0ANN", "1772470800.000100", "digest")
    earlier = await claim(stores)
    assert earlier
    assert (earlier.conversation, earlier.ts) == ("D0ANN", "1772470800.000100")


async def test_a_message_that_slack_refused_may_be_posted_anew(stores: Stores) -> None:
    await claim(stores)
    await stores.messages.delete_unposted(KEY)
    assert await claim(stores) is None


async def test_a_message_that_stands_cannot_be_withdrawn(stores: Stores) -> None:
    await claim(stores)
    await stores.messages.mark_posted(KEY, "C0GENERAL", "1.1", "digest")
    await stores.messages.delete_unposted(KEY)
    assert await claim(stores) is not None


async def test_the_messages_of_a_webinar_are_found_by_kind(stores: Stores, clock: VirtualTime) -> None:
    for key, kind in (("b", Kind.CARD), ("a", Kind.CARD), ("c", Kind.HOST)):
        await claim(stores, key, kind)
        clock.passes(1)
    await stores.messages.claim("e", "d2", Kind.CARD, "C0GENERAL")
    assert [posted.key for posted in await stores.messages.list_by_webinar("d1", Kind.CARD)] == ["b", "a"]
    assert [posted.key for posted in await stores.messages.list_by_webinar("d1", Kind.HOST)] == ["c"]
    assert await stores.messages.list_by_webinar("d3", Kind.CARD) == []
