"""Rate limits as RingCentral keeps them: a sliding window, and a penalty that every request restarts."""

import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sandbox.ringcentral.api.errors import GatewayRefusal, Problem


@dataclass(frozen=True)
class Limit:
    """At most `limit` requests in any `window` seconds."""

    limit: int
    window: float = 60.0


DEFAULT_LIMITS: Final[Mapping[str, Limit]] = MappingProxyType(
    {"Heavy": Limit(10), "Medium": Limit(40), "Light": Limit(50), "Auth": Limit(5)}
)


@dataclass
class _UserBucket:
    """The requests of one user through one client in one group, and when a penalty ends."""

    hits: deque[float] = field(default_factory=deque)
    shut_until: float = -math.inf


class Throttle:
    """Counts requests by user, client and group; `penalty` is in seconds (None: as long as the window)."""

    def __init__(
        self,
        limits: Mapping[str, Limit],
        *,
        clock: Callable[[], float],
        penalty: float | None = None,
        retry_after_header: bool = True,
    ) -> None:
        self.limits = {**DEFAULT_LIMITS, **limits}
        self.penalty = penalty
        self.retry_after_header = retry_after_header
        self.penalties = 0
        self._clock = clock
        self._buckets: dict[tuple[str, str, str], _UserBucket] = {}

    def admit(self, user: str, client: str, group: str) -> dict[str, str]:
        """Count one request and give the headers of its answer; raise a 429 when it is one too many."""
        now, limit = self._clock(), self.limits[group]
        bucket = self._buckets.setdefault((user, client, group), _UserBucket())
        while bucket.hits and bucket.hits[0] <= now - limit.window:
            bucket.hits.popleft()
        if now < bucket.shut_until or len(bucket.hits) >= limit.limit:
            raise self._shut(bucket, group, now)
        bucket.hits.append(now)
        return _headers(group, limit, limit.limit - len(bucket.hits))

    def _shut(self, bucket: _UserBucket, group: str, now: float) -> GatewayRefusal:
        limit = self.limits[group]
        seconds = limit.window if self.penalty is None else self.penalty
        bucket.shut_until = now + seconds
        bucket.hits.clear()
        self.penalties += 1
        headers = _headers(group, limit, 0)
        if self.retry_after_header:
            headers["Retry-After"] = str(max(1, math.ceil(seconds)))
        return GatewayRefusal(429, "CMN-301", Problem("CMN-301", "Request rate exceeded"), headers)


def _headers(group: str, limit: Limit, remaining: int) -> dict[str, str]:
    """Write the budget as the real answers do, where the group's name is in lower case."""
    return {
        "X-Rate-Limit-Group": group.lower(),
        "X-Rate-Limit-Limit": str(limit.limit),
        "X-Rate-Limit-Remaining": str(remaining),
        "X-Rate-Limit-Window": f"{limit.window:g}",
    }
