"""Cancelling a webinar."""

from blocks.cancel import cancel_view, read_reason
from bot.models.change import CancelChange, ChangeKind
from bot.rate_limit.reservation import CallReservation
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


async def open_cancel_form(
    reply: InteractionReply,
    press: ButtonPress,
    webinar_queries: WebinarQueries,
    call_reservation: CallReservation,
) -> None:
    """Cancel webinar: ask whether it is meant, and why."""
    await reply.acknowledge()
    tracked = await changeable_or_explain(reply, press, webinar_queries)
    if tracked is not None:
        await reply.open_view(cancel_view(tracked))
        await call_reservation.reserve(tracked.webinar_key, 1)


async def submit_cancel(
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """It is meant: cancel the webinar."""
    tracked = await still_changeable_or_explain(reply, sent, sent.metadata, webinar_queries)
    if tracked is not None:
        origin = origin_of(sent, tracked, ChangeKind.CANCEL)
        change = CancelChange(**origin, view_id=sent.view_id, reason=read_reason(sent.view))
        await save_and_begin(reply, tracked, change, "Cancelling", change_workflow)
