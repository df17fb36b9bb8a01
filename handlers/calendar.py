"""Add to calendar: whoever sees a webinar may take it into their own calendar."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.calendar import calendar_view, nothing_to_add
from bot.webinars.icalendar import web_links
from bot.webinars.queries import WebinarQueries
from bot.workflows.send_calendar import CalendarDelivery


async def wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Add to calendar: by a link, or by a file?"""
    await ack()
    tracked = await webinar_queries.of(body["actions"][0]["value"])
    if tracked is None or tracked.webinar.is_over:
        view = nothing_to_add(tracked)
    else:
        view = calendar_view(tracked, *web_links(tracked.webinar))
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def file_asked_for(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    webinar_queries: WebinarQueries,
    calendar_delivery: CalendarDelivery,
) -> None:
    """Send me the file: it comes by direct message, and the view says so."""
    await ack()
    view_id, tracked = body["view"]["id"], await webinar_queries.of(body["actions"][0]["value"])
    if tracked is None or tracked.webinar.is_over:
        await client.views_update(view_id=view_id, view=nothing_to_add(tracked))
    else:
        await calendar_delivery.take(tracked.webinar_key, body["user"]["id"], view_id)
