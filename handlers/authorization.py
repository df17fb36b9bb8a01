"""The right to change a webinar, judged anew at every press and every submission, whatever the button showed.

A change that is allowed is saved before Slack is answered, and then carried out.
"""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from blocks import outcome
from blocks.details import fixed, who_may
from blocks.outcome import outcome_view, working_view
from bot.models.change import Change, ChangeKind, ChangeOrigin, ChangeOutcome, change_origin
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply

GONE: Final = ChangeOutcome(problems=(outcome.GONE,))
_Shows: TypeAlias = Callable[[View], Awaitable[object]]


async def save_and_begin(
    reply: InteractionReply,
    tracked: TrackedWebinar,
    change: Change,
    doing: str,
    change_workflow: ChangeWorkflow,
) -> None:
    """Save a change before Slack is answered, and begin it."""
    await change_workflow.save(change)
    await reply.replace_modal(working_view(tracked.webinar.title, doing))
    await change_workflow.begin(change)


async def changeable_or_explain(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries, *, begun: bool = False
) -> TrackedWebinar | None:
    """Return the webinar of a button if this person may change it now; else tell them why not.

    With `begun`, a webinar that has begun counts as well.
    """
    return await _judge(reply.open_view, press.user, press.value, webinar_queries, begun=begun)


async def still_changeable_or_explain(
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_key: str,
    webinar_queries: WebinarQueries,
    *,
    begun: bool = False,
) -> TrackedWebinar | None:
    """Return the webinar of a view that was sent off, on the same terms."""
    return await _judge(reply.replace_modal, sent.user, webinar_key, webinar_queries, begun=begun)


async def _judge(
    show: _Shows, user: str, webinar_key: str, webinar_queries: WebinarQueries, *, begun: bool
) -> TrackedWebinar | None:
    tracked = await webinar_queries.get_with_people(webinar_key)
    if tracked is None:
        await show(outcome_view("Webinar", GONE))
        return None
    problem = await _problem(user, tracked, webinar_queries, begun=begun)
    if problem:
        await show(outcome_view(tracked.webinar.title, ChangeOutcome(problems=(problem,))))
        return None
    return tracked


async def _problem(
    user: str, tracked: TrackedWebinar, webinar_queries: WebinarQueries, *, begun: bool
) -> str:
    if not await webinar_queries.may_change(user, tracked):
        return who_may(tracked)
    return "" if begun and tracked.is_upcoming else fixed(tracked)


def origin_of(sent: ViewSubmission, tracked: TrackedWebinar, kind: ChangeKind) -> ChangeOrigin:
    """Tell where a change comes from; the same view sent off twice makes the same change."""
    return change_origin(sent.view_id, kind, tracked.webinar_key, sent.user)
