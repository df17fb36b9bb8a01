"""Changing when and where people are reminded of a webinar."""

from blocks.outcome import outcome_view
from blocks.reminders import read_reminders, reminders_view
from bot.jobs.runner import JobRunner
from bot.models.change import ChangeOutcome
from bot.webinars.queries import WebinarQueries
from handlers.authorization import changeable_or_explain, still_changeable_or_explain
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply


async def open_reminders_form(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Reminders: show when and where people are reminded, to be changed."""
    await reply.acknowledge()
    tracked = await changeable_or_explain(reply, press, webinar_queries)
    if tracked is not None:
        await reply.open_view(reminders_view(tracked))


async def submit_reminders(
    reply: InteractionReply, sent: ViewSubmission, webinar_queries: WebinarQueries, job_runner: JobRunner
) -> None:
    """Save the reminders; RingCentral knows nothing of them, so nothing else is to do."""
    tracked = await still_changeable_or_explain(reply, sent, sent.metadata, webinar_queries)
    if tracked is None:
        return
    await webinar_queries.change_reminders(tracked.webinar_key, read_reminders(sent.view))
    done = ChangeOutcome(done=("Saved.",))
    await reply.replace_modal(outcome_view(tracked.webinar.title, done))
    job_runner.wake()
