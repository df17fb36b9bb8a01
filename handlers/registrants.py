"""Who registered for an event: for its host alone, whoever else may change it."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.outcome import outcome_view
from blocks.registration_settings import reading_registrants
from bot.models.change import ChangeOutcome
from bot.webinars.queries import Knowledge
from bot.workflows.send_registrants import Roster
from handlers.authorization import open_view

_HOST_ONLY = ChangeOutcome(problems=("Only the host sees who registered.",))


async def wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge, roster: Roster
) -> None:
    """Registrants: RingCentral is asked, and the newest are shown."""
    await ack()
    following = await knowledge.of(body["actions"][0]["value"])
    if following is None or following.webinar.owner != body["user"]["id"]:
        title = following.webinar.title if following else "Webinar"
        await open_view(client, body, outcome_view(title, _HOST_ONLY))
        return
    opened = await open_view(client, body, reading_registrants())
    await roster.show(following.draft, opened["view"]["id"])


async def table_wanted(ack: AsyncAck, body: dict[str, Any], knowledge: Knowledge, roster: Roster) -> None:
    """Send me all as a table: it comes by direct message."""
    await ack()
    following = await knowledge.of(body["actions"][0]["value"])
    if following is not None and following.webinar.owner == body["user"]["id"]:
        await roster.send(following.draft, body["user"]["id"], body["view"]["id"])
