"""The rate budget's memory: what RingCentral allows, and which requests still count against it."""

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import Frozen
from bot.storage.database import Database
from bot.storage.schema import rate_groups, rate_sends
from bot.storage.upsert import insert_unless_there


class Allowance(Frozen):
    """So many requests in any `window` seconds."""

    limit: int
    window: float


class Standing(Frozen):
    """A rate group now: the allowance, and when each counted request stops to count (epoch seconds, sorted).

    `send` names the request that was granted, when one was.
    """

    allowance: Allowance
    penalty_until: float
    frees: tuple[float, ...]
    send: int | None = None

    def turn_at(self, ahead: int, now: float) -> float:
        """When the next request leaves, with so many others ahead of it."""
        free = self.allowance.limit - len(self.frees)
        start = max(now, self.penalty_until)
        if ahead < free:
            return start
        rounds, place = divmod(ahead - free, max(1, self.allowance.limit))
        known = self.frees[place] if place < len(self.frees) else now + self.allowance.window
        return max(start, known) + rounds * self.allowance.window


class Rates:
    """One RingCentral user's rate groups, shared by every process on this database."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def reserve(self, group: str, default: Allowance, now: float, answered_by: float) -> Standing:
        """Grant a request if one may leave now; it counts until an answer says when it really arrived."""
        async with self._database.transaction() as connection:
            standing = await self._standing(connection, group, default, now)
            if standing.turn_at(0, now) > now:
                return standing
            row = {"account": self._account, "name": group, "counted_at": answered_by}
            send = await connection.scalar(insert(rate_sends).values(row).returning(rate_sends.c.id))
            frees = (*standing.frees, now + standing.allowance.window)
            return standing.model_copy(update={"send": send, "frees": frees})

    async def look(self, group: str, default: Allowance, now: float) -> Standing:
        """How a group stands, without asking for a turn."""
        async with self._database.transaction() as connection:
            return await self._standing(connection, group, default, now)

    async def arrived(self, send: int, at: float) -> None:
        """RingCentral had this request at that time at the latest."""
        async with self._database.transaction() as connection:
            await connection.execute(update(rate_sends).where(rate_sends.c.id == send).values(counted_at=at))

    async def learn(self, group: str, allowance: Allowance, remaining: int, now: float) -> None:
        """Take over what the headers say; requests that we know nothing of are counted as sent now."""
        async with self._database.transaction() as connection:
            standing = await self._standing(connection, group, allowance, now)
            await self._change(connection, group, allowed=allowance.limit, window_seconds=allowance.window)
            unseen = allowance.limit - remaining - len(standing.frees)
            rows = [{"account": self._account, "name": group, "counted_at": now}] * max(0, unseen)
            if rows:
                await connection.execute(insert(rate_sends), rows)

    async def penalise(self, group: str, until: float) -> None:
        """Nobody may send in this group before that time."""
        async with self._database.transaction() as connection:
            await self._change(connection, group, penalty_until=until)

    async def _standing(
        self, connection: AsyncConnection, group: str, default: Allowance, now: float
    ) -> Standing:
        row = {
            "account": self._account,
            "name": group,
            "allowed": default.limit,
            "window_seconds": default.window,
            "penalty_until": 0.0,
        }
        await insert_unless_there(connection, rate_groups, row)
        mine = (rate_groups.c.account == self._account) & (rate_groups.c.name == group)
        kept = (await connection.execute(select(rate_groups).where(mine).with_for_update())).one()
        sends = (rate_sends.c.account == self._account) & (rate_sends.c.name == group)
        window = kept.window_seconds
        await connection.execute(delete(rate_sends).where(sends, rate_sends.c.counted_at <= now - window))
        counted = await connection.scalars(select(rate_sends.c.counted_at).where(sends))
        return Standing(
            allowance=Allowance(limit=kept.allowed, window=window),
            penalty_until=kept.penalty_until,
            frees=tuple(sorted(min(at, now) + window for at in counted)),
        )

    async def _change(self, connection: AsyncConnection, group: str, **values: float) -> None:
        mine = (rate_groups.c.account == self._account) & (rate_groups.c.name == group)
        await connection.execute(update(rate_groups).where(mine).values(**values))
