"""A database with many webinars: what one real creation left in every table, over and over with ids of its own."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from uuid import uuid4

from sqlalchemy import Connection, Integer, MetaData, Table, create_engine, insert, inspect, make_url, select

from benchmarks.measurements.signed_requests import SECRET
from bot.models import Webinar
from bot.storage import Cipher

_AT_ONCE: Final = 500
_SEALED: Final = "gAAAA"
_DRIVERS: Final = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
Row = dict[str, Any]


class _Ids(NamedTuple):
    """The ids that tell one webinar from another: its form, itself, its session."""

    draft: str
    webinar: str
    session: str

    @classmethod
    def new(cls, number: int) -> "_Ids":
        return cls(uuid4().hex, str(10**19 + 2 * number), str(10**19 + 2 * number + 1))


class _Swap:
    """Puts new ids in the place of the old ones, in sealed values as well."""

    def __init__(self, cipher: Cipher, old: _Ids) -> None:
        self._cipher = cipher
        self._old = old
        self._pattern = re.compile("|".join(map(re.escape, old)))
        self._opened: dict[str, str] = {}

    def __call__(self, row: Row, new: _Ids) -> Row:
        others = dict(zip(self._old, new, strict=True))
        return {name: self._changed(value, others) for name, value in row.items()}

    def _changed(self, value: Any, others: Mapping[str, str]) -> Any:
        if isinstance(value, bytes):
            return self._changed(value.decode(), others).encode()
        if not isinstance(value, str):
            return value
        if not value.startswith(_SEALED):
            return self._text(value, others)
        opened = self._opened.setdefault(value, self._opened.get(value) or self._cipher.decrypt_text(value))
        changed = self._text(opened, others)
        return value if changed == opened else self._cipher.encrypt_text(changed)

    def _text(self, value: str, others: Mapping[str, str]) -> str:
        return self._pattern.sub(lambda found: others[found[0]], value)


def multiply(url: str, times: int) -> None:
    """Add as many webinars like the one that is there; nobody else may use the database meanwhile."""
    address = make_url(url)
    engine = create_engine(address.set(drivername=_DRIVERS[address.get_backend_name()]))
    cipher = Cipher(SECRET)
    tables = MetaData()
    for schema in (None, *(name for name in inspect(engine).get_schema_names() if name == "dbos")):
        tables.reflect(engine, schema=schema)
    with engine.begin() as connection:
        old = _ids(connection, tables, cipher)
        swap = _Swap(cipher, old)
        kept = {table: list(_rows(connection, table, old)) for table in tables.sorted_tables}
        for start in range(0, times, _AT_ONCE):
            new = [_Ids.new(number) for number in range(start, min(times, start + _AT_ONCE))]
            for table, rows in kept.items():
                if rows:
                    connection.execute(insert(table), [swap(row, ids) for ids in new for row in rows])
    engine.dispose()


def _ids(connection: Connection, tables: MetaData, cipher: Cipher) -> _Ids:
    """The ids of the webinar that is there."""
    row = connection.execute(select(tables.tables["webinars"])).mappings().first()
    if row is None:
        raise RuntimeError("create a webinar first: it is what is multiplied")
    webinar = cipher.decrypt(row["sealed_webinar"], Webinar)
    return _Ids(row["draft"], webinar.id, webinar.session_id)


def _rows(connection: Connection, table: Table, ids: _Ids) -> Iterator[Row]:
    """The rows that belong to it, without numbers that the database gives."""
    numbered = {
        column.name
        for column in table.primary_key
        if isinstance(column.type, Integer) and len(table.primary_key) == 1
    }
    for row in connection.execute(select(table)).mappings():
        if any(name in str(value) for value in row.values() for name in ids):
            yield {name: value for name, value in row.items() if name not in numbered}
