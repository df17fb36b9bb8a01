"""The panel of a webinar: the view that changes it, and the message to each of its members."""

from typing import Final

from pydantic import ValidationError

from blocks.card import NOT_HELD, to_calendar
from blocks.elements import actions, context, field, modal, section, without_empty
from blocks.ids import Callback
from blocks.own_link import PANEL_LABELS, panel_button
from blocks.text import escaped, person, time_and_length
from blocks.view_state import ViewState
from bot.models import (
    Invitation,
    Phase,
    Role,
    Webinar,
)
from bot.models.change import Panel, PanelEdit
from bot.models.frozen import Stored, WebinarKey
from bot.models.slack_payloads import Message, View
from bot.models.tracked import TrackedWebinar

CO_HOSTS: Final = "co_hosts"
PANELISTS: Final = "panelists"


class PanelShown(Stored):
    """The hidden state of the view of a panel: its members when it was drawn."""

    webinar_key: WebinarKey
    co_hosts: tuple[str, ...] = ()
    panelists: tuple[str, ...] = ()

    @property
    def panel(self) -> Panel:
        """Everybody, with their role."""
        hosts = tuple((user, Role.CO_HOST) for user in self.co_hosts)
        return hosts + tuple((user, Role.PANELIST) for user in self.panelists)


def panel_view(tracked: TrackedWebinar, edit: PanelEdit | None = None, problem: str = "") -> View:
    """The view that changes the panel; with a `problem` it shows the person's own changes again."""
    there = tuple((one.user, one.role) for one in tracked.panel)
    edit = edit or PanelEdit(wanted=there, shown=there)
    by_role = {role: [user for user, has in edit.wanted if has is role] for role in Role}
    shown = PanelShown(
        webinar_key=tracked.webinar_key,
        co_hosts=tuple(user for user, role in edit.shown if role is Role.CO_HOST),
        panelists=tuple(user for user, role in edit.shown if role is Role.PANELIST),
    )

    def people(chosen: list[str]) -> dict[str, object]:
        return without_empty({"type": "multi_users_select", "initial_users": chosen})

    return modal(
        Callback.PANEL,
        "Co-hosts and panelists",
        [
            *([section(f":warning: {problem}")] if problem else []),
            field(
                CO_HOSTS,
                "Co-hosts",
                people(by_role[Role.CO_HOST]),
                hint="They can change the webinar here too.",
                optional=True,
            ),
            field(
                PANELISTS,
                "Panelists",
                people(by_role[Role.PANELIST]),
                hint="Each gets a personal link by direct message.",
                optional=True,
            ),
            context("People invited in RingCentral itself are not affected."),
        ],
        submit="Save",
        close="Back",
        metadata=shown.model_dump_json(),
    )


def panel_shown(view: View) -> PanelShown:
    """Read the members of the panel when a view of it was drawn; raises ValueError for a view that is none of ours."""
    try:
        return PanelShown.model_validate_json(view.get("private_metadata") or "")
    except ValidationError:
        raise ValueError("this view carries no panel") from None


def read_panel(view: View) -> Panel:
    """Everybody who shall be on the panel; whoever is in both lists is a co-host."""
    typed = ViewState(view)
    hosts = typed.many(CO_HOSTS)
    roles = [(user, Role.CO_HOST) for user in hosts]
    return tuple(roles + [(user, Role.PANELIST) for user in typed.many(PANELISTS) if user not in hosts])


def panel_message(webinar: Webinar, invitation: Invitation, webinar_key: str) -> Message:
    """The message to a co-host or panelist, with their personal link; its button carries the key."""
    role = "a co-host" if invitation.role is Role.CO_HOST else "a panelist"
    title = escaped(webinar.title)
    opening = f"{person(webinar.owner)} invited you as {role} to *{title}*."
    when = f":calendar: {time_and_length(webinar)}"
    if webinar.is_over:
        ended = "It has ended." if webinar.held else NOT_HELD
        way = "It was cancelled." if webinar.phase is Phase.CANCELLED else ended
    elif invitation.join_uri:
        way = f"*{PANEL_LABELS[invitation.role]}* is your personal link (only visible to you)."
    else:
        way = "RingCentral sends your personal link by e-mail."
    buttons = panel_button(webinar, invitation)
    if webinar.phase is Phase.SCHEDULED:
        buttons.append(to_calendar(webinar_key))
    blocks = [section(opening), section(when), section(way)]
    if buttons:
        blocks.append(actions(*buttons))
    return Message(text=f"{opening}\n{when}\n{way}", blocks=tuple(blocks))


def off_panel_message(webinar: Webinar) -> Message:
    """The message in its place for somebody who was taken off the panel."""
    title = escaped(webinar.title)
    said = f"You are no longer on the panel of *{title}*. Your personal link no longer works."
    return Message(text=said, blocks=(section(said), section(f":calendar: {time_and_length(webinar)}")))
