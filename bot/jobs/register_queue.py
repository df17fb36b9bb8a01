"""Registering those who clicked, in turn, and bringing everybody their own link.

    click ── stands in line in the database ── registrar, one by one ── usher: link and calendar file by direct message

One worker does this. Whoever wants out goes first; webinars take turns, and within one the first to come is the first
to be served. The calls yield to everybody else's, and leave one by one, so that whoever plans a webinar meanwhile
never finds the whole allowance spent for a minute.
"""

from datetime import datetime, timedelta
from typing import Final

import structlog
from aiolimiter import AsyncLimiter

from bot.errors import (
    AccountDecided,
    AlreadyThere,
    NotFound,
    OperatorCanFix,
    ParameterRefused,
    SlackRefused,
    SlotLost,
    TimeWillTell,
    WebinarsError,
)
from bot.models import Person, Webinar
from bot.models.rate_limit import Errand, Urgency
from bot.models.registration import Barrier, Registering, Stage, barrier_of, with_registration
from bot.models.tracked import Following
from bot.rate_limit.limiter import SharedBudget
from bot.registration.registrants import Enrolling
from bot.resources import Ground
from bot.ringcentral import RingCentral
from bot.storage.registrations import Queue
from bot.webinars.ownership import is_strange

_AT_ONCE: Final = 2
"""So many may leave together when nobody did for a while."""
_STRIKES: Final = 3
_SHOWN: Final = timedelta(seconds=20)
"""While a crowd registers, cards count it so often."""
log = structlog.get_logger()


class NotWanted(Exception):
    """Somebody took back what was about to be asked of RingCentral."""


class _SlackAway(Exception):
    """Slack does not say who somebody is; that is no fault of RingCentral's."""


