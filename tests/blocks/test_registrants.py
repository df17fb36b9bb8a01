"""Who registered, for the host alone: the number, the newest, and the whole list as a file."""

from datetime import timedelta

import pytest

from blocks.registrants import file_on_its_way, not_read, reading_registrants, registrants_view, table_comment
from bot.models.registration import Registrant
from bot.models.tracked import TrackedWebinar
from tests.blocks.example_webinar import event
from tests.blocks.visible_text import lines
from tests.bot.virtual_time import MONDAY

TRACKED = TrackedWebinar(webinar_key="d1", webinar=event(title="A & B"), made_at=MONDAY)
ENDING = [
    "[Send me the list (CSV)]",
    "- You get a CSV file by direct message. It contains e-mail addresses, so handle it with care.",
]


def registrant(number: int, *, came: bool = False) -> Registrant:
    """Who registered, so many minutes after the first."""
    return Registrant(
        id=str(number),
        first_name="P",
        last_name=str(number),
        email=f"p{number}@example.com",
        registered_at=MONDAY + timedelta(minutes=number),
        came=came,
    )


def test_nobody_registered_yet() -> None:
    assert lines(registrants_view(TRACKED, [])) == ["*A &amp; B*", "0 people registered."]


def test_the_newest_come_first() -> None:
    undated = Registrant(id="9", first_name="Old", email="old@example.com")
    view = registrants_view(TRACKED, [undated, registrant(1), registrant(2, came=True)])
    assert lines(view) == [
        "*A &amp; B*",
        "3 people registered:",
        "• P 2, p2@example.com · attended",
        "• P 1, p1@example.com",
        "• Old, old@example.com",
        *ENDING,
    ]


def test_one_is_one_person() -> None:
    assert lines(registrants_view(TRACKED, [registrant(1)]))[1] == "1 person registered:"


@pytest.mark.parametrize(
    ("count", "said"), [(15, "15 people registered:"), (16, "16 people registered, the last 15 were:")]
)
def test_of_many_the_last_fifteen_are_shown(count: int, said: str) -> None:
    view = lines(registrants_view(TRACKED, [registrant(number) for number in range(count)]))
    assert view[1] == said
    assert len([line for line in view if line.startswith("•")]) == 15
    assert view[2].startswith(f"• P {count - 1},")


def test_the_file_is_told_step_by_step() -> None:
    assert lines(reading_registrants()) == [":hourglass_flowing_sand: Asking RingCentral who registered…"]
    assert lines(file_on_its_way()) == [
        ":hourglass_flowing_sand: The list is on its way to your direct messages."
    ]
    assert lines(file_on_its_way(done=True)) == [":white_check_mark: The list is in your direct messages."]
    assert lines(file_on_its_way(problem="Slack <is> down.")) == [
        ":warning: I could not send the list. Slack &lt;is&gt; down."
    ]
    assert lines(not_read("RingCentral is down.")) == [":warning: RingCentral is down."]


def test_the_file_says_what_it_is() -> None:
    assert table_comment(TRACKED, 3) == "Everyone who registered for *A &amp; B*: 3. Only visible to you."
