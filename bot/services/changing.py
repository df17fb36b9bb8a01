"""Changing a webinar at RingCentral: as few calls as it takes, each of which may be repeated."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from bot.errors import NotFound, ParameterRefused
from bot.models import Cancellation, Invitation, Person, Phase, Plan, Role, Webinar, WebinarSettings
from bot.models.clock import Clock
from bot.models.following import Following
from bot.models.waiting import Errand
from bot.ringcentral import RingCentral
from bot.ringcentral.wire import (
    ChangedInvitee,
    ChangedWebinar,
    GoneInvitee,
    InviteeAnswer,
    NewInvitees,
    SessionAnswer,
    WebinarAnswer,
    new_invitee,
    new_session,
    setting_named,
)
from bot.services.exactly_once import ExactlyOnce
from bot.storage.attempts import Attempt
from bot.storage.webinars import Webinars


class Changing:
    """Carries out what people want changed, and keeps what RingCentral then has."""

    def __init__(self, ringcentral: RingCentral, once: ExactlyOnce, webinars: Webinars, clock: Clock) -> None:
        self._ringcentral = ringcentral
        self._once = once
        self._webinars = webinars
        self._clock = clock

    async def edit(self, following: Following, plan: Plan, errand: Errand) -> tuple[str, ...]:
        """Let a webinar be as planned; the names of the settings that the account does not let be changed."""
        webinar, draft = following.webinar, following.draft
        ringcentral, refused = self._ringcentral.on(errand), list[str]()
        if (plan.start, plan.duration, plan.time_zone, plan.panel_joins_early) != _timing(webinar):
            session = await ringcentral.update_session(webinar.id, webinar.session_id, new_session(plan))
            await self._keep(draft, partial(_moved, plan=plan, answer=session))
        while (body := _rewording(plan, webinar, refused)) is not None:
            try:
                answer = await ringcentral.update_webinar(webinar.id, body)
            except ParameterRefused as fault:
                refused.append(_droppable(fault, body))
                continue
            await self._keep(draft, partial(_retold, plan=plan, answer=answer))
            break
        return tuple(refused)

    async def cancel(self, following: Following, by: str, reason: str, errand: Errand) -> None:
        """Delete a webinar; raises NotAllowed once it has begun."""
        with suppress(NotFound):
            await self._ringcentral.on(errand).delete_webinar(following.webinar.id)
        done = {"phase": Phase.CANCELLED, "cancellation": Cancellation(by=by, reason=reason), "runs": False}
        await self._keep(following.draft, lambda now: now.model_copy(update=done))

    async def change_panel(
        self,
        following: Following,
        wanted: Sequence[tuple[Person, Role]],
        leaving: Sequence[Person],
        key: str,
        errand: Errand,
    ) -> list[Invitation]:
        """Have these on the panel in their roles and those not, in one call after one look; everybody's invitation.

        People who were invited outside Slack stay as they are.
        """
        webinar = following.webinar
        change = _PanelChange(wanted, leaving)

        async def there(ringcentral: RingCentral) -> list[InviteeAnswer]:
            return await ringcentral.list_invitees(webinar.id, webinar.session_id)

        async def look(ringcentral: RingCentral, _: Attempt) -> list[Invitation] | None:
            now = await there(ringcentral)
            return change.invitations(now) if change.missing(now) is None else None

        async def send(ringcentral: RingCentral) -> list[Invitation]:
            now = await there(self._ringcentral.on(errand))
            if (body := change.missing(now)) is not None:
                now += await ringcentral.invite(webinar.id, webinar.session_id, body)
            return change.invitations(now)

        invitations = await self._once.carry_out(key, send, look, errand)
        await self._once.settled(key)
        return invitations

    async def _keep(self, draft: str, how: Callable[[Webinar], Webinar]) -> None:
        """Save what was written, which is newer than anything read before."""
        now = self._clock()
        await self._webinars.change(draft, lambda webinar: how(webinar).model_copy(update={"read_at": now}))


class _PanelChange:
    """What has to be sent so that a panel is as wanted, judged by who is on it now; people are known by e-mail."""

    def __init__(self, wanted: Sequence[tuple[Person, Role]], leaving: Sequence[Person]) -> None:
        self._wanted = {_address(person): (person, role) for person, role in wanted}
        self._leaving = {_address(person) for person in leaving} - self._wanted.keys() - {""}

    def missing(self, there: Sequence[InviteeAnswer]) -> NewInvitees | None:
        """The body that brings it about; None when all is as wanted."""
        by_address = {(one.email or "").casefold(): one for one in there}
        added = tuple(
            new_invitee(person, role)
            for address, (person, role) in self._wanted.items()
            if address not in by_address
        )
        updated = tuple(
            ChangedInvitee(id=by_address[address].id, role=role)
            for address, (_, role) in self._wanted.items()
            if address in by_address and by_address[address].role is not role
        )
        deleted = tuple(GoneInvitee(id=by_address[one].id) for one in self._leaving if one in by_address)
        if not (added or updated or deleted):
            return None
        return NewInvitees(
            added_invitees=added or None, updated_invitees=updated or None, deleted_invitees=deleted or None
        )

    def invitations(self, there: Iterable[InviteeAnswer]) -> list[Invitation]:
        """Everybody who is wanted, with their own link."""
        links = {(one.email or "").casefold(): one.join_uri for one in there}
        return [
            Invitation(user=person.id, role=role, join_uri=links.get(address))
            for address, (person, role) in self._wanted.items()
        ]


def _address(person: Person) -> str:
    return (person.email or "").casefold()


def _timing(webinar: Webinar) -> tuple[object, ...]:
    return webinar.start, webinar.duration, webinar.time_zone, webinar.panel_joins_early


def _moved(now: Webinar, plan: Plan, answer: SessionAnswer) -> Webinar:
    return now.model_copy(
        update={
            "start": plan.start,
            "duration": plan.duration,
            "time_zone": plan.time_zone,
            "panel_joins_early": plan.panel_joins_early,
            "changed_at": answer.last_modified_time or now.changed_at,
        }
    )


def _retold(now: Webinar, plan: Plan, answer: WebinarAnswer) -> Webinar:
    return now.model_copy(
        update={"title": plan.title, "description": plan.description, "settings": answer.settings}
    )


def _droppable(fault: ParameterRefused, body: ChangedWebinar) -> str:
    """The setting to leave out after a refusal; raises the fault when it is about anything else."""
    name = setting_named(fault.parameter)
    if body.settings is None or name is None or name not in body.settings.chosen():
        raise fault
    return name


def _rewording(plan: Plan, webinar: Webinar, refused: Sequence[str]) -> ChangedWebinar | None:
    """What is another in the plan than in the webinar; None when nothing is."""
    now = webinar.settings.chosen()
    another = {
        name: value
        for name, value in plan.settings.chosen().items()
        if now.get(name) != value and name not in refused
    }
    if webinar.settings.password and plan.settings.password is None:
        another["password"] = ""
    body = ChangedWebinar(
        title=plan.title if plan.title != webinar.title else None,
        description=plan.description if plan.description != webinar.description else None,
        settings=WebinarSettings.model_validate(another) if another else None,
    )
    return body if body.body() else None
