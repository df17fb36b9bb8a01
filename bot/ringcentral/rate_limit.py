"""What the client needs to know of the rate budget; who keeps it is not its concern."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.models.rate_limit import Caller


class Permit(Protocol):
    """The right to send one request now."""

    async def holds(self) -> bool:
        """Whether the request may still leave: not when a penalty has begun meanwhile."""

    def answered(self, headers: Mapping[str, str]) -> None:
        """Learn from the X-Rate-Limit headers of the answer."""

    async def penalised(self, seconds: float) -> None:
        """RingCentral answered 429: nobody may send for so many seconds."""


class Limiter(Protocol):
    """Hands out turns, so that no request leaves beyond the limit or inside a penalty."""

    def turn(self, operation: str, group: str, caller: Caller) -> AbstractAsyncContextManager[Permit]:
        """Wait for a turn in a rate group, telling how long it takes; raises Limited when that is too long."""

    async def expect(self, caller: Caller) -> None:
        """Keep places in line for an errand whose calls are on their way."""

    async def end(self, caller: str) -> None:
        """An errand needs no more calls."""
