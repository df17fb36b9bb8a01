"""Registering people at RingCentral, and taking registrations back, each once however often it is tried.

An e-mail address registers once: whoever may have been registered by a request whose answer was lost is simply
registered again, and a 409 says that they are. Their link is then found among all registrants.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from cachetools import TTLCache

from bot.errors import AlreadyThere, NotFound
from bot.models import Person, Webinar
from bot.models.clock import Clock
from bot.models.rate_limit import Caller
from bot.models.registration import Registrant, RegistrationEntry, RegistrationStage
from bot.models.tracked import TrackedWebinar
from bot.ringcentral import RingCentral
from bot.ringcentral.requests import NewRegistrant
from bot.ringcentral.responses import RegistrantAnswer
from bot.slack.directory import NO_LAST_NAME
from bot.storage.registrations import Registrations

_ELSEWHERE: Final = "slack"
_KEPT: Final = 600
_MOST: Final = 20
_MOMENT: Final = timedelta(seconds=20)


class _Known(NamedTuple):
    """Everybody by their address, as a list told when it was asked for."""

    read_at: datetime
    people: dict[str, RegistrantAnswer]


class Registrants:
    """Enrolls and withdraws; what lists of registrants told is remembered for those who are there already."""

    def __init__(
        self,
        ringcentral: RingCentral,
        registrations: Registrations,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._ringcentral = ringcentral
        self._registrations = registrations
        self._clock = clock
        self._sleep = sleep
        self._known: TTLCache[str, _Known] = TTLCache(_MOST, _KEPT, timer=lambda: clock().timestamp())

    async def enroll(
        self, ringcentral: RingCentral, webinar: Webinar, person: Person, entry: RegistrationEntry
    ) -> tuple[RegistrantAnswer, bool]:
        """Somebody's registration, and whether this made it; raises what the client raises."""
        body = NewRegistrant(
            first_name=person.first_name,
            last_name=person.last_name,
            email=person.email or "",
            source=source_of(entry),
            external_id=external_id_of(entry),
        )
        try:
            return await ringcentral.register(webinar.session_id, body), True
        except AlreadyThere:
            found = await self._find(ringcentral, webinar, person, entry.asked_at)
            if found is None:
                raise
        return found, found.source == body.source

    async def withdraw(
        self, ringcentral: RingCentral, webinar: Webinar, person: Person | None, entry: RegistrationEntry
    ) -> bool:
        """Take somebody's registration back, and whether there was one; one that is gone already is no fault.

        Who the `person` is need be known only where it is not known what RingCentral calls them; what they made
        otherwise while they stood in line is not taken back.
        """
        registrant = entry.registrant
        if registrant is None and person is not None and entry.sent_at is not None:
            await self._let_it_land(ringcentral, entry)
            self._known.pop(webinar.session_id, None)
            found = await self._find(ringcentral, webinar, person, self._clock())
            registrant = found.id if found and found.source == source_of(entry) else None
        if registrant is None:
            return False
        try:
            await ringcentral.unregister(webinar.session_id, registrant)
        except NotFound:
            return False
        finally:
            self._known.pop(webinar.session_id, None)
        return True

    async def list_all(self, webinar: Webinar, caller: Caller) -> list[Registrant]:
        """Everybody who registered, on whatever way, the earliest first."""
        there = await self._ringcentral.on_behalf_of(caller).list_registrants(webinar.session_id)
        return [registrant_of(one) for one in there]

    async def reconcile(self, tracked: TrackedWebinar, caller: Caller) -> list[Registrant]:
        """The same; whoever was taken off at RingCentral is not registered here any more either.

        Who we know is read before, so that nobody who comes meanwhile is missing. Who is missing is looked for on a second
        list: somebody else who leaves moves people from one page to another.
        """
        known = await self._registrations.list_registered(tracked.webinar_key)
        enrolled = await self.list_all(tracked.webinar, caller)
        if missing := _missing(known, enrolled):
            enrolled = await self.list_all(tracked.webinar, caller)
            for one in _missing(missing, enrolled):
                await self._registrations.change(one.number, _taken_off)
        return enrolled

    async def _find(
        self, ringcentral: RingCentral, webinar: Webinar, person: Person, since: datetime
    ) -> RegistrantAnswer | None:
        """Somebody among all registrants, by e-mail address, as they are `since` then.

        The list is asked for anew when they are not on it, or it is older than that and than a moment.
        """
        address, now = (person.email or "").casefold(), self._clock()
        known = self._known.get(webinar.session_id)
        if known is None or address not in known.people or known.read_at < min(since, now - _MOMENT):
            there = await ringcentral.list_registrants(webinar.session_id)
            known = _Known(now, {(one.email or "").casefold(): one for one in there})
            self._known[webinar.session_id] = known
        return known.people.get(address)

    async def _let_it_land(self, ringcentral: RingCentral, entry: RegistrationEntry) -> None:
        """Wait until a request whose answer was lost has landed, if it ever does."""
        if entry.sent_at is not None:
            landed = entry.sent_at + timedelta(seconds=2 * ringcentral.pace.timeout)
            await self._sleep(max(0.0, (landed - self._clock()).total_seconds()))


def _missing(known: list[RegistrationEntry], enrolled: list[Registrant]) -> list[RegistrationEntry]:
    there = {one.id for one in enrolled}
    return [one for one in known if one.registrant not in there]


def _taken_off(now: RegistrationEntry) -> RegistrationEntry:
    if now.stage is not RegistrationStage.REGISTERED:
        return now
    return now.model_copy(update={"stage": RegistrationStage.LEFT, "join_uri": None})


def registrant_of(one: RegistrantAnswer) -> Registrant:
    told = one.source or ""
    channel = told.removeprefix(f"{_ELSEWHERE}:") if told.startswith(f"{_ELSEWHERE}:") else None
    return Registrant(
        id=one.id,
        first_name=one.first_name or "",
        last_name=(one.last_name or "").removeprefix(NO_LAST_NAME),
        email=one.email or "",
        registered_at=one.registration_time or one.creation_time,
        source=told,
        channel=channel or None,
        came=one.participant_id is not None,
    )


def source_of(entry: RegistrationEntry) -> str:
    return f"{_ELSEWHERE}:{entry.channel}" if entry.channel else _ELSEWHERE


def external_id_of(entry: RegistrationEntry) -> str:
    """The place of the click and the person: "C0GENERAL/1772470800.000100/U0BEN"."""
    place = (entry.channel, entry.card) if entry.channel and entry.card else ()
    return "/".join((*place, entry.user))
