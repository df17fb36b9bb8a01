"""After a failure: once more with one click, or the form again with everything that was typed."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.progress import creating_message
from blocks.result import settled_message
from bot.errors import FormRefused
from bot.forms.validation import FormValidation
from bot.models.slack_payloads import Message
from bot.models.submission import State, Submission
from bot.workflows.creation.workflow import CreationWorkflow
from handlers.form_opener import FormOpener


async def tried_again(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    creation_workflow: CreationWorkflow,
    form_validation: FormValidation,
    form_opener: FormOpener,
) -> None:
    """Try again: the same form is judged and sent off once more; this message tells how it goes."""
    await ack()
    if (last := await _failed(body, client, creation_workflow)) is None:
        return
    try:
        await form_validation.planned(last.form, last.options)
    except FormRefused as refused:
        await form_opener.open_again(client, body["trigger_id"], last, problem=str(refused))
        return
    await _send_again(last.again(_place(body)), body, client, creation_workflow)


async def chosen(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, creation_workflow: CreationWorkflow
) -> None:
    """It is this one: the webinar that the person recognised is taken, and the rest is done."""
    await ack()
    if (last := await _failed(body, client, creation_workflow)) is not None:
        taken = body["actions"][0]["value"].partition("|")[2]
        if taken not in await creation_workflow.found(last):
            await _replace(client, body, settled_message("This question is not open any more."))
            return
        again = last.again(_place(body)).model_copy(update={"takes": taken})
        await _send_again(again, body, client, creation_workflow)


async def none_chosen(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, creation_workflow: CreationWorkflow
) -> None:
    """None of these: what was found belongs to others, and the webinar is made."""
    await ack()
    if (last := await _failed(body, client, creation_workflow)) is not None:
        passed = (*last.passes_over, *await creation_workflow.found(last))
        again = last.again(_place(body)).model_copy(update={"passes_over": passed})
        await _send_again(again, body, client, creation_workflow)


async def edited(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    creation_workflow: CreationWorkflow,
    form_opener: FormOpener,
) -> None:
    """Edit: the form opens with everything that was typed."""
    await ack()
    if (last := await _failed(body, client, creation_workflow)) is not None:
        await form_opener.open_again(client, body["trigger_id"], last)


async def _send_again(
    again: Submission, body: dict[str, Any], client: AsyncWebClient, creation_workflow: CreationWorkflow
) -> None:
    await creation_workflow.keep(again)
    await _replace(client, body, creating_message(again.plan))
    await creation_workflow.begin(again)


async def _failed(
    body: dict[str, Any], client: AsyncWebClient, creation_workflow: CreationWorkflow
) -> Submission | None:
    """The last try, if it failed; otherwise the message says why nothing is left to do."""
    tries = await _own_tries(body, creation_workflow)
    if tries and tries[-1].state is State.FAILED:
        return tries[-1]
    await _replace(client, body, settled_message(_why_not(tries)))
    return None


async def _own_tries(body: dict[str, Any], creation_workflow: CreationWorkflow) -> list[Submission]:
    """Every try of the form that a button belongs to, if it is this person's."""
    webinar_key = body["actions"][0]["value"].partition(":")[0]
    return await creation_workflow.tries(webinar_key, body["user"]["id"])


def _why_not(tries: list[Submission]) -> str:
    if not tries:
        return "This form is not there any more. Type /webinar to begin anew."
    if tries[-1].state is State.CREATED:
        return f"{tries[-1].plan.title} was created already."
    return f"{tries[-1].plan.title} is being created already."


def _place(body: dict[str, Any]) -> tuple[str, str]:
    return body["channel"]["id"], body["message"]["ts"]


async def _replace(client: AsyncWebClient, body: dict[str, Any], message: Message) -> None:
    channel, ts = _place(body)
    await client.chat_update(channel=channel, ts=ts, text=message.text, blocks=list(message.blocks))
