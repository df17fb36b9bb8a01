"""One webinar and what may be done to it: details, cancelling, the panel, further channels, reminders, registration."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.card import Announcement, card
from blocks.conflicts import panel_clash
from blocks.details import details_view
from blocks.form import errors_of
from blocks.outcome import (
    announce_view,
    cancel_view,
    outcome_view,
    panel_shown,
    panel_view,
    preview_view,
    read_channels,
    read_panel,
    read_preview,
    read_reason,
    read_reminders,
    reminders_view,
)
from blocks.registration_settings import read_registration, registration_view
from bot.errors import FormRefused
from bot.forms.validation import Intake
from bot.jobs.runner import Watch
from bot.models.change import ChangeKind, ChangeOutcome, PanelEdit
from bot.models.slack_payloads import View
from bot.models.tracked import Following
from bot.rate_limit.reservation import Foresight
from bot.webinars.queries import Knowledge
from bot.workflows.change_webinar import Alteration
from handlers.authorization import GONE, allowed, carry_out, change_by, open_view, still_allowed


async def details_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Details: everything about a webinar, with the actions that this person may take."""
    await ack()
    if (following := await knowledge.of(body["actions"][0]["value"])) is None:
        await open_view(client, body, outcome_view("Webinar", GONE))
        return
    may = await knowledge.may_change_soon(body["user"]["id"], following)
    channels = await knowledge.channels_of(following.draft)
    await open_view(
        client, body, details_view(following, channels, may_change=may, hosts=_hosts(body, following))
    )


def _hosts(body: dict[str, Any], following: Following) -> bool:
    return bool(body["user"]["id"] == following.webinar.owner)


async def cancel_wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    knowledge: Knowledge,
    foresight: Foresight,
) -> None:
    """Cancel webinar: asks whether it is meant, and why."""
    await ack()
    if (following := await allowed(body, client, knowledge)) is not None:
        await open_view(client, body, cancel_view(following))
        await foresight.opened(following.draft, 1)


async def cancelled(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, alteration: Alteration
) -> None:
    """It is meant."""
    following = await still_allowed(ack, body, view["private_metadata"], knowledge)
    if following is not None:
        change = change_by(body, following, ChangeKind.CANCEL).model_copy(
            update={"reason": read_reason(view)}
        )
        await carry_out(ack, following, change, "Cancelling", alteration)


async def panel_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Co-hosts and panelists: who is on the panel, to be changed."""
    await ack()
    if (following := await allowed(body, client, knowledge)) is not None:
        await open_view(client, body, panel_view(following))


async def panel_changed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    knowledge: Knowledge,
    intake: Intake,
    alteration: Alteration,
) -> None:
    """The panel is saved: new members get their links, those who left lose theirs."""
    shown, panel = panel_shown(view), read_panel(view)
    following = await still_allowed(ack, body, shown.draft, knowledge)
    if following is None:
        return
    edit, now = PanelEdit(wanted=panel, shown=shown.panel), [(one.user, one.role) for one in following.panel]
    if clashes := edit.conflicts(now):
        given_back = panel_view(following, edit.knowing(now, clashes), panel_clash(clashes, dict(now)))
        await ack(response_action="update", view=given_back)
        return
    try:
        await intake.judge_panel(panel)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    change = change_by(body, following, ChangeKind.PANEL).model_copy(
        update={"panel": panel, "panel_shown": shown.panel}
    )
    await carry_out(ack, following, change, "Changing the panel", alteration)


async def announce_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Announce in channels: which ones?"""
    await ack()
    if (following := await allowed(body, client, knowledge, begun=True)) is not None:
        await open_view(client, body, announce_view(following))


async def announce_previewed(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, intake: Intake
) -> None:
    """Before anything is posted: who is going to see it."""
    following = await still_allowed(ack, body, view["private_metadata"], knowledge, begun=True)
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
    following = await still_allowed(ack, body, draft, knowledge, begun=True)
    if following is not None:
        change = change_by(body, following, ChangeKind.ANNOUNCE).model_copy(update={"channels": channels})
        await carry_out(ack, following, change, "Announcing", alteration)


async def reminders_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Reminders: when and where."""
    await ack()
    if (following := await allowed(body, client, knowledge)) is not None:
        await open_view(client, body, reminders_view(following))


async def reminders_changed(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, watch: Watch
) -> None:
    """The reminders are saved; they are ours alone, so this is all there is to do."""
    following = await still_allowed(ack, body, view["private_metadata"], knowledge)
    if following is None:
        return
    await knowledge.remind(following.draft, read_reminders(view))
    done = ChangeOutcome(done=("Saved.",))
    await ack(response_action="update", view=outcome_view(following.webinar.title, done))
    watch.wake()


async def terms_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge
) -> None:
    """Registration: open or closed, and on what terms."""
    await ack()
    if (following := await allowed(body, client, knowledge, begun=True)) is not None:
        await open_view(client, body, registration_view(following))


async def terms_changed(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, alteration: Alteration
) -> None:
    """The terms are saved."""
    draft, wanted, shown = read_registration(view)
    if (following := await still_allowed(ack, body, draft, knowledge, begun=True)) is not None:
        terms = {"terms": wanted, "shown_terms": shown}
        change = change_by(body, following, ChangeKind.REGISTRATION).model_copy(update=terms)
        await carry_out(ack, following, change, "Changing registration", alteration)
