"""Changing a webinar that exists: the views in which people say what, read back here, and how it went."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from pydantic import ValidationError

from blocks.elements import context, field, modal, option, plain, section, without_empty
from blocks.ids import Callback
from blocks.text import channel, fitting, lasting, paragraphs
from blocks.view_state import ViewState
from bot.models import Reminders, Role
from bot.models.change import ChangeOutcome, Panel, PanelEdit
from bot.models.frozen import Stored, WebinarKey
from bot.models.slack_payloads import Message, View
from bot.models.tracked import ChannelAudience, TrackedWebinar
from bot.models.webinar import CHANNELS_MAX

REASON: Final = "reason"
CO_HOSTS: Final = "co_hosts"
PANELISTS: Final = "panelists"
CHANNELS: Final = "announce_in"
WHEN: Final = "remind_before"
WHERE: Final = "remind_where"
_REASON_MAX: Final = 500
_TIMES: Final = tuple(timedelta(minutes=minutes) for minutes in (1440, 60, 10))
_PLACES: Final = {
    "in_thread": ("In the thread of each card", None),
    "by_dm": ("By direct message", "To the host, the panel, and everybody who comes."),
}


class _Chosen(Stored):
    """What the preview carries along unseen."""

    webinar_key: WebinarKey
    channels: tuple[str, ...]


class PanelShown(Stored):
    """What the view of a panel carries along unseen: who was on it when it was drawn."""

    webinar_key: WebinarKey
    co_hosts: tuple[str, ...] = ()
    panelists: tuple[str, ...] = ()

    @property
    def panel(self) -> Panel:
        """Everybody, with their role."""
        hosts = tuple((user, Role.CO_HOST) for user in self.co_hosts)
        return hosts + tuple((user, Role.PANELIST) for user in self.panelists)


def cancel_view(tracked: TrackedWebinar) -> View:
    """Asks whether a webinar is to be cancelled, and why."""
    reason = {"type": "plain_text_input", "multiline": True, "max_length": _REASON_MAX}
    reason["placeholder"] = plain("Ann is ill; we will find a new date.")
    title = fitting(tracked.webinar.title, 600)
    said = f"*{title}* will be deleted in RingCentral. Every card says so, and whoever said they are going is told."
    return modal(
        Callback.CANCEL_WEBINAR,
        "Cancel this webinar?",
        [section(said), field(REASON, "Reason", reason, hint="Everybody can read it.", optional=True)],
        submit="Cancel the webinar",
        close="Keep it",
        metadata=tracked.webinar_key,
    )


def read_reason(view: View) -> str:
    """Why it is cancelled."""
    return " ".join(ViewState(view).text(REASON).split())[:_REASON_MAX]


def panel_view(tracked: TrackedWebinar, edit: PanelEdit | None = None, problem: str = "") -> View:
    """Who is on the panel, to be changed; or what was made of it, when a `problem` gives it back."""
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
                hint="They may change the webinar here as well.",
                optional=True,
            ),
            field(
                PANELISTS,
                "Panelists",
                people(by_role[Role.PANELIST]),
                hint="Each gets a link of their own, by direct message.",
                optional=True,
            ),
            context("People who were invited in RingCentral itself stay as they are."),
        ],
        submit="Save the panel",
        close="Back",
        metadata=shown.model_dump_json(),
    )


def panel_shown(view: View) -> PanelShown:
    """Who was on the panel when a view of it was drawn; raises ValueError for a view that is none of ours."""
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


def announce_view(tracked: TrackedWebinar) -> View:
    """Where else a webinar is to be announced."""
    channels = {
        "type": "multi_conversations_select",
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
        "max_selected_items": CHANNELS_MAX,
    }
    return modal(
        Callback.ANNOUNCE,
        "Announce in channels",
        [
            section(f"*{fitting(tracked.webinar.title, 2000)}*"),
            field(
                CHANNELS, "Channels", channels, hint="You see how many people that is before it is posted."
            ),
        ],
        submit="Preview",
        close="Back",
        metadata=tracked.webinar_key,
    )


def read_channels(view: View) -> tuple[str, ...]:
    """The channels that were chosen."""
    return ViewState(view).many(CHANNELS)


def preview_view(tracked: TrackedWebinar, audiences: Sequence[ChannelAudience], preview: Message) -> View:
    """Who is going to see the card, and the card, before it is posted."""
    counted = "\n".join(f"• {channel(one.channel)}{_members(one.members)}" for one in audiences)
    chosen = _Chosen(webinar_key=tracked.webinar_key, channels=tuple(one.channel for one in audiences))
    shown = [block for block in preview.blocks if block["type"] != "actions"]
    return modal(
        Callback.ANNOUNCE_PREVIEW,
        "Post these cards?",
        [
            section(f"This goes to:\n{counted}"),
            context("Nobody is pinged: the card mentions neither the channel nor everybody in it."),
            *shown,
        ],
        submit="Post the cards",
        close="Back",
        metadata=chosen.model_dump_json(),
    )


def read_preview(view: View) -> tuple[str, tuple[str, ...]]:
    """The webinar and the channels of a preview; raises ValueError for a view that is none of ours."""
    try:
        chosen = _Chosen.model_validate_json(view.get("private_metadata") or "")
    except ValidationError:
        raise ValueError("this view carries no channels") from None
    return chosen.webinar_key, chosen.channels


def reminders_view(tracked: TrackedWebinar) -> View:
    """When and where people are reminded, to be changed."""
    reminders = tracked.webinar.reminders
    times = sorted({*_TIMES, *reminders.before}, reverse=True)[:10]
    when = [option(f"{lasting(one)} before", str(round(one.total_seconds()))) for one in times]
    where = [option(label, name, hint) for name, (label, hint) in _PLACES.items()]
    chosen_when = [one for one in when if timedelta(seconds=int(one["value"])) in reminders.before]
    chosen_where = [one for one in where if getattr(reminders, one["value"])]
    return modal(
        Callback.REMINDERS,
        "Reminders",
        [
            section(f"*{fitting(tracked.webinar.title, 2000)}*"),
            field(WHEN, "When", _boxes(when, chosen_when), hint="None: nobody is reminded.", optional=True),
            field(WHERE, "Where", _boxes(where, chosen_where), optional=True),
        ],
        submit="Save reminders",
        close="Back",
        metadata=tracked.webinar_key,
    )


def read_reminders(view: View) -> Reminders:
    """The reminders that were chosen."""
    typed = ViewState(view)
    where = typed.checked(WHERE)
    seconds = [int(value) for value in typed.checked(WHEN) if value.isdigit()]
    return Reminders(
        before=tuple(timedelta(seconds=one) for one in sorted(seconds, reverse=True)),
        in_thread="in_thread" in where,
        by_dm="by_dm" in where,
    )


def working_view(title: str, doing: str) -> View:
    """What stands there while a change is carried out."""
    return modal(
        Callback.DETAILS,
        "One moment",
        [section(f":hourglass_flowing_sand: {doing}: *{fitting(title, 600)}*. You can close this.")],
    )


def outcome_view(title: str, outcome: ChangeOutcome) -> View:
    """How a change went."""
    return modal(
        Callback.DETAILS,
        "Done" if not outcome.problems else "Not everything worked",
        [section(part) for part in paragraphs(_said(title, outcome))],
        close="Done",
    )


def outcome_message(title: str, outcome: ChangeOutcome) -> Message:
    """The same, for whoever looks elsewhere."""
    lines = _said(title, outcome)
    return Message(text="\n".join(lines)[:3900], blocks=tuple(section(part) for part in paragraphs(lines)))


def _said(title: str, outcome: ChangeOutcome) -> list[str]:
    return [
        f"*{fitting(title, 600)}*",
        *(f":white_check_mark: {done}" for done in outcome.done),
        *(f":warning: {problem}" for problem in outcome.problems),
    ]


def _members(count: int | None) -> str:
    if count is None:
        return ""
    return f", {count:,} {'member' if count == 1 else 'members'}"


def _boxes(options: list[dict[str, object]], chosen: list[dict[str, object]]) -> dict[str, object]:
    return without_empty({"type": "checkboxes", "options": options, "initial_options": chosen})
