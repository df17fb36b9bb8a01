"""Everything about one webinar, with the actions that this person may take."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.details import details_view
from blocks.outcome import outcome_view
from bot.models.tracked import TrackedWebinar
from bot.webinars.queries import WebinarQueries
from handlers.authorization import GONE, open_view


async def details_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Details: everything about a webinar, with the actions that this person may take."""
    await ack()
    if (tracked := await webinar_queries.of(body["actions"][0]["value"])) is None:
        await open_view(client, body, outcome_view("Webinar", GONE))
        return
    may = await webinar_queries.may_change_soon(body["user"]["id"], tracked)
    channels = await webinar_queries.channels_of(tracked.webinar_key)
    await open_view(
        client, body, details_view(tracked, channels, may_change=may, hosts=_hosts(body, tracked))
    )


def _hosts(body: dict[str, Any], tracked: TrackedWebinar) -> bool:
    return bool(body["user"]["id"] == tracked.webinar.owner)
