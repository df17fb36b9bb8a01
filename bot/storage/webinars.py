"""The webinars that we made, from the moment RingCentral gave their id."""

from collections.abc import Collection

from sqlalchemy import delete, select, update

from bot.models import Webinar
from bot.models.clock import Clock
from bot.models.submission import Made
from bot.storage.database import Database
from bot.storage.schema import attempts, webinars
from bot.storage.upsert import insert_unless_there
from bot.storage.vault import Vault


class Webinars:
    """Remembers each webinar under the form that it came from."""

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def add(self, draft: str, owner: str, made: Made, *, settles: str | None = None) -> bool:
        """Claim a webinar for a form, which settles the attempt; False when another form has claimed it."""
        row = {
            "id": made.id,
            "draft": draft,
            "owner": owner,
            "sealed": self._vault.seal(made),
            "created_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            if not await insert_unless_there(connection, webinars, row):
                return False
            await connection.execute(delete(attempts).where(attempts.c.key == settles))
            return True

    async def made(self, draft: str) -> Made | None:
        """The webinar that a form made, with or without its session."""
        async with self._database.reading() as connection:
            sealed = await connection.scalar(select(webinars.c.sealed).where(webinars.c.draft == draft))
        return self._vault.unseal(sealed, Made) if sealed else None

    async def found(self, draft: str) -> tuple[Made | None, Webinar | None]:
        """The webinar that a form made, and the same once it has its session."""
        query = select(webinars.c.sealed, webinars.c.sealed_webinar).where(webinars.c.draft == draft)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None, None
        scheduled = self._vault.unseal(row.sealed_webinar, Webinar) if row.sealed_webinar else None
        return self._vault.unseal(row.sealed, Made), scheduled

    async def scheduled(self, draft: str) -> Webinar | None:
        """The webinar that a form made, once it has its session."""
        async with self._database.reading() as connection:
            sealed = await connection.scalar(
                select(webinars.c.sealed_webinar).where(webinars.c.draft == draft)
            )
        return self._vault.unseal(sealed, Webinar) if sealed else None

    async def keep(self, webinar: Webinar, *, settles: str | None = None) -> None:
        """Save a webinar as it is now; the attempt that made it so is settled."""
        values = {"starts_at": webinar.start, "sealed_webinar": self._vault.seal(webinar)}
        async with self._database.transaction() as connection:
            await connection.execute(update(webinars).where(webinars.c.id == webinar.id).values(values))
            if settles is not None:
                await connection.execute(delete(attempts).where(attempts.c.key == settles))

    async def forget(self, webinar_id: str) -> None:
        """Forget a webinar that is gone from RingCentral."""
        async with self._database.transaction() as connection:
            await connection.execute(delete(webinars).where(webinars.c.id == webinar_id))

    async def claimed(self, ids: Collection[str]) -> frozenset[str]:
        """Those of the ids that belong to one of our forms."""
        async with self._database.reading() as connection:
            found = await connection.scalars(select(webinars.c.id).where(webinars.c.id.in_(ids)))
            return frozenset(found)
