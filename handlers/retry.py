"""Going on after a failure: once more with one press, or the form again with everything that was typed."""

from blocks.progress import creating_message
from blocks.result import ANSWERED, FORM_GONE, not_left, settled_message
from bot.errors import FormRefused
from bot.forms.validation import FormValidation
from bot.models.keys import SubmissionId
from bot.models.submission import State, Submission
from bot.workflows.creation.workflow import CreationWorkflow
from handlers.form_opener import FormOpener
from handlers.interactions import ButtonPress
from handlers.reply import InteractionReply


async def retry_creation(
    reply: InteractionReply,
    press: ButtonPress,
    creation_workflow: CreationWorkflow,
    form_validation: FormValidation,
    form_opener: FormOpener,
) -> None:
    """Try again: judge the same form and send it off once more; this message tells how it goes."""
    await reply.acknowledge()
    last = await _last_failure(reply, press, creation_workflow)
    if last is None:
        return
    try:
        await form_validation.make_plan(last.form, last.options, last.owner)
    except FormRefused as refused:
        await form_opener.open_again(reply, last, problem=str(refused))
        return
    await _send_again(reply, press, last.again(press.place), creation_workflow)


async def take_found_webinar(
    reply: InteractionReply, press: ButtonPress, creation_workflow: CreationWorkflow
) -> None:
    """It is this one: take the webinar that the person recognised, and do the rest."""
    await reply.acknowledge()
    last = await _last_failure(reply, press, creation_workflow)
    if last is None:
        return
    taken = press.value.partition("|")[2]
    if taken not in await creation_workflow.list_found(last):
        await reply.update_message(press.place, settled_message(ANSWERED))
        return
    again = last.again(press.place).model_copy(update={"takes": taken})
    await _send_again(reply, press, again, creation_workflow)


async def pass_over_found_webinars(
    reply: InteractionReply, press: ButtonPress, creation_workflow: CreationWorkflow
) -> None:
    """None of these: the webinars that were found belong to others, so create it."""
    await reply.acknowledge()
    last = await _last_failure(reply, press, creation_workflow)
    if last is not None:
        passed = (*last.passes_over, *await creation_workflow.list_found(last))
        again = last.again(press.place).model_copy(update={"passes_over": passed})
        await _send_again(reply, press, again, creation_workflow)


async def reopen_failed_form(
    reply: InteractionReply,
    press: ButtonPress,
    creation_workflow: CreationWorkflow,
    form_opener: FormOpener,
) -> None:
    """Edit: open the form with everything that was typed."""
    await reply.acknowledge()
    last = await _last_failure(reply, press, creation_workflow)
    if last is not None:
        await form_opener.open_again(reply, last)


async def _send_again(
    reply: InteractionReply, press: ButtonPress, again: Submission, creation_workflow: CreationWorkflow
) -> None:
    await creation_workflow.save(again)
    await reply.update_message(press.place, creating_message(again.plan))
    await creation_workflow.begin(again)


async def _last_failure(
    reply: InteractionReply, press: ButtonPress, creation_workflow: CreationWorkflow
) -> Submission | None:
    """The last try, if it is this person's and failed; otherwise the message says why nothing is left to do."""
    webinar_key = SubmissionId.parse(press.value.partition("|")[0]).webinar_key
    tries = await creation_workflow.list_tries(webinar_key, press.user)
    if tries and tries[-1].state is State.FAILED:
        return tries[-1]
    await reply.update_message(press.place, settled_message(_why_not(tries)))
    return None


def _why_not(tries: list[Submission]) -> str:
    if not tries:
        return FORM_GONE
    created = tries[-1].state is State.CREATED
    return not_left(tries[-1].plan.title, created=created)
