"""Show the registrants to the host alone: the newest in a view, everybody as a file by direct message."""

from typing import Final

import structlog

from blocks.registrants import file_on_its_way, not_read, registrants_view, table_comment
from bot.attempt import attempt
from bot.errors import NotFound, SlackRefused, TimeWillTell
from bot.models.keys import WorkflowId
from bot.models.rate_limit import Caller
from bot.models.registration import Registrant
from bot.models.tracked import TrackedWebinar
from bot.registration.csv_export import spreadsheet
from bot.registration.registrants import Registrants
from bot.resources import Resources
from bot.webinars.icalendar import file_name
from bot.webinars.queries import WebinarQueries
from bot.workflows.engine import Engine

SHOW: Final = "show_registrants"
SEND: Final = "send_registrants"
_HEAD: Final = ("First name", "Last name", "E-mail", "Registered at (UTC)", "Registered in", "Attended")
log = structlog.get_logger()


class RegistrantsDelivery:
    """The workflows that read who registered, and what starts them."""

    def __init__(
        self, engine: Engine, resources: Resources, registrants: Registrants, webinar_queries: WebinarQueries
    ) -> None:
        self._engine = engine
        self._registrants = registrants
        self._webinar_queries = webinar_queries
        self._slack = resources.slack
        self._clock = resources.clock
        engine.add(SHOW, self._show)
        engine.add(SEND, self._send)

    async def show(self, webinar_key: str, view_id: str) -> None:
        """Begin to read who registered, and to show it in a view that the host has open."""
        await self._engine.start_once(WorkflowId.registrants_shown(view_id), SHOW, webinar_key, view_id)

    async def send(self, webinar_key: str, user: str, view_id: str) -> None:
        """Begin to send the host everybody as a table: one, however often they press."""
        await self._engine.start_once(WorkflowId.registrants_sent(view_id), SEND, webinar_key, user, view_id)

    async def _show(self, webinar_key: str, view_id: str) -> None:
        await self._engine.step("show", self._shown, webinar_key, view_id)

    async def _send(self, webinar_key: str, user: str, view_id: str) -> None:
        await self._engine.step("say that it comes", self._slack.show_if_possible, view_id, file_on_its_way())
        problem = await self._engine.step("send", self._sent, webinar_key, user)
        view = file_on_its_way(problem=problem, done=not problem)
        await self._engine.step("say how it went", self._slack.show_if_possible, view_id, view)

    async def _shown(self, webinar_key: str, view_id: str) -> None:
        reading = self._read(webinar_key, view_id)
        read, problem = await attempt(reading, "registrants_not_read", webinar_key=webinar_key)
        view = not_read(problem or "") if read is None else registrants_view(*read)
        await self._slack.show_if_possible(view_id, view)

    async def _sent(self, webinar_key: str, user: str) -> str:
        """Send the table; why it could not be sent, if so. Nothing of it is kept."""
        sending = self._send_table(webinar_key, user)
        _, problem = await attempt(sending, "registrants_not_sent", webinar_key=webinar_key)
        return problem or ""

    async def _send_table(self, webinar_key: str, user: str) -> None:
        tracked, enrolled = await self._read(webinar_key, user)
        table = spreadsheet(_HEAD, await self._rows(enrolled))
        name = f"{file_name(tracked.webinar).removesuffix('.ics')}-registrants.csv"
        await self._slack.send_file(user, name, table, table_comment(tracked, len(enrolled)))

    async def _read(self, webinar_key: str, asker: str) -> tuple[TrackedWebinar, list[Registrant]]:
        """Everybody at RingCentral; whoever was taken off there is not registered here any more either."""
        if (tracked := await self._webinar_queries.get_with_people(webinar_key)) is None:
            raise NotFound("This webinar no longer exists.")
        caller = Caller(id=f"roster:{asker}:{webinar_key}", asked_at=self._clock())
        return tracked, await self._registrants.reconcile(tracked, caller)

    async def _rows(self, enrolled: list[Registrant]) -> list[tuple[str, ...]]:
        names = {where: await self._channel(where) for where in {one.channel for one in enrolled} if where}
        return [
            (
                one.first_name,
                one.last_name,
                one.email,
                f"{one.registered_at:%Y-%m-%d %H:%M:%S}" if one.registered_at else "",
                names[one.channel] if one.channel else one.source,
                "yes" if one.came else "",
            )
            for one in enrolled
        ]

    async def _channel(self, channel: str) -> str:
        """Return the name of a channel; its id where Slack does not say."""
        try:
            name = (await self._slack.channel(channel)).get("name")
        except (SlackRefused, TimeWillTell):
            return channel
        return f"#{name}" if name else channel
