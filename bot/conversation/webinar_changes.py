"""Turn a request about a webinar that exists into the change to confirm, in pure functions."""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversation.acts import (
    AddPeople,
    ChannelChange,
    DropPeople,
    FieldChange,
    ManageWebinar,
    SetChannels,
    SetDescription,
    SetRegistration,
    SetSetting,
    WebinarAction,
)
from bot.conversation.effects import Surroundings, changed
from bot.models import Plan, Role, Webinar
from bot.models.change import (
    AnnounceChange,
    CancelChange,
    Change,
    ChangeKind,
    ChangeOrigin,
    EditChange,
    PanelChange,
    change_origin,
)
from bot.models.conversation import DraftState
from bot.models.edit import with_values
from bot.models.form import Options
from bot.models.proposed_change import ProposedChange, Timing
from bot.models.shortcodes import with_emoji
from bot.models.tracked import TrackedWebinar
from bot.models.understood import Understood

_NOT_OF_A_DRAFT: Final = (AddPeople, DropPeople, SetChannels, SetRegistration)


def proposed(act: ManageWebinar, tracked: TrackedWebinar, around: Surroundings) -> ProposedChange:
    """Return what a request would change of the webinar; empty where nothing changes."""
    webinar = tracked.webinar
    change = ProposedChange(key=tracked.webinar_key, title_before=webinar.title)
    if act.action is WebinarAction.CANCEL:
        return change.model_copy(update={"cancels": True})
    if act.action is WebinarAction.REMIND:
        before = tuple(sorted(act.remind_before, reverse=True))
        return change.model_copy(
            update={"remind_before": before if before != webinar.reminders.before else ()}
        )
    return change.model_copy(
        update={
            **_edited(act.changes, webinar, around),
            **_panel(act.changes, tracked),
            "channels": _channels(act.changes, around),
        }
    )


def asks_for_registration(act: ManageWebinar) -> bool:
    """Tell whether registration shall come or go, which a webinar that exists does not let change."""
    return any(isinstance(change, SetRegistration) for change in act.changes)


def _edited(changes: tuple[FieldChange, ...], webinar: Webinar, around: Surroundings) -> dict[str, object]:
    """Title, timing, description and settings, as far as they would be another."""
    before = _as_draft(webinar)
    of_draft = tuple(change for change in changes if not isinstance(change, _NOT_OF_A_DRAFT))
    here = Surroundings(now=around.now, home=webinar.time_zone, channel=around.channel)
    after = changed(before, of_draft, here)
    was, timing = _timing(before.said, webinar), _timing(after.said, webinar)
    title = after.said.title if after.said.title != webinar.title else None
    settings = tuple((one.name, one.value) for one in of_draft if isinstance(one, SetSetting))
    described = any(isinstance(one, SetDescription) for one in of_draft)
    return {
        "title": title,
        "timing": timing if timing != was else None,
        "timing_before": was if timing != was else None,
        "description": after.options.description if described else None,
        "settings": settings,
    }


def _as_draft(webinar: Webinar) -> DraftState:
    start = webinar.start.astimezone(ZoneInfo(webinar.time_zone))
    said = Understood(
        title=webinar.title,
        start=start,
        date=start.date(),
        clock=start.time(),
        duration=webinar.duration,
        zone=webinar.time_zone,
    )
    return DraftState(said=said, options=Options(description=webinar.description, settings=webinar.settings))


def _timing(said: Understood, webinar: Webinar) -> Timing:
    return Timing(
        start=(said.start or webinar.start).astimezone(dt.UTC),
        time_zone=said.zone or webinar.time_zone,
        duration=said.duration or webinar.duration,
    )


def _panel(changes: tuple[FieldChange, ...], tracked: TrackedWebinar) -> dict[str, object]:
    """Return who comes onto the panel or gets another role, and who leaves."""
    there = {one.user: one.role for one in tracked.panel}
    now = dict(there)
    for change in changes:
        if isinstance(change, AddPeople):
            now |= {user: change.role or there.get(user, Role.PANELIST) for user in change.users}
        elif isinstance(change, DropPeople):
            gone = set(change.users) | ({*now} if change.everybody else set())
            now = {user: role for user, role in now.items() if user not in gone}
    invited = tuple((user, role) for user, role in now.items() if there.get(user) is not role)
    return {"invited": invited, "leaving": tuple(user for user in there if user not in now)}


def _channels(changes: tuple[FieldChange, ...], around: Surroundings) -> tuple[str, ...]:
    """The channels that get a card; one that has a card keeps it."""
    named: list[str] = []
    for change in changes:
        if isinstance(change, SetChannels) and change.how is not ChannelChange.DROP:
            named += change.channels
            named += [around.channel] if change.here and around.channel else []
    return tuple(dict.fromkeys(named))


def changes_of(change: ProposedChange, tracked: TrackedWebinar, user: str, place: str) -> list[Change]:
    """The changes that carry it out, by workflow; what was confirmed twice at one place is one."""
    asked: list[Change] = []

    def origin(kind: ChangeKind) -> ChangeOrigin:
        return change_origin(place, kind, tracked.webinar_key, user)

    if change.cancels:
        asked.append(CancelChange(**origin(ChangeKind.CANCEL)))
    if change.edits:
        base = _base(change, tracked.webinar)
        asked.append(EditChange(**origin(ChangeKind.EDIT), plan=_plan(change, base), base=base))
    if change.changes_panel:
        shown = tuple((one.user, one.role) for one in tracked.panel)
        wanted = dict(shown) | dict(change.invited)
        panel = tuple((one, role) for one, role in wanted.items() if one not in change.leaving)
        asked.append(PanelChange(**origin(ChangeKind.PANEL), panel=panel, panel_shown=shown))
    if change.channels:
        asked.append(AnnounceChange(**origin(ChangeKind.ANNOUNCE), channels=change.channels))
    return asked


def panel_of(change: ProposedChange, tracked: TrackedWebinar) -> tuple[tuple[str, Role], ...]:
    """The panel as it would be."""
    there = {one.user: one.role for one in tracked.panel} | dict(change.invited)
    return tuple((user, role) for user, role in there.items() if user not in change.leaving)


def _base(change: ProposedChange, webinar: Webinar) -> Webinar:
    """The webinar as the person saw it when they asked."""
    seen: dict[str, object] = {}
    if change.title and change.title_before:
        seen["title"] = change.title_before
    if change.timing and change.timing_before:
        seen |= _fields(change.timing_before)
    return with_values(webinar, seen)


def _plan(change: ProposedChange, base: Webinar) -> Plan:
    timing = change.timing or Timing(start=base.start, time_zone=base.time_zone, duration=base.duration)
    settings = base.settings.model_copy(update=dict(change.settings))
    return Plan(
        audience=base.audience,
        title=with_emoji(change.title) if change.title else base.title,
        description=base.description if change.description is None else with_emoji(change.description),
        panel_joins_early=base.panel_joins_early,
        settings=settings,
        **{**_fields(timing), "start": timing.start.astimezone(ZoneInfo(timing.time_zone))},
    )


def _fields(timing: Timing) -> dict[str, object]:
    return {"start": timing.start, "time_zone": timing.time_zone, "duration": timing.duration}
