"""Opening the database: SQLite with a write-ahead log, one process at a time; PostgreSQL for many."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from errno import ENOENT
from pathlib import Path
from typing import Any, Final

import psycopg
from filelock import BaseFileLock, FileLock, Timeout
from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import AlreadyRunning, SettingRefused
from bot.storage.migrate import migrate
from bot.storage.slots import WorkerSlot

_BUSY_MS = 30_000
_ALONE: Final = 0x57EB2
_AGAIN: Final = 0.1
_CONNECT_SECONDS: Final = 10
_READS: Final = "only_reads"


class Database:
    """Transactions on the open database; `slot` is this worker's, where there can be several."""

    def __init__(self, engine: AsyncEngine, slot: WorkerSlot | None = None) -> None:
        self._engine = engine
        self._writing = asyncio.Lock()
        self.slot = slot

    @property
    def shared(self) -> bool:
        """Tell whether other processes may work on it as well."""
        return self._engine.dialect.name == "postgresql"

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """A transaction, committed at the end; on SQLite it holds the write lock from its beginning.

        There we stand in line for it ourselves: SQLite would try again and again, and sleep in between.
        """
        async with self._engine.begin() if self.shared else self._alone_here() as connection:
            yield connection

    @asynccontextmanager
    async def _alone_here(self) -> AsyncIterator[AsyncConnection]:
        async with self._writing, self._engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads, and on SQLite waits for nobody who writes."""
        async with self._engine.connect() as opened:
            connection = await opened.execution_options(**{_READS: True})
            async with connection.begin():
                yield connection

    @asynccontextmanager
    async def before_sending(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that records what is about to leave; raises SlotLost when our work is another worker's."""
        async with self.transaction() as connection:
            if self.slot is not None:
                await self.slot.check(connection)
            yield connection

    async def runs_jobs(self) -> bool:
        """Tell whether this process is the one that watches; on SQLite there is no other."""
        return self.slot is None or await self.slot.watches()

    @asynccontextmanager
    async def one_at_a_time(self) -> AsyncIterator[None]:
        """While this lasts, no other worker does the same: for what only one may do at a time.

        Whoever waits does so outside of any transaction: the engine builds its indexes when all of these have ended.
        """
        if not self.shared:
            yield
            return
        async with self._engine.connect() as opened:
            connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
            while not await connection.scalar(  # noqa: ASYNC110 - other processes set no event of ours
                text(f"SELECT pg_try_advisory_lock({_ALONE})")
            ):
                await asyncio.sleep(_AGAIN)
            try:
                yield
            finally:
                await connection.execute(text(f"SELECT pg_advisory_unlock({_ALONE})"))

    async def answers(self) -> None:
        """Raise what the driver raises when the database does not answer."""
        async with self.reading() as connection:
            await connection.execute(text("SELECT 1"))


@asynccontextmanager
async def open_database(url: str, worker_id: str = "") -> AsyncIterator[Database]:
    """Open and migrate the database of a sqlite:/// or postgresql:// address, for one worker of that name at a time.

    Raises AlreadyRunning or SettingRefused.
    """
    async with AsyncExitStack() as stack:
        try:
            if url.startswith("sqlite"):
                stack.callback(_only_process(url).release)
            engine = _engine(url)
            stack.push_async_callback(engine.dispose)
            await migrate(engine)
            slot = (
                WorkerSlot(engine, worker_id) if worker_id and engine.dialect.name == "postgresql" else None
            )
            if slot is not None:
                await stack.enter_async_context(slot.held())
        except (SQLAlchemyError, OSError, ValueError) as fault:
            raise SettingRefused(
                f"DATABASE_URL cannot be opened: {reason_of(fault)}. Is the address right, does the folder exist, "
                "and is the server running?"
            ) from fault
        yield Database(engine, slot)


def reason_of(fault: BaseException) -> str:
    """The reason that the driver or the system gives, as one line; it names hosts, and no passwords."""
    cause = fault.orig if isinstance(fault, DBAPIError) and fault.orig is not None else fault
    if isinstance(cause, psycopg.Error):
        return str(cause).partition("\n")[0][:300].rstrip(".")
    if isinstance(cause, sqlite3.Error | ImportError):
        return str(cause)
    return getattr(cause, "strerror", None) or type(cause).__name__


def _only_process(url: str) -> BaseFileLock:
    """The lock that keeps a second process off the file; the system frees it when we die."""
    name = make_url(url).database
    if not name or name == ":memory:":
        raise SettingRefused(
            "DATABASE_URL should name a file, such as sqlite:///webinars.sqlite, to remember anything."
        )
    path = Path(name)
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "the folder does not exist")
    lock = FileLock(f"{path}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyRunning(
            f"Another process runs on {path.name}: SQLite is for one. Stop that one, or set DATABASE_URL to a "
            "postgresql:// address to run several."
        ) from None
    return lock


def _engine(url: str) -> AsyncEngine:
    if url.startswith("postgresql"):
        address = make_url(url).set(drivername="postgresql+psycopg")
        return create_async_engine(
            address,
            pool_size=5,
            max_overflow=10,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": _CONNECT_SECONDS},
        )
    address = make_url(url).set(drivername="sqlite+aiosqlite")
    engine = create_async_engine(address, pool_size=2, max_overflow=0, pool_timeout=30, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
