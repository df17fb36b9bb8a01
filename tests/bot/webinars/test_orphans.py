"""A webinar that may be ours: one that is exactly as planned is taken, any doubt goes to a person."""

import pytest

from bot.errors import Undecided
from bot.models import Plan, WebinarSettings
from bot.models.keys import WriteKey
from bot.models.submission import Made, Submission
from bot.ringcentral.responses import WebinarAnswer
from bot.webinars.orphans import Orphan, Orphans, decide, is_as_planned
from tests.blocks.example_webinar import plan_of, webinar
from tests.bot.workplace import Workplace

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


async def lost(place: Workplace, webinar_key: str, plan: Plan = PLAN) -> Submission:
    """A form whose webinar was made, and the answer lost."""
    submission = await place.submitted(plan, webinar_key)
    await place.stores.attempts.mark_sending(WriteKey.webinar(webinar_key))
    place.api.make(plan.title, plan.description, pollsEnabled=True)
    return submission


async def found(place: Workplace, submission: Submission) -> str | None:
    """The webinar that is taken for the one of a form."""
    attempt = await place.stores.attempts.find(WriteKey.webinar(submission.webinar_key))
    assert attempt is not None
    orphans = Orphans(place.stores.attempts, place.stores.submissions, place.stores.webinars)
    orphan = await orphans.find(place.ringcentral.ringcentral, submission, attempt)
    return orphan.webinar.id if orphan else None


async def test_the_one_that_the_form_made_is_found(place: Workplace) -> None:
    submission = await lost(place, "d1")
    assert await found(place, submission) in place.api.webinars


async def test_where_nothing_was_made_nothing_is_found(place: Workplace) -> None:
    submission = await lost(place, "d1")
    for webinar_id in list(place.api.webinars):
        place.api.remove(webinar_id)
    assert await found(place, submission) is None


@pytest.mark.parametrize(("title", "description"), [("Other", PLAN.description), (PLAN.title, "Other")])
async def test_another_title_or_description_is_not_ours(
    place: Workplace, title: str, description: str
) -> None:
    submission = await lost(place, "d1")
    (ours,) = place.api.webinars
    place.api.make(title, description, pollsEnabled=True)
    assert await found(place, submission) == ours


async def test_a_rival_that_lost_its_answer_as_well_makes_either_fit(place: Workplace) -> None:
    submission = await lost(place, "d1")
    await lost(place, "d2")
    assert await found(place, submission) in place.api.webinars


@pytest.mark.parametrize("changes", [{"title": "Other"}, {"description": "Other"}])
async def test_a_form_with_another_plan_is_no_rival(place: Workplace, changes: dict[str, str]) -> None:
    submission = await lost(place, "d1")
    await lost(place, "d2", PLAN.model_copy(update=changes))
    place.api.make(PLAN.title, PLAN.description, pollsEnabled=True)
    with pytest.raises(Undecided) as undecided:
        await found(place, submission)
    assert len(undecided.value.found) == 2
    assert str(undecided.value) == (
        "RingCentral did not answer, so I looked whether the webinar was made all the same, and found what may be it "
        "or someone else’s. Say which in my direct message to you."
    )


async def test_what_another_form_has_claimed_is_not_ours(place: Workplace) -> None:
    submission = await lost(place, "d1")
    (ours,) = place.api.webinars
    other = place.api.make(PLAN.title, PLAN.description, pollsEnabled=True)
    made = Made(id=other.id, plan=PLAN, settings=WebinarSettings())
    await place.stores.webinars.add("d2", "U0BEN", made)
    assert await found(place, submission) == ours


async def test_what_the_person_passes_over_is_not_ours(place: Workplace) -> None:
    submission = await lost(place, "d1")
    (theirs,) = place.api.webinars
    assert await found(place, submission.model_copy(update={"passes_over": (theirs,)})) is None


async def test_what_has_a_session_already_is_not_ours(place: Workplace) -> None:
    submission = await lost(place, "d1")
    (theirs,) = place.api.webinars
    place.api.schedule(theirs)
    assert await found(place, submission) is None


@pytest.mark.parametrize(("seconds", "is_ours"), [(-29, True), (-31, False), (39, True), (41, False)])
async def test_only_what_was_made_about_then_can_be_ours(
    place: Workplace,
    seconds: float,
    is_ours: bool,  # noqa: FBT001 - an outcome
) -> None:
    submission = await place.submitted(PLAN, "d1")
    await place.stores.attempts.mark_sending(WriteKey.webinar("d1"))
    place.clock.passes(seconds)
    place.api.make(PLAN.title, PLAN.description, pollsEnabled=True)
    place.clock.passes(-seconds)
    assert (await found(place, submission) is not None) is is_ours
