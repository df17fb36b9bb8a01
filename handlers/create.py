"""From the form to a webinar: it opens, is read, and sent off."""

from typing import Any
from uuid import uuid4

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.form import FormState, asks_for_zone, draw_form, errors_of, read_form
from blocks.progress import creating
from blocks.zones import zone_options
from bot.conversation.conversation import Drafts
from bot.errors import FormRefused
from bot.forms.plan import starts_twice
from bot.forms.time_zones import search_zones
from bot.forms.validation import FormValidation
from bot.models.clock import Clock
from bot.models.form import Form
from bot.models.slack_payloads import View
from bot.models.submission import Submission
from bot.workflows.creation.workflow import CreationWorkflow
from handlers.form_opener import FormOpener

_ZONE = "Slack did not tell your time zone. Choose it below, then send the form off again."


async def asked_by_command(
    ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient, form_opener: FormOpener
) -> None:
    """`/webinar` opens the empty form."""
    await ack()
    form, state = Form(announce_here=True), FormState(webinar_key=uuid4().hex)
    await form_opener.open(client, command["trigger_id"], command["user_id"], form, state)


async def asked_by_shortcut(
    ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient, form_opener: FormOpener
) -> None:
    """The global shortcut opens the same form."""
    await ack()
    state = FormState(webinar_key=uuid4().hex)
    await form_opener.open(client, shortcut["trigger_id"], shortcut["user"]["id"], Form(), state)


async def zones_wanted(ack: AsyncAck, payload: dict[str, Any], clock: Clock) -> None:
    """The zones that fit what is typed into the zone select."""
    await ack(options=zone_options(search_zones(payload.get("value", ""), clock())))


async def sent_off(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    form_validation: FormValidation,
    creation_workflow: CreationWorkflow,
    drafts: Drafts,
    clock: Clock,
) -> None:
    """The form was sent off: it is judged, saved and begun; its view shows how it goes."""
    asked_at = clock()
    state, user = FormState.carried_by(view), body["user"]["id"]
    form, options = (
        await form_validation.completed(read_form(view), user),
        await form_validation.options(state.webinar_key),
    )
    if form.time_zone is None and not asks_for_zone(view):
        await ack(response_action="update", view=draw_form(form, options, state, None, problem=_ZONE))
        return
    try:
        plan = await form_validation.planned(form, options)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    submission = Submission(
        webinar_key=state.webinar_key,
        attempt=state.attempt,
        owner=user,
        view_id=view["id"],
        form=form,
        options=options,
        plan=plan,
        twice=starts_twice(form),
        asked_at=asked_at,
    )
    new = await creation_workflow.keep(submission)
    if not new and await creation_workflow.taken_by_another(submission):
        taken = (
            f"{plan.title} is being created already, by “Try again”. Wait for its result, or close this form."
        )
        await ack(response_action="errors", errors=errors_of(view, {"": taken}))
        return
    await ack(response_action="update", view=creating(plan))
    await creation_workflow.begin(submission)
    if state.talked_about:
        await drafts.sent_by_form(state.webinar_key)
    if not new:
        await creation_workflow.show_again(submission)


async def link_followed(ack: AsyncAck) -> None:
    """Slack opens the link itself and only wants to hear that we know."""
    await ack()
