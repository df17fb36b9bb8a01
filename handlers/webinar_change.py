"""A change of a webinar that was asked for in words: confirmed, left, or one webinar chosen among several."""

from blocks import webinar_change
from blocks.webinar_answers import nothing_found
from bot.conversation.acts import WebinarAction
from bot.conversation.reader import TurnContext, Venue
from bot.conversation.webinar_changes import changes_of
from bot.conversation.webinars import WebinarConversation
from bot.forms.prefill import clock_of
from bot.jobs.runner import JobRunner
from bot.models.clock import Clock
from bot.models.proposed_change import ProposedChange
from bot.models.tracked import TrackedWebinar
from bot.slack.directory import SlackDirectory
from bot.translation import translation_for
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.interactions import ButtonPress
from handlers.reply import InteractionReply


async def confirm_change(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    reply: InteractionReply,
    press: ButtonPress,
    webinar_queries: WebinarQueries,
    webinar_conversation: WebinarConversation,
    change_workflow: ChangeWorkflow,
    job_runner: JobRunner,
    clock: Clock,
) -> None:
    """Yes: the change is judged anew, kept, and carried out by the workflow of every change."""
    await reply.acknowledge()
    change = ProposedChange.model_validate_json(press.value)
    say = translation_for(change.language, change.locale)
    tracked = await webinar_queries.get_with_people(change.key)
    if tracked is None:
        await reply.replace_message(nothing_found("", (), say))
        return
    if reason := await webinar_conversation.refusal(_action(change), tracked, press.user, say):
        await reply.replace_message(webinar_change.refused_change(reason))
        return
    if problems := await webinar_conversation.problems(change, tracked):
        await reply.replace_message(webinar_change.problems_told(problems, say))
        return
    if change.remind_before:
        await _remind(change, tracked, reply, webinar_queries, job_runner)
        return
    changes = changes_of(change, tracked, press.user, ":".join(press.place))
    told_in = {"language": change.language, "locale": change.locale}
    asked = [one.model_copy(update={"asked_at": clock(), **told_in}) for one in changes]
    for one in asked:
        await change_workflow.save(one)
    await reply.replace_message(webinar_change.confirmed_change(tracked, say))
    for one in asked:
        await change_workflow.begin(one)


async def drop_change(reply: InteractionReply, press: ButtonPress) -> None:
    """Not now: nothing changes."""
    await reply.acknowledge()
    language, _, locale = press.value.partition("|")
    await reply.replace_message(webinar_change.not_confirmed(translation_for(language, locale)))


async def choose_webinar(
    reply: InteractionReply,
    press: ButtonPress,
    webinar_conversation: WebinarConversation,
    people: SlackDirectory,
    clock: Clock,
) -> None:
    """This one: what was asked goes on with the webinar that was meant."""
    await reply.acknowledge()
    zone, locale = clock_of(await people.person(press.user))
    channel, _ = press.place
    turn = TurnContext(
        text="",
        author=press.user,
        venue=Venue.DIRECT,
        now=clock(),
        zone=zone,
        locale=locale,
        channel=channel if channel.startswith(("C", "G")) else None,
    )
    await reply.replace_message(await webinar_conversation.chosen(press.value, turn))


async def _remind(
    change: ProposedChange,
    tracked: TrackedWebinar,
    reply: InteractionReply,
    webinar_queries: WebinarQueries,
    job_runner: JobRunner,
) -> None:
    """Reminders are ours alone, so they are saved at once."""
    reminders = tracked.webinar.reminders.model_copy(update={"before": change.remind_before})
    await webinar_queries.change_reminders(tracked.webinar_key, reminders)
    job_runner.wake()
    say = translation_for(change.language, change.locale)
    webinar = tracked.webinar.model_copy(update={"reminders": reminders})
    saved = tracked.model_copy(update={"webinar": webinar})
    await reply.replace_message(webinar_change.reminders_saved(saved, say))


def _action(change: ProposedChange) -> WebinarAction:
    """The action by which a change is judged: announcing alone is possible once a webinar has begun."""
    only_announces = change.channels and not (change.edits or change.changes_panel or change.cancels)
    return WebinarAction.ANNOUNCE if only_announces else WebinarAction.EDIT
