"""The memory of the bot, in SQLite or PostgreSQL; all SQL lives here."""

from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher

__all__ = ["Cipher", "Database", "open_database"]
