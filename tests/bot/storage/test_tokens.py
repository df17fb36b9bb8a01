"""The access token that all workers of one RingCentral user share."""

from datetime import timedelta

from bot.models.token import AccessToken
from bot.storage import Cipher, Database
from bot.storage.tokens import Tokens
from tests.bot.virtual_time import MONDAY

OLD = AccessToken(value="old", renew_at=MONDAY)
NEW = AccessToken(value="new", renew_at=MONDAY + timedelta(hours=1))


def tokens(database: Database, account: str = "host") -> Tokens:
    return Tokens(database, Cipher("a secret"), account)


async def test_another_worker_finds_the_token(database: Database) -> None:
    assert await tokens(database).get() is None
    await tokens(database).save(OLD)
    await tokens(database).save(NEW)
    assert await tokens(database).get() == NEW
    assert await tokens(database, "another").get() is None


async def test_only_the_token_that_was_refused_is_deleted(database: Database) -> None:
    await tokens(database).save(NEW)
    await tokens(database).delete("old")
    assert await tokens(database).get() == NEW
    await tokens(database).delete("new")
    assert await tokens(database).get() is None
