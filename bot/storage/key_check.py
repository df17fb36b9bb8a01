"""A look at what is stored, before anything is written: keys that open nothing of it would make all of it useless."""

from typing import Final

import structlog
from sqlalchemy import Column, LargeBinary, select

from bot.errors import SettingRefused
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import metadata

_ROWS: Final = 200
"""Rows of each column that are tried; after a change of keys older rows may be sealed with the earlier one."""
log = structlog.get_logger()


async def check_keys(database: Database, cipher: Cipher) -> None:
    """Raise SettingRefused when something is stored and no key opens any of it."""
    opened, closed = 0, 0
    for column in _sealed_columns():
        for sealed in await _some(database, column):
            if cipher.opens(sealed):
                opened += 1
            else:
                closed += 1
    if closed and not opened:
        raise SettingRefused(
            "ENCRYPTION_KEYS opens nothing of what is stored, and nothing was changed. Set the keys, or the "
            "SLACK_SIGNING_SECRET, with which it was stored; to begin anew, set DATABASE_URL to an empty database."
        )
    if closed:
        log.warning("keys_missing", closed=closed, opened=opened, setting="ENCRYPTION_KEYS")


def _sealed_columns() -> list[Column[bytes]]:
    return [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    ]


async def _some(database: Database, column: Column[bytes]) -> list[bytes]:
    async with database.reading() as connection:
        found = await connection.scalars(select(column).where(column.is_not(None)).limit(_ROWS))
        return [bytes(each) for each in found]
