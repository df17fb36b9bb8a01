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
from bot.forms.validation import FormValidation
from bot.jobs.runner import JobRunner
from bot.models.change import ChangeKind, ChangeOutcome, PanelEdit
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar
from bot.rate_limit.reservation import CallReservation
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import GONE, allowed, carry_out, change_by, open_view, still_allowed


async def details_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Details: everything about a webinar, with the actions that this person may take."""
    await ack()
    if (tracked := await webinar_queries.of(body["actions"][0]["value"])) is None:
        await open_view(client, body, outcome_view("Webinar", GONE))
        return
    may = await webinar_queries.may_change_soon(body["user"]["id"], tracked)
    channels = await webinar_queries.channels_of(tracked.webinar_key)
    await open_view(
        client, body, details_view(tracked, channels, may_change=may, hosts=_hosts(body, tracked))
    )


def _hosts(body: dict[str, Any], tracked: TrackedWebinar) -> bool:
    return bool(body["user"]["id"] == tracked.webinar.owner)


async def cancel_wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    webinar_queries: WebinarQueries,
    call_reservation: CallReservation,
) -> None:
    """Cancel webinar: asks whether it is meant, and why."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries)) is not None:
        await open_view(client, body, cancel_view(tracked))
        await call_reservation.opened(tracked.webinar_key, 1)


async def cancelled(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """It is meant."""
    tracked = await still_allowed(ack, body, view["private_metadata"], webinar_queries)
    if tracked is not None:
        change = change_by(body, tracked, ChangeKind.CANCEL).model_copy(update={"reason": read_reason(view)})
        await carry_out(ack, tracked, change, "Cancelling", change_workflow)


async def panel_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Co-hosts and panelists: who is on the panel, to be changed."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries)) is not None:
        await open_view(client, body, panel_view(tracked))


async def panel_changed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
    change_workflow: ChangeWorkflow,
) -> None:
    """The panel is saved: new members get their links, those who left lose theirs."""
    shown, panel = panel_shown(view), read_panel(view)
    tracked = await still_allowed(ack, body, shown.webinar_key, webinar_queries)
    if tracked is None:
        return
    edit, now = PanelEdit(wanted=panel, shown=shown.panel), [(one.user, one.role) for one in tracked.panel]
    if clashes := edit.conflicts(now):
        given_back = panel_view(tracked, edit.knowing(now, clashes), panel_clash(clashes, dict(now)))
        await ack(response_action="update", view=given_back)
        return
    try:
        await form_validation.judge_panel(panel)
    except FormRefused as refused:
        await ack(response_action="errors", errors=errors_of(view, refused.fields))
        return
    change = change_by(body, tracked, ChangeKind.PANEL).model_copy(
        update={"panel": panel, "panel_shown": shown.panel}
    )
    await carry_out(ack, tracked, change, "Changing the panel", change_workflow)


async def announce_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Announce in channels: which ones?"""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries, begun=True)) is not None:
        await open_view(client, body, announce_view(tracked))


async def announce_previewed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
) -> None:
    """Before anything is posted: who is going to see it."""
    tracked = await still_allowed(ack, body, view["private_metadata"], webinar_queries, begun=True)
    if tracked is None:
        return
    channels = read_channels(view)
    if fault := await form_validation.cannot_be_announced_in(channels):
        await ack(response_action="errors", errors=errors_of(view, {"announce_in": fault}))
        return
    audiences = await webinar_queries.audiences(channels)
    preview = card(Announcement.of_tracked(tracked))
    await ack(response_action="update", view=preview_view(tracked, audiences, preview))


async def announced(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """The cards are posted."""
    webinar_key, channels = read_preview(view)
    tracked = await still_allowed(ack, body, webinar_key, webinar_queries, begun=True)
    if tracked is not None:
        change = change_by(body, tracked, ChangeKind.ANNOUNCE).model_copy(update={"channels": channels})
        await carry_out(ack, tracked, change, "Announcing", change_workflow)


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


async def terms_wanted(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries
) -> None:
    """Registration: open or closed, and on what terms."""
    await ack()
    if (tracked := await allowed(body, client, webinar_queries, begun=True)) is not None:
        await open_view(client, body, registration_view(tracked))


async def terms_changed(
    ack: AsyncAck,
    body: dict[str, Any],
    view: View,
    webinar_queries: WebinarQueries,
    change_workflow: ChangeWorkflow,
) -> None:
    """The terms are saved."""
    webinar_key, wanted, shown = read_registration(view)
    if (tracked := await still_allowed(ack, body, webinar_key, webinar_queries, begun=True)) is not None:
        terms = {"terms": wanted, "shown_terms": shown}
        change = change_by(body, tracked, ChangeKind.REGISTRATION).model_copy(update=terms)
        await carry_out(ack, tracked, change, "Changing registration", change_workflow)
