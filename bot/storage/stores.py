"""Everything that is remembered, in one hand."""

from dataclasses import dataclass
from typing import Self

from bot.models.clock import Clock
from bot.storage.attempts import Attempts
from bot.storage.database import Database
from bot.storage.messages import Messages
from bot.storage.submissions import Submissions
from bot.storage.talks import Talks
from bot.storage.vault import Vault
from bot.storage.webinars import Webinars


@dataclass(frozen=True)
class Stores:
    """One of each."""

    attempts: Attempts
    messages: Messages
    submissions: Submissions
    talks: Talks
    webinars: Webinars

    @classmethod
    def of(cls, database: Database, vault: Vault, clock: Clock) -> Self:
        """The stores of one database."""
        return cls(
            attempts=Attempts(database, clock),
            messages=Messages(database, clock),
            submissions=Submissions(database, vault, clock),
            talks=Talks(database, vault, clock),
            webinars=Webinars(database, vault, clock),
        )
