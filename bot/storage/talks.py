"""Drafts that are talked about, and the events by which Slack told of them."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models.clock import Clock
from bot.models.conversation import Talk, TalkState
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import events, talks
from bot.storage.upsert import insert_unless_there


class Talks:
    """Remembers each draft, sealed; an event acts once, however often Slack tells it."""

    def __init__(self, database: Database, cipher: Cipher, clock: Clock) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock

    async def begin(self, talk: Talk, event: str) -> bool:
        """Save a new draft; False when this event began one already."""
        row = {
            "id": talk.id,
            "owner": talk.owner,
            "conversation": talk.conversation,
            "thread": talk.thread,
            "state": talk.state,
            "sealed": self._cipher.encrypt(talk),
            "changed_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            return await self._new(connection, event) and await insert_unless_there(connection, talks, row)

    async def change(self, talk: str, event: str, how: Callable[[Talk], Talk]) -> Talk | None:
        """Change an open draft by one answer; None when the event is known or the draft is not open any more."""
        here = (talks.c.id == talk) & (talks.c.state == TalkState.OPEN)
        async with self._database.transaction() as connection:
            found = (
                await connection.execute(
                    select(talks.c.sealed, talks.c.state, talks.c.changed_at).where(here).with_for_update()
                )
            ).first()
            if found is None or not await self._new(connection, event):
                return None
            before = self._opened(*found)
            after = how(before)
            values = {"sealed": self._cipher.encrypt(after), "changed_at": self._clock()}
            await connection.execute(update(talks).where(here).values(values))
        return after

    async def move_to_group(self, talk: str) -> None:
        """Remember that a draft is talked about in a direct conversation of several, as Slack told after it began."""
        here = talks.c.id == talk
        async with self._database.transaction() as connection:
            sealed = await connection.scalar(select(talks.c.sealed).where(here).with_for_update())
            if sealed is None:
                return
            after = self._cipher.decrypt(sealed, Talk).model_copy(update={"group": True})
            values = {"sealed": self._cipher.encrypt(after), "changed_at": self._clock()}
            await connection.execute(update(talks).where(here).values(values))

    async def mark_shown(self, talk: Talk) -> None:
        """Record which version of a draft its card shows."""
        async with self._database.transaction() as connection:
            await connection.execute(
                update(talks).where(talks.c.id == talk.id).values(shown_at=talk.changed_at)
            )

    async def is_event_known(self, event: str) -> bool:
        """Tell whether an event was acted on already."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(events.c.id).where(events.c.id == event)) is not None

    async def claim_event(self, event: str) -> bool:
        """Record that something happened; False when it was recorded already."""
        async with self._database.transaction() as connection:
            return await self._new(connection, event)

    async def close(self, talk: str, state: TalkState, *, silent_since: datetime | None = None) -> bool:
        """End an open draft; False when it was not open, or not `silent_since` then."""
        here = (talks.c.id == talk) & (talks.c.state == TalkState.OPEN)
        if silent_since is not None:
            here &= talks.c.changed_at < silent_since
        async with self._database.transaction() as connection:
            closed = await connection.execute(update(talks).where(here).values(state=state))
        return closed.rowcount == 1

    async def reopen(self, talk: str) -> bool:
        """Bring a discarded draft back; False when it is not one."""
        here = (talks.c.id == talk) & (talks.c.state == TalkState.DISCARDED)
        async with self._database.transaction() as connection:
            values = {"state": TalkState.OPEN, "changed_at": self._clock()}
            opened = await connection.execute(update(talks).where(here).values(values))
        return opened.rowcount == 1

    async def find_discarded(
        self, owner: str, conversation: str, thread: str | None, since: datetime
    ) -> Talk | None:
        """The draft that somebody discarded last in a thread, or in a direct conversation, since an instant."""
        here = (talks.c.owner == owner) & (talks.c.conversation == conversation)
        here &= (talks.c.state == TalkState.DISCARDED) & (talks.c.changed_at >= since)
        if thread is not None:
            here &= talks.c.thread == thread
        found = await self._find(here)
        return found[-1] if found else None

    async def list_open(self, conversation: str) -> list[Talk]:
        """The open drafts of a conversation, the one that was spoken of last at the end."""
        return await self._find((talks.c.conversation == conversation) & (talks.c.state == TalkState.OPEN))

    async def get(self, talk: str) -> Talk | None:
        """A draft in its present state."""
        found = await self._find(talks.c.id == talk)
        return found[0] if found else None

    async def find_open_in_thread(self, conversation: str, thread: str) -> Talk | None:
        """The open draft of a thread."""
        here = (talks.c.conversation == conversation) & (talks.c.thread == thread)
        found = await self._find(here & (talks.c.state == TalkState.OPEN))
        return found[-1] if found else None

    async def find_begun_in_thread(self, conversation: str, thread: str) -> str | None:
        """The id of the draft that was begun in a thread last, whatever became of it."""
        here = (talks.c.conversation == conversation) & (talks.c.thread == thread)
        query = select(talks.c.id).where(here).order_by(talks.c.changed_at.desc()).limit(1)
        async with self._database.reading() as connection:
            found: str | None = await connection.scalar(query)
        return found

    async def find_newest_open(self, conversation: str) -> Talk | None:
        """The open draft of a conversation that was spoken of last."""
        found = await self._find((talks.c.conversation == conversation) & (talks.c.state == TalkState.OPEN))
        return found[-1] if found else None

    async def list_silent_since(self, before: datetime) -> list[Talk]:
        """The open drafts of which nothing was said since an instant."""
        return await self._find((talks.c.state == TalkState.OPEN) & (talks.c.changed_at < before))

    async def list_not_shown(self, before: datetime) -> list[Talk]:
        """The open drafts changed before an instant whose card shows an earlier version, or that have none."""
        behind = talks.c.shown_at.is_(None) | (talks.c.shown_at != talks.c.changed_at)
        return await self._find((talks.c.state == TalkState.OPEN) & (talks.c.changed_at < before) & behind)

    async def _new(self, connection: AsyncConnection, event: str) -> bool:
        return await insert_unless_there(connection, events, {"id": event, "seen_at": self._clock()})

    async def _find(self, condition: ColumnElement[bool]) -> list[Talk]:
        columns = talks.c.sealed, talks.c.state, talks.c.changed_at
        query = select(*columns).where(condition).order_by(talks.c.changed_at)
        async with self._database.reading() as connection:
            return [self._opened(*row) for row in (await connection.execute(query)).all()]

    def _opened(self, sealed: bytes, state: str, changed_at: datetime) -> Talk:
        now = {"state": TalkState(state), "changed_at": changed_at}
        return self._cipher.decrypt(sealed, Talk).model_copy(update=now)
