"""Each reminder is begun once, and taken up until it has ended."""

from bot.storage.stores import Stores
from tests.bot.virtual_time import MONDAY


async def test_a_reminder_is_begun_once(stores: Stores) -> None:
    assert await stores.reminders.begin("remind:d1:600:1", "d1", MONDAY)
    assert not await stores.reminders.begin("remind:d1:600:1", "d1", MONDAY)
    assert await stores.reminders.begin("remind:d1:60:1", "d1", MONDAY)


async def test_what_has_ended_is_not_taken_up_again(stores: Stores) -> None:
    for name in ("one", "two"):
        await stores.reminders.begin(name, "d1", MONDAY)
    await stores.reminders.finish("one")
    assert await stores.reminders.list_unfinished() == ["two"]
    assert not await stores.reminders.begin("one", "d1", MONDAY), "it is not sent twice"
