"""Opening and closing the registration of an event, and changing its terms."""

from blocks.registration_settings import read_registration, registration_view
from bot.models.change import ChangeKind, RegistrationChange
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


async def open_registration_settings(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Registration: show whether it is open, and on what terms."""
    await reply.acknowledge()
    tracked = await changeable_or_explain(reply, press, webinar_queries, begun=True)
    if tracked is not None:
        await reply.open_view(registration_view(tracked))


async def submit_registration_settings(
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """Save the terms."""
    webinar_key, wanted, shown = read_registration(sent.view)
    tracked = await still_changeable_or_explain(reply, sent, webinar_key, webinar_queries, begun=True)
    if tracked is not None:
        origin = origin_of(sent, tracked, ChangeKind.REGISTRATION)
        change = RegistrationChange(**origin, view_id=sent.view_id, terms=wanted, shown_terms=shown)
        await save_and_begin(reply, tracked, change, "Changing registration", change_workflow)
