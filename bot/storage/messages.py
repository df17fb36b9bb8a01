"""The cards and direct messages that we posted, so that none is posted twice and each can be edited."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select, update

from bot.models import Frozen
from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import messages
from bot.storage.upsert import insert_unless_there


class Kind(StrEnum):
    """What a message is for."""

    CARD = "card"
    HOST = "host"
    PANEL = "panel"
    FAILURE = "failure"
    DRAFT = "draft"
    REMARK = "remark"


class Posted(Frozen):
    """A message of ours; without `ts` it may or may not be there."""

    key: str
    draft: str
    kind: Kind
    conversation: str
    ts: str | None
    attempted_at: datetime


class Messages:
    """Remembers where each message of a webinar stands."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(self, key: str, draft: str, kind: Kind, conversation: str) -> Posted | None:
        """Record that a message is about to be posted; the earlier record when there is one."""
        row = {
            "key": key,
            "draft": draft,
            "kind": kind,
            "conversation": conversation,
            "attempted_at": self._clock(),
        }
        async with self._database.leaving() as connection:
            if await insert_unless_there(connection, messages, row):
                return None
            found = (await connection.execute(select(messages).where(messages.c.key == key))).mappings().one()
        return Posted.model_validate(dict(found))

    async def leaving(self, key: str) -> None:
        """Record that a message is about to be posted once more, since it was not found."""
        async with self._database.leaving() as connection:
            await connection.execute(
                update(messages).where(messages.c.key == key).values(attempted_at=self._clock())
            )

    async def posted(self, key: str, conversation: str, ts: str) -> None:
        """Record where a message stands."""
        async with self._database.transaction() as connection:
            await connection.execute(
                update(messages).where(messages.c.key == key).values(conversation=conversation, ts=ts)
            )

    async def withdrawn(self, key: str) -> None:
        """Slack refused the message: nothing was posted under this key."""
        async with self._database.leaving() as connection:
            await connection.execute(delete(messages).where(messages.c.key == key, messages.c.ts.is_(None)))

    async def of_draft(self, draft: str, kind: Kind) -> list[Posted]:
        """The messages of one webinar, of one kind."""
        query = select(messages).where(messages.c.draft == draft, messages.c.kind == kind)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(messages.c.attempted_at))).mappings().all()
        return [Posted.model_validate(dict(row)) for row in rows]
