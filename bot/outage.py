"""An outage of something that we need is one line when it begins, one each minute, and one when it ends."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.models.clock import Clock

_REMINDER: Final = timedelta(minutes=1)
log = structlog.get_logger()


class Outage:
    """Tell whether `what` is out of reach at the moment, and since when."""

    def __init__(self, what: str, clock: Clock) -> None:
        self._what = what
        self._clock = clock
        self._since: datetime | None = None
        self._next: datetime | None = None

    @property
    def lasts(self) -> bool:
        """Tell whether there is one."""
        return self._since is not None

    def failed(self, reason: str) -> None:
        """Note that it did not work; `reason` is ours or the system's word for it, nothing from outside."""
        now = self._clock()
        if self._since is None:
            self._since = now
            log.error("outage_began", what=self._what, reason=reason)
        elif self._next is not None and now < self._next:
            return
        else:
            log.error("outage_lasts", what=self._what, reason=reason, seconds=self._seconds(now))
        self._next = now + _REMINDER

    def worked(self) -> None:
        """Note that it worked."""
        if self._since is not None:
            log.warning("outage_ended", what=self._what, seconds=self._seconds(self._clock()))
        self._since = self._next = None

    def _seconds(self, now: datetime) -> int:
        return round((now - self._since).total_seconds()) if self._since else 0
