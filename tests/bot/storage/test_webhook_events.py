"""Webhook events are kept until they are looked into, each once however often it is delivered."""

from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.storage.stores import Stores
from tests.bot.virtual_time import VirtualTime


def event(number: int) -> WebhookEvent:
    return WebhookEvent(id=f"e{number}", about=WebhookTopic.SESSION, session=f"s{number}", webinar=None)


async def test_the_oldest_is_looked_into_first(stores: Stores, clock: VirtualTime) -> None:
    for number in (2, 1, 3):
        assert await stores.webhook_events.save(event(number))
        clock.passes(1)
    assert await stores.webhook_events.list_unread() == [event(2), event(1), event(3)]


async def test_a_delivery_that_comes_again_is_no_news_even_when_it_was_read(stores: Stores) -> None:
    await stores.webhook_events.save(event(1))
    assert not await stores.webhook_events.save(event(1))
    assert await stores.webhook_events.list_unread() == [event(1)]
    await stores.webhook_events.mark_read([event(1)])
    assert not await stores.webhook_events.save(event(1))
    assert await stores.webhook_events.list_unread() == []


async def test_only_what_was_looked_into_is_forgotten(stores: Stores) -> None:
    for number in (1, 2):
        await stores.webhook_events.save(event(number))
    await stores.webhook_events.mark_read([])
    await stores.webhook_events.mark_read([event(2), event(9)])
    assert await stores.webhook_events.list_unread() == [event(1)]
