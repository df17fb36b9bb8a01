"""One webinar and what may be done to it: details, editing, cancelling, the panel, further channels, reminders.

Who may do what is judged anew at every click and every submission, whatever the button showed.
"""

from typing import Any, Final
from uuid import uuid4

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.card import Announcement, card
from blocks.details import details_view, fixed, who_may
from blocks.form import FormState, draw_form, errors_of, read_form
from blocks.managing import (
    announce_view,
    cancel_view,
    outcome_view,
    panel_view,
    preview_view,
    read_channels,
    read_panel,
    read_preview,
    read_reason,
    read_reminders,
    reminders_view,
    working_view,
)
from bot.errors import FormRefused
from bot.models.change import Change, ChangeKind, ChangeOutcome
from bot.models.clock import Clock
from bot.models.drawn import View
from bot.models.following import Following
from bot.services.editing import form_of, options_of
from bot.services.intake import Intake
from bot.services.knowledge import Knowledge
from bot.services.zones import describe_zone
from bot.workflows.changing import Alteration
from bot.workflows.watching import Watch

_GONE: Final = ChangeOutcome(problems=("This webinar is not there any more.",))


async def details_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Details: everything about a webinar, with the actions that this person may take."""
    await ack()
    if (following := await knowledge.of(body["actions"][0]["value"])) is None:
        await _open(client, body, outcome_view("Webinar", _GONE))
        return
    may = await knowledge.may_change_soon(body["user"]["id"], following)
    channels = await knowledge.channels_of(following.draft)
    await _open(client, body, details_view(following, channels, may_change=may))


async def edit_wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    knowledge: Knowledge,
    intake: Intake,
    clock: Clock,
) -> None:
    """Edit or reschedule: the same form as for creating, filled in, takes the place of the details."""
    await ack()
    if (following := await _allowed(body, client, knowledge)) is None:
        return
    webinar, state = following.webinar, FormState(draft=uuid4().hex, edits=following.draft)
    await intake.fill(state.draft, body["user"]["id"], options_of(webinar))
    view = draw_form(form_of(webinar), options_of(webinar), state, describe_zone(webinar.time_zone, clock()))
    if body.get("view", {}).get("type") == "modal":
        await client.views_update(view_id=body["view"]["id"], view=view)
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=view)


async def edited(  # noqa: PLR0913, PLR0917 - listeners take what they need by name
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    knowledge: Knowledge,
    intake: Intake,
    alteration: Alteration,
    clock: Clock,
) -> None:
    """The form of an existing webinar was sent off: it is judged, saved and carried out."""
    asked_at, state = clock(), FormState.carried_by(view)
    following = await _still_allowed(ack, body, state.edits or "", knowledge)
    if following is None:
        return
    form = read_form(view).model_copy(update={"audience": following.webinar.audience})
    try:
        plan = await intake.planned(form, await intake.options(state.draft))
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    change = _change(body, following, ChangeKind.EDIT).model_copy(update={"plan": plan, "asked_at": asked_at})
    await _carry_out(ack, following, change, "Saving", alteration)


async def cancel_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Cancel webinar: asks whether it is meant, and why."""
    await ack()
    if (following := await _allowed(body, client, knowledge)) is not None:
        await _open(client, body, cancel_view(following))


async def cancelled(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, alteration: Alteration
) -> None:
    """It is meant."""
    following = await _still_allowed(ack, body, view["private_metadata"], knowledge)
    if following is not None:
        change = _change(body, following, ChangeKind.CANCEL).model_copy(update={"reason": read_reason(view)})
        await _carry_out(ack, following, change, "Cancelling", alteration)


