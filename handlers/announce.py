"""Announcing a webinar in further channels."""

from blocks.announce import CHANNELS, announce_view, preview_view, read_channels, read_preview
from blocks.card import Announcement, card
from bot.forms.validation import FormValidation
from bot.models.change import AnnounceChange, ChangeKind
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import (
    changeable_or_explain,
    origin_of,
    save_and_begin,
    still_changeable_or_explain,
)
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply


async def open_announce_form(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Announce in channels: ask in which ones."""
    await reply.acknowledge()
    tracked = await changeable_or_explain(reply, press, webinar_queries, begun=True)
    if tracked is not None:
        await reply.open_view(announce_view(tracked))


async def preview_announcement(
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
) -> None:
    """Show who is going to see the card, before anything is posted."""
    tracked = await still_changeable_or_explain(reply, sent, sent.metadata, webinar_queries, begun=True)
    if tracked is None:
        return
    channels = read_channels(sent.view)
    if fault := await form_validation.cannot_be_announced_in(channels):
        await reply.refuse_fields({CHANNELS: fault})
        return
    audiences = await webinar_queries.count_audiences(channels)
    preview = card(Announcement.of_tracked(tracked))
    await reply.replace_modal(preview_view(tracked, audiences, preview))


async def submit_announcement(
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """Post the cards."""
    webinar_key, channels = read_preview(sent.view)
    tracked = await still_changeable_or_explain(reply, sent, webinar_key, webinar_queries, begun=True)
    if tracked is not None:
        change = AnnounceChange(
            **origin_of(sent, tracked, ChangeKind.ANNOUNCE), view_id=sent.view_id, channels=channels
        )
        await save_and_begin(reply, tracked, change, "Announcing", change_workflow)
