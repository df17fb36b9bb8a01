"""The access token that all workers share, sealed: signing in is rationed as well."""

from sqlalchemy import delete, select

from bot.models.token import AccessToken
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import tokens
from bot.storage.upsert import insert_or_update


class Tokens:
    """Keeps the token of one RingCentral user."""

    def __init__(self, database: Database, cipher: Cipher, account: str) -> None:
        self._database = database
        self._cipher = cipher
        self._account = account

    async def get(self) -> AccessToken | None:
        """The token that some worker asked for last."""
        async with self._database.reading() as connection:
            sealed = await connection.scalar(select(tokens.c.sealed).where(tokens.c.account == self._account))
        return self._cipher.decrypt(sealed, AccessToken) if sealed else None

    async def save(self, token: AccessToken) -> None:
        """Let all workers use this token."""
        row = {"account": self._account, "sealed": self._cipher.encrypt(token)}
        async with self._database.transaction() as connection:
            await insert_or_update(connection, tokens, row)

    async def delete(self, value: str) -> None:
        """RingCentral does not take this token any more; one that another worker got since stays."""
        known = await self.get()
        if known is not None and known.value == value:
            async with self._database.transaction() as connection:
                await connection.execute(delete(tokens).where(tokens.c.account == self._account))
