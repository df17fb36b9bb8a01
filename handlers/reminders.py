"""Changing when and where people are reminded of a webinar."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.outcome import outcome_view
from blocks.reminders import read_reminders, reminders_view
from bot.jobs.runner import JobRunner
from bot.models.change import ChangeOutcome
from bot.models.slack_payloads import View
from bot.webinars.queries import WebinarQueries
from handlers.authorization import allowed, open_view, still_allowed


async def reminders_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Reminders: when and where."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries)) is not None:
        await open_view(client, body, reminders_view(tracked))


async def reminders_changed(
    ack: AsyncAck, body: dict[str, Any], view: View, webinar_queries: WebinarQueries, job_runner: JobRunner
) -> None:
    """The reminders are saved; they are ours alone, so this is all there is to do."""
    tracked = await still_allowed(ack, body, view["private_metadata"], webinar_queries)
    if tracked is None:
        return
    await webinar_queries.remind(tracked.webinar_key, read_reminders(view))
    done = ChangeOutcome(done=("Saved.",))
    await ack(response_action="update", view=outcome_view(tracked.webinar.title, done))
    job_runner.wake()
