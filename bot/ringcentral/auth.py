"""Signing in with a JWT: one token for everybody, renewed ahead of its expiry, by one request at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.errors import SignInRefused
from bot.models.clock import Clock
from bot.models.rate_limit import Caller
from bot.models.token import AccessToken
from bot.ringcentral.responses import TokenAnswer

GRANT: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_AHEAD: Final = timedelta(seconds=120)
_LONGEST: Final = 86_400
_REMEMBERED: Final = timedelta(seconds=30)
"""How long a refusal is believed: asking again at once would only use up the few sign-ins a minute."""


class TokenStorage(Protocol):
    """The storage of the token that all workers share."""

    async def get(self) -> AccessToken | None:
        """The token, if there is one."""

    async def save(self, token: AccessToken) -> None:
        """Put a new one there."""

    async def delete(self, value: str) -> None:
        """Take this one away, unless another lies there by now."""


class AccessTokens:
    """Keeps the token; `ask` makes the one request that gets a new one."""

    def __init__(
        self, ask: Callable[[Caller], Awaitable[TokenAnswer]], token_storage: TokenStorage, clock: Clock
    ) -> None:
        self._ask = ask
        self._token_storage = token_storage
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token: AccessToken | None = None
        self._refused_at: datetime | None = None

    async def token(self, caller: Caller) -> str:
        """A token that is good for a while yet; raises what asking for one raises."""
        async with self._lock:
            if not self._good(self._token):
                self._token = await self._token_storage.get()
            if self._token is None or not self._good(self._token):
                self._token = await self._renewed(caller)
                await self._token_storage.save(self._token)
            return self._token.value

    async def user(self, caller: Caller) -> str | None:
        """The RingCentral user whom we are signed in as, where RingCentral told."""
        await self.token(caller)
        return self._token.owner if self._token else None

    async def refused(self, value: str) -> None:
        """RingCentral does not take this token: forget it, unless somebody has renewed it already."""
        async with self._lock:
            await self._token_storage.delete(value)
            if self._token is not None and self._token.value == value:
                self._token = None

    def _good(self, token: AccessToken | None) -> bool:
        return token is not None and self._clock() < token.renew_at

    async def _renewed(self, caller: Caller) -> AccessToken:
        asked_at = self._clock()
        if self._refused_at is not None and asked_at < self._refused_at + _REMEMBERED:
            raise SignInRefused("RingCentral refused our sign-in a moment ago. Tell whoever runs this bot.")
        try:
            answer = await self._ask(caller)
        except SignInRefused:
            self._refused_at = asked_at
            raise
        lifetime = timedelta(seconds=min(answer.expires_in, _LONGEST))
        renew_at = asked_at + lifetime - min(_AHEAD, lifetime / 2)
        return AccessToken(value=answer.access_token, renew_at=renew_at, owner=answer.owner_id)
