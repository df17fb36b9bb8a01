"""Announcing a webinar in further channels."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.announce import announce_view, preview_view, read_channels, read_preview
from blocks.card import Announcement, card
from blocks.form import errors_of
from bot.forms.validation import FormValidation
from bot.models.change import ChangeKind
from bot.models.slack_payloads import View
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import allowed, carry_out, change_by, open_view, still_allowed


async def announce_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Announce in channels: which ones?"""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries, begun=True)) is not None:
        await open_view(client, body, announce_view(tracked))


async def announce_previewed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
) -> None:
    """Before anything is posted: who is going to see it."""
    tracked = await still_allowed(ack, body, view["private_metadata"], webinar_queries, begun=True)
    if tracked is None:
        return
    channels = read_channels(view)
    if fault := await form_validation.cannot_be_announced_in(channels):
        await ack(response_action="errors", errors=errors_of(view, {"announce_in": fault}))
        return
    audiences = await webinar_queries.audiences(channels)
    preview = card(Announcement.of_tracked(tracked))
    await ack(response_action="update", view=preview_view(tracked, audiences, preview))


async def announced(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """The cards are posted."""
    webinar_key, channels = read_preview(view)
    tracked = await still_allowed(ack, body, webinar_key, webinar_queries, begun=True)
    if tracked is not None:
        change = change_by(body, tracked, ChangeKind.ANNOUNCE).model_copy(update={"channels": channels})
        await carry_out(ack, tracked, change, "Announcing", change_workflow)
