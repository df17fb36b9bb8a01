"""Editing or rescheduling a webinar: the form for creating one, filled in, and what it is changed to."""

from typing import Any
from uuid import uuid4

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.conflicts import meanwhile
from blocks.form import FormState, draw_form, errors_of, read_form
from bot.errors import FormRefused
from bot.forms.edit import form_of, options_of
from bot.forms.time_zones import describe_zone
from bot.forms.validation import FormValidation
from bot.models.change import ChangeKind
from bot.models.clock import Clock
from bot.models.slack_payloads import View
from bot.rate_limit.reservation import CHANGE, CallReservation
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import allowed, carry_out, change_by, still_allowed


async def wanted(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
    call_reservation: CallReservation,
    clock: Clock,
) -> None:
    """Edit or reschedule: the same form as for creating, filled in, takes the place of the details."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries)) is None:
        return
    webinar, state = tracked.webinar, FormState(webinar_key=uuid4().hex, edits=tracked.webinar_key)
    await form_validation.begin_edit(state.webinar_key, body["user"]["id"], webinar)
    view = draw_form(form_of(webinar), options_of(webinar), state, describe_zone(webinar.time_zone, clock()))
    if body.get("view", {}).get("type") == "modal":
        await client.views_update(view_id=body["view"]["id"], view=view)
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=view)
    await call_reservation.opened(tracked.webinar_key, CHANGE)


async def edited(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
    webinar_refresh: WebinarRefresh,
    change_workflow: ChangeWorkflow,
    clock: Clock,
) -> None:
    """The form of an existing webinar was sent off: it is judged, saved and carried out.

    Whoever would overwrite what somebody else changed meanwhile is told first.
    """
    asked_at, state = clock(), FormState.carried_by(view)
    tracked = await still_allowed(ack, body, state.edits or "", webinar_queries)
    if tracked is None:
        return
    form = read_form(view).model_copy(update={"audience": tracked.webinar.audience})
    try:
        edit = await form_validation.edited(state.webinar_key, form, tracked.webinar)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    if edit.touched:
        tracked = await webinar_refresh.of_soon(tracked, whole=edit.retells)
    if clashes := edit.conflicts(tracked.webinar):
        await form_validation.knows(
            state.webinar_key, body["user"]["id"], edit.knowing(tracked.webinar, clashes)
        )
        await ack(response_action="errors", errors=errors_of(view, meanwhile(clashes, tracked.webinar)))
        return
    asked = {"plan": edit.plan, "base": edit.base, "asked_at": asked_at}
    change = change_by(body, tracked, ChangeKind.EDIT).model_copy(update=asked)
    await carry_out(ack, tracked, change, "Saving", change_workflow)
