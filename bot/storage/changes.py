"""Changes that somebody wants of a webinar, kept until they are carried out."""

from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import select, update

from bot.models.change import Change
from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import changes
from bot.storage.upsert import insert_unless_there

_CHANGES: Final[TypeAdapter[Change]] = TypeAdapter(Change)


class Changes:
    """Remembers changes, sealed."""

    def __init__(self, database: Database, cipher: Cipher, clock: Clock) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock

    async def add(self, change: Change) -> bool:
        """Save a change; False when this very one is saved already."""
        row = {
            "id": change.id,
            "draft": change.webinar_key,
            "sealed": self._cipher.encrypt(change),
            "ended": False,
            "created_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            return await insert_unless_there(connection, changes, row)

    async def get(self, change_id: str) -> Change | None:
        """A change as it was asked for."""
        async with self._database.reading() as connection:
            sealed = await connection.scalar(select(changes.c.sealed).where(changes.c.id == change_id))
        return self._cipher.decrypt_union(sealed, _CHANGES) if sealed else None

    async def list_unfinished(self) -> list[str]:
        """The ids of the changes whose work has not ended."""
        query = select(changes.c.id).where(changes.c.ended.is_(False)).order_by(changes.c.created_at)
        async with self._database.reading() as connection:
            return list(await connection.scalars(query))

    async def finish(self, change_id: str) -> None:
        """Note that the work of a change has ended."""
        async with self._database.before_sending() as connection:
            await connection.execute(update(changes).where(changes.c.id == change_id).values(ended=True))
