"""Changing a webinar at RingCentral: as few calls as it takes, each of which may be repeated."""

from collections.abc import Callable, Iterable, Sequence

from bot.errors import HalfSaved, NotFound, ParameterRefused, WebinarsError
from bot.models import (
    Cancellation,
    Invitation,
    Person,
    Phase,
    Registration,
    RegistrationStatus,
    Role,
    Webinar,
    WebinarSettings,
)
from bot.models.clock import Clock
from bot.models.edit import TIMING, values
from bot.models.rate_limit import Caller
from bot.models.registration import RegistrationTerms, with_registration
from bot.models.tracked import TrackedWebinar
from bot.ringcentral import RingCentral
from bot.ringcentral.requests import (
    ChangedInvitee,
    ChangedRegistration,
    ChangedRegistrationSettings,
    ChangedWebinar,
    GoneInvitee,
    NewInvitees,
    new_invitee,
    new_session,
)
from bot.ringcentral.responses import InviteeAnswer, RegistrationAnswer, setting_named
from bot.storage.attempts import Attempt
from bot.storage.webinars import Webinars
from bot.webinars.create import apply_registration
from bot.webinars.exactly_once import ExactlyOnce
from bot.webinars.ownership import must_be_ours


class WebinarUpdate:
    """Carries out what people want changed, and keeps what RingCentral then has."""

    def __init__(self, ringcentral: RingCentral, once: ExactlyOnce, webinars: Webinars, clock: Clock) -> None:
        self._ringcentral = ringcentral
        self._once = once
        self._webinars = webinars
        self._clock = clock

    async def edit(
        self, tracked: TrackedWebinar, wanted: Webinar, by: str, caller: Caller
    ) -> tuple[str, ...]:
        """Let a webinar be as somebody wants it, sending only what is another; the names of the settings that the account does
        not let be changed. Raises HalfSaved when the time was saved and the rest was not.
        """
        if _timing(wanted) == _timing(tracked.webinar):
            return await self._retold(tracked, wanted, caller)
        await self._move(tracked, wanted, by, caller)
        try:
            return await self._retold(tracked, wanted, caller)
        except WebinarsError as fault:
            raise HalfSaved(str(fault)) from fault

    async def _retold(self, tracked: TrackedWebinar, wanted: Webinar, caller: Caller) -> tuple[str, ...]:
        """Everything but the time, without what RingCentral refuses; the names of the settings that it refused."""
        webinar, refused = tracked.webinar, list[str]()
        while (body := changed_texts(wanted, webinar, refused)) is not None:
            try:
                await self._retell(tracked, body, caller)
            except ParameterRefused as fault:
                refused.append(_droppable(fault, body))
                continue
            break
        return tuple(refused)

    async def _move(self, tracked: TrackedWebinar, wanted: Webinar, by: str, caller: Caller) -> None:
        """Another time; RingCentral takes start, duration and zone together."""
        webinar, body = tracked.webinar, new_session(wanted)
        if wanted.panel_joins_early == webinar.panel_joins_early:
            body = body.model_copy(update={"panel_join_time_offset": None})
        answer = await self._ringcentral.on_behalf_of(caller).update_session(
            webinar.id, webinar.session_id, body
        )
        moved = {name: getattr(wanted, name) for name in TIMING} | {"moved_by": by}
        if answer.last_modified_time is not None:
            moved["changed_at"] = answer.last_modified_time
        await self._keep(tracked.webinar_key, lambda now: now.model_copy(update=moved))

    async def _retell(self, tracked: TrackedWebinar, body: ChangedWebinar, caller: Caller) -> None:
        """Another title, description or settings."""
        answer = await self._ringcentral.on_behalf_of(caller).update_webinar(tracked.webinar.id, body)
        said = {"title": body.title, "description": body.description}
        retold = {name: value for name, value in said.items() if value is not None}
        changed = {**retold, "settings": answer.settings}
        await self._keep(tracked.webinar_key, lambda now: now.model_copy(update=changed))

    async def cancel(self, tracked: TrackedWebinar, by: str, reason: str, caller: Caller) -> None:
        """Delete a webinar; raises NotAllowed once it has begun."""
        try:
            await self._ringcentral.on_behalf_of(caller).delete_webinar(tracked.webinar.id)
        except NotFound:
            await must_be_ours(self._ringcentral, tracked.webinar, caller)
        done = {"phase": Phase.CANCELLED, "cancellation": Cancellation(by=by, reason=reason), "runs": False}
        await self._keep(tracked.webinar_key, lambda now: now.model_copy(update=done))

    async def set_terms(
        self, tracked: TrackedWebinar, wanted: RegistrationTerms, shown: RegistrationTerms, caller: Caller
    ) -> Registration:
        """Let people register on these terms, as far as they differ from those that were shown; what holds then.

        Only a refusal tells of questions on the page; whether there still are some, the next click finds out.
        """
        session_id, ringcentral = tracked.webinar.session_id, self._ringcentral.on_behalf_of(caller)
        now = await ringcentral.get_registration(session_id)
        asked_at = self._clock()
        if (body := changed_terms(wanted, shown, now)) is not None:
            now = await ringcentral.update_registration(session_id, body)
        answer = now
        webinar = await self._webinars.change(
            tracked.webinar_key,
            lambda before: with_registration(apply_registration(before, answer, asked_at), asks=False),
        )
        if webinar is None or webinar.registration is None:
            raise NotFound("This webinar no longer exists.")
        return webinar.registration

    async def change_panel(
        self,
        tracked: TrackedWebinar,
        wanted: Sequence[tuple[Person, Role]],
        leaving: Sequence[Person],
        key: str,
        caller: Caller,
    ) -> list[Invitation]:
        """Have these on the panel in their roles and those not, in one call after one look; everybody's invitation.

        People who were invited outside Slack stay as they are.
        """
        webinar = tracked.webinar
        change = PanelRequests(wanted, leaving)

        async def there(ringcentral: RingCentral) -> list[InviteeAnswer]:
            return await ringcentral.list_invitees(webinar.id, webinar.session_id)

        async def look(ringcentral: RingCentral, _: Attempt) -> list[Invitation] | None:
            now = await there(ringcentral)
            return change.invitations(now) if change.missing(now) is None else None

        async def send(ringcentral: RingCentral) -> list[Invitation]:
            now = await there(self._ringcentral.on_behalf_of(caller))
            if (body := change.missing(now)) is not None:
                now += await ringcentral.invite(webinar.id, webinar.session_id, body)
            return change.invitations(now)

        if not (wanted or leaving):
            return []
        invitations = await self._once.carry_out(key, send, look, caller)
        await self._once.mark_settled(key)
        return invitations

    async def _keep(self, webinar_key: str, how: Callable[[Webinar], Webinar]) -> None:
        """Save what was written, which is newer than anything read before."""
        now = self._clock()
        await self._webinars.change(
            webinar_key, lambda webinar: how(webinar).model_copy(update={"read_at": now})
        )


