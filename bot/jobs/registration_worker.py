"""Registering those who clicked, in turn, and bringing everybody their own link.

    click ── place in line, in the database ── registered here, one by one ── link and calendar file, by notify_registrants

One worker does this. Whoever wants out goes first; webinars take turns, and within one the first to come is the first
to be served. The calls yield to everybody else's, and leave one by one, so that whoever plans a webinar meanwhile
never finds the whole allowance spent for a minute.
"""

from datetime import timedelta

import structlog

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
from bot.jobs.registrant_counter import RegistrantCounter
from bot.jobs.registration_order import RegistrationOrder
from bot.jobs.registration_pace import RegistrationPace
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
from bot.registration.registrants import Registrants
from bot.resources import Resources
from bot.ringcentral import RingCentral
from bot.webinars.ownership import is_strange

log = structlog.get_logger()


class RegistrationWithdrawn(Exception):
    """Somebody took back what was about to be asked of RingCentral."""


class _SlackUnavailable(Exception):
    """Slack does not say who somebody is; that is no fault of RingCentral's."""


class RegistrationWorker:
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
        rest_for = timedelta(seconds=resources.ringcentral.pace.longest_pause)
        self._order = RegistrationOrder(resources.clock, rest_for)
        self._counter = RegistrantCounter(resources.stores.webinars, resources.clock)

    async def serve_next(self) -> bool:
        """Carry out what is first in line; False when nobody waits, or it is not ours or not the time to do it."""
        entry = await self._next() if await self._database.runs_jobs() else None
        if entry is not None:
            await self._serve(entry)
        await self._counter.show(everything=entry is None)
        return entry is not None

    async def _next(self) -> RegistrationEntry | None:
        """Return whoever wants out; else the first of the webinar whose turn it is. One that fails lets the others go on."""
        passed = self._order.passed()
        number = self._order.next_leaver(await self._line.list_queues(RegistrationStage.LEAVING, but=passed))
        if number is None:
            number = self._order.next_registrant(
                await self._line.list_queues(RegistrationStage.WAITING, but=passed)
            )
        return None if number is None else await self._line.get(number)

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
                "registration_delayed", webinar_key=entry.webinar_key, why="Slack does not say who it is"
            )
            self._order.fall_silent(entry.webinar_key, entry.number)
        except TimeWillTell as error:
            await self._later(entry, error)
        except OperatorCanFix as error:
            log.warning("registration_delayed", webinar_key=entry.webinar_key, error=type(error).__name__)
            self._order.rest(entry.webinar_key)
        else:
            self._order.succeed(entry.number)

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
            await self._counter.add(entry.webinar_key, 1)

    async def _withdraw(self, entry: RegistrationEntry, tracked: TrackedWebinar) -> None:
        stage, barrier, gone = RegistrationStage.LEFT, None, False
        try:
            known = entry.registrant is not None
            person = None if known else await self._person(entry.user)
            gone = await self._registrants.withdraw(self._on(entry), tracked.webinar, person, entry)
        except (AccountDecided, SlackRefused) as refused:
            log.warning("registrant_not_removed", webinar_key=entry.webinar_key, error=type(refused).__name__)
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
            await self._counter.add(entry.webinar_key, -1)

    async def _person(self, user: str) -> Person:
        """Somebody's profile; raises SlackRefused when Slack tells nothing of them, _SlackUnavailable when of nobody now."""
        try:
            return await self._people.person(user)
        except TimeWillTell as error:
            raise _SlackUnavailable from error

    async def _refused(
        self, entry: RegistrationEntry, tracked: TrackedWebinar, refused: AccountDecided
    ) -> None:
        """RingCentral does not take somebody, or nobody at all; whoever is not let in by mistake keeps their place."""
        log.info("registration_refused", webinar_key=entry.webinar_key, error=type(refused).__name__)
        if is_strange(
            tracked.webinar, await self._ringcentral.user(self._caller("whose", tracked.webinar_key))
        ):
            log.error(
                "webinar_of_another_user_found",
                webinar_key=tracked.webinar_key,
                note="is RINGCENTRAL_JWT another one?",
            )
            self._order.rest(entry.webinar_key)
            return
        barrier = personal_barrier(tracked.webinar, refused)
        if barrier is not None:
            await self._refuse(entry, barrier)
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
        log.warning("registration_delayed", webinar_key=entry.webinar_key, error=type(error).__name__)
        if not self._order.fail(entry.webinar_key, entry.number):
            return
        if not await self._works(entry):
            self._order.rest(entry.webinar_key)
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

    async def _count_anew(self, webinar_key: str) -> None:
        """One fewer in a full event: RingCentral alone knows whether that opened registration again."""
        caller = self._caller("room", webinar_key)
        reading = self._webinar_creation.read_registration(webinar_key, caller)
        await attempt(reading, "registration_not_read", webinar_key=webinar_key)

    def _on(self, entry: RegistrationEntry) -> RingCentral:
        """The client for one person, which asks once more whether it is still wanted right before it sends."""
        number, stage = entry.number, entry.stage

        async def leaving() -> None:
            if not await self._line.mark_sending(number, stage):
                raise RegistrationWithdrawn

        caller = Caller(id=f"register:{number}", asked_at=entry.asked_at, priority=Priority.CROWD)
        return self._ringcentral.on_behalf_of(caller).recording(leaving)

    def _caller(self, why: str, webinar_key: str) -> Caller:
        return Caller(id=f"{why}:{webinar_key}", asked_at=self._clock(), priority=Priority.CROWD)


def personal_barrier(webinar: Webinar, refused: AccountDecided) -> RegistrationBarrier | None:
    """The reason why one person is not let in; None when it concerns everybody, as a question that has to be answered."""
    if not isinstance(refused, ParameterRefused):
        return None
    parameter = refused.parameter.casefold()
    if "question" in parameter:
        return None
    wants_work_email = webinar.registration is not None and webinar.registration.work_email
    if wants_work_email and "email" in parameter:
        return RegistrationBarrier.WORK_EMAIL
    return RegistrationBarrier.REFUSED


def _stays(now: RegistrationEntry) -> RegistrationEntry:
    """Still registered, since RingCentral does not take it back."""
    if now.registrant is None:
        return now.model_copy(update={"stage": RegistrationStage.LEFT})
    return now.model_copy(
        update={"stage": RegistrationStage.REGISTERED, "barrier": RegistrationBarrier.REFUSED}
    )
