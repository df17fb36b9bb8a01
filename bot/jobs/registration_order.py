"""The order in which people are registered: who is next, who rests after a failure, and who is passed over."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.models.clock import Clock
from bot.storage.registrations import RegistrationQueueHead

STRIKES: Final = 3
"""After so many failures in a row, one person is no longer taken for everybody's trouble."""


class RegistrationOrder:
    """Chooses who is next: whoever wants out, else the first of the webinar that was served longest ago."""

    def __init__(self, clock: Clock, rest_for: timedelta) -> None:
        self._clock = clock
        self._rest_for = rest_for
        self._turns = 0
        self._served: dict[str, int] = {}
        self._resting_until: dict[str, datetime] = {}
        self._passed_until: dict[int, datetime] = {}
        self._failures: Counter[int] = Counter()
        self._silences: Counter[int] = Counter()

    def passed(self) -> Collection[int]:
        """Return the numbers of those who are passed over for now."""
        now = self._clock()
        self._passed_until = {number: until for number, until in self._passed_until.items() if until > now}
        return self._passed_until.keys()

    def next_leaver(self, queues: Sequence[RegistrationQueueHead]) -> int | None:
        """Return the number of the first who wants out."""
        return min((queue.first for queue in self._ready(queues)), default=None)

    def next_registrant(self, queues: Sequence[RegistrationQueueHead]) -> int | None:
        """Return the number of who is next to come in, and count the turn of their webinar."""
        ready = self._ready(queues)
        if not ready:
            return None
        queue = min(ready, key=lambda one: (self._served.get(one.webinar_key, 0), one.first))
        self._turns += 1
        self._served[queue.webinar_key] = self._turns
        return queue.first

    def rest(self, webinar_key: str) -> None:
        """Let a webinar rest after a failure."""
        self._resting_until[webinar_key] = self._clock() + self._rest_for

    def succeed(self, number: int) -> None:
        """Forget the failures of somebody."""
        del self._failures[number], self._silences[number]

    def fail(self, webinar_key: str, number: int) -> bool:
        """Count a failure; True when there were so many that it may be this person's alone, and counting begins anew."""
        self._failures[number] += 1
        if self._failures[number] < STRIKES:
            self.rest(webinar_key)
            return False
        del self._failures[number]
        return True

    def fall_silent(self, webinar_key: str, number: int) -> None:
        """Count that Slack says nothing of somebody; after some times the next ones go first, and the place is kept."""
        self._silences[number] += 1
        if self._silences[number] < STRIKES:
            self.rest(webinar_key)
        else:
            self._passed_until[number] = self._clock() + self._rest_for

    def _ready(self, queues: Sequence[RegistrationQueueHead]) -> list[RegistrationQueueHead]:
        """The queues that do not rest."""
        now = self._clock()
        self._resting_until = {
            webinar_key: until for webinar_key, until in self._resting_until.items() if until > now
        }
        return [queue for queue in queues if queue.webinar_key not in self._resting_until]
