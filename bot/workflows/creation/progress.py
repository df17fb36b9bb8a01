"""Telling the person who sent a form how it goes and how it ended, wherever they look."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import structlog

from blocks.form import FormState, draw_form
from blocks.progress import creating, creating_message
from blocks.result import choice_message, failure_message, host_message, result_view, settled_message
from bot.attempt import attempt
from bot.errors import SlackPlaceRefused, TimeWillTell, WebinarsError
from bot.forms.time_zones import describe_zone
from bot.models.clock import Clock
from bot.models.keys import MessageKey
from bot.models.rate_limit import Tell, Wait
from bot.models.report import Outcome
from bot.models.slack_payloads import Message, View
from bot.models.submission import Submission
from bot.slack.client import MessageLocation, SlackClient
from bot.slack.outbox import Outbox
from bot.storage.messages import Kind

_NOT_BEFORE: Final = 1.0
"""Seconds: by then Slack has put "Creating…" in the form's place, and a short wait need not be told."""
log = structlog.get_logger()


class CreationProgress:
    """Shows progress in the view or message that the person looks at, and the outcome there and by DM."""

    def __init__(self, slack: SlackClient, outbox: Outbox, clock: Clock) -> None:
        self._slack = slack
        self._outbox = outbox
        self._clock = clock

    @asynccontextmanager
    async def telling(self, submission: Submission) -> AsyncIterator[Tell]:
        """A Tell that shows the newest wait without holding the work up.

        It is silent once the work ends, or once the person has closed the view.
        """
        newest: list[Wait] = []
        ended, closed = asyncio.Event(), asyncio.Event()
        showing: asyncio.Task[None] | None = None

        async def show() -> None:
            with suppress(TimeoutError):
                async with asyncio.timeout(_NOT_BEFORE):
                    await ended.wait()
            while newest:
                wait = newest.pop()
                newest.clear()
                view, message = creating(submission.plan, wait), creating_message(submission.plan, wait)
                if not await self._show_progress(submission, view, message):
                    closed.set()

        async def tell(wait: Wait) -> None:
            nonlocal showing
            if closed.is_set():
                return
            newest.append(wait)
            if showing is None or showing.done():
                showing = asyncio.create_task(show())

        try:
            yield tell
        finally:
            newest.clear()
            ended.set()
            if showing is not None:
                await showing

    async def tell_outcome(self, submission: Submission, outcome: Outcome) -> bool:
        """Send how it ended by direct message, and show it where the person looks; False when Slack is away."""
        if outcome.report is not None:
            key, kind, message = (
                MessageKey.host(submission.webinar_key),
                Kind.HOST,
                host_message(outcome.report),
            )
        else:
            key, kind, message = (
                MessageKey.failure(submission.id),
                Kind.FAILURE,
                _failure(submission, outcome),
            )
        sent = away = False
        try:
            await self._outbox.post_once(key, submission.webinar_key, kind, submission.owner, message)
            sent = True
        except WebinarsError as error:
            away = isinstance(error, (TimeWillTell, SlackPlaceRefused))
            log.warning("outcome_not_sent", submission=submission.id, error=type(error).__name__)
        shown = await self.show_outcome(submission, outcome, host_told=sent)
        return shown and not away

    async def show_outcome(self, submission: Submission, outcome: Outcome, *, host_told: bool = True) -> bool:
        """Show how it ended where the person looks; False when Slack is away."""
        if outcome.report is not None:
            done = settled_message(f":white_check_mark: Created: {outcome.report.webinar.title}")
            return await self._show(submission, result_view(outcome.report, host_told=host_told), done)
        view = self._form_again(submission, outcome.problem)
        return await self._show(submission, view, settled_message(f":warning: {outcome.problem}"))

    def _form_again(self, submission: Submission, problem: str) -> View:
        """The form with everything that was typed, ready for another try."""
        return draw_form(
            submission.form,
            submission.options,
            FormState(
                webinar_key=submission.webinar_key,
                attempt=submission.attempt + 1,
                talked_about=submission.notice is not None,
            ),
            describe_zone(submission.plan.time_zone, self._clock()),
            problem=problem,
        )

    async def _show_progress(self, submission: Submission, view: View, message: Message) -> bool:
        """Show how it goes; False when the person has closed the view. A failure is no reason to stop."""
        if submission.view_id is not None:
            showing = self._slack.show(submission.view_id, view)
            shown, _ = await attempt(showing, "progress_not_shown", submission=submission.id)
            return shown is not False
        await self._show(submission, view, message)
        return True

    async def _show(self, submission: Submission, view: View, message: Message) -> bool:
        """Show it; False when Slack is away. What it refuses is no reason to stop: the outcome comes by direct message
        as well.
        """
        try:
            if submission.view_id is not None:
                await self._slack.show(submission.view_id, view)
            if submission.notice is not None:
                await self._slack.edit(MessageLocation(*submission.notice), message)
        except WebinarsError as error:
            log.warning("progress_not_shown", submission=submission.id, error=type(error).__name__)
            return not isinstance(error, TimeWillTell)
        return True


def _failure(submission: Submission, outcome: Outcome) -> Message:
    plan = submission.plan
    if outcome.found:
        return choice_message(plan.title, outcome, submission.id, plan.time_zone)
    return failure_message(plan.title, outcome, submission.id)