class Registrar:
    """Carries out what waits in line."""

    def __init__(self, ground: Ground, enrolling: Enrolling) -> None:
        self._ringcentral = ground.ringcentral
        self._enrolling = enrolling
        self._scheduling = ground.scheduling
        self._people = ground.people
        self._budget = ground.budget
        self._line = ground.stores.registrations
        self._webinars = ground.stores.webinars
        self._database = ground.database
        self._clock = ground.clock
        self._pacing = Pacing(ground.budget)
        self._rest_for = timedelta(seconds=ground.ringcentral.pace.longest_pause)
        self._turns = 0
        self._served: dict[str, int] = {}
        self._strikes: dict[int, int] = {}
        self._resting_until: dict[str, datetime] = {}
        self._silent: dict[int, int] = {}
        self._passed: dict[int, datetime] = {}
        self._shown_at: dict[str, datetime] = {}

    async def serve_next(self) -> bool:
        """Carry out what is first in line; False when nobody waits, or it is not ours or not the time to do it."""
        registering = await self._next() if await self._database.watches() else None
        if registering is not None:
            await self._serve(registering)
        await self._show(everything=registering is None)
        return registering is not None

    async def _next(self) -> Registering | None:
        """Whoever wants out; else the first of the webinar whose turn it is. One that fails lets the others go on."""
        if leaving := await self._ready(Stage.LEAVING):
            return await self._line.numbered(min(queue.first for queue in leaving))
        if not (waiting := await self._ready(Stage.WAITING)):
            return None
        queue = min(waiting, key=lambda one: (self._served.get(one.draft, 0), one.first))
        self._turns += 1
        self._served[queue.draft] = self._turns
        return await self._line.numbered(queue.first)

    async def _ready(self, stage: Stage) -> list[Queue]:
        """The queues that do not rest."""
        now = self._clock()
        self._resting_until = {draft: until for draft, until in self._resting_until.items() if until > now}
        self._passed = {number: until for number, until in self._passed.items() if until > now}
        queues = await self._line.queues(stage, but=self._passed)
        return [queue for queue in queues if queue.draft not in self._resting_until]

    async def _serve(self, registering: Registering) -> None:
        try:
            following = await self._webinars.following(registering.draft)
            if following is None or following.webinar.is_over:
                await self._turn_away(registering)
            elif registering.stage is Stage.LEAVING:
                await self._withdraw(registering, following)
            else:
                await self._enroll(registering, following)
        except NotWanted:
            return
        except SlotLost:
            raise
        except _SlackAway:
            log.warning("not registered yet", draft=registering.draft, why="Slack does not say who it is")
            self._pass_over(registering)
        except TimeWillTell as error:
            await self._later(registering, error)
        except OperatorCanFix as error:
            log.warning("not registered yet", draft=registering.draft, error=type(error).__name__)
            self._rest(registering.draft)
        else:
            self._strikes.pop(registering.number, None)
            self._silent.pop(registering.number, None)

    async def _enroll(self, registering: Registering, following: Following) -> None:
        webinar = following.webinar
        try:
            person = await self._person(registering.user)
        except SlackRefused:
            person = None
        if person is None or person.email is None:
            await self._refuse(registering, Barrier.NO_EMAIL)
            return
        await self._pacing.turn()
        ringcentral = self._on(registering)
        try:
            there, new = await self._enrolling.enroll(ringcentral, webinar, person, registering)
        except AccountDecided as refused:
            await self._refused(registering, following, refused)
            return

        def registered(now: Registering) -> Registering:
            if now.stage is not Stage.WAITING and not new:
                return now  # left meanwhile, and registered otherwise: that is theirs to take back
            known = {"registrant": there.id, "join_uri": there.join_uri}
            stage = Stage.REGISTERED if now.stage is Stage.WAITING else now.stage
            return now.model_copy(update={**known, "stage": stage, "barrier": None})

        await self._line.change(registering.number, registered)
        if new:
            await self._count(registering.draft, 1)

    async def _withdraw(self, registering: Registering, following: Following) -> None:
        stage, barrier, gone = Stage.LEFT, None, False
        try:
            known = registering.registrant is not None
            person = None if known else await self._person(registering.user)
            gone = await self._enrolling.withdraw(
                self._on(registering), following.webinar, person, registering
            )
        except (AccountDecided, SlackRefused) as refused:
            log.warning("not unregistered", draft=registering.draft, error=type(refused).__name__)
            if registering.registrant is not None:
                stage, barrier = Stage.REGISTERED, Barrier.REFUSED
        became: dict[str, object] = {"stage": stage, "barrier": barrier}
        if stage is Stage.LEFT:
            became |= {"registrant": None, "join_uri": None}
        await self._line.change(registering.number, lambda now: now.model_copy(update=became))
        if gone and registering.registrant is not None:
            await self._count(registering.draft, -1)

    async def _person(self, user: str) -> Person:
        """Somebody's profile; raises SlackRefused when Slack tells nothing of them, _SlackAway when of nobody now."""
        try:
            return await self._people.person(user)
        except SlackRefused as refused:
            if refused.is_of_the_app:
                raise _SlackAway from refused
            raise
        except TimeWillTell as error:
            raise _SlackAway from error

    async def _refused(self, registering: Registering, following: Following, refused: AccountDecided) -> None:
        """RingCentral does not take somebody, or nobody at all; whoever is not let in by mistake keeps their place."""
        log.info("not registered", draft=registering.draft, error=type(refused).__name__)
        if is_strange(
            following.webinar, await self._ringcentral.user(self._errand("whose", following.draft))
        ):
            log.error(
                "another RingCentral user's", draft=following.draft, note="is RINGCENTRAL_JWT another one?"
            )
            self._rest(registering.draft)
            return
        if isinstance(refused, ParameterRefused) and "question" not in refused.parameter.casefold():
            registration = following.webinar.registration
            work = registration is not None and registration.work_email
            about_email = "email" in refused.parameter.casefold()
            await self._refuse(registering, Barrier.WORK_EMAIL if work and about_email else Barrier.REFUSED)
            return
        if (barrier := await self._barrier(registering.draft, refused)) is None:
            await self._refuse(registering, Barrier.REFUSED)
        else:
            await self._line.refuse_all(registering.draft, barrier)

    async def _barrier(self, draft: str, refused: AccountDecided) -> Barrier | None:
        """Why nobody gets in, None when only this person does not; what RingCentral's answer does not say, it is asked."""
        if isinstance(refused, AlreadyThere):
            return None
        if isinstance(refused, NotFound):
            return Barrier.GONE
        if isinstance(refused, ParameterRefused):
            await self._webinars.change(draft, lambda now: with_registration(now, asks=True))
            return Barrier.QUESTIONS
        errand = self._errand("refused", draft)
        try:
            webinar = await self._scheduling.read_registration(draft, errand)
        except AccountDecided:
            return Barrier.GONE
        return barrier_of(webinar)

    async def _turn_away(self, registering: Registering) -> None:
        """There is nothing to register for any more."""
        if registering.stage is Stage.LEAVING:
            left = {"stage": Stage.LEFT}
            await self._line.change(registering.number, lambda now: now.model_copy(update=left))
        await self._line.refuse_all(registering.draft, Barrier.OVER)

    async def _refuse(self, registering: Registering, barrier: Barrier) -> None:
        """Somebody does not get in, unless they do not want to any more."""

        def refused(now: Registering) -> Registering:
            if now.stage is not Stage.WAITING:
                return now
            return now.model_copy(update={"stage": Stage.REFUSED, "barrier": barrier})

        await self._line.change(registering.number, refused)

    async def _later(self, registering: Registering, error: TimeWillTell) -> None:
        """Nothing happened, or nobody knows: they keep their place. Whoever fails alone, again and again, is told."""
        log.warning("not registered yet", draft=registering.draft, error=type(error).__name__)
        strikes = self._strikes[registering.number] = self._strikes.get(registering.number, 0) + 1
        if strikes < _STRIKES:
            self._rest(registering.draft)
            return
        del self._strikes[registering.number]
        if not await self._works(registering):
            self._rest(registering.draft)
        elif registering.stage is Stage.LEAVING:
            await self._line.change(registering.number, _stays)
        else:
            await self._refuse(registering, Barrier.REFUSED)

    async def _works(self, registering: Registering) -> bool:
        """Whether RingCentral answers when it is asked something else of the same webinar."""
        errand = self._errand("probe", registering.draft)
        try:
            await self._scheduling.read_registration(registering.draft, errand)
        except WebinarsError:
            return False
        return True

    async def _count(self, draft: str, more: int) -> None:
        """One more registered or one fewer: known without asking, shown soon."""

        def counted(webinar: Webinar) -> Webinar:
            known = webinar.registration.count if webinar.registration else 0
            return with_registration(webinar, count=max(0, known + more))

        await self._webinars.change(draft, counted, shown=False)
        self._shown_at.setdefault(draft, self._clock() - _SHOWN / 2)

    async def _show(self, *, everything: bool = False) -> None:
        """Let the cards count those who registered lately."""
        now = self._clock()
        for draft, since in list(self._shown_at.items()):
            if everything or now - since >= _SHOWN:
                del self._shown_at[draft]
                await self._webinars.touch(draft)

    def _on(self, registering: Registering) -> RingCentral:
        """The client for one person, which asks once more whether it is still wanted right before it sends."""
        number, stage = registering.number, registering.stage

        async def leaving() -> None:
            if not await self._line.leaves_for(number, stage):
                raise NotWanted

        errand = Errand(id=f"register:{number}", asked_at=registering.asked_at, urgency=Urgency.CROWD)
        return self._ringcentral.on(errand).recording(leaving)

    def _errand(self, why: str, draft: str) -> Errand:
        return Errand(id=f"{why}:{draft}", asked_at=self._clock(), urgency=Urgency.CROWD)

    def _pass_over(self, registering: Registering) -> None:
        """Of whom Slack says nothing, again and again, lets the next ones go first, and keeps the place."""
        number = registering.number
        times = self._silent[number] = self._silent.get(number, 0) + 1
        if times < _STRIKES:
            self._rest(registering.draft)
        else:
            self._passed[number] = self._clock() + self._rest_for

    def _rest(self, draft: str) -> None:
        self._resting_until[draft] = self._clock() + self._rest_for


def _stays(now: Registering) -> Registering:
    """Still registered, since RingCentral does not take it back."""
    if now.registrant is None:
        return now.model_copy(update={"stage": Stage.LEFT})
    return now.model_copy(update={"stage": Stage.REGISTERED, "barrier": Barrier.REFUSED})


class Pacing:
    """Lets calls leave one by one, as fast as RingCentral allows in the long run."""

    def __init__(self, budget: SharedBudget) -> None:
        self._budget = budget
        self._pace = 0.0
        self._limiter = AsyncLimiter(_AT_ONCE)

    async def turn(self) -> None:
        """Wait until the next one may leave."""
        pace = await self._budget.pace()
        if pace != self._pace:
            self._pace, self._limiter = pace, AsyncLimiter(_AT_ONCE, _AT_ONCE * pace)
        await self._limiter.acquire()
