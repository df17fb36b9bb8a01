"""Opening and closing the registration of an event, and changing its terms."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.registration_settings import read_registration, registration_view
from bot.models.change import ChangeKind
from bot.models.slack_payloads import View
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import allowed, carry_out, change_by, open_view, still_allowed


async def terms_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Registration: open or closed, and on what terms."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries, begun=True)) is not None:
        await open_view(client, body, registration_view(tracked))


async def terms_changed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """The terms are saved."""
    webinar_key, wanted, shown = read_registration(view)
    if (tracked := await still_allowed(ack, body, webinar_key, webinar_queries, begun=True)) is not None:
        terms = {"terms": wanted, "shown_terms": shown}
        change = change_by(body, tracked, ChangeKind.REGISTRATION).model_copy(update=terms)
        await carry_out(ack, tracked, change, "Changing registration", change_workflow)
