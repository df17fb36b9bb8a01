"""Writes to RingCentral, recorded before they leave, since it has no idempotency key."""

from datetime import datetime

from sqlalchemy import delete, select, update

from bot.models import Frozen
from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import attempts
from bot.storage.upsert import insert_unless_there


class Attempt(Frozen):
    """When a write was first and last sent, as far as we know."""

    first_at: datetime
    last_at: datetime


class Attempts:
    """Remembers what may have been sent."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def earlier(self, key: str) -> Attempt | None:
        """The earlier attempt under this key, whose outcome is not known."""
        async with self._database.transaction() as connection:
            found = (await connection.execute(select(attempts).where(attempts.c.key == key))).one_or_none()
        return Attempt(first_at=found.first_at, last_at=found.last_at) if found else None

    async def leaving(self, key: str) -> None:
        """Record that the write is about to leave."""
        now = self._clock()
        async with self._database.transaction() as connection:
            row = {"key": key, "first_at": now, "last_at": now}
            if not await insert_unless_there(connection, attempts, row):
                await connection.execute(update(attempts).where(attempts.c.key == key).values(last_at=now))

    async def settled(self, key: str) -> None:
        """The outcome is known, whatever it is."""
        async with self._database.transaction() as connection:
            await connection.execute(delete(attempts).where(attempts.c.key == key))
