"""What is said while RingCentral is asked how a webinar stands, and where none fits."""

import pytest

from blocks.status import nothing_fits, wait_message
from bot.models.rate_limit import Wait, WaitReason
from tests.blocks.visible_text import lines


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "You have no upcoming webinars, and none are announced in your channels."),
        (
            "<!here> demo",
            "No webinar that concerns you has “&lt;!here&gt; demo” in its title. `/webinar list` shows all of them.",
        ),
    ],
)
def test_where_no_webinar_fits_the_way_on_is_told(words: str, said: str) -> None:
    assert lines(nothing_fits(words)) == [said]


@pytest.mark.parametrize(("seconds", "about"), [(3, "about 3 s"), (42, "about 40 s"), (170, "about 3 min")])
def test_a_wait_says_about_how_long(seconds: float, about: str) -> None:
    wait = Wait(reason=WaitReason.BUDGET, seconds=seconds)
    assert lines(wait_message(wait)) == [f":hourglass_flowing_sand: Asking RingCentral, {about}…"]
