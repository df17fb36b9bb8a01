"""The webinars that we made, from the moment RingCentral gave their id."""

from collections.abc import Collection

from sqlalchemy import delete, select, update

from bot.models import Webinar
from bot.models.clock import Clock
from bot.models.submission import Made
from bot.storage.database import Database
from bot.storage.schema import webinars
from bot.storage.upsert import insert_unless_there
from bot.storage.vault import Vault


class Webinars:
    """Remembers each webinar under the form that it came from."""

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def add(self, draft: str, owner: str, made: Made) -> bool:
        """Claim a webinar for a form; False when another form has claimed it."""
        row = {
            "id": made.id,
            "draft": draft,
            "owner": owner,
            "sealed": self._vault.seal(made),
            "created_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            return await insert_unless_there(connection, webinars, row)

    async def made(self, draft: str) -> Made | None:
        """The webinar that a form made, with or without its session."""
        async with self._database.transaction() as connection:
            sealed = await connection.scalar(select(webinars.c.sealed).where(webinars.c.draft == draft))
        return self._vault.unseal(sealed, Made) if sealed else None

    async def scheduled(self, draft: str) -> Webinar | None:
        """The webinar that a form made, once it has its session."""
        async with self._database.transaction() as connection:
            sealed = await connection.scalar(
                select(webinars.c.sealed_webinar).where(webinars.c.draft == draft)
            )
        return self._vault.unseal(sealed, Webinar) if sealed else None

    async def keep(self, webinar: Webinar) -> None:
        """Save a webinar as it is now."""
        values = {"starts_at": webinar.start, "sealed_webinar": self._vault.seal(webinar)}
        async with self._database.transaction() as connection:
            await connection.execute(update(webinars).where(webinars.c.id == webinar.id).values(values))

    async def forget(self, webinar_id: str) -> None:
        """Forget a webinar that is gone from RingCentral."""
        async with self._database.transaction() as connection:
            await connection.execute(delete(webinars).where(webinars.c.id == webinar_id))

    async def claimed(self, ids: Collection[str]) -> frozenset[str]:
        """Those of the ids that belong to one of our forms."""
        async with self._database.transaction() as connection:
            found = await connection.scalars(select(webinars.c.id).where(webinars.c.id.in_(ids)))
            return frozenset(found)
