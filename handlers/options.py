"""Behind "More options": a second view for description and panel, a third for each group of settings."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.form import FormState, errors_of, read_form
from blocks.options import draw_options, draw_settings, group_of, read_options, read_settings
from blocks.settings import Group
from bot.conversation.conversation import Drafts
from bot.errors import FormRefused
from bot.forms.validation import FormValidation
from bot.models.slack_payloads import View
from handlers.form_opener import FormOpener, redraw


async def opened(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, form_validation: FormValidation
) -> None:
    """More options: the second view lies on the first one, which keeps what was typed."""
    await ack()
    state = FormState.carried_by(body["view"])
    await form_validation.keep_form(state.webinar_key, body["user"]["id"], read_form(body["view"]))
    options = await form_validation.options(state.webinar_key)
    await client.views_push(trigger_id=body["trigger_id"], view=draw_options(options, state))


async def saved(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    client: AsyncWebClient,
    form_validation: FormValidation,
    form_opener: FormOpener,
    drafts: Drafts,
) -> None:
    """The second view is judged and saved; the first one, below it, says what was changed before it is seen again."""
    state, user = FormState.carried_by(view), body["user"]["id"]
    options = read_options(view, await form_validation.options(state.webinar_key))
    try:
        await form_validation.keep_options(state.webinar_key, user, options)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    form = await form_validation.form(state.webinar_key)
    await form_opener.redraw_root(client, view["root_view_id"], user, form, options, state)
    await ack()
    if state.talked_about:
        await drafts.form_saved(state.webinar_key)


async def group_opened(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, form_validation: FormValidation
) -> None:
    """Change: the third view, with the settings of one group."""
    await ack()
    state, group = FormState.carried_by(body["view"]), Group(body["actions"][0]["value"])
    options = await form_validation.options(state.webinar_key)
    await client.views_push(trigger_id=body["trigger_id"], view=draw_settings(group, options, state))


async def setting_switched(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, form_validation: FormValidation
) -> None:
    """Recording, Q&A or polls were switched: what hangs on them comes or goes."""
    await ack()
    view = body["view"]
    shown = group_of(view)
    now = read_settings(view, await form_validation.options(shown.form.webinar_key))
    await redraw(client, {"id": view["id"]}, draw_settings(shown.group, now, shown.form))


async def group_saved(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    client: AsyncWebClient,
    form_validation: FormValidation,
    drafts: Drafts,
) -> None:
    """A group of settings is judged and saved; the second view says what was changed before it is seen again."""
    state = group_of(view).form
    options = read_settings(view, await form_validation.options(state.webinar_key))
    try:
        await form_validation.keep_options(state.webinar_key, body["user"]["id"], options)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    await redraw(client, {"id": view["previous_view_id"]}, draw_options(options, state))
    await ack()
    if state.talked_about:
        await drafts.form_saved(state.webinar_key)
