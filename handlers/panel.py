"""Changing who is on the panel of a webinar."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.conflicts import panel_clash
from blocks.form import errors_of
from blocks.panel import panel_shown, panel_view, read_panel
from bot.errors import FormRefused
from bot.forms.validation import FormValidation
from bot.models.change import ChangeKind, PanelEdit
from bot.models.slack_payloads import View
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import allowed, carry_out, change_by, open_view, still_allowed


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
