"""A click on Register me is saved before anything else and answered at once: with a link, a place in line, or why not."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from bot.models import Phase, Registration, RegistrationStatus
from bot.models.registration import (
    QueuePosition,
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    SignupAnswer,
    SignupClick,
)
from bot.models.tracked import TrackedWebinar
from bot.registration import signup as signup_module
from bot.registration.signup import Signup
from sandbox.faults import Hold, Status
from sandbox.slack.outages import refusal
from tests.blocks.example_webinar import CLOSED, OPEN, PAGE, event
from tests.bot.virtual_time import MONDAY
from tests.bot.workplace import Workplace

LINK = "https://v.example.com/join/ben"
FULL = Registration(status=RegistrationStatus.OPEN, count=200, page_uri=PAGE, limit=200)


@dataclass
class Desk:
    """Signing up, and what happens when the queue is woken."""

    place: Workplace
    woken: int = 0
    when_woken: Callable[[], None] = lambda: None
    running: list[asyncio.Task[Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        stores, limiter = self.place.stores, self.place.ringcentral.rate_limiter
        self.signup = Signup(
            self.place.people, stores.registrations, stores.consents, limiter, self.place.clock, self._wake
        )

    def _wake(self) -> None:
        self.woken += 1
        self.when_woken()

    async def put(self, entry: RegistrationEntry, **changed: Any) -> None:
        """Something became of a registration."""
        await self.place.stores.registrations.change(entry.number, lambda now: now.model_copy(update=changed))

    def does(self, entry_number: int, **changed: Any) -> None:
        """Let the queue do this as soon as it is woken."""

        async def work() -> None:
            await self.place.stores.registrations.change(
                entry_number, lambda now: now.model_copy(update=changed)
            )

        self.when_woken = lambda: self.running.append(asyncio.create_task(work()))


@pytest.fixture
def desk(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(signup_module, "_LOOK", 0.001)
    monkeypatch.setattr(signup_module, "_DONE_WITHIN", 0.05)
    return Desk(place)


def tracked(**changes: Any) -> TrackedWebinar:
    return TrackedWebinar(webinar_key="d1", webinar=event(**changes), made_at=MONDAY)


def read(registration: Registration, seconds: float | None) -> TrackedWebinar:
    """A webinar whose registration was read so many seconds ago."""
    read_at = None if seconds is None else MONDAY - timedelta(seconds=seconds)
    return tracked(registration=registration.model_copy(update={"read_at": read_at}))


@pytest.mark.parametrize(
    ("webinar", "answer"),
    [
        (None, RegistrationBarrier.GONE),
        (tracked(phase=Phase.ENDED), RegistrationBarrier.OVER),
        (tracked(phase=Phase.CANCELLED), RegistrationBarrier.OVER),
        (tracked(registration=OPEN.model_copy(update={"asks": True})), RegistrationBarrier.QUESTIONS),
        (read(CLOSED, 59), RegistrationBarrier.CLOSED),
        (read(FULL, 59), RegistrationBarrier.FULL),
        (read(CLOSED, 60), None),
        (read(FULL, 60), None),
        (read(CLOSED, None), None),
        (tracked(registration=None), None),
        (tracked(), None),
    ],
    ids=[
        "deleted",
        "ended",
        "cancelled",
        "questions",
        "closed a moment ago",
        "full a moment ago",
        "perhaps open again",
        "perhaps room again",
        "closed, never read",
        "not read yet",
        "open",
    ],
)
async def test_what_stands_in_the_way_is_told_before_anybody_waits(
    desk: Desk, webinar: TrackedWebinar | None, answer: RegistrationBarrier | None
) -> None:
    expected = None if answer is None else SignupAnswer(barrier=answer)
    assert await desk.signup.answer_if_known(webinar, "U0BEN") == expected


async def test_whoever_is_registered_gets_their_link_again(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    await desk.put(entry, stage=RegistrationStage.REGISTERED, join_uri=LINK)
    told = await desk.signup.answer_if_known(read(CLOSED, 1), "U0BEN")
    assert told == SignupAnswer(stage=RegistrationStage.REGISTERED, join_uri=LINK)
    assert await desk.signup.answer_if_known(tracked(), "U0CHIE") is None


async def test_after_the_end_nobody_is_told_of_their_registration(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    await desk.put(entry, stage=RegistrationStage.REGISTERED, join_uri=LINK)
    over = await desk.signup.answer_if_known(tracked(phase=Phase.ENDED), "U0BEN")
    assert over == SignupAnswer(barrier=RegistrationBarrier.OVER)


@pytest.mark.parametrize("stage", [RegistrationStage.REFUSED, RegistrationStage.LEFT])
async def test_whoever_was_refused_or_left_can_register_again(desk: Desk, stage: RegistrationStage) -> None:
    entry = await desk.place.enters("U0BEN")
    await desk.put(entry, stage=stage)
    assert await desk.signup.answer_if_known(tracked(), "U0BEN") is None


async def test_whoever_is_about_to_leave_is_told_so_or_may_come_again_once_it_is_done(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    await desk.put(entry, stage=RegistrationStage.LEAVING)
    assert await desk.signup.answer_if_known(tracked(), "U0BEN") == SignupAnswer(
        stage=RegistrationStage.LEAVING
    )
    asking = asyncio.create_task(desk.signup.answer_if_known(tracked(), "U0BEN"))
    await asyncio.sleep(0)
    await desk.put(entry, stage=RegistrationStage.LEFT)
    assert await asking is None


async def test_whoever_is_told_at_once_waits_for_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signup_module, "_DONE_WITHIN", 60)
    await desk.place.enters("U0BEN")
    async with asyncio.timeout(10):
        answer = await desk.signup.answer_if_known(tracked(), "U0BEN")
    assert answer is not None
    assert answer.stage is RegistrationStage.WAITING


async def test_whoever_waits_is_told_their_place_and_how_long_it_takes(desk: Desk) -> None:
    for user in ("U0ANN", "U0BEN", "U0CHIE"):
        await desk.place.enters(user)
    place = QueuePosition(ahead=2, ahead_of_all=2)
    expected = SignupAnswer(stage=RegistrationStage.WAITING, place=place, seconds=12, pace=6)
    assert await desk.signup.answer_if_known(tracked(), "U0CHIE") == expected


async def test_while_ringcentral_lets_nothing_through_the_wait_is_longer(desk: Desk) -> None:
    for user in ("U0ANN", "U0BEN"):
        await desk.place.enters(user)
    limiter = desk.place.ringcentral.rate_limiter
    async with limiter.turn("create", "Heavy", desk.place.caller) as turn:
        await turn.penalised(30)
    answer = await desk.signup.answer_if_known(tracked(), "U0BEN")
    assert answer is not None
    assert round(answer.seconds) == 36


async def test_a_click_is_saved_and_wakes_the_queue(desk: Desk) -> None:
    await desk.place.enters("U0ANN")
    click = SignupClick(webinar_key="d1", user="U0BEN", channel="C0GENERAL", card="1.1")
    answer = await desk.signup.register(click)
    assert answer.place == QueuePosition(ahead=1, ahead_of_all=1)
    assert desk.woken == 1
    entry = await desk.place.stores.registrations.find("d1", "U0BEN")
    assert entry is not None
    assert (entry.channel, entry.card, entry.stage) == ("C0GENERAL", "1.1", RegistrationStage.WAITING)


async def test_the_first_in_line_is_registered_before_they_are_answered(desk: Desk) -> None:
    desk.does(1, stage=RegistrationStage.REGISTERED, join_uri=LINK)
    answer = await desk.signup.register(SignupClick(webinar_key="d1", user="U0BEN"))
    assert answer == SignupAnswer(stage=RegistrationStage.REGISTERED, join_uri=LINK)


async def test_the_first_in_line_who_is_refused_hears_why(desk: Desk) -> None:
    desk.does(1, stage=RegistrationStage.REFUSED, barrier=RegistrationBarrier.WORK_EMAIL)
    answer = await desk.signup.register(SignupClick(webinar_key="d1", user="U0BEN"))
    assert answer == SignupAnswer(stage=RegistrationStage.REFUSED, barrier=RegistrationBarrier.WORK_EMAIL)


async def test_the_first_in_line_does_not_wait_for_ever(desk: Desk) -> None:
    answer = await desk.signup.register(SignupClick(webinar_key="d1", user="U0BEN"))
    place = QueuePosition(ahead=0, ahead_of_all=0)
    assert answer == SignupAnswer(stage=RegistrationStage.WAITING, place=place, pace=6)


@pytest.mark.parametrize(
    ("before", "stage", "told"),
    [
        ({}, RegistrationStage.LEFT, RegistrationStage.LEFT),
        ({"sent_at": MONDAY}, RegistrationStage.LEAVING, RegistrationStage.LEAVING),
        ({"stage": RegistrationStage.REGISTERED}, RegistrationStage.LEAVING, RegistrationStage.LEAVING),
        ({"stage": RegistrationStage.LEAVING}, RegistrationStage.LEAVING, None),
        ({"stage": RegistrationStage.REFUSED}, RegistrationStage.REFUSED, None),
    ],
    ids=["never sent", "perhaps sent", "registered", "leaves already", "refused"],
)
async def test_whoever_does_not_want_to_come_leaves(
    desk: Desk, before: dict[str, Any], stage: RegistrationStage, told: RegistrationStage | None
) -> None:
    entry = await desk.place.enters("U0BEN")
    await desk.put(entry, **before)
    answer = await desk.signup.leave("d1", "U0BEN")
    assert answer == SignupAnswer(stage=stage)
    assert desk.woken == 1
    left = await desk.place.stores.registrations.get(entry.number)
    assert left is not None
    assert (left.stage, left.told) == (stage, told)


async def test_the_reason_of_a_refusal_is_told_to_whoever_leaves(desk: Desk) -> None:
    entry = await desk.place.enters("U0BEN")
    await desk.put(entry, stage=RegistrationStage.REFUSED, barrier=RegistrationBarrier.FULL)
    answer = await desk.signup.leave("d1", "U0BEN")
    assert answer == SignupAnswer(stage=RegistrationStage.REFUSED, barrier=RegistrationBarrier.FULL)


async def test_whoever_never_registered_has_nothing_to_leave(desk: Desk) -> None:
    await desk.place.enters("U0BEN")
    assert await desk.signup.leave("d1", "U0CHIE") is None
    assert await desk.signup.leave("d2", "U0BEN") is None
    assert desk.woken == 0


async def test_a_person_agrees_once(desk: Desk) -> None:
    assert not await desk.signup.has_agreed("U0BEN")
    await desk.signup.save_consent("U0BEN")
    assert await desk.signup.has_agreed("U0BEN")
    assert not await desk.signup.has_agreed("U0CHIE")


async def test_who_clicked_is_asked_of_slack(desk: Desk) -> None:
    person = await desk.signup.find_person("U0BEN")
    assert person is not None
    assert person.email == "ben@example.com"


@pytest.mark.parametrize("code", ["user_not_found", "fatal_error"])
async def test_a_slack_that_does_not_tell_who_it_is_holds_nobody_up(desk: Desk, code: str) -> None:
    desk.place.slack.faults.add(Status(path="users.info", **refusal(code), times=None))
    assert await desk.signup.find_person("U0BEN") is None


async def test_a_slow_slack_holds_nobody_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signup_module, "_KNOWN_WITHIN", 0.01)
    hold = desk.place.slack.faults.add(Hold(path="users.info"))
    assert await desk.signup.find_person("U0BEN") is None
    hold.release()