class PanelRequests:
    """The requests that make a panel as wanted, judged by who is on it now; people are known by e-mail."""

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


def changed_terms(
    wanted: RegistrationTerms, shown: RegistrationTerms, now: RegistrationAnswer
) -> ChangedRegistration | None:
    """The terms that a person changed, on top of those that hold now; None when they changed nothing."""
    changed = {name: value for name, value in wanted if value != getattr(shown, name)}
    if not changed:
        return None
    status = now.registration_status or RegistrationStatus.OPEN
    if "is_open" in changed:
        status = RegistrationStatus.OPEN if wanted.is_open else RegistrationStatus.CLOSED
    settings = ChangedRegistrationSettings(
        auto_close_limit=changed.get("limit"),
        suppress_emails=not wanted.emails if "emails" in changed else None,
        prevent_multiple_device_joins=changed.get("one_device"),
        work_email_required=changed.get("work_email"),
    )
    return ChangedRegistration(registration_status=status, settings=settings if settings.body() else None)


def _address(person: Person) -> str:
    return (person.email or "").casefold()


def _timing(webinar: Webinar) -> tuple[object, ...]:
    return tuple(getattr(webinar, name) for name in TIMING)


def _droppable(fault: ParameterRefused, body: ChangedWebinar) -> str:
    """The setting to leave out after a refusal; raises the fault when it is about anything else."""
    name = setting_named(fault.parameter)
    if body.settings is None or name is None or name not in body.settings.chosen():
        raise fault
    return name


def changed_texts(wanted: Webinar, webinar: Webinar, refused: Sequence[str]) -> ChangedWebinar | None:
    """The texts that have to change; None when none has."""
    now, names = values(webinar), WebinarSettings.model_fields.keys() - set(refused)
    another = {name: value for name, value in values(wanted).items() if name in names and value != now[name]}
    body = ChangedWebinar(
        title=wanted.title if wanted.title != webinar.title else None,
        description=wanted.description if wanted.description != webinar.description else None,
        settings=WebinarSettings.model_validate(another) if another else None,
    )
    return body if body.body() else None
