"""The reminders that were begun, so that each is sent once."""

from datetime import datetime

from sqlalchemy import select, update

from bot.storage.database import Database
from bot.storage.schema import reminders
from bot.storage.upsert import insert_unless_there


class RemindersStore:
    """Remembers which reminders were begun, and which of them have ended."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, reminder: str, webinar_key: str, due_at: datetime) -> bool:
        """Claim a reminder; False when it was begun before."""
        row = {"id": reminder, "draft": webinar_key, "due_at": due_at, "ended": False}
        async with self._database.before_sending() as connection:
            return await insert_unless_there(connection, reminders, row)

    async def list_unfinished(self) -> list[str]:
        """The reminders whose work has not ended."""
        async with self._database.reading() as connection:
            return list(await connection.scalars(select(reminders.c.id).where(reminders.c.ended.is_(False))))

    async def finish(self, reminder: str) -> None:
        """Note that a reminder was sent, or need not be."""
        async with self._database.before_sending() as connection:
            await connection.execute(update(reminders).where(reminders.c.id == reminder).values(ended=True))
