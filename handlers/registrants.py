"""Who registered for an event: for its host alone, whoever else may change it."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.outcome import outcome_view
from blocks.registrants import reading_registrants
from bot.models.change import ChangeOutcome
from bot.webinars.queries import WebinarQueries
from bot.workflows.send_registrants import RegistrantsDelivery
from handlers.authorization import open_view

_HOST_ONLY = ChangeOutcome(problems=("Only the host sees who registered.",))


async def wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    webinar_queries: WebinarQueries,
    registrants_delivery: RegistrantsDelivery,
) -> None:
    """Registrants: RingCentral is asked, and the newest are shown."""
    await ack()
    tracked = await webinar_queries.of(body["actions"][0]["value"])
    if tracked is None or tracked.webinar.owner != body["user"]["id"]:
        title = tracked.webinar.title if tracked else "Webinar"
        await open_view(client, body, outcome_view(title, _HOST_ONLY))
        return
    opened = await open_view(client, body, reading_registrants())
    await registrants_delivery.show(tracked.webinar_key, opened["view"]["id"])


async def table_wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    webinar_queries: WebinarQueries,
    registrants_delivery: RegistrantsDelivery,
) -> None:
    """Send me all as a table: it comes by direct message."""
    await ack()
    tracked = await webinar_queries.of(body["actions"][0]["value"])
    if tracked is not None and tracked.webinar.owner == body["user"]["id"]:
        await registrants_delivery.send(tracked.webinar_key, body["user"]["id"], body["view"]["id"])