async def panel_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Co-hosts and panelists: who is on the panel, to be changed."""
    await ack()
    if (following := await _allowed(body, client, knowledge)) is not None:
        await _open(client, body, panel_view(following))


async def panel_changed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    knowledge: Knowledge,
    intake: Intake,
    alteration: Alteration,
) -> None:
    """The panel is saved: new members get their links, those who left lose theirs."""
    following = await _still_allowed(ack, body, view["private_metadata"], knowledge)
    if following is None:
        return
    panel = read_panel(view)
    try:
        await intake.judge_panel(panel)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    change = _change(body, following, ChangeKind.PANEL).model_copy(update={"panel": panel})
    await _carry_out(ack, following, change, "Changing the panel", alteration)


async def announce_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Announce in channels: which ones?"""
    await ack()
    if (following := await _allowed(body, client, knowledge, begun=True)) is not None:
        await _open(client, body, announce_view(following))


async def announce_previewed(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, intake: Intake
) -> None:
    """Before anything is posted: who is going to see it."""
    following = await _still_allowed(ack, body, view["private_metadata"], knowledge, begun=True)
    if following is None:
        return
    channels = read_channels(view)
    if fault := await intake.cannot_be_announced_in(channels):
        await ack(response_action="errors", errors=errors_of(view, {"announce_in": fault}))
        return
    audiences = await knowledge.audiences(channels)
    preview = card(Announcement.of_following(following))
    await ack(response_action="update", view=preview_view(following, audiences, preview))


async def announced(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, alteration: Alteration
) -> None:
    """The cards are posted."""
    draft, channels = read_preview(view)
    following = await _still_allowed(ack, body, draft, knowledge, begun=True)
    if following is not None:
        change = _change(body, following, ChangeKind.ANNOUNCE).model_copy(update={"channels": channels})
        await _carry_out(ack, following, change, "Announcing", alteration)


async def reminders_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Reminders: when and where."""
    await ack()
    if (following := await _allowed(body, client, knowledge)) is not None:
        await _open(client, body, reminders_view(following))


async def reminders_changed(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, watch: Watch
) -> None:
    """The reminders are saved; they are ours alone, so this is all there is to do."""
    following = await _still_allowed(ack, body, view["private_metadata"], knowledge)
    if following is None:
        return
    await knowledge.remind(following.draft, read_reminders(view))
    done = ChangeOutcome(done=("Saved.",))
    await ack(response_action="update", view=outcome_view(following.webinar.title, done))
    watch.wake()


async def _carry_out(
    ack: AsyncAck, following: Following, change: Change, doing: str, alteration: Alteration
) -> None:
    """Save a change before Slack is answered, and begin it."""
    await alteration.keep(change)
    await ack(response_action="update", view=working_view(following.webinar.title, doing))
    await alteration.begin(change)


async def _allowed(
    body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge, *, begun: bool = False
) -> Following | None:
    """The webinar of a button, if this person may change it and it can be changed; else they hear why not."""
    draft, user = body["actions"][0]["value"], body["user"]["id"]
    following, problem = await _judged(draft, user, knowledge, begun=begun)
    if problem is not None:
        title = following.webinar.title if following else "Webinar"
        await _open(client, body, outcome_view(title, problem))
        return None
    return following


async def _still_allowed(
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
        return None, _GONE
    if not await knowledge.may_change(user, following):
        return following, ChangeOutcome(problems=(who_may(following),))
    said = fixed(following)
    if said and not (begun and following.is_upcoming):
        return following, ChangeOutcome(problems=(said,))
    return following, None


def _change(body: dict[str, Any], following: Following, kind: ChangeKind) -> Change:
    """What is wanted; the same view sent off twice wants the same."""
    view = body["view"]["id"]
    return Change(
        id=f"{view}:{kind}", draft=following.draft, user=body["user"]["id"], kind=kind, view_id=view
    )


async def _open(client: AsyncWebClient, body: dict[str, Any], view: View) -> None:
    """Open a view, or lay it on the one from which it was asked for."""
    if body.get("view", {}).get("type") == "modal":
        await client.views_push(trigger_id=body["trigger_id"], view=view)
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=view)
