"""A turn: the right to send one request to RingCentral, and what its answer tells of the allowance."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.storage.rate_limits import Allowance, RateLimitStore, ReportedLimit

DEFAULTS: Final = {
    "Heavy": Allowance(limit=10, window=60),
    "Medium": Allowance(limit=40, window=60),
    "Light": Allowance(limit=50, window=60),
    "Auth": Allowance(limit=5, window=60),
}
LONGEST: Final = 3600.0
"""Seconds: nobody waits longer, and no window is."""


class GrantedPermit:
    """The right to send one request now, and to tell what came of it."""

    def __init__(
        self, rates: RateLimitStore, group: str, operation: str, send: int, now: Callable[[], float]
    ) -> None:
        self._rates = rates
        self.group = group
        self._operation = operation
        self._send: int | None = send
        self._now = now
        self._told: ReportedLimit | None = None

    @property
    def renamed(self) -> str | None:
        """The group that the request counted in, if it was another one."""
        return self._told.name if self._told else None

    async def holds(self) -> bool:
        """Tell whether the request may still leave; a penalty that came meanwhile takes the turn back."""
        if await self._rates.penalty_until(self.group) <= self._now():
            return True
        if self._send is not None:
            await self._rates.cancel_send(self._send)
            self._send = None
        return False

    def answered(self, headers: Mapping[str, str]) -> None:
        """Learn from the X-Rate-Limit headers of the answer."""
        self._told = reported_limit(headers, self.group)

    async def penalised(self, seconds: float) -> None:
        """RingCentral answered 429."""
        await self._rates.penalise(self.group, self._now() + seconds)

    async def end(self, at: float) -> None:
        """The request has arrived by then."""
        if self._send is not None:
            await self._rates.record_answer(self._send, at, self._told, self._operation)


def reported_limit(headers: Mapping[str, str], group: str) -> ReportedLimit | None:
    """The report of the headers, when they tell the limit, the window and what remains."""
    try:
        limit = int(headers["X-Rate-Limit-Limit"])
        remaining = int(headers["X-Rate-Limit-Remaining"])
        window = float(headers["X-Rate-Limit-Window"])
    except (KeyError, ValueError):
        return None
    if limit <= 0 or not 0 < window < LONGEST:
        return None
    named = headers.get("X-Rate-Limit-Group", group).casefold()[:32]
    known = {name.casefold(): name for name in (*DEFAULTS, group)}.get(named, named)
    return ReportedLimit(
        allowance=Allowance(limit=limit, window=window),
        remaining=remaining,
        name=None if known == group else known,
    )
