"""The line of those who register through Slack, in the order of their clicks, and what became of each."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, RowMapping, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models.clock import Clock
from bot.models.registration import (
    QueuePosition,
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    SignupClick,
    SignupSource,
)
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import messages, registrations
from bot.storage.upsert import insert_unless_there

_OVER: Final = (RegistrationStage.REFUSED, RegistrationStage.LEFT)
_ENDED: Final = (RegistrationStage.REGISTERED, *_OVER)
_AT_ONCE: Final = 50
_MINE: Final = registrations.c


class RegistrationQueueHead(NamedTuple):
    """Those who wait for one webinar: the number of the first, and how many they are."""

    webinar_key: str
    first: int
    length: int


class Registrations:
    """Remembers every click until it is answered, and everybody who registered."""

    def __init__(self, database: Database, cipher: Cipher, clock: Clock) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock

    async def enter(self, click: SignupClick) -> RegistrationEntry:
        """Let somebody stand in line, unless they do already or are registered; who was refused or left begins anew."""
        now = self._clock()
        new = RegistrationEntry(**click.model_dump(), number=0, stage=RegistrationStage.WAITING, asked_at=now)
        row = {**self._columns(new), "draft": click.webinar_key, "user": click.user, "channel": click.channel}
        here = (_MINE.draft == click.webinar_key) & (_MINE.user == click.user)
        async with self._database.transaction() as connection:
            over = delete(registrations).where(here, _MINE.stage.in_(_OVER)).returning(registrations)
            before = (await connection.execute(over)).mappings().one_or_none()
            await insert_unless_there(connection, registrations, row)
            entered = self._read(await _one(connection, here))
            if before is not None and before["told"] != before["stage"]:
                await _inherit(connection, self._read(before), entered)
            return entered

    async def find(self, webinar_key: str, user: str) -> RegistrationEntry | None:
        """The registration of one person for one webinar."""
        return await self._first((_MINE.draft == webinar_key) & (_MINE.user == user))

    async def get(self, number: int) -> RegistrationEntry | None:
        """The registration with this number."""
        return await self._first(_MINE.number == number)

    async def list_queues(
        self, stage: RegistrationStage = RegistrationStage.WAITING, but: Collection[int] = ()
    ) -> list[RegistrationQueueHead]:
        """Those who wait, or want out, webinar by webinar, but for some."""
        first, length = func.min(_MINE.number), func.count()
        query = select(_MINE.draft, first, length).where(_MINE.stage == stage, _MINE.number.not_in(list(but)))
        async with self._database.reading() as connection:
            return [
                RegistrationQueueHead(*row) for row in await connection.execute(query.group_by(_MINE.draft))
            ]

    async def find_position(self, entry: RegistrationEntry) -> QueuePosition:
        """Count those before somebody; of each other webinar as many as of their own, since they take turns."""
        waiting = _MINE.stage == RegistrationStage.WAITING
        earlier = waiting & (_MINE.draft == entry.webinar_key) & (_MINE.number < entry.number)
        async with self._database.reading() as connection:
            ahead = await connection.scalar(select(func.count()).where(earlier)) or 0
            others = select(func.count()).where(waiting, _MINE.draft != entry.webinar_key)
            lengths = list(await connection.scalars(others.group_by(_MINE.draft)))
        return QueuePosition(
            ahead=ahead, ahead_of_all=ahead + sum(min(length, ahead + 1) for length in lengths)
        )

    async def change(
        self, number: int, how: Callable[[RegistrationEntry], RegistrationEntry]
    ) -> RegistrationEntry | None:
        """Change a registration, whoever changes it at the same time; as it is then, None when it is gone."""
        async with self._database.transaction() as connection:
            return await self._change(connection, number, how)

    async def mark_sending(self, number: int, stage: RegistrationStage) -> bool:
        """Record that RingCentral is about to be told; False when that is not wanted any more."""
        now = self._clock()

        def sent(entry: RegistrationEntry) -> RegistrationEntry:
            wanted = entry.stage is stage
            return entry.model_copy(update={"sent_at": now}) if wanted else entry

        async with self._database.before_sending() as connection:
            left = await self._change(connection, number, sent)
        return left is not None and left.stage is stage

    async def refuse_all(self, webinar_key: str, barrier: RegistrationBarrier) -> None:
        """Nobody who waits for a webinar gets in."""

        def refused(entry: RegistrationEntry) -> RegistrationEntry:
            return entry.model_copy(update={"stage": RegistrationStage.REFUSED, "barrier": barrier})

        here = (_MINE.draft == webinar_key) & (_MINE.stage == RegistrationStage.WAITING)
        left = True
        while left:
            async with self._database.transaction() as connection:
                some = select(_MINE.number).where(here).order_by(_MINE.number).limit(_AT_ONCE)
                numbers = list(await connection.scalars(some))
                for number in numbers:
                    await self._change(connection, number, refused)
            left = len(numbers) == _AT_ONCE

    async def list_untold(self, but: Collection[int] = ()) -> list[RegistrationEntry]:
        """Those who do not know yet what became of their click, the earliest first, but for some."""
        told = _MINE.stage.in_(_ENDED) & _MINE.told.is_distinct_from(_MINE.stage) & _MINE.number.not_in(but)
        return await self._all(told, limit=_AT_ONCE)

    async def mark_told(self, number: int, stage: RegistrationStage) -> None:
        """Note what somebody knows now."""
        async with self._database.transaction() as connection:
            await connection.execute(update(registrations).where(_MINE.number == number).values(told=stage))

    async def list_told(self, webinar_key: str) -> list[RegistrationEntry]:
        """Everybody of a webinar who was told something."""
        return await self._all((_MINE.draft == webinar_key) & _MINE.told.is_not(None))

    async def list_registered(self, webinar_key: str) -> list[RegistrationEntry]:
        """Everybody who registered for a webinar through Slack, with their own links."""
        return await self._all((_MINE.draft == webinar_key) & (_MINE.stage == RegistrationStage.REGISTERED))

    async def list_sources(self, webinar_key: str) -> tuple[SignupSource, ...]:
        """Everybody who registered for a webinar through Slack, the earliest first."""
        return (await self.list_sources_by_webinars([webinar_key])).get(webinar_key, ())

    async def list_sources_by_webinars(
        self, webinar_keys: Collection[str]
    ) -> dict[str, tuple[SignupSource, ...]]:
        """The people who registered for each of these webinars through Slack, the earliest first; in one query."""
        query = select(_MINE.draft, _MINE.user, _MINE.channel).order_by(_MINE.number)
        here = query.where(_MINE.draft.in_(webinar_keys), _MINE.stage == RegistrationStage.REGISTERED)
        async with self._database.reading() as connection:
            rows = (await connection.execute(here)).all()
        sources = defaultdict[str, list[SignupSource]](list)
        for row in rows:
            sources[row.draft].append(SignupSource(user=row.user, channel=row.channel))
        return {key: tuple(people) for key, people in sources.items()}

    async def count_waiting(self, webinar_key: str) -> int:
        """Count those who wait for one webinar."""
        return (await self.count_waiting_by_webinars([webinar_key])).get(webinar_key, 0)

    async def count_waiting_by_webinars(self, webinar_keys: Collection[str]) -> dict[str, int]:
        """Count those who wait for each of these webinars; in one query."""
        query = select(_MINE.draft, func.count()).group_by(_MINE.draft)
        here = query.where(_MINE.draft.in_(webinar_keys), _MINE.stage == RegistrationStage.WAITING)
        async with self._database.reading() as connection:
            counts = await connection.execute(here)
            return {webinar_key: count for webinar_key, count in counts}  # noqa: C416 - rows, not pairs

    async def list_webinars_of(self, user: str) -> list[str]:
        """The webinars for which somebody registered or waits."""
        here = (_MINE.user == user) & _MINE.stage.in_(
            (RegistrationStage.WAITING, RegistrationStage.REGISTERED)
        )
        async with self._database.reading() as connection:
            return list(await connection.scalars(select(_MINE.draft).where(here)))

    async def _change(
        self, connection: AsyncConnection, number: int, how: Callable[[RegistrationEntry], RegistrationEntry]
    ) -> RegistrationEntry | None:
        here = _MINE.number == number
        query = select(registrations).where(here).with_for_update()
        if (row := (await connection.execute(query)).mappings().one_or_none()) is None:
            return None
        before = self._read(row)
        after = how(before)
        if after != before:
            await connection.execute(update(registrations).where(here).values(self._columns(after)))
        return after

    async def _first(self, condition: ColumnElement[bool]) -> RegistrationEntry | None:
        found = await self._all(condition, limit=1)
        return found[0] if found else None

    async def _all(self, condition: ColumnElement[bool], limit: int | None = None) -> list[RegistrationEntry]:
        query = select(registrations).where(condition).order_by(_MINE.number).limit(limit)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return [self._read(row) for row in rows]

    def _columns(self, entry: RegistrationEntry) -> dict[str, Any]:
        return {
            "stage": entry.stage,
            "told": entry.told,
            "changed_at": self._clock(),
            "sealed": self._cipher.encrypt(entry),
        }

    def _read(self, row: RowMapping) -> RegistrationEntry:
        told = RegistrationStage(row["told"]) if row["told"] else None
        known = {"number": row["number"], "stage": RegistrationStage(row["stage"]), "told": told}
        return self._cipher.decrypt(row["sealed"], RegistrationEntry).model_copy(update=known)


async def _inherit(connection: AsyncConnection, before: RegistrationEntry, now: RegistrationEntry) -> None:
    """A person who comes back before they were told that they left has the earlier message told anew."""
    earlier = messages.c.key == before.message_key
    await connection.execute(update(messages).where(earlier).values(key=now.message_key))


async def _one(connection: AsyncConnection, condition: ColumnElement[bool]) -> RowMapping:
    return (await connection.execute(select(registrations).where(condition))).mappings().one()
