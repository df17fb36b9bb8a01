"""While people wait they read what happens and how long it takes."""

import pytest

from blocks.progress import creating, creating_message, say_wait
from bot.models.rate_limit import Wait, WaitReason
from tests.blocks.example_webinar import plan_of, webinar
from tests.blocks.view_input import inputs
from tests.blocks.visible_text import formatted

PLAN = plan_of(webinar(title="Q3 <All-Hands>"))
BUDGET = {"reason": WaitReason.BUDGET, "limit": 10, "window": 60.0}


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (
            Wait(**BUDGET, seconds=20),
            "RingCentral allows 10 calls a minute; yours is next, about 20 s.",
        ),
        (
            Wait(**BUDGET, seconds=20, ahead=1),
            "RingCentral allows 10 calls a minute; 1 is ahead of yours, about 20 s.",
        ),
        (
            Wait(**{**BUDGET, "window": 30.0}, seconds=200, ahead=14),
            "RingCentral allows 10 calls in 30 seconds; 14 are ahead of yours, about 3 min.",
        ),
        (
            Wait(reason=WaitReason.PENALTY, seconds=30, ahead=2),
            "RingCentral has asked us to slow down; 2 are ahead of yours, about 30 s.",
        ),
        (
            Wait(reason=WaitReason.PENALTY, seconds=30),
            "RingCentral has asked us to slow down; yours is next, about 30 s.",
        ),
        (
            Wait(reason=WaitReason.DOWN, seconds=4),
            "RingCentral isn’t responding right now. Trying again in about 4 s.",
        ),
        (
            Wait(reason=WaitReason.CHECKING, seconds=20),
            (
                "RingCentral didn’t answer, and nothing has arrived so far. It may still come, so I’ll check once more in "
                "about 20 s before I send it again."
            ),
        ),
        (
            Wait(reason=WaitReason.CHECKING, seconds=0),
            "RingCentral didn’t answer. Checking whether it was done.",
        ),
    ],
)
def test_a_wait_is_told_in_words(wait: Wait, said: str) -> None:
    assert say_wait(wait) == said
    assert said in formatted(creating(PLAN, wait))
    assert creating_message(PLAN, wait).text.endswith(said)


def test_without_a_wait_it_is_just_being_created() -> None:
    assert creating_message(PLAN).text == ":hourglass_flowing_sand: Creating *Q3 &lt;All-Hands&gt;*…"
    assert len(creating(PLAN)["blocks"]) == 2


def test_the_creating_view_can_be_closed_and_asks_nothing() -> None:
    view = creating(PLAN)
    assert inputs(view) == []
    assert "submit" not in view
    assert "You can close this window. I’ll also send you the result as a direct message." in formatted(view)
