"""Making a webinar, its session and its panel at RingCentral, each once."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from bot.errors import AccountDecided, NotFound, ParameterRefused, WebinarsError
from bot.models import Audience, Person, Plan, Registration, RegistrationStatus, Role, Webinar
from bot.models.clock import Clock
from bot.models.keys import WriteKey
from bot.models.rate_limit import Caller
from bot.models.submission import Made, Submission
from bot.ringcentral import RingCentral
from bot.ringcentral.requests import NewInvitees, NewWebinar, new_invitee, new_session
from bot.ringcentral.responses import (
    InviteeAnswer,
    RegistrationAnswer,
    RegistrationSettings,
    SessionAnswer,
    WebinarAnswer,
    setting_named,
)
from bot.storage.attempts import Attempt
from bot.storage.webinars import Webinars
from bot.webinars.exactly_once import ExactlyOnce
from bot.webinars.orphans import Orphans

_SKEW: Final = timedelta(seconds=30)
"""How far RingCentral's clock may be from ours."""


class WebinarCreation:
    """Carries a plan out, step by step; each step may be repeated after a crash."""

    def __init__(
        self,
        ringcentral: RingCentral,
        once: ExactlyOnce,
        webinars: Webinars,
        orphans: Orphans,
        clock: Clock,
    ) -> None:
        self._clock = clock
        self._ringcentral = ringcentral
        self._once = once
        self._webinars = webinars
        self._orphans = orphans

    async def make(self, submission: Submission, caller: Caller) -> Made:
        """The webinar of a submission, which has no session yet.

        What an earlier try of the same form left behind is taken over, or deleted when the plan has changed.
        """
        refused: list[str] = []
        while True:
            left = await self._webinars.get_made(submission.webinar_key)
            same = left is not None and _same_webinar(left.plan, submission.plan)
            if left is not None and same and not await self._moved_unseen(submission):
                return left
            if left is not None:
                await self._discard(left, caller)
                await self._once.mark_settled(WriteKey.session(submission.webinar_key))
            try:
                made = await self._make(submission, refused, caller)
            except ParameterRefused as fault:
                refused.append(_droppable(fault, submission.plan, refused))
                continue
            key = WriteKey.webinar(submission.webinar_key)
            added = await self._webinars.add(submission.webinar_key, submission.owner, made, settles=key)
            if added and _same_webinar(made.plan, submission.plan):
                return made

    async def schedule(self, submission: Submission, caller: Caller) -> Webinar:
        """The webinar with its session; without one the webinar is deleted again when RingCentral refuses."""
        made, scheduled = await self._webinars.get_made_and_scheduled(submission.webinar_key)
        if scheduled is not None:
            return scheduled
        if made is None:
            raise NotFound("The webinar that was just made no longer exists. Try again.")
        key = WriteKey.session(submission.webinar_key)
        body = new_session(submission.plan)

        async def send(ringcentral: RingCentral) -> SessionAnswer:
            return await ringcentral.create_session(made.id, body)

        async def look(ringcentral: RingCentral, _: Attempt) -> SessionAnswer | None:
            return await _session_of(ringcentral, made.id, submission.plan)

        try:
            session = await self._once.carry_out(key, send, look, caller)
        except AccountDecided:
            with suppress(WebinarsError):
                await self._discard(made, caller)
            raise
        host = await self._ringcentral.user(caller)
        webinar = _webinar(submission, made, session, self._clock()).model_copy(update={"host": host})
        await self._webinars.save(webinar, settles=key)
        if webinar.audience is Audience.ALL_HANDS and webinar.join_uri is None:
            webinar = await self._linked(submission.webinar_key, webinar, caller)
        return webinar

    async def invite(
        self, webinar_key: str, webinar: Webinar, panel: Sequence[tuple[Person, Role]], caller: Caller
    ) -> dict[str, str | None]:
        """Invite everybody on the panel in one call; the personal links, by e-mail address in lower case."""
        key = WriteKey.invitees(webinar_key)
        wanted = {(person.email or "").casefold(): new_invitee(person, role) for person, role in panel}
        there: dict[str, str | None] = {}

        async def invited(ringcentral: RingCentral) -> dict[str, str | None] | None:
            there.update(_links(await ringcentral.list_invitees(webinar.id, webinar.session_id)))
            return there if wanted.keys() <= there.keys() else None

        async def send(ringcentral: RingCentral) -> dict[str, str | None]:
            missing = tuple(invitee for email, invitee in wanted.items() if email not in there)
            body = NewInvitees(added_invitees=missing)
            return there | _links(await ringcentral.invite(webinar.id, webinar.session_id, body))

        async def look(ringcentral: RingCentral, _: Attempt) -> dict[str, str | None] | None:
            return await invited(ringcentral)

        try:
            links = await self._once.carry_out(key, send, look, caller)
        except AccountDecided:
            if (found := await invited(self._ringcentral.on_behalf_of(caller))) is not None:
                links = found
            elif wanted.keys() & there.keys():
                links = await self._once.carry_out(key, send, look, caller)
            else:
                raise
        return links

    async def discard(self, webinar_id: str, since: datetime) -> None:
        """Delete a webinar that never got its session, in the background; one that has a session is left alone."""
        sessions = await self._ringcentral.list_sessions(since)
        if webinar_id not in {session.webinar.id for session in sessions if session.webinar is not None}:
            with suppress(NotFound):
                await self._ringcentral.delete_webinar(webinar_id)
        await self._webinars.delete(webinar_id)

    async def _moved_unseen(self, submission: Submission) -> bool:
        """Tell whether a session may be there at another time than planned: an earlier try's, whose answer was lost."""
        if not await self._once.is_unknown(WriteKey.session(submission.webinar_key)):
            return False
        wanted = new_session(submission.plan)
        return any(
            new_session(plan) != wanted for plan in await self._orphans.list_plans(submission.webinar_key)
        )

    async def keep_places(self, caller: Caller) -> None:
        """Keep places in line for what is about to be asked of RingCentral."""
        await self._ringcentral.keep_places(caller)

    async def free_places(self, caller: Caller) -> None:
        """Nothing more of this caller goes to RingCentral: its places in line are free."""
        await self._ringcentral.free_places(caller.id)

    async def read_registration(self, webinar_key: str, caller: Caller) -> Webinar | None:
        """The webinar with how its registration stands, if people register for it; None when it is gone."""
        webinar = await self._webinars.get_scheduled(webinar_key)
        if webinar is None or webinar.audience is not Audience.REGISTERED:
            return webinar
        asked_at = self._clock()
        answer = await self._ringcentral.on_behalf_of(caller).get_registration(webinar.session_id)
        return await self._webinars.change(webinar_key, lambda now: apply_registration(now, answer, asked_at))

    async def _make(self, submission: Submission, refused: list[str], caller: Caller) -> Made:
        if submission.takes is not None:
            if await self._webinars.list_claimed([submission.takes]):
                raise NotFound("That webinar belongs to another form by now. Try again.")
            taken = await self._ringcentral.on_behalf_of(caller).get_webinar(submission.takes)
            return _made(taken, submission.plan, refused)
        plan = submission.plan
        settings = plan.asked.without(frozenset(refused))
        body = NewWebinar(title=plan.title, description=plan.description or None, settings=settings)

        async def send(ringcentral: RingCentral) -> Made:
            return _made(await ringcentral.create_webinar(body), plan, refused)

        async def look(ringcentral: RingCentral, attempt: Attempt) -> Made | None:
            orphan = await self._orphans.find(ringcentral, submission, attempt)
            return _made(orphan.webinar, orphan.plan, refused) if orphan else None

        return await self._once.carry_out(WriteKey.webinar(submission.webinar_key), send, look, caller)

    async def _discard(self, made: Made, caller: Caller) -> None:
        """Delete a webinar that got no session, so that no orphan stays; raises when that fails."""
        with suppress(NotFound):
            await self._ringcentral.on_behalf_of(caller).delete_webinar(made.id)
        await self._webinars.delete(made.id)

    async def _linked(self, webinar_key: str, webinar: Webinar, caller: Caller) -> Webinar:
        """The webinar with its shared link, asked for once more since the first answer did not have it."""
        try:
            session = await self._ringcentral.on_behalf_of(caller).get_session(webinar.id, webinar.session_id)
        except WebinarsError:
            return webinar
        link = {"join_uri": session.attendee_join_uri}
        return await self._webinars.change(webinar_key, lambda now: now.model_copy(update=link)) or webinar


