"""While a crowd registers, calls are kept free for one form that is open."""

from datetime import timedelta

from bot.models.rate_limit import Priority
from bot.models.registration import RegistrationBarrier
from bot.rate_limit.reservation import CHANGE, CREATION, CallReservation
from tests.bot.workplace import Workplace


def reservation(place: Workplace) -> CallReservation:
    """What one worker keeps free."""
    return CallReservation(place.ringcentral.rate_limiter, place.stores.registrations, place.clock)


async def test_nothing_is_kept_while_nobody_registers(place: Workplace) -> None:
    await reservation(place).reserve("V1", CREATION)
    assert await place.calls_ahead() == 0


async def test_a_form_that_opens_while_a_crowd_registers_keeps_its_calls(place: Workplace) -> None:
    await place.enters("U0BEN")
    await reservation(place).reserve("V1", CREATION)
    assert await place.calls_ahead() == 3


async def test_a_smaller_form_keeps_fewer(place: Workplace) -> None:
    await place.enters("U0BEN")
    await reservation(place).reserve("V1", CHANGE)
    assert await place.calls_ahead() == 2


async def test_people_who_wait_now_go_before_what_is_kept(place: Workplace) -> None:
    await place.enters("U0BEN")
    await reservation(place).reserve("V1", CREATION)
    assert await place.calls_ahead(Priority.PERSON) == 0
    assert await place.calls_ahead(Priority.BACKGROUND) == 0


async def test_a_second_form_waits_for_the_first(place: Workplace) -> None:
    await place.enters("U0BEN")
    calls = reservation(place)
    for form in ("V1", "V1", "V2"):
        await calls.reserve(form, CREATION)
    assert await place.calls_ahead() == 3
    await calls.release("V1")
    assert await place.calls_ahead() == 0
    await calls.reserve("V2", CREATION)
    assert await place.calls_ahead() == 3


async def test_two_workers_keep_no_more_than_one(place: Workplace) -> None:
    await place.enters("U0BEN")
    await reservation(place).reserve("V1", CREATION)
    await reservation(place).reserve("V2", CREATION)
    assert await place.calls_ahead() == 3


async def test_a_form_that_another_worker_opened_frees_its_calls_when_it_is_release(
    place: Workplace,
) -> None:
    await place.enters("U0BEN")
    await reservation(place).reserve("V1", CREATION)
    await reservation(place).release("V1")
    assert await place.calls_ahead() == 0


async def test_a_form_that_was_opened_in_time_of_a_crowd_frees_its_calls_after_it(place: Workplace) -> None:
    entry = await place.enters("U0BEN")
    calls = reservation(place)
    await calls.reserve("V1", CREATION)
    await place.stores.registrations.refuse_all(entry.webinar_key, RegistrationBarrier.GONE)
    await calls.release("V1")
    assert await place.calls_ahead() == 0


async def test_a_form_that_stays_open_keeps_its_calls_for_three_minutes(place: Workplace) -> None:
    await place.enters("U0BEN")
    calls = reservation(place)
    await calls.reserve("V1", CREATION)
    place.clock.passes(timedelta(seconds=179).total_seconds())
    assert await place.calls_ahead() == 3
    place.clock.passes(2)
    assert await place.calls_ahead() == 0
    await calls.reserve("V2", CREATION)
    assert await place.calls_ahead() == 3
