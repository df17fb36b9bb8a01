"""Inserting a row whose key may be there already, on SQLite and PostgreSQL alike."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def insert_unless_there(connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row; False when a row with one of its unique keys is there already."""
    adding = _insert(connection, table, row).on_conflict_do_nothing()
    added = await connection.execute(adding.returning(*table.primary_key))
    return added.first() is not None


async def insert_or_update(connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row, or put it in the place of the one with its primary key."""
    key = [column.name for column in table.primary_key]
    await connection.execute(
        _insert(connection, table, row).on_conflict_do_update(index_elements=key, set_=dict(row))
    )


def _insert(
    connection: AsyncConnection, table: Table, row: Mapping[str, Any]
) -> postgresql.Insert | sqlite.Insert:
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return insert(table).values(dict(row))
