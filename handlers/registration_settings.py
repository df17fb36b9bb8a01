"""Opening and closing the registration of an event, and changing its terms."""

from blocks.registration_settings import read_registration, registration_view
from bot.models.change import ChangeKind, RegistrationChange
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import carry_out, changeable, origin_of, still_changeable
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply


async def open_registration_settings(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Registration: show whether it is open, and on what terms."""
    await reply.acknowledge()
    tracked = await changeable(reply, press, webinar_queries, begun=True)
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
    tracked = await still_changeable(reply, sent, webinar_key, webinar_queries, begun=True)
    if tracked is not None:
        origin = origin_of(sent, tracked, ChangeKind.REGISTRATION)
        change = RegistrationChange(**origin, view_id=sent.view_id, terms=wanted, shown_terms=shown)
        await carry_out(reply, tracked, change, "Changing registration", change_workflow)
