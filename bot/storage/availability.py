"""Tell whether the database can be reached: what fails for that reason alone is told once, not with every use."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Final

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.models.clock import Clock
from bot.outage import Outage
from bot.storage.database import Database, reason_of

_PAUSE: Final = 1.0
_WITHIN: Final = 5.0
_DEEPEST: Final = 8
_NO_CONNECTION: Final = "08"
_STATES: Final = (_NO_CONNECTION, "57P", "533")
"""SQLSTATEs of a connection that is not to be had, of a server that goes down, and of one that is full."""
_ENGINES: Final = ("dbos", "sqlalchemy", "psycopg")
"""Libraries that tell of an outage with each of their own attempts."""


class DatabaseAvailability:
    """Looks at the database while it is out of reach, and hides from the log what fails only for that."""

    def __init__(self, clock: Clock) -> None:
        self._outage = Outage("database", clock)
        self._is_suspected = False

    def hides(self, logger: str, error: BaseException | None) -> bool:
        """Tell whether an event says no more than that the database is out of reach; called from any thread."""
        if error is not None and is_connection_failure(error):
            self._is_suspected = True
            return True
        return self._outage.lasts and logger.startswith(_ENGINES)

    @asynccontextmanager
    async def watched(self, database: Database) -> AsyncIterator[None]:
        """While this lasts, an outage is noticed and its end as well."""
        watching = asyncio.create_task(self._watch(database))
        try:
            yield
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)

    async def _watch(self, database: Database) -> None:
        while True:
            await asyncio.sleep(_PAUSE)
            if self._is_suspected or self._outage.lasts:
                await self._look(database)

    async def _look(self, database: Database) -> None:
        """A use that failed counts as the beginning of an outage, even when the database is back already."""
        if self._is_suspected and not self._outage.lasts:
            self._outage.failed("a connection broke or was refused")
        self._is_suspected = False
        try:
            async with asyncio.timeout(_WITHIN):
                await database.answers()
        except (SQLAlchemyError, OSError) as error:
            self._outage.failed(reason_of(error))
        else:
            self._outage.worked()


def is_connection_failure(error: BaseException) -> bool:
    """Tell whether an exception, or one that led to it, says that the database cannot be reached."""
    return any(_says_unreachable(each) for each in _chain(error))


def _says_unreachable(error: BaseException) -> bool:
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or (error.orig is not None and _says_unreachable(error.orig))
    if isinstance(error, psycopg.OperationalError):
        return (error.sqlstate or _NO_CONNECTION).startswith(_STATES)
    return isinstance(error, PoolTimeout)


def _chain(error: BaseException | None, depth: int = _DEEPEST) -> Iterator[BaseException]:
    if error is None or depth == 0:
        return
    yield error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for each in (*inner, error.__cause__, error.__context__):
        yield from _chain(each, depth - 1)
