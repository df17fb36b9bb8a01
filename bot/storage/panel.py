"""The co-hosts and panelists from Slack, with their own links, sealed."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import delete, select

from bot.models import Invitation, Role
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import panel
from bot.storage.upsert import insert_or_update
from bot.storage.webinars import touch


class PanelStore:
    """Remembers who is on the panel of which webinar."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    async def save(self, webinar_key: str, invitations: Iterable[Invitation]) -> None:
        """Save these members of the panel as they are now."""
        async with self._database.transaction() as connection:
            for one in invitations:
                row = {
                    "draft": webinar_key,
                    "user": one.user,
                    "role": one.role,
                    "sealed": self._cipher.encrypt(one),
                }
                await insert_or_update(connection, panel, row)
            await touch(connection, webinar_key)

    async def remove(self, webinar_key: str, users: Iterable[str]) -> None:
        """Take these off the panel."""
        async with self._database.transaction() as connection:
            await connection.execute(
                delete(panel).where(panel.c.draft == webinar_key, panel.c.user.in_(list(users)))
            )
            await touch(connection, webinar_key)

    async def list_members(self, webinar_key: str) -> tuple[Invitation, ...]:
        """Everybody on the panel of a webinar, by id."""
        return (await self.list_by_webinars([webinar_key])).get(webinar_key, ())

    async def list_by_webinars(self, webinar_keys: Collection[str]) -> dict[str, tuple[Invitation, ...]]:
        """The panels of these webinars, each by id; in one query."""
        query = select(panel.c.draft, panel.c.sealed).where(panel.c.draft.in_(webinar_keys))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(panel.c.user))).all()
        members = defaultdict[str, list[Invitation]](list)
        for row in rows:
            members[row.draft].append(self._cipher.decrypt(row.sealed, Invitation))
        return {key: tuple(invitations) for key, invitations in members.items()}

    async def list_webinars_of(self, user: str, role: Role | None = None) -> list[str]:
        """The webinars on whose panel somebody is, in a role or in any."""
        query = select(panel.c.draft).where(panel.c.user == user)
        if role is not None:
            query = query.where(panel.c.role == role)
        async with self._database.reading() as connection:
            return list(await connection.scalars(query))
