"""Calendar files by direct message: when somebody asks for one, and anew when the webinar changed.

Sending is a step that a crash can repeat. The file that comes twice has the same UID and SEQUENCE, so calendars take
it as one, and no more is done about it.
"""

import asyncio
from typing import Final

import structlog

from blocks.calendar import file_comment, new_file_comment, not_sent, on_its_way, sent
from bot.attempt import attempt
from bot.errors import NotFound, SlackPlaceRefused, TimeWillTell, WebinarsError
from bot.models import Phase, Webinar
from bot.models.keys import MessageKey, WorkflowId
from bot.models.registration import RegistrationStage
from bot.models.tracked import TrackedWebinar
from bot.resources import Resources
from bot.storage.messages import Kind
from bot.webinars.icalendar import calendar_file, file_name
from bot.workflows.engine import Engine
from bot.workflows.pauses import growing_pauses

TAKE: Final = "take_calendar_file"
RENEW: Final = "renew_calendar_files"
_FIRST_PAUSE: Final = 60.0
_LONGEST_PAUSE: Final = 3600.0
_TRIED_FOR: Final = 14 * 24 * 3600.0
"""Seconds until those whom Slack did not let us reach are tried again, and for how long."""
log = structlog.get_logger()


class CalendarDelivery:
    """The workflows that send files, and what starts them."""

    def __init__(self, engine: Engine, resources: Resources) -> None:
        self._engine = engine
        self._slack = resources.slack
        self._webinars = resources.stores.webinars
        self._calendars = resources.stores.calendars
        self._messages = resources.stores.messages
        self._registrations = resources.stores.registrations
        self._clock = resources.clock
        self._renewing = asyncio.Lock()
        engine.add(TAKE, self._take)
        engine.add(RENEW, self._renew)

    async def send_from_view(self, webinar_key: str, user: str, view_id: str) -> None:
        """Begin to send somebody the file that they asked for in a view: one file, however often they press there."""
        await self._engine.start_once(WorkflowId.calendar_file(view_id), TAKE, webinar_key, user, view_id)

    async def send(self, webinar_key: str, user: str) -> None:
        """Send somebody the file with their own link, which no earlier one had; raises what Slack's failures are."""
        await self._send(webinar_key, user)

    async def send_newer(self, tracked: TrackedWebinar) -> None:
        """Begin to send the newest file to everybody who has an older one; once for each change."""
        webinar_key, sequence = tracked.webinar_key, tracked.webinar.sequence
        if await self._calendars.list_outdated(webinar_key, sequence):
            await self._engine.start_once(
                WorkflowId.newer_calendar_files(webinar_key, sequence), RENEW, webinar_key, sequence
            )

    async def _take(self, webinar_key: str, user: str, view_id: str) -> None:
        await self._engine.step("say that it comes", self._say_it_comes, webinar_key, view_id)
        problem = await self._engine.step("send", self._sent, webinar_key, user)
        await self._engine.step("say how it went", self._say_how_it_went, webinar_key, view_id, problem)

    async def _renew(self, webinar_key: str, sequence: int) -> None:
        left = await self._engine.step("whom", self._calendars.list_outdated, webinar_key, sequence)
        for pause in growing_pauses(_FIRST_PAUSE, _LONGEST_PAUSE, _TRIED_FOR):
            left = [
                user
                for user in left
                if not await self._engine.step("renew", self._renewed, webinar_key, user)
            ]
            if not left:
                return
            await self._engine.sleep(pause)

    async def _sent(self, webinar_key: str, user: str) -> str:
        """Send a file that was asked for; why it could not be sent, if so."""
        sending = self._send_while_it_is_to_come(webinar_key, user)
        _, problem = await attempt(sending, "calendar_file_not_sent", webinar_key=webinar_key)
        return problem or ""

    async def _send_while_it_is_to_come(self, webinar_key: str, user: str) -> None:
        if (await self._find(webinar_key)).is_over:
            raise NotFound("It has ended or was cancelled.")
        await self._send(webinar_key, user)

    async def _renewed(self, webinar_key: str, user: str) -> bool:
        """Send the newest file to somebody who still has an older one; False when it should be tried again."""
        async with self._renewing:
            webinar = await self._webinars.get_scheduled(webinar_key)
            had = await self._calendars.get_sequence(webinar_key, user)
            if webinar is None or webinar.phase is Phase.ENDED or had is None or had >= webinar.sequence:
                return True
            try:
                await self._send(webinar_key, user)
            except WebinarsError as error:
                log.warning("calendar_file_not_sent", webinar_key=webinar_key, error=type(error).__name__)
                return not isinstance(error, (SlackPlaceRefused, TimeWillTell))
        return True

    async def _send(self, webinar_key: str, user: str) -> None:
        """Send the file until it is the newest: the webinar may change while it leaves."""
        webinar = await self._find(webinar_key)
        while True:
            await self._send_one(webinar_key, user, webinar)
            newest = await self._find(webinar_key)
            if newest.sequence == webinar.sequence:
                return
            webinar = newest

    async def _send_one(self, webinar_key: str, user: str, webinar: Webinar) -> None:
        key = MessageKey.calendar(webinar_key, user)
        earlier = await self._messages.claim(key, webinar_key, Kind.CALENDAR, user, webinar.start)
        had = await self._calendars.get_sequence(webinar_key, user)
        if had is None or had == webinar.sequence:
            comment = file_comment(webinar)
        else:
            comment = new_file_comment(webinar, earlier.told if earlier else None)
        content = calendar_file(webinar, self._clock(), await self._own_link(webinar_key, user))
        await self._slack.send_file(user, file_name(webinar), content, comment)
        await self._messages.mark_start_told(key, webinar.start)
        await self._calendars.mark_sent(webinar_key, user, webinar.sequence)

    async def _own_link(self, webinar_key: str, user: str) -> str | None:
        """The link of somebody who is registered; those of the panel stay out of calendars, which others may read."""
        registered = await self._registrations.find(webinar_key, user)
        return (
            registered.join_uri if registered and registered.stage is RegistrationStage.REGISTERED else None
        )

    async def _find(self, webinar_key: str) -> Webinar:
        if (webinar := await self._webinars.get_scheduled(webinar_key)) is None:
            raise NotFound("This webinar no longer exists.")
        return webinar

    async def _say_it_comes(self, webinar_key: str, view_id: str) -> None:
        await self._slack.show_if_possible(view_id, on_its_way(await self._find(webinar_key)))

    async def _say_how_it_went(self, webinar_key: str, view_id: str, problem: str) -> None:
        webinar = await self._find(webinar_key)
        await self._slack.show_if_possible(view_id, not_sent(webinar, problem) if problem else sent(webinar))
