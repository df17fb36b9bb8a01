"""Opening the database: SQLite with a write-ahead log, one process at a time; PostgreSQL for many."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from filelock import BaseFileLock, FileLock, Timeout
from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import AlreadyRunning, SettingRefused
from bot.storage.migrate import migrate

_BUSY_MS = 30_000


class Database:
    """Transactions on the open database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """A transaction, committed at the end; on SQLite it holds the write lock from its beginning."""
        async with self._engine.begin() as connection:
            yield connection

    async def answers(self) -> None:
        """Raise what the driver raises when the database does not answer."""
        async with self._engine.connect() as connection:
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
            if worker_id and engine.dialect.name == "postgresql":
                await stack.enter_async_context(_only_worker(engine, worker_id))
            await migrate(engine)
        except CommandError:
            raise SettingRefused(
                "DATABASE_URL holds the data of a newer version of the bot. Run that version, or another database."
            ) from None
        except (SQLAlchemyError, OSError, ValueError) as fault:
            raise SettingRefused(
                f"DATABASE_URL cannot be opened ({type(fault).__name__}): is the address right, does the folder exist, "
                "does the server run?"
            ) from fault
        yield Database(engine)


def _only_process(url: str) -> BaseFileLock:
    """The lock that keeps a second process off the file; the system frees it when we die."""
    name = make_url(url).database
    if not name or name == ":memory:":
        raise SettingRefused(
            "DATABASE_URL should name a file, such as sqlite:///webinars.sqlite, to remember anything."
        )
    path = Path(name)
    if not path.parent.is_dir():
        raise FileNotFoundError(path.parent)
    lock = FileLock(f"{path}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyRunning(
            f"Another process runs on {path.name}: SQLite is for one. Stop that one, or set DATABASE_URL to a "
            "postgresql:// address to run several."
        ) from None
    return lock


@asynccontextmanager
async def _only_worker(engine: AsyncEngine, worker_id: str) -> AsyncIterator[None]:
    """Hold the name of this worker: two with one name would take over each other's running work."""
    async with engine.connect() as connection:
        alone = await connection.scalar(
            text("SELECT pg_try_advisory_lock(hashtext(:name))"), {"name": worker_id}
        )
        await connection.commit()
        if not alone:
            raise AlreadyRunning(
                f"Another worker called {worker_id} runs on this database. Stop that one, or set another WORKER_ID."
            )
        yield


def _engine(url: str) -> AsyncEngine:
    if url.startswith("postgresql"):
        address = make_url(url).set(drivername="postgresql+psycopg")
        return create_async_engine(address, pool_size=5, max_overflow=10, pool_pre_ping=True)
    address = make_url(url).set(drivername="sqlite+aiosqlite")
    engine = create_async_engine(address, pool_size=2, max_overflow=0, pool_timeout=30)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
