"""Registering people at RingCentral and taking that back, each once however often it is tried."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.errors import AlreadyThere, NotAllowed
from bot.models import Audience
from bot.models.rate_limit import WaitReason
from bot.models.registration import Registrant, RegistrationEntry, RegistrationStage
from bot.models.tracked import TrackedWebinar
from bot.registration.registrants import Registrants, external_id_of, registrant_of, source_of
from bot.ringcentral import RingCentral
from bot.ringcentral.responses import RegistrantAnswer
from sandbox.faults import Hold, Status
from tests.bot.virtual_time import MONDAY
from tests.bot.workplace import BEN, CHIE, PLAN, Workplace

EVENT = PLAN.model_copy(update={"audience": Audience.REGISTERED})
REGISTER, LIST, UNREGISTER = "rcwRegCreateRegistrant", "rcwRegListRegistrants", "rcwRegDeleteRegistrant"


class Desk:
    """Registering for one event at RingCentral."""

    def __init__(self, place: Workplace, tracked: TrackedWebinar) -> None:
        self.place = place
        self.tracked = tracked
        self.webinar = tracked.webinar
        self.slept: list[float] = []
        self.while_asleep: Callable[[], object] = lambda: None
        self.registrants = Registrants(self.client, place.stores.registrations, place.clock, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.while_asleep()

    @property
    def client(self) -> RingCentral:
        return self.place.ringcentral.ringcentral

    def outside(self, first: str, last: str, email: str, **more: Any) -> str:
        """Somebody registers on RingCentral's page; gives their id there."""
        return self.place.api.register(self.webinar.session_id, first, last, email, **more).id

    @property
    def there(self) -> list[str]:
        """The addresses that are registered at RingCentral."""
        return [one.email for one in self.place.api.registrants.values()]

    async def put(self, entry: RegistrationEntry, **changed: Any) -> RegistrationEntry:
        stored = await self.place.stores.registrations.change(
            entry.number, lambda now: now.model_copy(update=changed)
        )
        assert stored is not None
        return stored

    async def enroll(
        self, entry: RegistrationEntry, person: Any = BEN
    ) -> tuple[RegistrantAnswer, bool, list[str]]:
        """Enroll somebody; their registration, whether this made it, and the calls that it took."""
        before = len(self.place.ringcentral.asked)
        answer, ours = await self.registrants.enroll(self.client, self.webinar, person, entry)
        return answer, ours, self.place.asked_since(before)

    async def withdraw(self, entry: RegistrationEntry, person: Any = None) -> tuple[bool, list[str]]:
        """Take a registration back; whether there was one, and the calls that it took."""
        before = len(self.place.ringcentral.asked)
        gone = await self.registrants.withdraw(self.client, self.webinar, person, entry)
        return gone, self.place.asked_since(before)


@pytest.fixture
async def desk(place: Workplace) -> Desk:
    return Desk(place, await place.made(EVENT))


