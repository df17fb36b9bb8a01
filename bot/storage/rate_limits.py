"""The rate limit's memory: what RingCentral allows, which requests count against it, and who is in line."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import ColumnElement, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import Frozen
from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.rate_queue import ALIVE, QueuedCall, QueueEntry, RateQueue
from bot.storage.schema import rate_groups, rate_line, rate_names, rate_sends
from bot.storage.upsert import insert_or_update, insert_unless_there


class Allowance(Frozen):
    """So many requests in any `window` seconds."""

    limit: int
    window: float


class ReportedLimit(Frozen):
    """The report of an answer's headers: what remains of the allowance of a group, named if it is another one."""

    allowance: Allowance
    remaining: int
    name: str | None = None


class RateLimitState(Frozen):
    """A rate group now: the allowance, and when each counted request stops to count (epoch seconds, sorted)."""

    allowance: Allowance
    penalty_until: float
    frees: tuple[float, ...]

    @property
    def room(self) -> int:
        """The number of requests that may leave, if there is no penalty."""
        return max(0, self.allowance.limit - len(self.frees))

    def opens_at(self, now: float) -> float:
        """The time when the next request may leave."""
        return max(now, self.penalty_until, now if self.room else self.frees[-self.allowance.limit])

    def turn_at(self, ahead: int, now: float) -> float:
        """The time when a request leaves that has so many others ahead of it."""
        start = max(now, self.penalty_until)
        if ahead < self.room:
            return start
        rounds, place = divmod(ahead - self.room, self.allowance.limit)
        place += max(0, len(self.frees) - self.allowance.limit)
        known = self.frees[place] if place < len(self.frees) else now + self.allowance.window
        return max(start, known) + rounds * self.allowance.window


class QueueAdvance(NamedTuple):
    """The result of one look at the queue: the state of the group, the queue, and the sends granted to tickets."""

    standing: RateLimitState
    line: RateQueue
    granted: Mapping[str, int]


