"""Apply acts to a draft: pure functions from a draft and changes to the next draft."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.conversation.acts import (
    AddPeople,
    ChangeLength,
    ChannelChange,
    DropPeople,
    FieldChange,
    MoveStart,
    SetChannels,
    SetDescription,
    SetEnd,
    SetLength,
    SetPanelJoinsEarly,
    SetRegistration,
    SetSetting,
    SetStart,
    SetTimeZone,
    SetTitle,
)
from bot.language.instants import Moment, placed_again
from bot.language.zones import NamedZone
from bot.models.conversation import DraftState
from bot.models.understood import Doubt, Flag, Mentioned, Understood
from bot.models.webinar import CHANNELS_MAX, DURATION_MAX, DURATION_MIN, Access

USUAL: Final = dt.timedelta(hours=1)
"""How long a webinar is that nobody said a length of."""
_PLACED: Final = frozenset({Flag.PAST, Flag.NONEXISTENT_TIME, Flag.AMBIGUOUS_TIME})
"""Doubts that come from a day and a time together."""
_OF_DAY: Final = frozenset(
    {
        Flag.NO_DATE,
        Flag.MISSING_DATE,
        Flag.INVALID_DATE,
        Flag.WEEKDAY_MISMATCH,
        Flag.AMBIGUOUS_WEEKDAY,
        Flag.AMBIGUOUS_DATE,
        Flag.TWO_TIMES,
    }
)
_OF_CLOCK: Final = frozenset({Flag.NO_DATE, Flag.MISSING_TIME, Flag.INVALID_TIME, Flag.ASSUMED_MERIDIEM})


@dataclass(frozen=True)
class Surroundings:
    """The things that effects depend on besides the draft: the instant, the owner's zone, and the channel that is spoken in."""

    now: dt.datetime
    home: str
    channel: str | None = None


def changed(state: DraftState, changes: tuple[FieldChange, ...], around: Surroundings) -> DraftState:
    """The draft with all changes made, one after the other."""
    for change in changes:
        state = _EFFECTS[type(change)](state, change, around)
    return state


def _title(state: DraftState, change: SetTitle, _: Surroundings) -> DraftState:
    return _with(state, title=change.title, doubts=_without(state.said, {Flag.MISSING_TITLE, Flag.RESIDUE}))


def _start(state: DraftState, change: SetStart, around: Surroundings) -> DraftState:
    said = state.said
    settled = (_OF_DAY if change.date else frozenset()) | (
        _OF_CLOCK if change.clock is not None else frozenset()
    )
    if change.date and said.clock is None and change.clock is None:
        settled -= {Flag.MISSING_TIME}
    doubts = (*_without(said, settled | _PLACED), *change.doubts)
    date = change.date or said.date
    clock = said.clock if change.clock is None else change.clock
    return _placed(state, date, clock, doubts, around)


def _move(state: DraftState, change: MoveStart, around: Surroundings) -> DraftState:
    said = state.said
    doubts = _without(said, _PLACED)
    if said.date is None or (change.by and said.clock is None):
        return state
    if not change.by or said.clock is None:
        return _placed(state, said.date + dt.timedelta(days=change.days), said.clock, doubts, around)
    zone = ZoneInfo(said.zone or around.home)
    begin = said.start or dt.datetime.combine(said.date, said.clock, tzinfo=zone)
    moved = (begin.astimezone(dt.UTC) + change.by).astimezone(zone) + dt.timedelta(days=change.days)
    return _placed(state, moved.date(), moved.time(), _drop(doubts, _OF_CLOCK), around)


def _zone(state: DraftState, change: SetTimeZone, around: Surroundings) -> DraftState:
    doubts = _drop(_without(state.said, _PLACED), {Flag.AMBIGUOUS_ZONE})
    state = _with(state, zone=change.zone if change.zone != around.home else None)
    return _placed(state, state.said.date, state.said.clock, doubts, around)


def _length(state: DraftState, change: SetLength, _: Surroundings) -> DraftState:
    return _with(state, duration=_possible(change.length))


def _stretch(state: DraftState, change: ChangeLength, _: Surroundings) -> DraftState:
    length = (state.said.duration or USUAL) * change.factor + change.by
    return _with(state, duration=_possible(length)) if length > dt.timedelta() else state


