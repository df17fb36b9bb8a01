"""The second view of the form, behind "More options", and the third with one group of settings."""

from blocks.form import FormState, read_form
from blocks.options import draw_options, draw_settings, group_of, read_options, read_settings
from blocks.settings import Group
from bot.conversation.conversation import Drafts
from bot.errors import FormRefused
from bot.forms.validation import FormValidation
from handlers.form_opener import FormOpener
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply, ShownView


async def open_options(reply: InteractionReply, press: ButtonPress, form_validation: FormValidation) -> None:
    """More options: lay the second view on the first one, which keeps what was typed."""
    await reply.acknowledge()
    state = FormState.carried_by(press.modal)
    await form_validation.save_form(state.webinar_key, press.user, read_form(press.modal))
    options = await form_validation.get_options(state.webinar_key)
    await reply.open_view(draw_options(options, state))


async def submit_options(
    reply: InteractionReply,
    sent: ViewSubmission,
    form_validation: FormValidation,
    form_opener: FormOpener,
    drafts: Drafts,
) -> None:
    """Judge and save the second view; the first one, below it, says what was changed before it is seen again."""
    state = FormState.carried_by(sent.view)
    options = read_options(sent.view, await form_validation.get_options(state.webinar_key))
    try:
        await form_validation.save_options(state.webinar_key, sent.user, options)
    except FormRefused as refused:
        await reply.refuse_fields(refused.fields)
        return
    form = await form_validation.get_form(state.webinar_key)
    await form_opener.redraw_root(reply, sent.root, sent.user, form, options, state)
    await reply.acknowledge()
    if state.talked_about:
        await drafts.form_saved(state.webinar_key)


async def open_settings(reply: InteractionReply, press: ButtonPress, form_validation: FormValidation) -> None:
    """Change: lay the third view, with one group of settings, on the second one."""
    await reply.acknowledge()
    state, group = FormState.carried_by(press.modal), Group(press.value)
    options = await form_validation.get_options(state.webinar_key)
    await reply.open_view(draw_settings(group, options, state))


async def switch_setting(
    reply: InteractionReply, press: ButtonPress, form_validation: FormValidation
) -> None:
    """Draw the third view anew when recording, Q&A or polls are switched: what depends on them comes or goes."""
    await reply.acknowledge()
    view = press.modal
    shown = group_of(view)
    now = read_settings(view, await form_validation.get_options(shown.form.webinar_key))
    await reply.redraw_view(ShownView(id=view["id"]), draw_settings(shown.group, now, shown.form))


async def submit_settings(
    reply: InteractionReply, sent: ViewSubmission, form_validation: FormValidation, drafts: Drafts
) -> None:
    """Judge and save a group of settings; the second view says what was changed before it is seen again."""
    state = group_of(sent.view).form
    options = read_settings(sent.view, await form_validation.get_options(state.webinar_key))
    try:
        await form_validation.save_options(state.webinar_key, sent.user, options)
    except FormRefused as refused:
        await reply.refuse_fields(refused.fields)
        return
    await reply.redraw_view(ShownView(id=sent.previous), draw_options(options, state))
    await reply.acknowledge()
    if state.talked_about:
        await drafts.form_saved(state.webinar_key)
