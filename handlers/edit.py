"""Editing or rescheduling a webinar: the form for creating one, filled in, and the change that comes of it."""

from uuid import uuid4

from blocks.conflicts import meanwhile
from blocks.form import FormState, draw_form, read_form
from bot.errors import FormRefused
from bot.forms.edit import form_of_webinar, options_of_webinar
from bot.forms.time_zones import describe_zone
from bot.forms.validation import FormValidation
from bot.models.change import ChangeKind, EditChange
from bot.models.clock import Clock
from bot.rate_limit.reservation import CHANGE, CallReservation
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import (
    changeable_or_explain,
    origin_of,
    save_and_begin,
    still_changeable_or_explain,
)
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply


async def open_edit_form(
    reply: InteractionReply,
    press: ButtonPress,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
    call_reservation: CallReservation,
    clock: Clock,
) -> None:
    """Edit or reschedule: put the form, filled in, in the place of the details."""
    await reply.acknowledge()
    tracked = await changeable_or_explain(reply, press, webinar_queries)
    if tracked is None:
        return
    webinar, state = tracked.webinar, FormState(webinar_key=uuid4().hex, edits=tracked.webinar_key)
    await form_validation.begin_edit(state.webinar_key, press.user, webinar)
    view = draw_form(
        form_of_webinar(webinar),
        options_of_webinar(webinar),
        state,
        describe_zone(webinar.time_zone, clock()),
    )
    if press.is_in_modal:
        await reply.update_view(press.modal["id"], view)
    else:
        await reply.open_view(view)
    await call_reservation.reserve(tracked.webinar_key, CHANGE)


async def submit_edit(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
    webinar_refresh: WebinarRefresh,
    change_workflow: ChangeWorkflow,
    clock: Clock,
) -> None:
    """Judge the form, save the edit and carry it out.

    Somebody who would overwrite what others changed meanwhile is told first.
    """
    asked_at, state = clock(), FormState.carried_by(sent.view)
    tracked = await still_changeable_or_explain(reply, sent, state.edits or "", webinar_queries)
    if tracked is None:
        return
    form = read_form(sent.view).model_copy(update={"audience": tracked.webinar.audience})
    try:
        edit = await form_validation.make_edit(state.webinar_key, form, tracked.webinar)
    except FormRefused as refused:
        await reply.refuse_fields(refused.fields)
        return
    if edit.touched:
        tracked = await webinar_refresh.read_fresh_soon(tracked, whole=edit.retells)
    if clashes := edit.conflicts(tracked.webinar):
        known = edit.knowing(tracked.webinar, clashes)
        await form_validation.save_shown(state.webinar_key, sent.user, known)
        await reply.refuse_fields(meanwhile(clashes, tracked.webinar))
        return
    origin = origin_of(sent, tracked, ChangeKind.EDIT)
    change = EditChange(**origin, view_id=sent.view_id, plan=edit.plan, base=edit.base, asked_at=asked_at)
    await save_and_begin(reply, tracked, change, "Saving", change_workflow)
