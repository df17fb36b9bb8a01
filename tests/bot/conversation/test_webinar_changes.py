"""A request becomes changes of a webinar before anybody confirms it."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.conversation.acts import (
    AddPeople,
    ChangeLength,
    ChannelChange,
    DropPeople,
    FieldChange,
    ManageWebinar,
    MoveStart,
    SetChannels,
    SetDescription,
    SetLength,
    SetRegistration,
    SetSetting,
    SetStart,
    SetTitle,
    WebinarAction,
    WebinarReference,
)
from bot.conversation.effects import Surroundings
from bot.conversation.webinar_changes import asks_for_registration, changes_of, panel_of, proposed
from bot.models import Invitation, Role
from bot.models.change import ChangeKind
from bot.models.edit import Edit
from bot.models.proposed_change import ProposedChange
from bot.models.tracked import TrackedWebinar
from tests.blocks import example_webinar

WEBINAR = example_webinar.webinar()
NOW = WEBINAR.start - dt.timedelta(days=3)
TRACKED = TrackedWebinar(
    webinar_key="d1",
    webinar=WEBINAR,
    made_at=NOW,
    panel=(
        Invitation(user="U0BEN", role=Role.PANELIST),
        Invitation(user="U0DEE", role=Role.CO_HOST),
    ),
)
AROUND = Surroundings(now=NOW, home="UTC", channel="C0HERE")
START = WEBINAR.start.astimezone(ZoneInfo(WEBINAR.time_zone))


def change(
    *changes: FieldChange, action: WebinarAction = WebinarAction.EDIT, **more: object
) -> ProposedChange:
    act = ManageWebinar(action=action, about=WebinarReference(), changes=changes)
    return proposed(act.model_copy(update=more), TRACKED, AROUND)


def test_a_new_time_is_in_the_zone_of_the_webinar_and_keeps_its_length() -> None:
    day = START.date() + dt.timedelta(days=1)
    timing = change(SetStart(date=day, clock=dt.time(9, 30))).timing
    assert timing is not None
    assert timing.start.astimezone(ZoneInfo(WEBINAR.time_zone)).replace(tzinfo=None) == dt.datetime.combine(
        day, dt.time(9, 30)
    )
    assert timing.duration == WEBINAR.duration


def test_what_is_relative_counts_from_the_webinar() -> None:
    week = change(MoveStart(days=7)).timing
    longer = change(ChangeLength(by=dt.timedelta(minutes=15))).timing
    assert week is not None
    assert longer is not None
    assert week.start - WEBINAR.start == dt.timedelta(days=7)
    assert longer.duration - WEBINAR.duration == dt.timedelta(minutes=15)


def test_nothing_new_is_empty() -> None:
    assert change().is_empty
    assert change(SetTitle(title=WEBINAR.title)).is_empty
    assert change(SetLength(length=WEBINAR.duration)).is_empty
    assert change(AddPeople(users=("U0BEN",))).is_empty
    assert change(action=WebinarAction.REMIND).is_empty
    assert change(action=WebinarAction.REMIND, remind_before=WEBINAR.reminders.before).is_empty


def test_people_come_go_and_change_their_role() -> None:
    made = change(AddPeople(users=("U0EVE", "U0BEN"), role=Role.CO_HOST), DropPeople(users=("U0DEE",)))
    assert made.invited == (("U0BEN", Role.CO_HOST), ("U0EVE", Role.CO_HOST))
    assert made.leaving == ("U0DEE",)
    assert panel_of(made, TRACKED) == (("U0BEN", Role.CO_HOST), ("U0EVE", Role.CO_HOST))
    assert change(AddPeople(users=("U0EVE",))).invited == (("U0EVE", Role.PANELIST),)


def test_channels_are_added_and_none_is_taken_back() -> None:
    added = change(SetChannels(how=ChannelChange.ADD, channels=("C0A",), here=True))
    assert added.channels == ("C0A", "C0HERE")
    assert change(SetChannels(how=ChannelChange.DROP, channels=("C0A",))).channels == ()


def test_a_cancellation_and_reminders_stand_for_themselves() -> None:
    assert change(action=WebinarAction.CANCEL).cancels
    hours = (dt.timedelta(minutes=10), dt.timedelta(hours=1))
    assert change(action=WebinarAction.REMIND, remind_before=hours).remind_before == hours[::-1]


def test_registration_cannot_change() -> None:
    act = ManageWebinar(
        action=WebinarAction.EDIT, about=WebinarReference(), changes=(SetRegistration(wanted=True),)
    )
    assert asks_for_registration(act)
    assert proposed(act, TRACKED, AROUND).is_empty


def test_what_is_confirmed_is_an_edit_of_what_was_seen() -> None:
    made = change(SetTitle(title="Town hall"), MoveStart(days=1), SetDescription(text="All about it"))
    renamed = WEBINAR.model_copy(update={"title": "Renamed by Ben"})
    meanwhile = TRACKED.model_copy(update={"webinar": renamed})
    (edit,) = changes_of(made, meanwhile, "U0ANN", "C0:1.2")
    assert edit.kind is ChangeKind.EDIT
    assert edit.id == "C0:1.2:edit"
    assert edit.plan is not None
    assert edit.base is not None
    assert Edit(plan=edit.plan, base=edit.base).touched.keys() == {"title", "start", "description"}
    assert Edit(plan=edit.plan, base=edit.base).conflicts(renamed) == ("title",)


def test_several_things_are_several_changes() -> None:
    made = change(
        SetSetting(name="qna_enabled", value=False),
        AddPeople(users=("U0EVE",)),
        SetChannels(how=ChannelChange.INSTEAD, channels=("C0A",)),
    )
    kinds = [one.kind for one in changes_of(made, TRACKED, "U0ANN", "C0:1.2")]
    assert kinds == [ChangeKind.EDIT, ChangeKind.PANEL, ChangeKind.ANNOUNCE]
    (cancelled,) = changes_of(change(action=WebinarAction.CANCEL), TRACKED, "U0ANN", "C0:1.2")
    assert cancelled.kind is ChangeKind.CANCEL


def test_a_button_carries_it_there_and_back() -> None:
    made = change(SetTitle(title="“Town” & <hall>"), MoveStart(days=1), AddPeople(users=("U0EVE",)))
    carried = made.model_dump_json(exclude_defaults=True)
    assert ProposedChange.model_validate_json(carried) == made
