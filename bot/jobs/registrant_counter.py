"""The number of registrants while a crowd registers: known without asking, and shown on the cards every so often."""

from datetime import datetime, timedelta
from typing import Final

from bot.models import Webinar
from bot.models.clock import Clock
from bot.models.registration import with_registration
from bot.storage.webinars import Webinars

_SHOWN_EVERY: Final = timedelta(seconds=20)


class RegistrantCounter:
    """Counts registrants as they come and go, and lets the cards show the count at most every 20 s."""

    def __init__(self, webinars: Webinars, clock: Clock) -> None:
        self._webinars = webinars
        self._clock = clock
        self._unshown_since: dict[str, datetime] = {}

    async def add(self, webinar_key: str, more: int) -> None:
        """Count one more or one fewer, to be shown soon."""

        def counted(webinar: Webinar) -> Webinar:
            known = webinar.registration.count if webinar.registration else 0
            return with_registration(webinar, count=max(0, known + more))

        await self._webinars.change(webinar_key, counted, shown=False)
        self._unshown_since.setdefault(webinar_key, self._clock() - _SHOWN_EVERY / 2)

    async def show(self, *, everything: bool = False) -> None:
        """Let the cards show the counts that are due, or all of them."""
        now = self._clock()
        for webinar_key, since in list(self._unshown_since.items()):
            if everything or now - since >= _SHOWN_EVERY:
                del self._unshown_since[webinar_key]
                await self._webinars.mark_stale(webinar_key)
