"""Cancelling a webinar."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.cancel import cancel_view, read_reason
from bot.models.change import ChangeKind
from bot.models.slack_payloads import View
from bot.rate_limit.reservation import CallReservation
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import allowed, carry_out, change_by, open_view, still_allowed


async def cancel_wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    webinar_queries: WebinarQueries,
    call_reservation: CallReservation,
) -> None:
    """Cancel webinar: asks whether it is meant, and why."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries)) is not None:
        await open_view(client, body, cancel_view(tracked))
        await call_reservation.opened(tracked.webinar_key, 1)


async def cancelled(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """It is meant."""
    tracked = await still_allowed(ack, body, view["private_metadata"], webinar_queries)
    if tracked is not None:
        change = change_by(body, tracked, ChangeKind.CANCEL).model_copy(update={"reason": read_reason(view)})
        await carry_out(ack, tracked, change, "Cancelling", change_workflow)
