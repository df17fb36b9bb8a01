"""The people who agreed that their name and e-mail address go to RingCentral when they register."""

from sqlalchemy import select

from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import consents
from bot.storage.upsert import insert_unless_there


class RegistrationConsents:
    """Remembers who agreed."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def has_agreed(self, user: str) -> bool:
        """Tell whether somebody agreed once."""
        async with self._database.reading() as connection:
            found = await connection.scalar(select(consents.c.user).where(consents.c.user == user))
        return found is not None

    async def save(self, user: str) -> None:
        """Somebody agrees."""
        async with self._database.transaction() as connection:
            await insert_unless_there(connection, consents, {"user": user, "agreed_at": self._clock()})
