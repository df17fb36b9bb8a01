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

from bot.attempt import attempt
from bot.errors import (
    AccountDecided,
    AlreadyThere,
    NotFound,
    OperatorCanFix,
    ParameterRefused,
    SlackRefused,
    TimeWillTell,
    WebinarsError,
)
from bot.models import Person, Webinar
from bot.models.rate_limit import Caller, Priority
from bot.models.registration import (
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    barrier_of,
    with_registration,
)
from bot.models.tracked import TrackedWebinar
from bot.rate_limit.limiter import RateLimiter
from bot.registration.registrants import Registrants
from bot.resources import Resources
from bot.ringcentral import RingCentral
from bot.storage.registrations import RegistrationQueueHead
from bot.webinars.ownership import is_strange

_AT_ONCE: Final = 2
"""So many may leave together when nobody did for a while."""
_STRIKES: Final = 3
_SHOWN: Final = timedelta(seconds=20)
"""While a crowd registers, cards count it so often."""
log = structlog.get_logger()


class RegistrationWithdrawn(Exception):
    """Somebody took back what was about to be asked of RingCentral."""


class _SlackUnavailable(Exception):
    """Slack does not say who somebody is; that is no fault of RingCentral's."""


class RegistrationQueue:
    """Carries out what waits in line."""

    def __init__(self, resources: Resources, registrants: Registrants) -> None:
        self._ringcentral = resources.ringcentral
        self._registrants = registrants
        self._webinar_creation = resources.webinar_creation
        self._people = resources.people
        self._rate_limiter = resources.rate_limiter
        self._line = resources.stores.registrations
        self._webinars = resources.stores.webinars
        self._database = resources.database
        self._clock = resources.clock
        self._pacing = RegistrationPace(resources.rate_limiter)
        self._rest_for = timedelta(seconds=resources.ringcentral.pace.longest_pause)
        self._turns = 0
        self._served: dict[str, int] = {}
        self._strikes: dict[int, int] = {}
        self._resting_until: dict[str, datetime] = {}
        self._silent: dict[int, int] = {}
        self._passed: dict[int, datetime] = {}
        self._shown_at: dict[str, datetime] = {}

    async def serve_next(self) -> bool:
        """Carry out what is first in line; False when nobody waits, or it is not ours or not the time to do it."""
        entry = await self._next() if await self._database.runs_jobs() else None
        if entry is not None:
            await self._serve(entry)
        await self._show(everything=entry is None)
        return entry is not None

    async def _next(self) -> RegistrationEntry | None:
        """Return whoever wants out; else the first of the webinar whose turn it is. One that fails lets the others go on."""
        if leaving := await self._ready(RegistrationStage.LEAVING):
            return await self._line.get(min(queue.first for queue in leaving))
        if not (waiting := await self._ready(RegistrationStage.WAITING)):
            return None
        queue = min(waiting, key=lambda one: (self._served.get(one.webinar_key, 0), one.first))
        self._turns += 1
        self._served[queue.webinar_key] = self._turns
        return await self._line.get(queue.first)

    async def _ready(self, stage: RegistrationStage) -> list[RegistrationQueueHead]:
        """The queues that do not rest."""
        now = self._clock()
        self._resting_until = {
            webinar_key: until for webinar_key, until in self._resting_until.items() if until > now
        }
        self._passed = {number: until for number, until in self._passed.items() if until > now}
        queues = await self._line.list_queues(stage, but=self._passed)
        return [queue for queue in queues if queue.webinar_key not in self._resting_until]

    async def _serve(self, entry: RegistrationEntry) -> None:
        try:
            tracked = await self._webinars.get_tracked(entry.webinar_key)
            if tracked is None or tracked.webinar.is_over:
                await self._turn_away(entry)
            elif entry.stage is RegistrationStage.LEAVING:
                await self._withdraw(entry, tracked)
            else:
                await self._enroll(entry, tracked)
        except RegistrationWithdrawn:
            return
        except _SlackUnavailable:
            log.warning(
                "not registered yet", webinar_key=entry.webinar_key, why="Slack does not say who it is"
            )
            self._pass_over(entry)
        except TimeWillTell as error:
            await self._later(entry, error)
        except OperatorCanFix as error:
            log.warning("not registered yet", webinar_key=entry.webinar_key, error=type(error).__name__)
            self._rest(entry.webinar_key)
        else:
            self._strikes.pop(entry.number, None)
            self._silent.pop(entry.number, None)

    async def _enroll(self, entry: RegistrationEntry, tracked: TrackedWebinar) -> None:
        webinar = tracked.webinar
        try:
            person = await self._person(entry.user)
        except SlackRefused:
            person = None
        if person is None or person.email is None:
            await self._refuse(entry, RegistrationBarrier.NO_EMAIL)
            return
        await self._pacing.turn()
        ringcentral = self._on(entry)
        try:
            there, new = await self._registrants.enroll(ringcentral, webinar, person, entry)
        except AccountDecided as refused:
            await self._refused(entry, tracked, refused)
            return

        def registered(now: RegistrationEntry) -> RegistrationEntry:
            if now.stage is not RegistrationStage.WAITING and not new:
                return now  # left meanwhile, and registered otherwise: that is theirs to take back
            known = {"registrant": there.id, "join_uri": there.join_uri}
            stage = RegistrationStage.REGISTERED if now.stage is RegistrationStage.WAITING else now.stage
            return now.model_copy(update={**known, "stage": stage, "barrier": None})

        await self._line.change(entry.number, registered)
        if new:
            await self._count(entry.webinar_key, 1)

    async def _withdraw(self, entry: RegistrationEntry, tracked: TrackedWebinar) -> None:
        stage, barrier, gone = RegistrationStage.LEFT, None, False
        try:
            known = entry.registrant is not None
            person = None if known else await self._person(entry.user)
            gone = await self._registrants.withdraw(self._on(entry), tracked.webinar, person, entry)
        except (AccountDecided, SlackRefused) as refused:
            log.warning("not unregistered", webinar_key=entry.webinar_key, error=type(refused).__name__)
            if entry.registrant is not None:
                stage, barrier = RegistrationStage.REGISTERED, RegistrationBarrier.REFUSED
        became: dict[str, object] = {"stage": stage, "barrier": barrier}
        if stage is RegistrationStage.LEFT:
            became |= {"registrant": None, "join_uri": None}
        await self._line.change(entry.number, lambda now: now.model_copy(update=became))
        registration = tracked.webinar.registration
        if registration is not None and registration.is_full:
            await self._count_anew(entry.webinar_key)
        elif gone and entry.registrant is not None:
            await self._count(entry.webinar_key, -1)

    async def _person(self, user: str) -> Person:
        """Somebody's profile; raises SlackRefused when Slack tells nothing of them, _SlackAway when of nobody now."""
        try:
            return await self._people.person(user)
        except TimeWillTell as error:
            raise _SlackUnavailable from error

    async def _refused(
        self, entry: RegistrationEntry, tracked: TrackedWebinar, refused: AccountDecided
    ) -> None:
        """RingCentral does not take somebody, or nobody at all; whoever is not let in by mistake keeps their place."""
        log.info("not registered", webinar_key=entry.webinar_key, error=type(refused).__name__)
        if is_strange(
            tracked.webinar, await self._ringcentral.user(self._caller("whose", tracked.webinar_key))
        ):
            log.error(
                "another RingCentral user's",
                webinar_key=tracked.webinar_key,
                note="is RINGCENTRAL_JWT another one?",
            )
            self._rest(entry.webinar_key)
            return
        if isinstance(refused, ParameterRefused) and "question" not in refused.parameter.casefold():
            registration = tracked.webinar.registration
            work = registration is not None and registration.work_email
            about_email = "email" in refused.parameter.casefold()
            await self._refuse(
                entry, RegistrationBarrier.WORK_EMAIL if work and about_email else RegistrationBarrier.REFUSED
            )
            return
        if (barrier := await self._barrier(entry.webinar_key, refused)) is None:
            await self._refuse(entry, RegistrationBarrier.REFUSED)
        else:
            await self._line.refuse_all(entry.webinar_key, barrier)

    async def _barrier(self, webinar_key: str, refused: AccountDecided) -> RegistrationBarrier | None:
        """The reason why nobody gets in, None when only this person does not; what RingCentral's answer does not say, it is asked."""
        if isinstance(refused, AlreadyThere):
            return None
        if isinstance(refused, NotFound):
            return RegistrationBarrier.GONE
        if isinstance(refused, ParameterRefused):
            await self._webinars.change(webinar_key, lambda now: with_registration(now, asks=True))
            return RegistrationBarrier.QUESTIONS
        caller = self._caller("refused", webinar_key)
        try:
            webinar = await self._webinar_creation.read_registration(webinar_key, caller)
        except AccountDecided:
            return RegistrationBarrier.GONE
        return barrier_of(webinar)

    async def _turn_away(self, entry: RegistrationEntry) -> None:
        """There is nothing to register for any more."""
        if entry.stage is RegistrationStage.LEAVING:
            left = {"stage": RegistrationStage.LEFT}
            await self._line.change(entry.number, lambda now: now.model_copy(update=left))
        await self._line.refuse_all(entry.webinar_key, RegistrationBarrier.OVER)

    async def _refuse(self, entry: RegistrationEntry, barrier: RegistrationBarrier) -> None:
        """Somebody does not get in, unless they do not want to any more."""

        def refused(now: RegistrationEntry) -> RegistrationEntry:
            if now.stage is not RegistrationStage.WAITING:
                return now
            return now.model_copy(update={"stage": RegistrationStage.REFUSED, "barrier": barrier})

        await self._line.change(entry.number, refused)

    async def _later(self, entry: RegistrationEntry, error: TimeWillTell) -> None:
        """Nothing happened, or nobody knows: they keep their place. Whoever fails alone, again and again, is told."""
        log.warning("not registered yet", webinar_key=entry.webinar_key, error=type(error).__name__)
        strikes = self._strikes[entry.number] = self._strikes.get(entry.number, 0) + 1
        if strikes < _STRIKES:
            self._rest(entry.webinar_key)
            return
        del self._strikes[entry.number]
        if not await self._works(entry):
            self._rest(entry.webinar_key)
        elif entry.stage is RegistrationStage.LEAVING:
            await self._line.change(entry.number, _stays)
        else:
            await self._refuse(entry, RegistrationBarrier.REFUSED)

    async def _works(self, entry: RegistrationEntry) -> bool:
        """Tell whether RingCentral answers when it is asked something else of the same webinar."""
        caller = self._caller("probe", entry.webinar_key)
        try:
            await self._webinar_creation.read_registration(entry.webinar_key, caller)
        except WebinarsError:
            return False
        return True

    async def _count(self, webinar_key: str, more: int) -> None:
        """One more registered or one fewer: known without asking, shown soon."""

        def counted(webinar: Webinar) -> Webinar:
            known = webinar.registration.count if webinar.registration else 0
            return with_registration(webinar, count=max(0, known + more))

        await self._webinars.change(webinar_key, counted, shown=False)
        self._shown_at.setdefault(webinar_key, self._clock() - _SHOWN / 2)

    async def _count_anew(self, webinar_key: str) -> None:
        """One fewer in a full event: RingCentral alone knows whether that opened registration again."""
        caller = self._caller("room", webinar_key)
        reading = self._webinar_creation.read_registration(webinar_key, caller)
        await attempt(reading, "registration_not_read", webinar_key=webinar_key)

    async def _show(self, *, everything: bool = False) -> None:
        """Let the cards count those who registered lately."""
        now = self._clock()
        for webinar_key, since in list(self._shown_at.items()):
            if everything or now - since >= _SHOWN:
                del self._shown_at[webinar_key]
                await self._webinars.mark_stale(webinar_key)

    def _on(self, entry: RegistrationEntry) -> RingCentral:
        """The client for one person, which asks once more whether it is still wanted right before it sends."""
        number, stage = entry.number, entry.stage

        async def leaving() -> None:
            if not await self._line.mark_sending(number, stage):
                raise RegistrationWithdrawn

        caller = Caller(id=f"register:{number}", asked_at=entry.asked_at, priority=Priority.CROWD)
        return self._ringcentral.on(caller).recording(leaving)

    def _caller(self, why: str, webinar_key: str) -> Caller:
        return Caller(id=f"{why}:{webinar_key}", asked_at=self._clock(), priority=Priority.CROWD)

    def _pass_over(self, entry: RegistrationEntry) -> None:
        """Of whom Slack says nothing, again and again, lets the next ones go first, and keeps the place."""
        number = entry.number
        times = self._silent[number] = self._silent.get(number, 0) + 1
        if times < _STRIKES:
            self._rest(entry.webinar_key)
        else:
            self._passed[number] = self._clock() + self._rest_for

    def _rest(self, webinar_key: str) -> None:
        self._resting_until[webinar_key] = self._clock() + self._rest_for


def _stays(now: RegistrationEntry) -> RegistrationEntry:
    """Still registered, since RingCentral does not take it back."""
    if now.registrant is None:
        return now.model_copy(update={"stage": RegistrationStage.LEFT})
    return now.model_copy(
        update={"stage": RegistrationStage.REGISTERED, "barrier": RegistrationBarrier.REFUSED}
    )


class RegistrationPace:
    """Lets calls leave one by one, as fast as RingCentral allows in the long run."""

    def __init__(self, rate_limiter: RateLimiter) -> None:
        self._rate_limiter = rate_limiter
        self._pace = 0.0
        self._limiter = AsyncLimiter(_AT_ONCE)

    async def turn(self) -> None:
        """Wait until the next one may leave."""
        pace = await self._rate_limiter.pace()
        if pace != self._pace:
            self._pace, self._limiter = pace, AsyncLimiter(_AT_ONCE, _AT_ONCE * pace)
        await self._limiter.acquire()
