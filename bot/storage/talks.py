"""Drafts that are talked about, and the events by which Slack told of them."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models.clock import Clock
from bot.models.talk import Talk, TalkState
from bot.models.understood import Understood
from bot.storage.database import Database
from bot.storage.schema import events, talks
from bot.storage.upsert import insert_unless_there
from bot.storage.vault import Vault


class Talks:
    """Remembers each draft, sealed; an event acts once, however often Slack tells it."""

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def begin(self, talk: Talk, event: str) -> bool:
        """Save a new draft; False when this event began one already."""
        row = {
            "id": talk.id,
            "owner": talk.owner,
            "conversation": talk.conversation,
            "thread": talk.thread,
            "state": talk.state,
            "sealed": self._vault.seal(talk),
            "changed_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            return await self._new(connection, event) and await insert_unless_there(connection, talks, row)

    async def change(self, talk: str, event: str, how: Callable[[Understood], Understood]) -> Talk | None:
        """Change an open draft by one answer; None when the event is known or the draft is not open any more."""
        here = (talks.c.id == talk) & (talks.c.state == TalkState.OPEN)
        async with self._database.transaction() as connection:
            found = (
                await connection.execute(select(talks.c.sealed, talks.c.state).where(here).with_for_update())
            ).first()
            if found is None or not await self._new(connection, event):
                return None
            before = self._opened(*found)
            after = before.model_copy(update={"said": how(before.said)})
            values = {"sealed": self._vault.seal(after), "changed_at": self._clock()}
            await connection.execute(update(talks).where(here).values(values))
        return after

    async def close(self, talk: str, state: TalkState) -> bool:
        """End an open draft; False when it was not open."""
        here = (talks.c.id == talk) & (talks.c.state == TalkState.OPEN)
        async with self._database.transaction() as connection:
            closed = await connection.execute(update(talks).where(here).values(state=state))
        return closed.rowcount == 1

    async def get(self, talk: str) -> Talk | None:
        """A draft in its present state."""
        found = await self._find(talks.c.id == talk)
        return found[0] if found else None

    async def at(self, conversation: str, thread: str) -> Talk | None:
        """The open draft of a thread."""
        here = (talks.c.conversation == conversation) & (talks.c.thread == thread)
        found = await self._find(here & (talks.c.state == TalkState.OPEN))
        return found[-1] if found else None

    async def newest(self, conversation: str) -> Talk | None:
        """The open draft of a conversation that was spoken of last."""
        found = await self._find((talks.c.conversation == conversation) & (talks.c.state == TalkState.OPEN))
        return found[-1] if found else None

    async def silent_since(self, before: datetime) -> list[Talk]:
        """The open drafts of which nothing was said since an instant."""
        return await self._find((talks.c.state == TalkState.OPEN) & (talks.c.changed_at < before))

    async def _new(self, connection: AsyncConnection, event: str) -> bool:
        return await insert_unless_there(connection, events, {"id": event, "seen_at": self._clock()})

    async def _find(self, condition: ColumnElement[bool]) -> list[Talk]:
        query = select(talks.c.sealed, talks.c.state).where(condition).order_by(talks.c.changed_at)
        async with self._database.reading() as connection:
            return [self._opened(*row) for row in (await connection.execute(query)).all()]

    def _opened(self, sealed: bytes, state: str) -> Talk:
        return self._vault.unseal(sealed, Talk).model_copy(update={"state": TalkState(state)})
