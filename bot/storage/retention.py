"""Forgetting: what has ended long ago is deleted, a few hundred rows at a time."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Table, delete, select, tuple_

from bot.models.submission import State
from bot.storage.database import Database
from bot.storage.schema import (
    attempts,
    calendars,
    changes,
    drafts,
    events,
    going,
    hints,
    messages,
    panel,
    registrations,
    reminders,
    room_alerts,
    submissions,
    talks,
    webinars,
)

_AT_ONCE: Final = 500
_LONGEST_WEBINAR: Final = timedelta(days=1)


class Retention:
    """Deletes forms, webinars and messages; what belongs to a webinar stays as long as the webinar does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_abandoned(self, before: datetime) -> list[str]:
        """The webinars made before an instant that never got a session: they are still at RingCentral."""
        query = select(webinars.c.id).where(webinars.c.starts_at.is_(None), webinars.c.created_at < before)
        unfinished = select(submissions.c.draft).where(submissions.c.state == State.CREATING)
        async with self._database.reading() as connection:
            return list(await connection.scalars(query.where(webinars.c.draft.not_in(unfinished))))

    async def delete_ended(self, before: datetime) -> int:
        """Delete what ended before an instant; how many rows that were."""
        kept = select(webinars.c.draft)
        ended = [
            (webinars, webinars.c.starts_at < before - _LONGEST_WEBINAR),
            (messages, (messages.c.attempted_at < before) & messages.c.draft.not_in(kept)),
            (
                submissions,
                (submissions.c.created_at < before)
                & (submissions.c.state != State.CREATING)
                & submissions.c.draft.not_in(kept),
            ),
            *(
                (table, table.c.draft.not_in(kept))
                for table in (going, panel, calendars, registrations, room_alerts)
            ),
            (changes, changes.c.created_at < before),
            (reminders, reminders.c.due_at < before),
            (hints, hints.c.received_at < before),
            (drafts, drafts.c.changed_at < before),
            (attempts, attempts.c.last_at < before),
            (talks, talks.c.changed_at < before),
            (events, events.c.seen_at < before),
        ]
        return sum([await self._delete(table, condition) for table, condition in ended])

    async def _delete(self, table: Table, condition: ColumnElement[bool]) -> int:
        """Delete in small transactions, so that nobody waits long for the write lock."""
        key = tuple_(*table.primary_key)
        some = select(*table.primary_key).where(condition).limit(_AT_ONCE)
        count = deleted = 0
        while deleted or not count:
            async with self._database.transaction() as connection:
                deleted = (await connection.execute(delete(table).where(key.in_(some)))).rowcount
            count += deleted
            if deleted < _AT_ONCE:
                break
        return count