class RateLimitStore:
    """One RingCentral user's rate groups and lines, shared by every worker on this database."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account
        self._session = uuid4().hex
        self._penalties: dict[str, float] = {}

    async def clock_offset(self, clock: Clock) -> float:
        """The seconds by which the shared clock is ahead of ours; workers on several machines go by the database's."""
        async with self._database.reading() as connection:
            if connection.dialect.name != "postgresql":
                return 0.0
            theirs = await connection.scalar(text("SELECT extract(epoch FROM clock_timestamp())::float8"))
        return float(theirs or 0) - clock().timestamp()

    async def group_names(self) -> dict[str, str]:
        """The operations that RingCentral counts in another group than documented, and that group."""
        query = select(rate_names.c.operation, rate_names.c.name).where(rate_names.c.account == self._account)
        async with self._database.reading() as connection:
            return {row.operation: row.name for row in await connection.execute(query)}

    async def advance(
        self, group: str, default: Allowance, now: float, answered_by: float, asks: Sequence[QueueEntry] = ()
    ) -> QueueAdvance:
        """Let the asks stand in line, and grant those whose turn it is; `asks` are all that wait here.

        A granted request counts until `answered_by`, unless an answer says when it really arrived.
        """
        async with self._database.transaction() as connection:
            standing = await self._standing(connection, group, default, now)
            line = await self._line(connection, group, now)
            line.join(asks, now)
            granted: dict[str, int] = {}
            room = standing.room if now >= standing.penalty_until else 0
            for place in line.grant(room, now):
                row = {"account": self._account, "name": group, "counted_at": answered_by}
                send = await connection.scalar(insert(rate_sends).values(row).returning(rate_sends.c.id))
                granted[place.id] = send or 0
            await self._keep(connection, group, line)
        frees = (*standing.frees, *([now + standing.allowance.window] * len(granted)))
        return QueueAdvance(standing=standing.model_copy(update={"frees": frees}), line=line, granted=granted)

    async def allowance(self, group: str, default: Allowance) -> Allowance:
        """The allowance of RingCentral in a group, as far as it told."""
        query = select(rate_groups.c.allowed, rate_groups.c.window_seconds).where(self._mine(group))
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return Allowance(limit=row.allowed, window=row.window_seconds) if row else default

    async def keep_places(
        self, group: str, ask: QueueEntry, now: float, kept: float = ALIVE, most: int | None = None
    ) -> None:
        """Keep places for so many seconds for a caller whose calls will soon wait.

        None are kept where callers of its kind, whose names begin alike, keep so many already that they would be more
        than `most`, whatever worker asked for them.
        """
        places = [QueuedCall.planned(ask, self._session, now, kept) for _ in range(ask.calls)]
        rows = [{**place.model_dump(), "account": self._account, "name": group} for place in places]
        async with self._database.transaction() as connection:
            await connection.execute(select(rate_groups.c.name).where(self._mine(group)).with_for_update())
            if most is None or await self._kept(connection, group, ask, now) + len(rows) <= most:
                await connection.execute(insert(rate_line), rows)

    async def _kept(self, connection: AsyncConnection, group: str, ask: QueueEntry, now: float) -> int:
        """The number of places that callers of the same kind keep."""
        kind = rate_line.c.errand.startswith(ask.caller.partition(":")[0] + ":", autoescape=True)
        here = (rate_line.c.account == self._account) & (rate_line.c.name == group)
        query = select(func.count()).where(here, kind, rate_line.c.alive_until >= now)
        return await connection.scalar(query) or 0

    async def leave_line(self, ticket: str) -> None:
        """This call does not want its turn any more."""
        await self._drop(rate_line.c.id == ticket)

    async def free_places(self, caller: str) -> None:
        """A caller needs no more calls."""
        await self._drop(rate_line.c.errand == caller)

    async def record_answer(
        self, send: int, at: float, told: ReportedLimit | None = None, operation: str = ""
    ) -> None:
        """RingCentral had this request at that time at the latest, and said this of the allowance.

        Requests that it counts and that we know nothing of are taken as sent at that time too.
        """
        async with self._database.transaction() as connection:
            mine = rate_sends.c.id == send
            values = {"counted_at": at} | ({"name": told.name} if told and told.name else {})
            group = await connection.scalar(
                update(rate_sends).where(mine).values(values).returning(rate_sends.c.name)
            )
            if told is None or group is None:
                return
            if told.name:
                row = {"account": self._account, "operation": operation, "name": told.name}
                await insert_or_update(connection, rate_names, row)
            await self._learn(connection, group, told, at)

    async def cancel_send(self, send: int) -> None:
        """A granted request did not leave after all."""
        async with self._database.transaction() as connection:
            await connection.execute(delete(rate_sends).where(rate_sends.c.id == send))

    async def penalise(self, group: str, until: float) -> None:
        """Nobody may send in this group before that time."""
        self._penalties[group] = max(until, self._penalties.get(group, 0.0))
        later = self._mine(group) & (rate_groups.c.penalty_until < until)
        async with self._database.transaction() as connection:
            await connection.execute(update(rate_groups).where(later).values(penalty_until=until))

    async def penalty_until(self, group: str) -> float:
        """Until when nobody may send in this group."""
        if not self._database.shared:
            return self._penalties.get(group, 0.0)
        async with self._database.reading() as connection:
            until = await connection.scalar(select(rate_groups.c.penalty_until).where(self._mine(group)))
        return until or 0.0

    async def _standing(
        self, connection: AsyncConnection, group: str, default: Allowance, now: float
    ) -> RateLimitState:
        """The state of the group; its row is locked, so that nobody else grants meanwhile."""
        query = select(rate_groups).where(self._mine(group)).with_for_update()
        if (kept := (await connection.execute(query)).one_or_none()) is None:
            row = {
                "account": self._account,
                "name": group,
                "allowed": default.limit,
                "window_seconds": default.window,
                "penalty_until": 0.0,
            }
            await insert_unless_there(connection, rate_groups, row)
            kept = (await connection.execute(query)).one()
        sends = (rate_sends.c.account == self._account) & (rate_sends.c.name == group)
        window = kept.window_seconds
        counted = (await connection.scalars(select(rate_sends.c.counted_at).where(sends))).all()
        if any(at <= now - window for at in counted):
            await connection.execute(delete(rate_sends).where(sends, rate_sends.c.counted_at <= now - window))
        return RateLimitState(
            allowance=Allowance(limit=kept.allowed, window=window),
            penalty_until=kept.penalty_until,
            frees=tuple(sorted(min(at, now) + window for at in counted if at > now - window)),
        )

    async def _learn(self, connection: AsyncConnection, group: str, told: ReportedLimit, at: float) -> None:
        standing = await self._standing(connection, group, told.allowance, at)
        if standing.allowance != told.allowance:
            values = {"allowed": told.allowance.limit, "window_seconds": told.allowance.window}
            await connection.execute(update(rate_groups).where(self._mine(group)).values(values))
        unseen = told.allowance.limit - told.remaining - len(standing.frees)
        rows = [{"account": self._account, "name": group, "counted_at": at}] * max(0, unseen)
        if rows:
            await connection.execute(insert(rate_sends), rows)

    async def _line(self, connection: AsyncConnection, group: str, now: float) -> RateQueue:
        here = (rate_line.c.account == self._account) & (rate_line.c.name == group)
        rows = (await connection.execute(select(rate_line).where(here))).mappings()
        return RateQueue(
            (QueuedCall.model_validate(dict(row), extra="ignore") for row in rows), self._session, now
        )

    async def _keep(self, connection: AsyncConnection, group: str, line: RateQueue) -> None:
        """Write down how the line has changed."""
        if line.gone:
            await connection.execute(delete(rate_line).where(rate_line.c.id.in_(line.gone)))
        for place in line.changed:
            row = {**place.model_dump(), "account": self._account, "name": group}
            await insert_or_update(connection, rate_line, row)

    async def _drop(self, which: ColumnElement[bool]) -> None:
        mine = rate_line.c.account == self._account
        async with self._database.transaction() as connection:
            await connection.execute(delete(rate_line).where(mine, which))

    def _mine(self, group: str) -> ColumnElement[bool]:
        return (rate_groups.c.account == self._account) & (rate_groups.c.name == group)
