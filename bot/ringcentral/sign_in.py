"""Signing in with a JWT: one token for everybody, renewed ahead of its expiry, by one request at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from bot.models.clock import Clock
from bot.models.frozen import Frozen
from bot.models.waiting import Tell
from bot.ringcentral.wire import TokenAnswer

GRANT: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_AHEAD: Final = timedelta(seconds=120)
_LONGEST: Final = 86_400


class Token(Frozen):
    """An access token, good until `expires`; `renew_at` lies ahead of that."""

    value: str
    renew_at: datetime


class SignIn:
    """Keeps the token; `ask` makes the one request that gets a new one."""

    def __init__(self, ask: Callable[[Tell], Awaitable[TokenAnswer]], clock: Clock) -> None:
        self._ask = ask
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token: Token | None = None

    async def token(self, tell: Tell) -> str:
        """A token that is good for a while yet; raises what asking for one raises."""
        async with self._lock:
            if self._token is None or self._clock() >= self._token.renew_at:
                self._token = await self._renewed(tell)
            return self._token.value

    async def refused(self, value: str) -> None:
        """RingCentral does not take this token: forget it, unless somebody has renewed it already."""
        async with self._lock:
            if self._token is not None and self._token.value == value:
                self._token = None

    async def _renewed(self, tell: Tell) -> Token:
        asked_at = self._clock()
        answer = await self._ask(tell)
        lifetime = timedelta(seconds=min(answer.expires_in, _LONGEST))
        return Token(value=answer.access_token, renew_at=asked_at + lifetime - min(_AHEAD, lifetime / 2))
