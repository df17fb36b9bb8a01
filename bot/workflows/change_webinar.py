"""Carrying out what people want changed of a webinar, whatever dies in between, and telling them how it went.

saved ── carry out ── tell ── done          cards and threads follow by themselves: update_messages does that
"""

from collections.abc import Awaitable, Mapping
from typing import Final

import structlog

from blocks.announce import announced
from blocks.card import Announcement, card
from blocks.conflicts import lost_to_others, not_saved, panel_clash, stays
from blocks.outcome import (
    CANCELLED,
    GONE,
    MOVED,
    SAVED,
    SPEAKERS_UPDATED,
    UNCHANGED,
    no_address,
    not_allowed,
    not_announced,
    not_told,
    outcome_message,
    outcome_view,
    registration_saved,
)
from blocks.panel import off_panel_message, panel_message
from blocks.settings import label
from blocks.text import fitting
from bot.attempt import attempt, attempt_to_post
from bot.errors import HalfSaved, NotFound, SlackPlaceRefused, TimeWillTell, WebinarsError
from bot.models import Invitation, Person
from bot.models.change import (
    AnnounceChange,
    CancelChange,
    Change,
    ChangeOutcome,
    EditChange,
    PanelChange,
    PanelEdit,
    RegistrationChange,
)
from bot.models.edit import TIMING, Edit, with_values
from bot.models.keys import MessageKey, WriteKey
from bot.models.rate_limit import Caller
from bot.models.sentence import Sentence
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.rate_limit.reservation import CallReservation
from bot.resources import Resources
from bot.storage.messages import Kind
from bot.translation import translation_for
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from bot.webinars.update import WebinarUpdate
from bot.workflows.engine import Engine, Json, together
from bot.workflows.pauses import growing_pauses

NAME: Final = "change_webinar"
_SAID_MAX: Final = 1000
_TOLD_WITHIN: Final = 24 * 3600.0
log = structlog.get_logger()


