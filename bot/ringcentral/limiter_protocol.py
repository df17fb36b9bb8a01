"""The protocols of a rate limiter as the client uses it; `bot.rate_limit` has the limiter."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.models.rate_limit import Caller


class Permit(Protocol):
    """The right to send one request now."""

    async def holds(self) -> bool:
        """Tell whether the request may still leave: not when a penalty has begun meanwhile."""

    def answered(self, headers: Mapping[str, str]) -> None:
        """Learn from the X-Rate-Limit headers of the answer."""

    async def penalised(self, seconds: float) -> None:
        """RingCentral answered 429: nobody may send for so many seconds."""


class Limiter(Protocol):
    """Hands out turns, so that no request leaves beyond the limit or inside a penalty."""

    def turn(self, operation: str, group: str, caller: Caller) -> AbstractAsyncContextManager[Permit]:
        """Wait for a turn in a rate group, telling how long it takes; raises Limited when that is too long."""

    async def keep_places(self, caller: Caller) -> None:
        """Keep places in line for a caller whose calls are on their way."""

    async def free_places(self, caller: str) -> None:
        """A caller needs no more calls."""
