"""The webinars that we made, from the moment RingCentral gave their id."""

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import Phase, Webinar
from bot.models.clock import Clock
from bot.models.news import noting_news
from bot.models.submission import Made
from bot.models.tracked import TrackedWebinar
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import attempts, webinars
from bot.storage.upsert import insert_unless_there

_FOLLOWED: Final = webinars.c.draft, webinars.c.sealed_webinar, webinars.c.revision, webinars.c.created_at
_BREATHER: Final = 50
_UNSEEN: Final = {
    *("read_at", "changed_at", "runs", "recap_reads", "host"),
    *("moved_from", "moved_by", "moves", "registration_news", "turns"),
}
"""What changes of a webinar without anybody seeing it."""


class Webinars:
    """Remembers each webinar under the form that it came from."""

    def __init__(self, database: Database, cipher: Cipher, clock: Clock) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock

    async def add(self, webinar_key: str, owner: str, made: Made, *, settles: str | None = None) -> bool:
        """Claim a webinar for a form, which settles the attempt; False when another form has claimed it."""
        row = {
            "id": made.id,
            "draft": webinar_key,
            "owner": owner,
            "sealed": self._cipher.encrypt(made),
            "created_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            if not await insert_unless_there(connection, webinars, row):
                return False
            await connection.execute(delete(attempts).where(attempts.c.key == settles))
            return True

    async def get_made(self, webinar_key: str) -> Made | None:
        """The webinar that a form made, with or without its session."""
        async with self._database.reading() as connection:
            sealed = await connection.scalar(select(webinars.c.sealed).where(webinars.c.draft == webinar_key))
        return self._cipher.decrypt(sealed, Made) if sealed else None

    async def get_made_and_scheduled(self, webinar_key: str) -> tuple[Made | None, Webinar | None]:
        """The webinar that a form made, and the same once it has its session."""
        query = select(webinars.c.sealed, webinars.c.sealed_webinar).where(webinars.c.draft == webinar_key)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None, None
        scheduled = self._cipher.decrypt(row.sealed_webinar, Webinar) if row.sealed_webinar else None
        return self._cipher.decrypt(row.sealed, Made), scheduled

    async def get_scheduled(self, webinar_key: str) -> Webinar | None:
        """The webinar that a form made, once it has its session."""
        found = await self._find(webinars.c.draft == webinar_key)
        return found[0].webinar if found else None

    async def save(self, webinar: Webinar, *, settles: str | None = None) -> None:
        """Save a webinar that has its session now; the attempt that made it so is settled."""
        async with self._database.transaction() as connection:
            await connection.execute(
                update(webinars).where(webinars.c.id == webinar.id).values(self._columns(webinar))
            )
            if settles is not None:
                await connection.execute(delete(attempts).where(attempts.c.key == settles))

    async def change(
        self, webinar_key: str, how: Callable[[Webinar], Webinar], *, shown: bool = True
    ) -> Webinar | None:
        """Change a webinar, whoever changes it at the same time; the webinar as it is then, None when it is gone.

        A change that people can see makes its cards stale, unless it shall not be `shown` yet, and one that a calendar
        shows counts its sequence up.
        """
        here = webinars.c.draft == webinar_key
        async with self._database.before_sending() as connection:
            query = select(webinars.c.sealed_webinar).where(here).with_for_update()
            if (sealed := await connection.scalar(query)) is None:
                return None
            before = self._cipher.decrypt(sealed, Webinar)
            after = noting_news(before, how(before))
            if after.for_calendars != before.for_calendars:
                after = after.model_copy(update={"sequence": before.sequence + 1})
            if after != before:
                seen = shown and after.model_dump(exclude=_UNSEEN) != before.model_dump(exclude=_UNSEEN)
                await connection.execute(
                    update(webinars).where(here).values(self._columns(after) | (_stale() if seen else {}))
                )
        return after

    async def mark_stale(self, webinar_key: str) -> None:
        """Mark the cards of a webinar as stale, since something that belongs to it changed."""
        async with self._database.transaction() as connection:
            await touch(connection, webinar_key)

    async def list_tracked(self, *phases: Phase) -> list[TrackedWebinar]:
        """The webinars in these phases, the earliest first; an earlier version noted no phase."""
        return await self._find(_in_phase(*phases))

    async def is_any_tracked(self) -> bool:
        """Tell whether any webinar is to come or goes on."""
        query = select(webinars.c.id).where(_in_phase(Phase.SCHEDULED, Phase.LIVE)).limit(1)
        async with self._database.reading() as connection:
            return await connection.scalar(query) is not None

    async def list_starting(
        self, earliest: datetime, latest: datetime, *phases: Phase
    ) -> list[TrackedWebinar]:
        """The webinars in these phases that start between two instants, the earliest first."""
        start = webinars.c.starts_at
        return await self._find(_in_phase(*phases) & (start >= earliest) & (start <= latest))

    async def list_by_ids(self, sessions: Collection[str], ids: Collection[str]) -> list[TrackedWebinar]:
        """The webinars to come of these sessions, or with these ids at RingCentral."""
        if not sessions and not ids:
            return []
        meant = webinars.c.session_id.in_(sessions) | webinars.c.id.in_(ids)
        return await self._find(meant & _in_phase(Phase.SCHEDULED, Phase.LIVE))

    async def get_tracked(self, webinar_key: str) -> TrackedWebinar | None:
        """One webinar that has its session."""
        found = await self._find(webinars.c.draft == webinar_key)
        return found[0] if found else None

    async def list_by_keys(self, drafts: Collection[str]) -> list[TrackedWebinar]:
        """The webinars of these forms, the earliest first."""
        return await self._find(webinars.c.draft.in_(drafts))

    async def list_by_owner(self, owner: str) -> list[TrackedWebinar]:
        """The webinars of one person, the earliest first."""
        return await self._find(webinars.c.owner == owner)

    async def list_stale(self) -> list[TrackedWebinar]:
        """The webinars that changed since their cards were drawn."""
        drawn = func.coalesce(webinars.c.drawn, 0)
        return await self._find(func.coalesce(webinars.c.revision, 0) > drawn)

    async def mark_drawn(self, webinar_key: str, revision: int) -> None:
        """Note that every card shows a webinar as it was at a revision."""
        async with self._database.transaction() as connection:
            await connection.execute(
                update(webinars).where(webinars.c.draft == webinar_key).values(drawn=revision)
            )

    async def delete(self, webinar_id: str) -> None:
        """Forget a webinar that is gone from RingCentral."""
        async with self._database.transaction() as connection:
            await connection.execute(delete(webinars).where(webinars.c.id == webinar_id))

    async def list_claimed(self, ids: Collection[str]) -> frozenset[str]:
        """Those of the ids that belong to one of our forms."""
        async with self._database.reading() as connection:
            found = await connection.scalars(select(webinars.c.id).where(webinars.c.id.in_(ids)))
            return frozenset(found)

    def _columns(self, webinar: Webinar) -> dict[str, object]:
        return {
            "starts_at": webinar.start,
            "session_id": webinar.session_id,
            "phase": webinar.phase,
            "sealed_webinar": self._cipher.encrypt(webinar),
        }

    async def _find(self, condition: ColumnElement[bool]) -> list[TrackedWebinar]:
        query = select(*_FOLLOWED).where(condition, webinars.c.sealed_webinar.is_not(None))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(webinars.c.starts_at, webinars.c.id))).all()
        found = []
        for row in rows:
            webinar = self._cipher.decrypt(row.sealed_webinar, Webinar)
            known = {"draft": row.draft, "revision": row.revision or 0, "made_at": row.created_at}
            found.append(TrackedWebinar(webinar=webinar, **known))
            if len(found) % _BREATHER == 0:
                await asyncio.sleep(0)  # thousands of seals take a while, and others wait
        return found


async def touch(connection: AsyncConnection, webinar_key: str) -> None:
    """Make the cards of a webinar stale, within a transaction."""
    await connection.execute(update(webinars).where(webinars.c.draft == webinar_key).values(_stale()))


def _in_phase(*phases: Phase) -> ColumnElement[bool]:
    """The webinars that have a session and are in one of these phases; an earlier version noted no phase."""
    noted = webinars.c.phase.in_(phases)
    here = noted | webinars.c.phase.is_(None) if Phase.SCHEDULED in phases else noted
    return here & webinars.c.sealed_webinar.is_not(None)


def _stale() -> dict[str, ColumnElement[int]]:
    return {"revision": func.coalesce(webinars.c.revision, 0) + 1}
