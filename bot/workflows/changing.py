"""Carrying out what people want changed of a webinar, whatever dies in between, and telling them how it went.

saved ── carry out ── tell ── done          cards and threads follow by themselves: the watch keeps them true
"""

from collections.abc import Awaitable
from typing import Final

import structlog

from blocks.card import Announcement, card, panel_message
from blocks.managing import outcome_message, outcome_view
from blocks.settings import label
from blocks.text import channel as channel_link
from blocks.text import fitting
from blocks.text import person as mention
from bot.errors import NotFound, SlotLost, WebinarsError
from bot.models import Invitation, Person
from bot.models.change import Change, ChangeKind, ChangeOutcome
from bot.models.clock import Clock
from bot.models.following import Following
from bot.models.waiting import Errand
from bot.services.changing import Changing
from bot.services.knowledge import Knowledge
from bot.services.people import People
from bot.services.slack import Slack
from bot.storage.messages import Kind
from bot.storage.stores import Stores
from bot.workflows.engine import Engine, Json, together

NAME: Final = "change_webinar"
_GONE: Final = "This webinar is not there any more."
_SAID_MAX: Final = 1000
log = structlog.get_logger()


class Alteration:
    """The workflow of one change, and what starts it."""

    def __init__(  # noqa: PLR0913, PLR0917 - a change meets everything
        self,
        engine: Engine,
        changing: Changing,
        knowledge: Knowledge,
        people: People,
        slack: Slack,
        stores: Stores,
        clock: Clock,
    ) -> None:
        self._engine = engine
        self._changing = changing
        self._knowledge = knowledge
        self._slack = slack
        self._people = people
        self._changes = stores.changes
        self._panel = stores.panel
        self._webinars = stores.webinars
        self._clock = clock
        engine.add(NAME, self._run)

    async def keep(self, change: Change) -> None:
        """Save a change: from here on it is not lost. The same one saved twice is one."""
        await self._changes.add(change)

    async def begin(self, change: Change) -> None:
        """Begin a saved change, once; what does not begin now is taken up later, so never raises."""
        try:
            await self._engine.start_once(change.id, NAME, change.id)
        except Exception:
            log.exception("not begun yet", change=change.id)

    async def take_up(self) -> None:
        """Begin what was saved and never begun, and begin anew what broke off."""
        for change_id in await self._changes.unfinished():
            await self._engine.ensure(change_id, NAME, change_id)

    async def _run(self, change_id: str) -> None:
        before = await self._engine.step("before", self._before, change_id)
        outcome = await self._engine.step("carry out", self._carry_out, change_id, before)
        await self._engine.step("tell", self._tell, change_id, outcome)

    async def _before(self, change_id: str) -> dict[str, str]:
        """Who was on the panel before, with their roles: whoever is new hears of it, whatever dies in between."""
        change = await self._changes.get(change_id)
        return {one.user: one.role for one in await self._panel.of(change.draft)} if change else {}

    async def _carry_out(self, change_id: str, before: dict[str, str]) -> dict[str, Json]:
        if (change := await self._changes.get(change_id)) is None:
            return ChangeOutcome(problems=(_GONE,)).model_dump(mode="json")
        try:
            outcome = await self._carried_out(change, before)
        except SlotLost:
            raise
        except WebinarsError as error:
            log.warning("not changed", change=change_id, kind=change.kind, error=type(error).__name__)
            outcome = ChangeOutcome(problems=(fitting(str(error), _SAID_MAX),))
        return outcome.model_dump(mode="json")

    async def _carried_out(self, change: Change, before: dict[str, str]) -> ChangeOutcome:
        following = await self._knowledge.of(change.draft)
        if following is None:
            raise NotFound(_GONE)
        errand = Errand(id=change.id, asked_at=change.asked_at or self._clock())
        match change.kind:
            case ChangeKind.EDIT:
                return await self._edit(change, following, errand)
            case ChangeKind.CANCEL:
                await self._changing.cancel(following, change.user, change.reason, errand)
                return ChangeOutcome(done=("Cancelled. Every card says so, and nobody is reminded of it.",))
            case ChangeKind.PANEL:
                return await self._change_panel(change, following, before, errand)
            case ChangeKind.ANNOUNCE:
                return await self._announce(change, following)

    async def _edit(self, change: Change, following: Following, errand: Errand) -> ChangeOutcome:
        if change.plan is None:
            raise NotFound(_GONE)
        refused = await self._changing.edit(following, change.plan, errand)
        kept = tuple(
            f"{fitting(label(name))}: your RingCentral account does not let it be changed."
            for name in refused
        )
        return ChangeOutcome(done=("Saved. Cards, reminders and calendar files follow.",), problems=kept)

    async def _change_panel(
        self, change: Change, following: Following, before: dict[str, str], errand: Errand
    ) -> ChangeOutcome:
        wanted = dict(change.panel)
        people = await self._people_of([*wanted, *(one.user for one in following.panel)])
        invited = [(people[user], role) for user, role in wanted.items() if people[user].email]
        unreachable = tuple(
            f"{mention(user)} has no e-mail address in Slack, so was not invited."
            for user in wanted
            if not people[user].email
        )
        leaving = [people[one.user] for one in following.panel if one.user not in wanted]
        key = f"{change.id}:panel"
        invitations = await self._changing.change_panel(following, invited, leaving, key, errand)
        await self._panel.keep(following.draft, invitations)
        await self._panel.remove(following.draft, [person.id for person in leaving])
        new = [one for one in invitations if before.get(one.user) != one.role]
        problems = await together(*(self._send_link(change, following, one) for one in new))
        told = f"The panel has {len(invitations)} from Slack now."
        return ChangeOutcome(done=(told,), problems=(*unreachable, *filter(None, problems)))

    async def _people_of(self, users: list[str]) -> dict[str, Person]:
        return {user: await self._people.person(user) for user in users}

    async def _send_link(self, change: Change, following: Following, invited: Invitation) -> str | None:
        message = panel_message(following.webinar, invited, following.draft)
        key = f"{change.id}:panel:{invited.user}"
        posting = self._slack.post_once(key, following.draft, Kind.PANEL, invited.user, message)
        return await _problem(f"{mention(invited.user)} was not told in Slack", posting)

    async def _announce(self, change: Change, following: Following) -> ChangeOutcome:
        webinar = following.webinar
        message = card(Announcement.of(webinar, following.draft))  # a new message would ping whoever it names

        async def announce(where: str) -> str | None:
            key = f"{following.draft}:card:{where}"
            posting = self._slack.post_once(
                key, following.draft, Kind.CARD, where, message, tells=webinar.start
            )
            return await _problem(f"Not in {channel_link(where)}", posting)

        problems = await together(*map(announce, change.channels))
        await self._webinars.touch(following.draft)
        done = [
            channel_link(where)
            for where, problem in zip(change.channels, problems, strict=True)
            if problem is None
        ]
        said = (f"Announced in {', '.join(done)}.",) if done else ()
        return ChangeOutcome(done=said, problems=tuple(filter(None, problems)))

    async def _tell(self, change_id: str, outcome: dict[str, Json]) -> None:
        """Show how it went where the person looks; when they look elsewhere, by direct message."""
        change, told = await self._changes.get(change_id), ChangeOutcome.model_validate(outcome)
        await self._changes.finish(change_id)
        following = await self._knowledge.of(change.draft) if change else None
        if change is None:
            return
        title = following.webinar.title if following else "This webinar"
        try:
            seen = change.view_id is not None and await self._slack.show(
                change.view_id, outcome_view(title, told)
            )
            if not seen or told.problems:
                message = outcome_message(title, told)
                await self._slack.post_once(
                    f"{change.id}:told", change.draft, Kind.NEWS, change.user, message
                )
        except SlotLost:
            raise
        except WebinarsError as error:
            log.warning("change not told", change=change_id, error=type(error).__name__)


async def _problem(opening: str, work: Awaitable[object]) -> str | None:
    try:
        await work
    except SlotLost:
        raise
    except WebinarsError as error:
        return f"{opening}: {fitting(str(error), _SAID_MAX)}"
    return None
