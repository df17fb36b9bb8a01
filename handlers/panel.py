"""Changing who is on the panel of a webinar."""

from blocks.conflicts import panel_clash
from blocks.panel import panel_shown, panel_view, read_panel
from bot.errors import FormRefused
from bot.forms.validation import FormValidation
from bot.models.change import ChangeKind, PanelChange, PanelEdit
from bot.webinars.queries import WebinarQueries
from bot.workflows.change_webinar import ChangeWorkflow
from handlers.authorization import (
    changeable_or_explain,
    origin_of,
    save_and_begin,
    still_changeable_or_explain,
)
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply


async def open_panel_form(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Co-hosts and panelists: show who is on the panel, to be changed."""
    await reply.acknowledge()
    tracked = await changeable_or_explain(reply, press, webinar_queries)
    if tracked is not None:
        await reply.open_view(panel_view(tracked))


async def submit_panel(
    reply: InteractionReply,
    sent: ViewSubmission,
    webinar_queries: WebinarQueries,
    form_validation: FormValidation,
    change_workflow: ChangeWorkflow,
) -> None:
    """Save the panel: new members get their links, those who leave lose theirs."""
    shown, panel = panel_shown(sent.view), read_panel(sent.view)
    tracked = await still_changeable_or_explain(reply, sent, shown.webinar_key, webinar_queries)
    if tracked is None:
        return
    edit = PanelEdit(wanted=panel, shown=shown.panel)
    now = [(one.user, one.role) for one in tracked.panel]
    if clashes := edit.conflicts(now):
        given_back = panel_view(tracked, edit.knowing(now, clashes), panel_clash(clashes, dict(now)))
        await reply.replace_modal(given_back)
        return
    try:
        await form_validation.judge_panel(panel)
    except FormRefused as refused:
        await reply.refuse_fields(refused.fields)
        return
    origin = origin_of(sent, tracked, ChangeKind.PANEL)
    change = PanelChange(**origin, view_id=sent.view_id, panel=tuple(panel), panel_shown=tuple(shown.panel))
    await save_and_begin(reply, tracked, change, "Changing the panel", change_workflow)
