"""Bringing the tables up to date at the start: forward only, by one process at a time.

Every migration only adds, so that the version before goes on working on the newer tables: while a deploy is under
way, and when it is taken back.
"""

from functools import cache
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

log = structlog.get_logger()
_MIGRATIONS = Path(__file__).with_name("migrations")
_ADVISORY_LOCK = 0x57EB1


async def migrate(engine: AsyncEngine) -> None:
    """Run every migration that has not run yet."""
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision == _newest():
        return
    if revision is None or revision in _known():
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    else:
        log.warning("newer_database_found", note="migrations only add, so this one can work")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config


@cache
def _newest() -> str | None:
    """The version that the last migration makes; reading all of them takes longer than all else of an opening."""
    return ScriptDirectory.from_config(_config()).get_current_head()


@cache
def _known() -> frozenset[str]:
    """The versions that our migrations make; one that is not among them is newer than ours."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())
