"""The workers: on PostgreSQL each holds the lock of its slot for as long as its connection lives.

A worker whose lock is free is gone, and another may take over its work; it takes the slot's lock for that and clears
the session that stands there. A worker that was only cut off finds its session cleared and lets nothing more leave.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final
from uuid import uuid4

import structlog
from sqlalchemy import select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import AlreadyRunning, SlotLost
from bot.storage.schema import workers
from bot.storage.upsert import insert_or_update

_PULSE: Final = 2.0
_AGAIN: Final = 0.2
_WATCH: Final = "webinars-for-slack: the one that watches"
_TRIES: Final = 10
"""How often we ask for a lock that may be about to be let go: by our dead predecessor, or after a take-over."""
_DEAF: Final = (
    "SET tcp_keepalives_idle = 15",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)
"""So that PostgreSQL notices within half a minute when a worker's machine is gone."""
log = structlog.get_logger()


class WorkerSlot:
    """The slot of this worker; `lost` is set when another worker has taken over."""

    def __init__(self, engine: AsyncEngine, worker_id: str) -> None:
        self._engine = engine
        self._id = worker_id
        self._session = uuid4().hex
        self._connection: AsyncConnection | None = None
        self._watching_by: AsyncConnection | None = None
        self._in_use = asyncio.Lock()
        self.lost = asyncio.Event()

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Hold the slot; raises AlreadyRunning when a live worker has it."""
        self._connection = await self._locked()
        if self._connection is None:
            raise AlreadyRunning(
                f"Another worker called {self._id} runs on this database. Stop that one, or set another WORKER_ID."
            )
        row = {"id": self._id, "session": self._session}
        async with self._engine.begin() as writing:
            await insert_or_update(writing, workers, row)
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            if self._connection is not None:
                await _let_go(self._connection)

    async def check(self, connection: AsyncConnection) -> None:
        """Raise SlotLost when another worker has taken over; asked right before anything leaves."""
        query = select(workers.c.session).where(workers.c.id == self._id).with_for_update(read=True)
        if await connection.scalar(query) != self._session:
            self.lost.set()
            raise SlotLost(f"Another worker has taken over the work of {self._id}. Start this one again.")

    async def watches(self) -> bool:
        """Tell whether this worker is the one that watches: the first to take that lock, for as long as it lives."""
        connection = self._connection
        if connection is None or self._watching_by is connection:
            return connection is not None
        with suppress(SQLAlchemyError):
            async with self._in_use:
                if await _lock(connection, _WATCH):
                    self._watching_by = connection
        return self._watching_by is connection

    @asynccontextmanager
    async def list_gone(self, worker_id: str, *, clear: bool) -> AsyncIterator[bool]:
        """The slot of another worker, if nobody holds it; once cleared, whoever worked there may send nothing more."""
        async with self._engine.connect() as connection:
            ours = await _lock(connection, worker_id)
            try:
                if ours and clear:
                    await connection.execute(
                        update(workers).where(workers.c.id == worker_id).values(session="")
                    )
                    await connection.commit()
                yield ours
            finally:
                if ours:
                    await _unlock(connection, worker_id)

    async def _watch(self) -> None:
        """Notice when our connection breaks, and with it our lock; get it again unless somebody took over."""
        while self._connection is not None:
            await asyncio.sleep(_PULSE)
            try:
                async with self._in_use:
                    await self._connection.scalar(text("SELECT 1"))
                    await self._connection.commit()
            except SQLAlchemyError:
                log.warning("slot_cut_off", worker=self._id)
                await _let_go(self._connection)
                self._connection = await self._again()

    async def _again(self) -> AsyncConnection | None:
        """The lock once more, as soon as the database answers; None when we were taken for gone."""
        while True:
            try:
                if (connection := await self._locked()) is not None and await self._still_ours(connection):
                    return connection
                if connection is None and await self._named_here():
                    continue  # our own dead connection has the lock still: PostgreSQL will notice
            except SQLAlchemyError:
                await asyncio.sleep(_AGAIN)
                continue
            log.error("slot_lost", worker=self._id)
            self.lost.set()
            return None

    async def _named_here(self) -> bool:
        """Tell whether the slot still bears our session."""
        async with self._engine.connect() as connection:
            session = await connection.scalar(select(workers.c.session).where(workers.c.id == self._id))
        return bool(session == self._session)

    async def _still_ours(self, connection: AsyncConnection) -> bool:
        try:
            await self.check(connection)
            await connection.commit()
        except SlotLost:
            await _let_go(connection)
            return False
        return True

    async def _locked(self) -> AsyncConnection | None:
        connection = await self._engine.connect()
        for setting in _DEAF:
            await connection.execute(text(setting))
        for _ in range(_TRIES):
            if await _lock(connection, self._id):
                return connection
            await asyncio.sleep(_AGAIN)
        await connection.close()
        return None


async def _let_go(connection: AsyncConnection) -> None:
    """Free every lock that it holds, if the connection still lives, and the connection."""
    with suppress(SQLAlchemyError):
        await connection.rollback()
        await connection.execute(text("SELECT pg_advisory_unlock_all()"))
        await connection.commit()
    await connection.close()


async def _unlock(connection: AsyncConnection, worker_id: str) -> None:
    await connection.rollback()
    await connection.execute(text("SELECT pg_advisory_unlock(hashtext(:name))"), {"name": worker_id})
    await connection.commit()


async def _lock(connection: AsyncConnection, worker_id: str) -> bool:
    taken = await connection.scalar(text("SELECT pg_try_advisory_lock(hashtext(:name))"), {"name": worker_id})
    await connection.commit()
    return bool(taken)
