"""The people who took a webinar into their calendar by a file, which does not move by itself."""

from sqlalchemy import delete, select

from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import calendars
from bot.storage.upsert import insert_or_update


class Calendars:
    """Remembers how new everybody's file is."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def mark_sent(self, webinar_key: str, user: str, sequence: int) -> None:
        """Somebody has the file of a webinar as it was at a sequence."""
        row = {"draft": webinar_key, "user": user, "sequence": sequence, "taken_at": self._clock()}
        async with self._database.before_sending() as connection:
            await insert_or_update(connection, calendars, row)

    async def get_sequence(self, webinar_key: str, user: str) -> int | None:
        """The sequence of somebody's file of a webinar; None when they have none."""
        query = select(calendars.c.sequence).where(calendars.c.draft == webinar_key, calendars.c.user == user)
        async with self._database.reading() as connection:
            sequence: int | None = await connection.scalar(query)
        return sequence

    async def delete(self, webinar_key: str, user: str) -> None:
        """Somebody does not come any more: their file need not be kept new."""
        here = (calendars.c.draft == webinar_key) & (calendars.c.user == user)
        async with self._database.transaction() as connection:
            await connection.execute(delete(calendars).where(here))

    async def list_outdated(self, webinar_key: str, sequence: int) -> list[str]:
        """Those whose file is older than a sequence."""
        query = select(calendars.c.user).where(
            calendars.c.draft == webinar_key, calendars.c.sequence < sequence
        )
        async with self._database.reading() as connection:
            return list(await connection.scalars(query.order_by(calendars.c.taken_at)))
