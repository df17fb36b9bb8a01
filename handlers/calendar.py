"""Add to calendar: whoever sees a webinar may take it into their own calendar."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.calendar import calendar_view, nothing_to_add
from bot.webinars.icalendar import web_links
from bot.webinars.queries import Knowledge
from bot.workflows.send_calendar import CalendarFiles


async def wanted(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge) -> None:
    """Add to calendar: by a link, or by a file?"""
    await ack()
    following = await knowledge.of(body["actions"][0]["value"])
    if following is None or following.webinar.is_over:
        view = nothing_to_add(following)
    else:
        view = calendar_view(following, *web_links(following.webinar))
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def file_asked_for(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    knowledge: Knowledge,
    calendar_files: CalendarFiles,
) -> None:
    """Send me the file: it comes by direct message, and the view says so."""
    await ack()
    view_id, following = body["view"]["id"], await knowledge.of(body["actions"][0]["value"])
    if following is None or following.webinar.is_over:
        await client.views_update(view_id=view_id, view=nothing_to_add(following))
    else:
        await calendar_files.take(following.draft, body["user"]["id"], view_id)
