"""Opening the form at once, and filling in what had to be looked up."""

import asyncio
from contextlib import suppress
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from blocks.form import FormState, draw_form
from bot.models import Zone
from bot.models.clock import Clock
from bot.models.drawn import View
from bot.models.form import Form, Options
from bot.models.submission import Submission
from bot.services.people import People
from bot.services.zones import describe_zone

_REDRAWN_WITHIN: Final = 1.5
"""Seconds; a view below another is drawn anew while Slack waits for an answer."""


class Opening:
    """Opens forms; the person's zone is remembered or asked for, but never waited for."""

    def __init__(self, people: People, clock: Clock) -> None:
        self._people = people
        self._clock = clock

    async def open(
        self, client: AsyncWebClient, trigger_id: str, user: str, form: Form, state: FormState
    ) -> None:
        """Open an empty form before anything is asked of anybody; the zone follows by an update."""
        known = self._people.known(user)
        zone = self._shown(known.time_zone) if known else None
        view = draw_form(form, Options(), state, zone, zone_asked=known is not None)
        opened = await client.views_open(trigger_id=trigger_id, view=view)
        if known is None:
            zone = self._shown(await self._people.zone_of(user))
            await redraw(client, opened["view"], draw_form(form, Options(), state, zone))

    async def redraw_root(
        self, client: AsyncWebClient, view_id: str, user: str, form: Form, options: Options, state: FormState
    ) -> None:
        """Draw the first view anew below the one that lies on it; what was typed there stays."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_REDRAWN_WITHIN):
                zone = self._shown(form.time_zone or await self._people.zone_of(user))
                await redraw(client, {"id": view_id}, draw_form(form, options, state, zone))

    async def open_again(
        self, client: AsyncWebClient, trigger_id: str, last: Submission, problem: str | None = None
    ) -> None:
        """Open the form of a failed try with everything that was typed, ready for the next one."""
        state = FormState(draft=last.draft, attempt=last.attempt + 1)
        zone = self._shown(last.plan.time_zone)
        view = draw_form(last.form, last.options, state, zone, problem=problem)
        await client.views_open(trigger_id=trigger_id, view=view)

    def _shown(self, name: str | None) -> Zone | None:
        return describe_zone(name, self._clock()) if name else None


async def redraw(client: AsyncWebClient, shown: View, view: View) -> None:
    """Put another drawing of a view in its place, unless its `hash` says that there is a newer one."""
    given: dict[str, Any] = {"hash": shown["hash"]} if "hash" in shown else {}
    try:
        await client.views_update(view_id=shown["id"], view=view, **given)
    except SlackApiError as error:
        if error.response.get("error") not in {"hash_conflict", "not_found"}:
            raise
