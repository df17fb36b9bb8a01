"""A failure becomes words and a line in the log; what nobody foresaw does not."""

import pytest
from structlog.testing import capture_logs

from bot.attempt import attempt
from bot.errors import SlotLost, Unavailable


async def give() -> str:
    return "done"


async def fail(error: Exception) -> str:
    raise error


async def test_work_that_succeeds_gives_its_result_and_no_problem() -> None:
    assert await attempt(give(), "not_given") == ("done", None)


async def test_work_that_fails_gives_the_problem_in_words_and_a_line_in_the_log() -> None:
    with capture_logs() as logs:
        done, problem = await attempt(
            fail(Unavailable("RingCentral is away.")), "not_given", webinar_key="w1"
        )
    assert (done, problem) == (None, "RingCentral is away.")
    (line,) = logs
    assert (line["event"], line["error"], line["webinar_key"]) == ("not_given", "Unavailable", "w1")


@pytest.mark.parametrize("error", [SlotLost("taken over"), ZeroDivisionError()])
async def test_a_lost_slot_and_what_nobody_foresaw_are_raised(error: Exception) -> None:
    with pytest.raises(type(error)):
        await attempt(fail(error), "not_given")
