"""Talking with the bot: a mention, a direct message, an answer in a thread; and the buttons of the draft."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from blocks.conversation import TWIN_MEANT, ended, not_created, somebody_elses, twin_asked
from blocks.progress import creating_message
from bot.conversation.conversation import Drafts
from bot.errors import FormRefused
from bot.forms.plan import starts_twice
from bot.forms.request_text import without
from bot.forms.validation import FormValidation
from bot.jobs.runner import JobRunner
from bot.jobs.update_messages import MessageUpdates
from bot.models.clock import Clock
from bot.models.conversation import Candidate, Talk, TalkState
from bot.models.incoming_message import Heard
from bot.models.slack_payloads import Message
from bot.models.submission import Submission
from bot.translation import ENGLISH, Translation, translation_for
from bot.workflows.creation.workflow import CreationWorkflow
from handlers.form_opener import FormOpener
from handlers.reply import InteractionReply

_SPOKEN = {None, "file_share", "thread_broadcast"}
"""Kinds of messages in which somebody speaks; the others tell of edits, deletions, arrivals."""


async def mentioned(body: dict[str, Any], context: AsyncBoltContext, drafts: Drafts) -> None:
    """The bot was mentioned in a channel: that begins a draft, or answers in the thread of one."""
    if _is_speech(body["event"]):
        await drafts.hear(_heard(body, context, to_us=True))


async def written(
    body: dict[str, Any],
    context: AsyncBoltContext,
    drafts: Drafts,
    job_runner: JobRunner,
    message_updates: MessageUpdates,
) -> None:
    """A message where the bot is: one in its direct conversation is for it, others as answers in a draft's thread.

    A mention in a channel comes as an event of its own; one in a direct conversation of several may come as this alone.
    """
    event = body["event"]
    if message_updates.place_speaks(event.get("channel") or ""):
        job_runner.wake("update_messages")
    kind = event.get("channel_type")
    mention = f"<@{context.bot_user_id}" in (event.get("text") or "")
    to_us = kind == "im" or (kind == "mpim" and mention)
    if _is_speech(event) and (to_us or ("thread_ts" in event and not mention)):
        await drafts.hear(_heard(body, context, to_us=to_us))


async def created(  # noqa: PLR0913, PLR0917 - the click meets everything that a form's submission meets
    ack: AsyncAck,
    body: dict[str, Any],
    reply: InteractionReply,
    client: AsyncWebClient,
    drafts: Drafts,
    form_validation: FormValidation,
    creation_workflow: CreationWorkflow,
    clock: Clock,
) -> None:
    """Create: the draft is judged, saved and begun, as a form that is sent off; its card shows how it goes."""
    asked_at = clock()
    await ack()
    if (talk := await _own(body, reply, drafts)) is None:
        return
    draft = drafts.wish(talk).draft
    try:
        plan = await form_validation.make_plan(draft.form, draft.options, talk.owner)
    except FormRefused as refused:
        await reply.say(not_created(refused.fields, translation_for(talk.spoken, talk.locale)))
        return
    is_meant = body["actions"][0]["value"].endswith(TWIN_MEANT)  # pressed below the question, not on the card
    submission = Submission(
        webinar_key=talk.id,
        owner=talk.owner,
        attempt=0,
        notice=await drafts.card_place(talk.id)
        if is_meant
        else (body["channel"]["id"], body["message"]["ts"]),
        form=draft.form,
        options=draft.options,
        plan=plan,
        twice=starts_twice(draft.form),
        asked_at=asked_at,
    )
    if not is_meant and await creation_workflow.has_twin(submission):
        await reply.say(twin_asked(plan.title, talk.id, _say(talk)))
        return
    if is_meant:
        await reply.delete_message()
    await _send_off(talk, submission, client, drafts, creation_workflow)


async def edited(
    ack: AsyncAck,
    body: dict[str, Any],
    reply: InteractionReply,
    drafts: Drafts,
    form_opener: FormOpener,
) -> None:
    """Edit: the form opens with everything that was said."""
    await ack()
    if (talk := await _own(body, reply, drafts)) is not None:
        await form_opener.open_talked_about(reply, talk, drafts.wish(talk))


async def discarded(ack: AsyncAck, body: dict[str, Any], reply: InteractionReply, drafts: Drafts) -> None:
    """Discard: the draft is put away."""
    await ack()
    if (talk := await _own(body, reply, drafts)) is not None:
        await drafts.end(talk, TalkState.DISCARDED)


async def discard_undone(
    ack: AsyncAck, body: dict[str, Any], reply: InteractionReply, drafts: Drafts
) -> None:
    """Undo: a draft that was put away is open again."""
    await ack()
    talk = await drafts.get(body["actions"][0]["value"])
    if talk is None or talk.owner != body["user"]["id"]:
        await reply.say(_not_theirs(talk))
    elif await drafts.bring_back(talk.id):
        await reply.delete_message()
    else:
        await reply.say(ended(talk.state, _say(talk)))


async def person_chosen(ack: AsyncAck, body: dict[str, Any], reply: InteractionReply, drafts: Drafts) -> None:
    """Somebody was chosen among several people of one name."""
    await ack()
    action = body["actions"][0]
    talk_id, _, chosen = action["value"].partition("|")
    talk = await drafts.get(talk_id)
    if talk is None or talk.owner != body["user"]["id"] or talk.state is not TalkState.OPEN:
        await reply.say(_not_theirs(talk))
        return
    await reply.delete_message()
    event = f"{body['channel']['id']}:{body['message']['ts']}:{action['action_ts']}"
    await drafts.add_person(talk, event[:64], Candidate.model_validate_json(chosen))


def _say(talk: Talk) -> Translation:
    return translation_for(talk.spoken, talk.locale)


def _not_theirs(talk: Talk | None) -> Message:
    """To somebody who uses a button of a draft that is gone, or not theirs."""
    if talk is None or talk.state is not TalkState.OPEN:
        return ended(talk.state if talk else TalkState.EXPIRED, _say(talk) if talk else ENGLISH)
    return somebody_elses(talk.owner, _say(talk))


async def _send_off(
    talk: Talk,
    submission: Submission,
    client: AsyncWebClient,
    drafts: Drafts,
    creation_workflow: CreationWorkflow,
) -> None:
    """Keep it and begin it, once however often it is clicked; the first click puts "Creating…" in the card's place."""
    new = await creation_workflow.save(submission)
    if await drafts.end(talk, TalkState.SENT) and new and submission.notice:
        channel, ts = submission.notice
        message = creating_message(submission.plan)
        await client.chat_update(channel=channel, ts=ts, text=message.text, blocks=list(message.blocks))
    await creation_workflow.begin(submission)


