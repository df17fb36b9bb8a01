"""Creating a webinar: the form opens, is judged, and sent off."""

from uuid import uuid4

from blocks.form import (
    ZONE_MISSING,
    FormState,
    asks_for_zone,
    being_created,
    draw_form,
    has_twin,
    read_form,
)
from blocks.progress import creating, creating_message
from blocks.zones import zone_options
from bot.conversation.conversation import Drafts
from bot.errors import FormRefused
from bot.forms.plan import starts_twice
from bot.forms.time_zones import describe_zone, search_zones
from bot.forms.validation import FormValidation
from bot.models.clock import Clock
from bot.models.form import Form
from bot.models.submission import Submission
from bot.workflows.creation.workflow import CreationWorkflow
from handlers.form_opener import FormOpener
from handlers.interactions import OptionSearch, ShortcutUse, SlashCommand, ViewSubmission
from handlers.reply import InteractionReply


async def open_form_by_command(
    reply: InteractionReply, typed_command: SlashCommand, form_opener: FormOpener
) -> None:
    """`/webinar`: open the empty form."""
    await reply.acknowledge()
    form, state = Form(announce_here=True), FormState(webinar_key=uuid4().hex)
    await form_opener.open(reply, typed_command.user, form, state)


async def open_form_by_shortcut(
    reply: InteractionReply, shortcut_use: ShortcutUse, form_opener: FormOpener
) -> None:
    """The global shortcut: open the same form."""
    await reply.acknowledge()
    await form_opener.open(reply, shortcut_use.user, Form(), FormState(webinar_key=uuid4().hex))


async def search_time_zones(reply: InteractionReply, search: OptionSearch, clock: Clock) -> None:
    """Offer the zones that fit the text in the zone select."""
    await reply.offer(zone_options(search_zones(search.text, clock())))


async def submit_form(
    reply: InteractionReply,
    sent: ViewSubmission,
    form_validation: FormValidation,
    creation_workflow: CreationWorkflow,
    drafts: Drafts,
    clock: Clock,
) -> None:
    """Judge the form, save it and begin; its view shows how it goes."""
    asked_at = clock()
    state, user = FormState.carried_by(sent.view), sent.user
    form, options = (
        await form_validation.with_time_zone(read_form(sent.view), user),
        await form_validation.get_options(state.webinar_key),
    )
    if form.time_zone is None and not asks_for_zone(sent.view):
        await reply.replace_modal(draw_form(form, options, state, None, problem=ZONE_MISSING))
        return
    try:
        plan = await form_validation.make_plan(form, options, user)
    except FormRefused as refused:
        await reply.refuse_fields(refused.fields)
        return
    submission = Submission(
        webinar_key=state.webinar_key,
        attempt=state.attempt,
        owner=user,
        view_id=sent.view_id,
        form=form,
        options=options,
        plan=plan,
        notice=await drafts.card_place(state.webinar_key) if state.talked_about else None,
        twice=starts_twice(form),
        asked_at=asked_at,
    )
    if not state.asked_about_twin and await creation_workflow.has_twin(submission):
        asked = state.model_copy(update={"asked_about_twin": True})
        zone = describe_zone(plan.time_zone, asked_at)
        await reply.replace_modal(draw_form(form, options, asked, zone, problem=has_twin(plan.title)))
        return
    new = await creation_workflow.save(submission)
    if not new and await creation_workflow.taken_by_another(submission):
        await reply.refuse_fields({"": being_created(plan.title)})
        return
    await reply.replace_modal(creating(plan))
    await creation_workflow.begin(submission)
    if submission.notice is not None:
        await drafts.sent_by_form(state.webinar_key, creating_message(plan))
    if not new:
        await creation_workflow.show_again(submission)


async def acknowledge_link(reply: InteractionReply) -> None:
    """Acknowledge a link that Slack opens itself."""
    await reply.acknowledge()
