"""Who may change a webinar, judged anew at every click and every submission, whatever the button showed.

What is allowed is saved before Slack is answered, and then carried out.
"""

from typing import Any, Final

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from blocks.details import fixed, who_may
from blocks.outcome import outcome_view, working_view
from bot.models.change import Change, ChangeKind, ChangeOutcome
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow

GONE: Final = ChangeOutcome(problems=("This webinar is not there any more.",))


async def carry_out(
    ack: AsyncAck, tracked: TrackedWebinar, change: Change, doing: str, change_workflow: ChangeWorkflow
) -> None:
    """Save a change before Slack is answered, and begin it."""
    await change_workflow.keep(change)
    await ack(response_action="update", view=working_view(tracked.webinar.title, doing))
    await change_workflow.begin(change)


async def allowed(
    body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries, *, begun: bool = False
) -> TrackedWebinar | None:
    """The webinar of a button, if this person may change it and it can be changed; else they hear why not."""
    webinar_key, user = body["actions"][0]["value"], body["user"]["id"]
    tracked, problem = await _judged(webinar_key, user, webinar_queries, begun=begun)
    if problem is not None:
        title = tracked.webinar.title if tracked else "Webinar"
        await open_view(client, body, outcome_view(title, problem))
        return None
    return tracked


async def still_allowed(
    ack: AsyncAck,
    body: dict[str, Any],
    webinar_key: str,
    webinar_queries: WebinarQueries,
    *,
    begun: bool = False,
) -> TrackedWebinar | None:
    """The same when a view is sent off."""
    tracked, problem = await _judged(webinar_key, body["user"]["id"], webinar_queries, begun=begun)
    if problem is not None:
        title = tracked.webinar.title if tracked else "Webinar"
        await ack(response_action="update", view=outcome_view(title, problem))
        return None
    return tracked


async def _judged(
    webinar_key: str, user: str, webinar_queries: WebinarQueries, *, begun: bool
) -> tuple[TrackedWebinar | None, ChangeOutcome | None]:
    if (tracked := await webinar_queries.of(webinar_key)) is None:
        return None, GONE
    if not await webinar_queries.may_change(user, tracked):
        return tracked, ChangeOutcome(problems=(who_may(tracked),))
    said = fixed(tracked)
    if said and not (begun and tracked.is_upcoming):
        return tracked, ChangeOutcome(problems=(said,))
    return tracked, None


def change_by(body: dict[str, Any], tracked: TrackedWebinar, kind: ChangeKind) -> Change:
    """What is wanted; the same view sent off twice wants the same."""
    view = body["view"]["id"]
    return Change(
        id=f"{view}:{kind}", webinar_key=tracked.webinar_key, user=body["user"]["id"], kind=kind, view_id=view
    )


async def open_view(client: AsyncWebClient, body: dict[str, Any], view: View) -> AsyncSlackResponse:
    """Open a view, or lay it on the one from which it was asked for; Slack's answer names the view."""
    if body.get("view", {}).get("type") == "modal":
        return await client.views_push(trigger_id=body["trigger_id"], view=view)
    return await client.views_open(trigger_id=body["trigger_id"], view=view)
