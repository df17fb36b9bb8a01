"""The cards and direct messages that we posted, so that none is posted twice and each can be edited."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, select, update

from bot.models.clock import Clock
from bot.models.frozen import Stored, WebinarKey
from bot.models.keys import MessageKey
from bot.storage.database import Database
from bot.storage.schema import messages
from bot.storage.upsert import insert_unless_there
from bot.storage.webinars import touch


class Kind(StrEnum):
    """The kinds of messages."""

    CARD = "card"
    HOST = "host"
    PANEL = "panel"
    FAILURE = "failure"
    DRAFT = "draft"
    REMARK = "remark"
    NEWS = "news"
    REMINDER = "reminder"
    RECAP = "recap"
    CALENDAR = "calendar"
    REGISTRANT = "registrant"


class Posted(Stored):
    """A message of ours; without `ts` it may or may not be there, and with `refused_at` it certainly is not.

    `shown` is the digest of what it shows, `told` the start of which its readers were told last.
    """

    key: str
    webinar_key: WebinarKey
    kind: Kind
    conversation: str
    ts: str | None
    attempted_at: datetime
    shown: str | None = None
    told: datetime | None = None
    refused_at: datetime | None = None

    @property
    def recipient(self) -> str:
        """The channel or person that the message is for, as its key says."""
        return MessageKey(self.key).place

    def is_owed(self, landed_within: timedelta, now: datetime) -> bool:
        """Tell whether it has to be posted, and nobody is about to: Slack refused it, or nobody knows what became of it."""
        if self.ts is not None:
            return False
        return self.refused_at is not None or self.attempted_at + landed_within <= now


class Messages:
    """Remembers where each message of a webinar stands."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(
        self, key: str, webinar_key: str, kind: Kind, conversation: str, tells: datetime | None = None
    ) -> Posted | None:
        """Record that a message is about to be posted, which tells a start.

        The earlier record when there is one, unless Slack refused that: then nothing stands under the key.
        """
        row = {
            "key": key,
            "draft": webinar_key,
            "kind": kind,
            "conversation": conversation,
            "attempted_at": self._clock(),
            "told": tells,
        }
        here = messages.c.key == key
        async with self._database.before_sending() as connection:
            if await insert_unless_there(connection, messages, row):
                return None
            refused = here & messages.c.refused_at.is_not(None)
            again = {"attempted_at": row["attempted_at"], "refused_at": None}
            if (await connection.execute(update(messages).where(refused).values(again))).rowcount:
                return None
            found = (await connection.execute(select(messages).where(here))).mappings().one()
        return Posted.model_validate(dict(found))

    async def mark_sending(self, earlier: Posted) -> bool:
        """Record that a message is about to be posted once more, since it was not found; False when another does."""
        here = (messages.c.key == earlier.key) & messages.c.ts.is_(None)
        same = here & (messages.c.attempted_at == earlier.attempted_at) & messages.c.refused_at.is_(None)
        async with self._database.before_sending() as connection:
            left = await connection.execute(update(messages).where(same).values(attempted_at=self._clock()))
        return left.rowcount > 0

    async def mark_refused(self, key: str) -> None:
        """Record that Slack did not take a message, which is still owed."""
        here = (messages.c.key == key) & messages.c.ts.is_(None)
        async with self._database.before_sending() as connection:
            await connection.execute(update(messages).where(here).values(refused_at=self._clock()))

    async def mark_owed(self, key: str) -> None:
        """Have a message that could not be posted looked after: its webinar has to be drawn anew."""
        owing = select(messages.c.draft).where(messages.c.key == key, messages.c.ts.is_(None))
        async with self._database.before_sending() as connection:
            if (webinar_key := await connection.scalar(owing)) is not None:
                await touch(connection, webinar_key)

    async def mark_posted(self, key: str, conversation: str, ts: str, shown: str) -> None:
        """Record where a message stands, and what it shows."""
        values = {"conversation": conversation, "ts": ts, "shown": shown, "refused_at": None}
        async with self._database.transaction() as connection:
            await connection.execute(update(messages).where(messages.c.key == key).values(values))

    async def mark_editing(self, key: str) -> None:
        """Record that a message is about to show something else: until that is done, nobody knows what it shows."""
        async with self._database.before_sending() as connection:
            await connection.execute(update(messages).where(messages.c.key == key).values(shown=None))

    async def mark_shown(self, key: str, shown: str) -> None:
        """Record what a message shows."""
        async with self._database.transaction() as connection:
            await connection.execute(update(messages).where(messages.c.key == key).values(shown=shown))

    async def mark_start_told(self, key: str, start: datetime) -> None:
        """Record of which start a message's readers were told."""
        async with self._database.transaction() as connection:
            await connection.execute(update(messages).where(messages.c.key == key).values(told=start))

    async def delete_unposted(self, key: str) -> None:
        """Slack refused the message: nothing was posted under this key."""
        async with self._database.before_sending() as connection:
            await connection.execute(delete(messages).where(messages.c.key == key, messages.c.ts.is_(None)))

    async def get(self, key: str) -> Posted | None:
        """The message under this key."""
        query = select(messages).where(messages.c.key == key)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).mappings().one_or_none()
        return Posted.model_validate(dict(row)) if row else None

    async def delete(self, key: str, ts: str) -> None:
        """Somebody deleted a message: what is posted under its key from now on is another."""
        async with self._database.before_sending() as connection:
            await connection.execute(delete(messages).where(messages.c.key == key, messages.c.ts == ts))

    async def list_by_webinar(self, webinar_key: str, *kinds: Kind) -> list[Posted]:
        """The messages of one webinar, of these kinds."""
        query = select(messages).where(messages.c.draft == webinar_key, messages.c.kind.in_(kinds))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(messages.c.attempted_at))).mappings().all()
        return [Posted.model_validate(dict(row)) for row in rows]

    async def webinar_at(self, conversation: str, ts: str, webinar_keys: Collection[str]) -> str | None:
        """The one of these webinars of which a message of ours tells that stands at a place."""
        here = (messages.c.conversation == conversation) & (messages.c.ts == ts)
        return await self._newest(here, webinar_keys)

    async def newest_in(
        self, conversation: str, webinar_keys: Collection[str], since: datetime
    ) -> str | None:
        """The one of these webinars of which we told last in a conversation, since an instant."""
        here = (messages.c.conversation == conversation) & (messages.c.attempted_at >= since)
        return await self._newest(here & messages.c.ts.is_not(None), webinar_keys)

    async def _newest(self, condition: ColumnElement[bool], webinar_keys: Collection[str]) -> str | None:
        query = select(messages.c.draft).where(condition, messages.c.draft.in_(webinar_keys))
        async with self._database.reading() as connection:
            found: str | None = await connection.scalar(
                query.order_by(messages.c.attempted_at.desc()).limit(1)
            )
        return found

    async def list_webinars_in(self, conversations: Collection[str]) -> set[str]:
        """The webinars that have a card in one of these channels."""
        query = select(messages.c.draft).where(
            messages.c.kind == Kind.CARD, messages.c.conversation.in_(conversations)
        )
        async with self._database.reading() as connection:
            return set(await connection.scalars(query))
