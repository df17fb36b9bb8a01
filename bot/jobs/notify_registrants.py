"""Telling everybody what became of their click, and bringing whoever is registered their own link and calendar file.

What everybody knows is remembered, so a restart tells nobody twice. A message that was sent stays true: it says so when
the registration is taken back, or the webinar moves.
"""

from datetime import timedelta
from typing import Final

import structlog

from blocks.register import registrant_message
from bot.attempt import attempt
from bot.errors import SlackPlaceRefused, TimeWillTell, WebinarsError
from bot.models.registration import RegistrationEntry, RegistrationStage
from bot.resources import Resources
from bot.slack.retry_pauses import RetryPauses
from bot.storage.messages import Kind
from bot.workflows.send_calendar import CalendarDelivery

_FIRST_PAUSE: Final = timedelta(seconds=20)
_LONGEST_PAUSE: Final = timedelta(hours=1)
log = structlog.get_logger()


class RegistrantNotifications:
    """Tells those who do not know yet."""

    def __init__(self, resources: Resources, files: CalendarDelivery) -> None:
        self._outbox = resources.outbox
        self._files = files
        self._line = resources.stores.registrations
        self._webinars = resources.stores.webinars
        self._messages = resources.stores.messages
        self._calendars = resources.stores.calendars
        self._later = RetryPauses[int](_FIRST_PAUSE, _LONGEST_PAUSE, resources.clock)

    async def tell(self) -> None:
        """Tell everybody who is not told yet, the earliest first; whom Slack does not let us reach now, later."""
        for one in await self._line.list_untold(but=self._later.waiting()):
            try:
                await self._tell(one)
            except (SlackPlaceRefused, TimeWillTell) as error:
                log.warning(
                    "registrant_not_told_yet", webinar_key=one.webinar_key, error=type(error).__name__
                )
                self._later.failed(one.number)
            else:
                self._later.worked(one.number)

    async def _tell(self, one: RegistrationEntry) -> None:
        try:
            await self._say(one)
        except (TimeWillTell, SlackPlaceRefused):
            raise
        except WebinarsError as error:
            log.warning("registrant_not_told", webinar_key=one.webinar_key, error=type(error).__name__)
        await self._line.mark_told(one.number, one.stage)
        # The link is what counts, and a button beside it brings the file.
        await attempt(self._file(one), "calendar_file_not_sent", webinar_key=one.webinar_key)

    async def _say(self, one: RegistrationEntry) -> None:
        webinar = await self._webinars.get_scheduled(one.webinar_key)
        if webinar is None or webinar.is_over:  # whoever could not be told in time need not be told any more
            return
        message, key = registrant_message(webinar, one), one.message_key
        posted = await self._messages.get(key)
        if posted is not None and posted.ts is not None:
            await self._outbox.keep_true(posted, message)
        elif one.stage is not RegistrationStage.LEFT:
            await self._outbox.post_once(key, one.webinar_key, Kind.REGISTRANT, one.user, message)

    async def _file(self, one: RegistrationEntry) -> None:
        webinar = await self._webinars.get_scheduled(one.webinar_key)
        if one.stage is RegistrationStage.REGISTERED and webinar is not None and not webinar.is_over:
            await self._files.send(one.webinar_key, one.user)
        elif one.stage is RegistrationStage.LEFT:
            await self._calendars.delete(one.webinar_key, one.user)