def _end(state: DraftState, change: SetEnd, _: Surroundings) -> DraftState:
    begin = state.said.clock
    if begin is None:
        return state
    minutes = (change.clock.hour - begin.hour) * 60 + change.clock.minute - begin.minute
    length = dt.timedelta(minutes=minutes % (24 * 60))
    return _with(state, duration=_possible(length)) if length else state


def _registration(state: DraftState, change: SetRegistration, _: Surroundings) -> DraftState:
    return _with(state, registration=change.wanted)


def _add(state: DraftState, change: AddPeople, _: Surroundings) -> DraftState:
    people = {one.user: one for one in state.said.people}
    for user in change.users:
        known = people.get(user)
        role = change.role or (known.role if known else None)
        people[user] = Mentioned(user=user, role=role)
    return _with(state, people=tuple(people.values()))


def _drop_people(state: DraftState, change: DropPeople, _: Surroundings) -> DraftState:
    def stays(one: Mentioned) -> bool:
        if change.everybody:
            return change.role is not None and one.role is not change.role
        return one.user not in change.users

    return _with(state, people=tuple(one for one in state.said.people if stays(one)))


def _channels(state: DraftState, change: SetChannels, around: Surroundings) -> DraftState:
    here = (around.channel,) if around.channel else ()
    now = here if state.announce is None else state.announce
    named = (*change.channels, *(here if change.here else ()))
    if change.how is ChannelChange.ADD:
        named = (*now, *named)
    elif change.how is ChannelChange.DROP:
        named = tuple(one for one in now if one not in named)
    return state.model_copy(update={"announce": tuple(dict.fromkeys(named))[:CHANNELS_MAX]})


def _setting(state: DraftState, change: SetSetting, _: Surroundings) -> DraftState:
    value = (
        Access(str(change.value))
        if change.name.endswith("_authentication") and change.value
        else change.value
    )
    settings = state.options.settings.model_copy(update={change.name: value})
    settings = settings.without(settings.ruled_out())
    return state.model_copy(update={"options": state.options.model_copy(update={"settings": settings})})


def _description(state: DraftState, change: SetDescription, _: Surroundings) -> DraftState:
    return state.model_copy(update={"options": state.options.model_copy(update={"description": change.text})})


def _early(state: DraftState, change: SetPanelJoinsEarly, _: Surroundings) -> DraftState:
    options = state.options.model_copy(update={"panel_joins_early": str(change.minutes)})
    return state.model_copy(update={"options": options})


_EFFECTS: Final[Mapping[type, Callable[[DraftState, Any, Surroundings], DraftState]]] = {
    SetTitle: _title,
    SetStart: _start,
    MoveStart: _move,
    SetTimeZone: _zone,
    SetLength: _length,
    ChangeLength: _stretch,
    SetEnd: _end,
    SetRegistration: _registration,
    AddPeople: _add,
    DropPeople: _drop_people,
    SetChannels: _channels,
    SetSetting: _setting,
    SetDescription: _description,
    SetPanelJoinsEarly: _early,
}


def _placed(
    state: DraftState,
    date: dt.date | None,
    clock: dt.time | None,
    doubts: tuple[Doubt, ...],
    around: Surroundings,
) -> DraftState:
    """Day and time put together anew, with the doubts that they have now."""
    start = None
    if date is not None and clock is not None:
        zone = state.said.zone
        place = NamedZone(zone) if zone else None
        start, more = placed_again(date, clock, Moment(around.now, ZoneInfo(around.home), place))
        doubts = (*_drop(doubts, {Flag.MISSING_TIME, Flag.MISSING_DATE, Flag.NO_DATE}), *more)
    return _with(state, date=date, clock=clock, start=start, doubts=tuple(dict.fromkeys(doubts)))


def _possible(length: dt.timedelta) -> dt.timedelta:
    """A length that a webinar can have."""
    return min(max(length, DURATION_MIN), DURATION_MAX)


def _with(state: DraftState, **said: object) -> DraftState:
    return state.model_copy(update={"said": state.said.model_copy(update=said)})


def _without(said: Understood, flags: frozenset[Flag] | set[Flag]) -> tuple[Doubt, ...]:
    return _drop(said.doubts, flags)


def _drop(doubts: tuple[Doubt, ...], flags: frozenset[Flag] | set[Flag]) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in doubts if doubt.flag not in flags)
