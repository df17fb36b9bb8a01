"""A webinar that may be ours: one that is exactly as planned is taken, any doubt goes to a person."""

import pytest

from bot.errors import Undecided
from bot.models import WebinarSettings
from bot.ringcentral.responses import WebinarAnswer
from bot.webinars.orphans import Orphan, decide, is_as_planned
from tests.blocks.example_webinar import plan_of, webinar

PLAN = plan_of(webinar(), settings=WebinarSettings(polls_enabled=True))


def orphan(number: str, *, polls: bool | None = True) -> Orphan:
    settings = WebinarSettings(polls_enabled=polls, qna_enabled=True)
    return Orphan(WebinarAnswer(id=number, title=PLAN.title, settings=settings), PLAN)


def test_only_settings_that_were_asked_for_are_compared() -> None:
    assert is_as_planned(*orphan("1"))
    assert not is_as_planned(*orphan("1", polls=False))
    assert is_as_planned(*orphan("1", polls=None)), "a setting that is not told may be as asked"


def test_one_that_is_as_planned_is_ours() -> None:
    assert decide([orphan("1"), orphan("2", polls=False)], 0).webinar.id == "1"


def test_each_of_two_may_be_taken_when_a_rival_made_the_other() -> None:
    assert decide([orphan("1"), orphan("2")], 1).webinar.id == "1"


@pytest.mark.parametrize(
    ("alike", "rivals"),
    [
        ([orphan("1"), orphan("2")], 0),
        ([orphan("1"), orphan("2"), orphan("3")], 1),
        ([orphan("1", polls=False)], 0),
    ],
)
def test_a_doubt_goes_to_a_person_with_everything_found(alike: list[Orphan], rivals: int) -> None:
    with pytest.raises(Undecided) as undecided:
        decide(alike, rivals)
    assert list(undecided.value.found) == [one.webinar.id for one in alike]


def test_two_plans_for_one_webinar_count_once() -> None:
    again = Orphan(orphan("1").webinar, plan_of(webinar(), settings=WebinarSettings(qna_enabled=True)))
    assert decide([orphan("1"), again], 0).webinar.id == "1"
