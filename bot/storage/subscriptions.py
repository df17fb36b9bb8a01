"""The webhook subscription of an account, so that all workers share one."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.models.frozen import Frozen
from bot.storage.database import Database
from bot.storage.schema import subscriptions
from bot.storage.upsert import insert_or_update


class Subscribed(Frozen):
    """A subscription as RingCentral described it at an instant."""

    id: str
    address: str
    expires_at: datetime
    checked_at: datetime


class Subscriptions:
    """Remembers the subscription of one account."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def get(self) -> Subscribed | None:
        """The subscription, if there is one."""
        query = select(subscriptions).where(subscriptions.c.account == self._account)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).mappings().one_or_none()
        return (
            Subscribed.model_validate({name: row[name] for name in Subscribed.model_fields}) if row else None
        )

    async def save(self, subscribed: Subscribed) -> None:
        """Save the subscription as it is now."""
        async with self._database.before_sending() as connection:
            row = {"account": self._account, **subscribed.model_dump()}
            await insert_or_update(connection, subscriptions, row)

    async def delete(self) -> None:
        """There is no subscription any more."""
        async with self._database.before_sending() as connection:
            await connection.execute(delete(subscriptions).where(subscriptions.c.account == self._account))
