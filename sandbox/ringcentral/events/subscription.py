"""A subscriber of events, and the time until it ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.ringcentral.events.filters import Filter
from sandbox.ringcentral.state.record import StoredRecord


@dataclass(kw_only=True)
class Subscription(StoredRecord):
    """An address of a user's client; `token` goes with each delivery, `failures` are those in a row up to now."""

    owner_id: str
    client: str
    filters: list[Filter]
    address: str
    token: str | None
    lifetime: timedelta
    expires: datetime
    failures: int = 0
    blacklisted: datetime | None = None
    reason: str = ""