async def test_somebody_is_registered_with_where_they_clicked(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN", channel="C0GENERAL", card="1772470800.000100")
    answer, ours, asked = await desk.enroll(entry)
    (stored,) = desk.place.api.registrants.values()
    assert (ours, asked, answer.id) == (True, [REGISTER], stored.id)
    assert answer.join_uri
    assert (stored.first_name, stored.last_name, stored.email) == ("Ben", "Bauer", "Ben@example.com")
    assert stored.extras["source"] == "slack:C0GENERAL"
    assert stored.extras["externalId"] == "C0GENERAL/1772470800.000100/U0BEN"


async def test_whoever_was_registered_by_a_lost_request_is_found_as_ours(desk: Desk) -> None:
    desk.outside("Ben", "Bauer", "ben@EXAMPLE.com", source="slack")
    answer, ours, asked = await desk.enroll(await desk.place.enters("U0BEN"))
    assert (ours, asked, answer.email) == (True, [REGISTER, LIST], "ben@EXAMPLE.com")


@pytest.mark.parametrize("source", ["newsletter", "slack:C0OTHER", None])
async def test_whoever_registered_elsewhere_keeps_that_registration(desk: Desk, source: str | None) -> None:
    registered = desk.outside("Ben", "Bauer", "ben@example.com", **({"source": source} if source else {}))
    answer, ours, _ = await desk.enroll(await desk.place.enters("U0BEN"))
    assert (ours, answer.id) == (False, registered)


async def test_one_list_serves_everybody_who_is_there_already(desk: Desk) -> None:
    desk.outside("Ben", "Bauer", "ben@example.com")
    desk.outside("Chie", "Sato", "chie@example.com")
    await desk.enroll(await desk.place.enters("U0BEN"))
    _, _, asked = await desk.enroll(await desk.place.enters("U0CHIE"), CHIE)
    assert asked == [REGISTER]


async def test_a_list_that_lacks_somebody_is_read_anew(desk: Desk) -> None:
    desk.outside("Ben", "Bauer", "ben@example.com")
    await desk.enroll(await desk.place.enters("U0BEN"))
    desk.outside("Chie", "Sato", "chie@example.com")
    _, _, asked = await desk.enroll(await desk.place.enters("U0CHIE"), CHIE)
    assert asked == [REGISTER, LIST]


@pytest.mark.parametrize(
    ("list_age", "click_age", "calls"),
    [
        (19, 0, [REGISTER]),
        (21, 30, [REGISTER]),
        (21, 0, [REGISTER, LIST]),
        (30, 21, [REGISTER, LIST]),
    ],
    ids=["young", "younger than the click", "old", "older than the click"],
)
async def test_a_list_that_is_older_than_the_click_and_a_moment_is_read_anew(
    desk: Desk, list_age: float, click_age: float, calls: list[str]
) -> None:
    entry = await desk.place.enters("U0BEN")
    desk.outside("Ben", "Bauer", "ben@example.com")
    await desk.enroll(entry)
    desk.place.clock.passes(list_age)
    clicked = desk.place.clock() - timedelta(seconds=click_age)
    _, _, asked = await desk.enroll(entry.model_copy(update={"asked_at": clicked}))
    assert asked == calls


async def test_a_list_is_forgotten_after_ten_minutes(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    desk.outside("Ben", "Bauer", "ben@example.com")
    await desk.enroll(entry)
    desk.place.clock.passes(601)
    _, _, asked = await desk.enroll(entry.model_copy(update={"asked_at": MONDAY - timedelta(days=1)}))
    assert asked == [REGISTER, LIST]


async def test_somebody_who_is_there_and_on_no_list_is_a_fault(desk: Desk) -> None:
    desk.place.api.faults.add(Status(409, method="POST", path="registrants"))
    with pytest.raises(AlreadyThere):
        await desk.enroll(await desk.place.enters("U0BEN"))


async def test_a_closed_registration_refuses(desk: Desk) -> None:
    desk.place.api.close_registration(desk.webinar.session_id)
    with pytest.raises(NotAllowed):
        await desk.enroll(await desk.place.enters("U0BEN"))
    assert desk.there == []


async def test_a_registration_is_taken_back_by_its_id(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    answer, _, _ = await desk.enroll(entry)
    entry = entry.model_copy(update={"registrant": answer.id})
    assert await desk.withdraw(entry) == (True, [UNREGISTER])
    assert desk.there == []
    assert await desk.withdraw(entry) == (False, [UNREGISTER]), "gone already is no fault"


async def test_after_somebody_left_the_list_is_read_anew(desk: Desk) -> None:
    ben = desk.outside("Ben", "Bauer", "ben@example.com")
    entry = await desk.place.enters("U0BEN")
    await desk.enroll(entry)
    await desk.withdraw(entry.model_copy(update={"registrant": ben}))
    again = desk.outside("Ben", "Bauer", "ben@example.com")
    answer, _, asked = await desk.enroll(entry)
    assert (answer.id, asked) == (again, [REGISTER, LIST])


async def test_a_list_that_knows_somebody_from_before_is_not_believed_when_they_leave(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    first = desk.outside("Ben", "Bauer", "ben@example.com", source="slack")
    await desk.enroll(entry)
    desk.place.api.unregister(first)
    desk.outside("Ben", "Bauer", "ben@example.com", source="newsletter")
    sent = entry.model_copy(update={"sent_at": desk.place.clock() - timedelta(seconds=10)})
    assert (await desk.withdraw(sent, BEN))[0] is False
    assert desk.there == ["ben@example.com"]


async def test_whoever_was_never_sent_has_nothing_to_take_back(desk: Desk) -> None:
    desk.outside("Ben", "Bauer", "ben@example.com", source="slack")
    entry = await desk.place.enters("U0BEN")
    assert await desk.withdraw(entry, BEN) == (False, [])
    assert desk.there == ["ben@example.com"]


@pytest.mark.parametrize(("source", "gone"), [("slack", True), ("newsletter", False)])
async def test_what_a_lost_request_made_is_taken_back_and_nothing_else(
    desk: Desk,
    source: str,
    gone: bool,  # noqa: FBT001 - an outcome
) -> None:
    desk.outside("Ben", "Bauer", "ben@example.com", source=source)
    entry = await desk.place.enters("U0BEN")
    sent = entry.model_copy(update={"sent_at": desk.place.clock() - timedelta(seconds=10)})
    assert (await desk.withdraw(sent, BEN))[0] is gone
    assert desk.there == ([] if gone else ["ben@example.com"])


async def test_without_a_name_nobody_is_looked_for(desk: Desk) -> None:
    desk.outside("Ben", "Bauer", "ben@example.com", source="slack")
    sent = (await desk.place.enters("U0BEN")).model_copy(update={"sent_at": MONDAY - timedelta(minutes=1)})
    assert await desk.withdraw(sent) == (False, [])


@pytest.mark.parametrize(("age", "slept"), [(4, 6.0), (10, 0.0), (11, 0.0)])
async def test_a_lost_request_may_land_before_it_is_looked_for(desk: Desk, age: float, slept: float) -> None:
    desk.while_asleep = lambda: desk.outside("Ben", "Bauer", "ben@example.com", source="slack")
    entry = await desk.place.enters("U0BEN")
    sent = entry.model_copy(update={"sent_at": desk.place.clock() - timedelta(seconds=age)})
    gone, _ = await desk.withdraw(sent, BEN)
    assert (gone, desk.slept) == (True, [slept])


async def test_everybody_is_listed_the_earliest_first(desk: Desk) -> None:
    desk.outside("Ben", "Bauer", "ben@example.com", source="slack:C0GENERAL")
    desk.place.clock.passes(1)
    desk.outside("Chie", "Sato", "chie@example.com")
    everybody = await desk.registrants.list_all(desk.webinar, desk.place.caller)
    assert [(one.name, one.channel) for one in everybody] == [
        ("Ben Bauer", "C0GENERAL"),
        ("Chie Sato", None),
    ]


async def test_whoever_waits_for_the_list_is_told_so(desk: Desk) -> None:
    await desk.place.penalised()
    await desk.registrants.list_all(desk.webinar, desk.place.caller)
    assert desk.place.told_of == [WaitReason.PENALTY]
    await registered(desk, "U0BEN", "999")
    await desk.place.penalised()
    await desk.registrants.reconcile(desk.tracked, desk.place.caller)
    assert desk.place.told_of == [WaitReason.PENALTY]


async def registered(desk: Desk, user: str, registrant: str) -> RegistrationEntry:
    entry = await desk.place.enters(user)
    return await desk.put(
        entry, stage=RegistrationStage.REGISTERED, registrant=registrant, join_uri="https://v.example.com/j"
    )


async def test_whoever_was_taken_off_at_ringcentral_is_not_registered_here_any_more(desk: Desk) -> None:
    ben = desk.outside("Ben", "Bauer", "ben@example.com")
    here, gone = await registered(desk, "U0BEN", ben), await registered(desk, "U0CHIE", "999")
    before = len(desk.place.ringcentral.asked)
    everybody = await desk.registrants.reconcile(desk.tracked, desk.place.caller)
    assert [one.id for one in everybody] == [ben]
    assert desk.place.asked_since(before) == [LIST, LIST], "somebody who is missing is looked for twice"
    registrations = desk.place.stores.registrations
    assert await registrations.get(here.number) == here
    left = await registrations.get(gone.number)
    assert left is not None
    assert (left.stage, left.join_uri) == (RegistrationStage.LEFT, None)


async def test_where_nobody_is_missing_one_list_is_enough(desk: Desk) -> None:
    await registered(desk, "U0BEN", desk.outside("Ben", "Bauer", "ben@example.com"))
    before = len(desk.place.ringcentral.asked)
    await desk.registrants.reconcile(desk.tracked, desk.place.caller)
    assert desk.place.asked_since(before) == [LIST]


async def test_whoever_is_on_the_second_list_alone_stays(desk: Desk) -> None:
    entry = await registered(desk, "U0BEN", desk.outside("Ben", "Bauer", "ben@example.com"))
    desk.place.api.faults.add(Status(200, {"records": []}, method="GET", path="registrants"))
    everybody = await desk.registrants.reconcile(desk.tracked, desk.place.caller)
    assert [one.email for one in everybody] == ["ben@example.com"]
    assert await desk.place.stores.registrations.get(entry.number) == entry


async def test_whoever_leaves_meanwhile_is_left_alone(desk: Desk) -> None:
    entry = await registered(desk, "U0BEN", "999")
    hold = desk.place.api.faults.add(Hold(method="GET", path="registrants"))
    comparing = asyncio.create_task(desk.registrants.reconcile(desk.tracked, desk.place.caller))
    await hold.reached.wait()
    await desk.put(entry, stage=RegistrationStage.LEAVING)
    hold.release()
    await comparing
    left = await desk.place.stores.registrations.get(entry.number)
    assert left is not None
    assert left.stage is RegistrationStage.LEAVING


WHEN, LATER = datetime.fromisoformat("2026-03-01T10:00:00Z"), datetime.fromisoformat("2026-03-01T11:00:00Z")


@pytest.mark.parametrize(
    ("answer", "registrant"),
    [
        ({}, {}),
        (
            {"first_name": "Ben", "last_name": "Bauer", "email": "ben@example.com"},
            {"first_name": "Ben", "last_name": "Bauer", "email": "ben@example.com"},
        ),
        ({"first_name": "Ben", "last_name": "-"}, {"first_name": "Ben"}),
        ({"first_name": "Ben", "last_name": "B-"}, {"first_name": "Ben", "last_name": "B-"}),
        ({"creation_time": WHEN}, {"registered_at": WHEN}),
        ({"creation_time": WHEN, "registration_time": LATER}, {"registered_at": LATER}),
        ({"source": "newsletter"}, {"source": "newsletter"}),
        ({"source": "slack"}, {"source": "slack"}),
        ({"source": "slack:"}, {"source": "slack:"}),
        ({"source": "slack:C0GENERAL"}, {"source": "slack:C0GENERAL", "channel": "C0GENERAL"}),
        ({"participant_id": "7"}, {"came": True}),
    ],
)
def test_a_registrant_as_ringcentral_tells(answer: dict[str, Any], registrant: dict[str, Any]) -> None:
    assert registrant_of(RegistrantAnswer(id="1", **answer)) == Registrant(id="1", **registrant)


def entry_from(channel: str | None, card: str | None) -> RegistrationEntry:
    return RegistrationEntry(
        number=1,
        webinar_key="d1",
        user="U0BEN",
        stage=RegistrationStage.WAITING,
        asked_at=MONDAY,
        channel=channel,
        card=card,
    )


@pytest.mark.parametrize(
    ("channel", "card", "source", "external_id"),
    [
        ("C0GENERAL", "1.1", "slack:C0GENERAL", "C0GENERAL/1.1/U0BEN"),
        ("C0GENERAL", None, "slack:C0GENERAL", "U0BEN"),
        (None, "1.1", "slack", "U0BEN"),
        (None, None, "slack", "U0BEN"),
    ],
)
def test_ringcentral_hears_where_somebody_clicked(
    channel: str | None, card: str | None, source: str, external_id: str
) -> None:
    entry = entry_from(channel, card)
    assert (source_of(entry), external_id_of(entry)) == (source, external_id)
