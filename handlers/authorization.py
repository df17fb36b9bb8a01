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
from bot.models.tracked import Following
from bot.webinars.queries import Knowledge
from bot.workflows.change_webinar import Alteration

GONE: Final = ChangeOutcome(problems=("This webinar is not there any more.",))


async def carry_out(
    ack: AsyncAck, following: Following, change: Change, doing: str, alteration: Alteration
) -> None:
    """Save a change before Slack is answered, and begin it."""
    await alteration.keep(change)
    await ack(response_action="update", view=working_view(following.webinar.title, doing))
    await alteration.begin(change)


async def allowed(
    body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge, *, begun: bool = False
) -> Following | None:
    """The webinar of a button, if this person may change it and it can be changed; else they hear why not."""
    draft, user = body["actions"][0]["value"], body["user"]["id"]
    following, problem = await _judged(draft, user, knowledge, begun=begun)
    if problem is not None:
        title = following.webinar.title if following else "Webinar"
        await open_view(client, body, outcome_view(title, problem))
        return None
    return following


async def still_allowed(
    ack: AsyncAck, body: dict[str, Any], draft: str, knowledge: Knowledge, *, begun: bool = False
) -> Following | None:
    """The same when a view is sent off."""
    following, problem = await _judged(draft, body["user"]["id"], knowledge, begun=begun)
    if problem is not None:
        title = following.webinar.title if following else "Webinar"
        await ack(response_action="update", view=outcome_view(title, problem))
        return None
    return following


async def _judged(
    draft: str, user: str, knowledge: Knowledge, *, begun: bool
) -> tuple[Following | None, ChangeOutcome | None]:
    if (following := await knowledge.of(draft)) is None:
        return None, GONE
    if not await knowledge.may_change(user, following):
        return following, ChangeOutcome(problems=(who_may(following),))
    said = fixed(following)
    if said and not (begun and following.is_upcoming):
        return following, ChangeOutcome(problems=(said,))
    return following, None


def change_by(body: dict[str, Any], following: Following, kind: ChangeKind) -> Change:
    """What is wanted; the same view sent off twice wants the same."""
    view = body["view"]["id"]
    return Change(
        id=f"{view}:{kind}", draft=following.draft, user=body["user"]["id"], kind=kind, view_id=view
    )


async def open_view(client: AsyncWebClient, body: dict[str, Any], view: View) -> AsyncSlackResponse:
    """Open a view, or lay it on the one from which it was asked for; Slack's answer names the view."""
    if body.get("view", {}).get("type") == "modal":
        return await client.views_push(trigger_id=body["trigger_id"], view=view)
    return await client.views_open(trigger_id=body["trigger_id"], view=view)
