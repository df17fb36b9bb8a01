"""The people who said that they come."""

from collections import defaultdict
from collections.abc import Collection

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

    async def add(self, webinar_key: str, user: str) -> bool:
        """Somebody says that they come; False when they had said so."""
        row = {"draft": webinar_key, "user": user, "said_at": self._clock()}
        async with self._database.transaction() as connection:
            if new := await insert_unless_there(connection, going, row):
                await touch(connection, webinar_key)
        return new

    async def remove(self, webinar_key: str, user: str) -> bool:
        """Somebody says that they do not come after all; False when nobody had expected them."""
        here = (going.c.draft == webinar_key) & (going.c.user == user)
        async with self._database.transaction() as connection:
            if gone := bool((await connection.execute(delete(going).where(here))).rowcount):
                await touch(connection, webinar_key)
        return gone

    async def list_going(self, webinar_key: str) -> tuple[str, ...]:
        """Everybody who comes, whoever said so first comes first."""
        return (await self.list_by_webinars([webinar_key])).get(webinar_key, ())

    async def list_by_webinars(self, webinar_keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The people who come to each of these webinars, the first to say so first; in one query."""
        query = select(going.c.draft, going.c.user).where(going.c.draft.in_(webinar_keys))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(going.c.said_at, going.c.user))).all()
        people = defaultdict[str, list[str]](list)
        for row in rows:
            people[row.draft].append(row.user)
        return {key: tuple(users) for key, users in people.items()}
