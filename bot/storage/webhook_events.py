"""Webhook events: kept until somebody has read them, and once however often they come."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import delete, select

from bot.models.clock import Clock
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.storage.database import Database
from bot.storage.schema import events, hints
from bot.storage.upsert import insert_unless_there

_MOST: Final = 2000


class WebhookEvents:
    """Remembers hints."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def save(self, webhook_event: WebhookEvent) -> bool:
        """Save a hint; False when this delivery came before."""
        seen = {"id": f"rc:{webhook_event.id}", "seen_at": self._clock()}
        async with self._database.transaction() as connection:
            if not await insert_unless_there(connection, events, seen):
                return False
            row = {**webhook_event.model_dump(), "received_at": self._clock()}
            return await insert_unless_there(connection, hints, row)

    async def list_unread(self) -> list[WebhookEvent]:
        """The hints that nobody has looked into, the oldest first."""
        query = select(hints).order_by(hints.c.received_at).limit(_MOST)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return [
            WebhookEvent(
                id=row["id"], about=WebhookTopic(row["about"]), session=row["session"], webinar=row["webinar"]
            )
            for row in rows
        ]

    async def mark_read(self, looked_into: Iterable[WebhookEvent]) -> None:
        """Forget hints that somebody has looked into."""
        if not (ids := [webhook_event.id for webhook_event in looked_into]):
            return
        async with self._database.transaction() as connection:
            for first in range(0, len(ids), 500):
                await connection.execute(delete(hints).where(hints.c.id.in_(ids[first : first + 500])))
