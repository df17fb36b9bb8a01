"""Who said that they come."""

from sqlalchemy import delete, select

from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import going
from bot.storage.upsert import insert_unless_there
from bot.storage.webinars import touch


class Going:
    """Remembers who comes to which webinar; each change makes its cards stale."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def comes(self, draft: str, user: str) -> bool:
        """Somebody says that they come; False when they had said so."""
        row = {"draft": draft, "user": user, "said_at": self._clock()}
        async with self._database.transaction() as connection:
            if new := await insert_unless_there(connection, going, row):
                await touch(connection, draft)
        return new

    async def stays_away(self, draft: str, user: str) -> bool:
        """Somebody says that they do not come after all; False when nobody had expected them."""
        here = (going.c.draft == draft) & (going.c.user == user)
        async with self._database.transaction() as connection:
            if gone := bool((await connection.execute(delete(going).where(here))).rowcount):
                await touch(connection, draft)
        return gone

    async def of(self, draft: str) -> tuple[str, ...]:
        """Everybody who comes, whoever said so first comes first."""
        query = select(going.c.user).where(going.c.draft == draft).order_by(going.c.said_at, going.c.user)
        async with self._database.reading() as connection:
            return tuple(await connection.scalars(query))