def _same_webinar(one: Plan, other: Plan) -> bool:
    """Tell whether two plans make the same webinar, whatever their sessions are."""
    return (one.title, one.description, one.asked) == (other.title, other.description, other.asked)


def _droppable(fault: ParameterRefused, plan: Plan, refused: Sequence[str]) -> str:
    """The setting to leave out after a refusal; raises the fault when it is about anything else."""
    name = setting_named(fault.parameter)
    if name is None or name in refused or name not in plan.asked.chosen():
        raise fault
    return name


def _made(answer: WebinarAnswer, plan: Plan, refused: Sequence[str]) -> Made:
    return Made(id=answer.id, plan=plan, settings=answer.settings, refused=tuple(refused))


async def _session_of(ringcentral: RingCentral, webinar_id: str, plan: Plan) -> SessionAnswer | None:
    for session in await ringcentral.list_sessions(plan.end - _SKEW):
        if session.webinar is not None and session.webinar.id == webinar_id:
            return await ringcentral.get_session(webinar_id, session.id)
    return None


def apply_registration(webinar: Webinar, answer: RegistrationAnswer, asked_at: datetime) -> Webinar:
    """The webinar with its registration as an answer tells that was asked for at an instant."""
    terms, before = answer.settings or RegistrationSettings(), webinar.registration
    registration = Registration(
        status=answer.registration_status or RegistrationStatus.OPEN,
        count=answer.registrant_count or 0,
        page_uri=answer.registration_page_uri or (before.page_uri if before else None),
        limit=terms.auto_close_limit or None,
        emails=not terms.suppress_emails,
        one_device=bool(terms.prevent_multiple_device_joins),
        work_email=bool(terms.work_email_required),
        asks=before is not None and before.asks,
        read_at=asked_at,
    )
    return webinar.model_copy(update={"registration": registration})


def _webinar(submission: Submission, made: Made, session: SessionAnswer, now: datetime) -> Webinar:
    """The facts as RingCentral told them; its word on registration decides what is announced."""
    plan, registers = made.plan, made.settings.registration_enabled
    if registers is None:
        registers = plan.audience is Audience.REGISTERED
    return Webinar(
        id=made.id,
        session_id=session.id,
        owner=submission.owner,
        audience=Audience.REGISTERED if registers else Audience.ALL_HANDS,
        title=plan.title,
        description=plan.description,
        start=submission.plan.start,
        time_zone=submission.plan.time_zone,
        duration=submission.plan.duration,
        join_uri=None if registers else session.attendee_join_uri,
        host_uri=session.host_join_uri,
        settings=made.settings,
        panel_joins_early=submission.plan.panel_joins_early,
        changed_at=session.last_modified_time,
        read_at=now,
    )


def _links(invitees: Iterable[InviteeAnswer]) -> dict[str, str | None]:
    return {invitee.email.casefold(): invitee.join_uri for invitee in invitees if invitee.email}