class ChangeWorkflow:
    """The workflow of one change, and what starts it."""

    def __init__(
        self,
        engine: Engine,
        resources: Resources,
        webinar_update: WebinarUpdate,
        webinar_queries: WebinarQueries,
        webinar_refresh: WebinarRefresh,
        call_reservation: CallReservation,
    ) -> None:
        self._engine = engine
        self._webinar_update = webinar_update
        self._webinar_queries = webinar_queries
        self._webinar_refresh = webinar_refresh
        self._slack = resources.slack
        self._outbox = resources.outbox
        self._people = resources.people
        self._changes = resources.stores.changes
        self._panel = resources.stores.panel
        self._webinars = resources.stores.webinars
        self._call_reservation = call_reservation
        self._messages = resources.stores.messages
        self._clock = resources.clock
        engine.add(NAME, self._run)

    async def save(self, change: Change) -> None:
        """Save a change: from here on it is not lost. The same one saved twice is one."""
        asked = change if change.asked_at else change.model_copy(update={"asked_at": self._clock()})
        await self._changes.add(asked)

    async def begin(self, change: Change) -> None:
        """Begin a saved change, once; what does not begin now is taken up later, so never raises."""
        try:
            await self._engine.start_once(change.id, NAME, change.id)
            await self._call_reservation.release(change.webinar_key)
        except Exception:
            log.exception("work_not_begun", change=change.id)

    async def take_up(self) -> None:
        """Begin what was saved and never begun, and begin anew what broke off."""
        for change_id in await self._changes.list_unfinished():
            await self._engine.ensure(change_id, NAME, change_id)

    async def _run(self, change_id: str) -> None:
        before = await self._engine.step("before", self._before, change_id)
        outcome = await self._engine.step("carry out", self._carry_out, change_id, before)
        told = await self._engine.step("tell", self._tell, change_id, outcome)
        timing = self._slack.timing
        for pause in growing_pauses(timing.pause, timing.longest_rest, _TOLD_WITHIN):
            if told is not False:  # work of an earlier version says nothing, and has told
                return
            await self._engine.sleep(pause)
            told = await self._engine.step("tell again", self._tell, change_id, outcome)

    async def _before(self, change_id: str) -> dict[str, str]:
        """Return who was on the panel before, with their roles: whoever is new hears of it, whatever dies in between."""
        change = await self._changes.get(change_id)
        return (
            {one.user: one.role for one in await self._panel.list_members(change.webinar_key)}
            if change
            else {}
        )

    async def _carry_out(self, change_id: str, before: dict[str, str]) -> dict[str, Json]:
        if (change := await self._changes.get(change_id)) is None:
            return ChangeOutcome(problems=(GONE,)).model_dump(mode="json")
        work = self._carried_out(change, before)
        outcome, problem = await attempt(work, "webinar_not_changed", change=change_id, kind=change.kind)
        if outcome is None:
            outcome = ChangeOutcome(problems=(Sentence(text=fitting(problem or "", _SAID_MAX)),))
        return outcome.model_dump(mode="json")

    async def _carried_out(self, change: Change, before: dict[str, str]) -> ChangeOutcome:
        tracked = await self._webinar_queries.get_with_people(change.webinar_key)
        if tracked is None:
            raise NotFound(GONE.text)
        caller = Caller(id=change.id, asked_at=change.asked_at or self._clock())
        match change:
            case EditChange():
                return await self._edit(change, tracked, caller)
            case CancelChange():
                await self._webinar_update.cancel(tracked, change.user, change.reason, caller)
                return ChangeOutcome(done=(CANCELLED,))
            case PanelChange():
                return await self._change_panel(change, tracked, before, caller)
            case AnnounceChange():
                return await self._announce(change, tracked)
            case RegistrationChange():
                return await self._set_terms(change, tracked, caller)

    async def _set_terms(
        self, change: RegistrationChange, tracked: TrackedWebinar, caller: Caller
    ) -> ChangeOutcome:
        registration = await self._webinar_update.set_terms(tracked, change.terms, change.shown_terms, caller)
        before, now = change.shown_terms.limit, change.terms.limit
        gained_room = bool(before) and (not now or now > before) and not change.terms.is_open
        return registration_saved(registration, is_wanted_open=change.terms.is_open, gained_room=gained_room)

    async def _edit(self, change: EditChange, tracked: TrackedWebinar, caller: Caller) -> ChangeOutcome:
        edit = Edit(plan=change.plan, base=change.base or tracked.webinar)
        touched = edit.touched
        if touched:
            tracked = await self._webinar_refresh.read_fresh(tracked, caller, whole=edit.retells)
        clashes = edit.conflicts(tracked.webinar)
        mine = {name: value for name, value in touched.items() if name not in clashes}
        lost = (
            *(lost_to_others(name, touched[name], tracked.webinar) for name in clashes),
            *(stays(name, tracked.webinar) for name in edit.let_go),
        )
        try:
            wanted = with_values(tracked.webinar, mine)
            refused = await self._webinar_update.edit(tracked, wanted, change.user, caller)
        except HalfSaved as half:
            left = not_saved([name for name in mine if name not in TIMING], fitting(str(half), _SAID_MAX))
            return ChangeOutcome(done=(MOVED,), problems=(left, *lost))
        kept = tuple(not_allowed(label(name)) for name in refused)
        return ChangeOutcome(done=_saved(mine), problems=(*kept, *lost))

    async def _change_panel(
        self, change: PanelChange, tracked: TrackedWebinar, before: dict[str, str], caller: Caller
    ) -> ChangeOutcome:
        now = [(one.user, one.role) for one in tracked.panel]
        shown = tuple(now) if change.panel_shown is None else change.panel_shown
        edit = PanelEdit(wanted=change.panel, shown=shown)
        clashes = edit.conflicts(now)
        unlinked = {one.user: one.role for one in tracked.panel if one.join_uri is None}
        there = edit.merged(now)
        given = {user: there[user] for user in {**unlinked, **edit.given} if user in there}
        people = await self._people_of(sorted({*given, *edit.leaving} - {*clashes}))
        invited = [(people[user], role) for user, role in given.items() if user in people]
        leaving = [people[user] for user in edit.leaving if user in people]
        reachable = [(person, role) for person, role in invited if person.email]
        key = WriteKey.panel(change.id)
        invitations = await self._webinar_update.change_panel(tracked, reachable, leaving, key, caller)
        await self._panel.save(tracked.webinar_key, invitations)
        await self._panel.remove(tracked.webinar_key, [person.id for person in leaving])
        new = [one for one in invitations if before.get(one.user) != one.role]
        problems = await together(
            *(self._send_link(change, tracked, one) for one in new),
            *(self._tell_leaving(change, tracked, person.id) for person in leaving),
        )
        return ChangeOutcome(
            done=(SPEAKERS_UPDATED,),
            problems=(
                *(no_address(person.id) for person, _ in invited if not person.email),
                *([panel_clash(clashes, dict(now))] if clashes else []),
                *filter(None, problems),
            ),
        )

    async def _people_of(self, users: list[str]) -> dict[str, Person]:
        return {user: await self._people.person(user) for user in users}

    async def _send_link(self, change: Change, tracked: TrackedWebinar, invited: Invitation) -> str | None:
        message = panel_message(tracked.webinar, invited, tracked.webinar_key)
        key = MessageKey.joined_panel(change.id, invited.user)
        posting = self._outbox.post_once(key, tracked.webinar_key, Kind.PANEL, invited.user, message)
        return await _problem(not_told(invited.user), posting)

    async def _tell_leaving(self, change: Change, tracked: TrackedWebinar, user: str) -> str | None:
        """A message of its own: the edit of an earlier one notifies nobody."""
        key, message = MessageKey.off_panel(change.id, user), off_panel_message(tracked.webinar)
        posting = self._outbox.post_once(key, tracked.webinar_key, Kind.NEWS, user, message)
        return await _problem(not_told(user), posting)

    async def _announce(self, change: AnnounceChange, tracked: TrackedWebinar) -> ChangeOutcome:
        webinar = tracked.webinar
        message = card(
            Announcement.of(webinar, tracked.webinar_key)
        )  # a new message would ping whoever it names

        there: set[str] = set()

        async def announce(where: str) -> str | None:
            posting = self._post_card(change, tracked, where, message, there)
            return await _problem(not_announced(where), posting)

        problems = await together(*map(announce, change.channels))
        await self._webinars.mark_stale(tracked.webinar_key)
        done = [where for where, problem in zip(change.channels, problems, strict=True) if problem is None]
        return ChangeOutcome(
            done=announced(new=[one for one in done if one not in there], there=sorted(there)),
            problems=tuple(filter(None, problems)),
        )

    async def _post_card(
        self, change: Change, tracked: TrackedWebinar, where: str, message: Message, there: set[str]
    ) -> None:
        """The card in a channel; one that is `there` since before the change stays, and only an edit tells that."""
        webinar_key, key = tracked.webinar_key, MessageKey.card(tracked.webinar_key, where)
        now = card(Announcement.of_tracked(tracked))
        for posted in await self._messages.list_by_webinar(webinar_key, Kind.CARD):
            if posted.key == key:
                await self._outbox.keep_true(posted.model_copy(update={"shown": None}), now)
        earlier = await self._messages.get(key)
        if earlier is not None and earlier.ts and change.asked_at and earlier.attempted_at < change.asked_at:
            there.add(where)
            return
        await self._outbox.post_once(key, webinar_key, Kind.CARD, where, message, tells=tracked.webinar.start)

    async def _tell(self, change_id: str, outcome: dict[str, Json]) -> bool:
        """Show how it went where the person looks; when they look elsewhere, by direct message.

        False while Slack takes nothing.
        """
        change, told = await self._changes.get(change_id), ChangeOutcome.model_validate(outcome)
        await self._changes.finish(change_id)
        tracked = await self._webinar_queries.get_with_people(change.webinar_key) if change else None
        if change is None:
            return True
        title = tracked.webinar.title if tracked else None
        try:
            await self._tell_person(change, title, told)
        except WebinarsError as error:
            log.warning("change_not_told", change=change_id, error=type(error).__name__)
            return not isinstance(error, (TimeWillTell, SlackPlaceRefused))
        return True

    async def _tell_person(self, change: Change, title: str | None, told: ChangeOutcome) -> None:
        seen = False
        if change.view_id is not None:
            seen = await self._slack.show(change.view_id, outcome_view(title, told))
        if not seen or told.problems:
            message = outcome_message(title, told, translation_for(change.language, change.locale))
            key = MessageKey.change_told(change.id)
            await self._outbox.post_once(key, change.webinar_key, Kind.NEWS, change.user, message)


def _saved(mine: Mapping[str, object]) -> tuple[Sentence, ...]:
    return (SAVED if mine else UNCHANGED,)


async def _problem(opening: str, work: Awaitable[object]) -> str | None:
    """Post something; what went wrong, in words, or None. What Slack does not take now is posted later."""
    problem = await attempt_to_post(work, "change_not_complete")
    return f"{opening}: {fitting(problem, _SAID_MAX)}" if problem else None
