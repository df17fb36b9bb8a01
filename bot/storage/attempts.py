"""Writes to RingCentral, recorded before they leave, since it has no idempotency key."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from bot.models import Frozen
from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import attempts
from bot.storage.upsert import insert_unless_there


class Attempt(Frozen):
    """The times when a write was first and last sent, as far as we know, and when the last one has landed if it ever does."""

    first_at: datetime
    last_at: datetime
    lands_by: datetime | None = None


class Attempts:
    """Remembers what may have been sent."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def find(self, key: str) -> Attempt | None:
        """The earlier attempt under this key, whose outcome is not known."""
        async with self._database.reading() as connection:
            found = (await connection.execute(select(attempts).where(attempts.c.key == key))).one_or_none()
        if found is None:
            return None
        return Attempt(first_at=found.first_at, last_at=found.last_at, lands_by=found.lands_by)

    async def mark_sending(self, key: str, landed_within: timedelta = timedelta()) -> None:
        """Record that the write is about to leave, and how long it may take to land."""
        now = self._clock()
        async with self._database.before_sending() as connection:
            sent = {"last_at": now, "lands_by": now + landed_within}
            if not await insert_unless_there(connection, attempts, {"key": key, "first_at": now, **sent}):
                await connection.execute(update(attempts).where(attempts.c.key == key).values(sent))

    async def list_unsettled(self, ending: str, since: datetime) -> list[str]:
        """The keys with this ending whose outcome is not known, if they were sent since an instant."""
        ours = attempts.c.key.endswith(ending, autoescape=True)
        query = select(attempts.c.key).where(ours, attempts.c.last_at >= since)
        async with self._database.reading() as connection:
            return list(await connection.scalars(query))

    async def mark_settled(self, key: str) -> None:
        """The outcome is known, whatever it is."""
        async with self._database.before_sending() as connection:
            await connection.execute(delete(attempts).where(attempts.c.key == key))