async def _own(body: dict[str, Any], reply: InteractionReply, drafts: Drafts) -> Talk | None:
    """The open draft that a button belongs to, if it is this person's; otherwise they hear why not."""
    talk = await drafts.get(body["actions"][0]["value"].removesuffix(TWIN_MEANT))
    say = translation_for(talk.spoken, talk.locale) if talk else ENGLISH
    if talk is None or (talk.owner == body["user"]["id"] and talk.state is not TalkState.OPEN):
        await reply.say(ended(talk.state if talk else TalkState.EXPIRED, say))
        return None
    if talk.owner != body["user"]["id"]:
        await reply.say(somebody_elses(talk.owner, say))
        return None
    return talk


def _is_speech(event: dict[str, Any]) -> bool:
    return event.get("subtype") in _SPOKEN and not event.get("bot_id") and bool(event.get("user"))


def _heard(body: dict[str, Any], context: AsyncBoltContext, *, to_us: bool) -> Heard:
    event = body["event"]
    return Heard(
        event=f"{event['channel']}:{event['ts']}",
        user=event["user"],
        conversation=event["channel"],
        thread=event.get("thread_ts") or event["ts"],
        text=without(context.bot_user_id, event.get("text") or "").strip(),
        to_us=to_us,
        direct=event.get("channel_type") == "im" and "thread_ts" not in event,
        group=event.get("channel_type") == "mpim",
    )
