"""The rest of RingCentral's rate limit, as the page shows it."""

from dataclasses import dataclass
from typing import Final

from sandbox.ringcentral import ApiExchange, WebinarAPI

_TOO_MANY: Final = 429


@dataclass(frozen=True)
class Budget:
    """The Heavy calls of the last `window` seconds; `shut` is how many seconds a penalty goes on."""

    used: int
    limit: int
    window: float
    penalties: int
    shut: float

    @classmethod
    def of(cls, ringcentral: WebinarAPI) -> "Budget":
        """The budget as it stands now."""
        limit, now = ringcentral.throttle.limits["Heavy"], ringcentral.clock()
        heavy = [one for one in ringcentral.exchanges if one.group == "Heavy"]
        refused = [one for one in heavy if one.status == _TOO_MANY]
        return cls(
            used=sum(one.status != _TOO_MANY and one.at > now - limit.window for one in heavy),
            limit=limit.limit,
            window=limit.window,
            penalties=ringcentral.penalties,
            shut=max((_penalty_end(one) - now for one in refused[-1:]), default=0.0),
        )


def _penalty_end(refused: ApiExchange) -> float:
    return refused.at + float(refused.headers.get("Retry-After", 0))
