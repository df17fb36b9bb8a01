"""A webinar is made once, with its session and its panel, whatever RingCentral answers or does not answer."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import AccountDecided, NotAllowed, NotFound, ParameterRefused, Undecided
from bot.models import Audience, Plan, RegistrationStatus, Role, Webinar, WebinarSettings
from bot.models.keys import WriteKey
from bot.models.rate_limit import WaitReason
from bot.models.submission import Submission
from bot.ringcentral.responses import RegistrationAnswer, RegistrationSettings
from bot.webinars.create import apply_registration
from sandbox.faults import DropAfter, Status
from sandbox.ringcentral import Policy, SessionRole
from tests.blocks.example_webinar import OPEN, PAGE, START, event, webinar
from tests.bot.virtual_time import MONDAY
from tests.bot.workplace import BEN, CHIE, PLAN, Workplace, workplace

MAKE, READ, DROP = "rcwConfigCreateWebinar", "rcwConfigGetWebinar", "rcwConfigDeleteWebinar"
SCHEDULE, SESSION, SESSIONS = (
    "rcwConfigCreateSession",
    "rcwConfigGetSession",
    "rcwConfigListAllSessions",
)
INVITE, PANEL = "rcwConfigUpdateInvitees", "rcwConfigListInvitees"
EVENT = PLAN.model_copy(update={"audience": Audience.REGISTERED})
WEBINARS = r"/webinars$"


def plan(**changes: Any) -> Plan:
    return PLAN.model_copy(update=changes)


def with_plan(submission: Submission, **changes: Any) -> Submission:
    """The next try of a form, with another plan."""
    return submission.model_copy(update={"plan": plan(**changes), "attempt": submission.attempt + 1})


def titles(place: Workplace) -> list[str]:
    return [one.title for one in place.api.webinars.values()]


async def test_a_webinar_is_made_as_planned(place: Workplace) -> None:
    submission = await place.submitted(plan(settings=WebinarSettings(polls_enabled=False)))
    made = await place.creation.make(submission, place.caller)
    (there,) = place.api.webinars.values()
    assert (there.id, there.title, there.description) == (made.id, PLAN.title, PLAN.description)
    assert (there.settings["pollsEnabled"], there.settings["registrationEnabled"]) == (False, False)
    assert made.settings.polls_enabled is False
    assert made.refused == ()
    assert await place.stores.webinars.get_made("d1") == made
    assert not await place.once.is_unknown(WriteKey.webinar("d1"))


async def test_an_empty_description_is_not_sent(place: Workplace) -> None:
    await place.creation.make(await place.submitted(plan(description="")), place.caller)
    (exchange,) = [one for one in place.api.exchanges if one.operation_id == MAKE]
    assert "description" not in exchange.request


async def test_a_webinar_that_is_made_is_not_made_again(place: Workplace) -> None:
    submission = await place.submitted()
    made = await place.creation.make(submission, place.caller)
    assert await place.creation.make(submission, place.caller) == made
    assert place.ringcentral.asked == [MAKE]


async def test_another_time_needs_no_other_webinar(place: Workplace) -> None:
    submission = await place.submitted()
    made = await place.creation.make(submission, place.caller)
    later = with_plan(submission, start=START + timedelta(hours=1))
    assert await place.creation.make(later, place.caller) == made


@pytest.mark.parametrize(
    "changes",
    [{"title": "Other"}, {"description": "Other"}, {"audience": Audience.REGISTERED}],
)
async def test_what_an_earlier_try_left_is_deleted_when_the_plan_has_changed(
    place: Workplace, changes: dict[str, Any]
) -> None:
    submission = await place.submitted()
    first = await place.creation.make(submission, place.caller)
    second = await place.creation.make(with_plan(submission, **changes), place.caller)
    assert list(place.api.webinars) == [second.id] != [first.id]
    assert place.ringcentral.asked == [MAKE, DROP, MAKE]


async def test_one_that_is_gone_already_needs_no_deleting(place: Workplace) -> None:
    submission = await place.submitted()
    first = await place.creation.make(submission, place.caller)
    place.api.remove(first.id)
    await place.creation.make(with_plan(submission, title="Other"), place.caller)
    assert titles(place) == ["Other"]


async def test_a_webinar_whose_session_may_be_at_another_time_is_made_anew(place: Workplace) -> None:
    submission = await place.submitted()
    first = await place.creation.make(submission, place.caller)
    await place.stores.attempts.mark_sending(WriteKey.session("d1"))
    assert (await place.creation.make(submission, place.caller)).id == first.id, "every try planned that time"
    moved = with_plan(submission, start=START + timedelta(hours=1))
    await place.stores.submissions.add(moved)
    second = await place.creation.make(moved, place.caller)
    assert list(place.api.webinars) == [second.id] != [first.id]
    assert not await place.once.is_unknown(WriteKey.session("d1"))


async def test_settings_that_the_account_refuses_are_left_out_and_named(
    tmp_path: Path, sqlite_template: Path
) -> None:
    policy = Policy(refused=["pstnEnabled", "pollsEnabled"])
    async with workplace(tmp_path, sqlite_template, policy=policy) as place:
        asked = WebinarSettings(pstn_enabled=True, polls_enabled=False, qna_enabled=False)
        made = await place.creation.make(await place.submitted(plan(settings=asked)), place.caller)
        (there,) = place.api.webinars.values()
    assert set(made.refused) == {"pstn_enabled", "polls_enabled"}
    assert there.settings["qnaEnabled"] is False
    assert made.settings.pstn_enabled is False


@pytest.mark.parametrize("parameter", ["title", "settings.pstnEnabled", "settings.unheardOf"])
async def test_a_refusal_of_anything_that_was_not_chosen_is_told(place: Workplace, parameter: str) -> None:
    body = {"errors": [{"errorCode": "CMN-101", "message": "no", "parameterName": parameter}]}
    place.api.faults.add(Status(400, body, method="POST", path=WEBINARS))
    with pytest.raises(ParameterRefused):
        await place.creation.make(await place.submitted(), place.caller)
    assert place.ringcentral.asked == []


async def test_a_setting_that_is_refused_again_after_it_was_left_out_is_told(place: Workplace) -> None:
    body = {"errors": [{"errorCode": "CMN-101", "message": "no", "parameterName": "settings.pstnEnabled"}]}
    fault = place.api.faults.add(Status(400, body, method="POST", path=WEBINARS, times=None))
    asked = plan(settings=WebinarSettings(pstn_enabled=True))
    with pytest.raises(ParameterRefused):
        await place.creation.make(await place.submitted(asked), place.caller)
    assert place.api.faults.hits(fault) == 2


async def test_a_webinar_whose_answer_was_lost_is_found(place: Workplace) -> None:
    place.api.faults.add(DropAfter(method="POST", path=WEBINARS))
    made = await place.creation.make(await place.submitted(), place.caller)
    assert list(place.api.webinars) == [made.id]
    assert made.plan == PLAN
    assert not await place.once.is_unknown(WriteKey.webinar("d1"))


async def test_of_two_that_may_be_ours_a_person_says_which(place: Workplace) -> None:
    place.api.make(PLAN.title, PLAN.description)
    place.api.faults.add(DropAfter(method="POST", path=WEBINARS))
    with pytest.raises(Undecided) as undecided:
        await place.creation.make(await place.submitted(), place.caller)
    assert undecided.value.found.keys() == place.api.webinars.keys()


async def test_a_webinar_that_a_person_says_is_theirs_is_taken(place: Workplace) -> None:
    there = place.api.make(PLAN.title)
    made = await place.creation.make(await place.submitted(takes=there.id), place.caller)
    assert (made.id, place.ringcentral.asked) == (there.id, [READ])


async def test_a_webinar_of_another_form_is_not_taken(place: Workplace) -> None:
    other = await place.creation.make(await place.submitted(webinar_key="d2"), place.caller)
    with pytest.raises(NotFound, match="That webinar belongs to another form by now"):
        await place.creation.make(await place.submitted(takes=other.id), place.caller)


async def scheduled(place: Workplace, wanted: Plan = PLAN, **facts: Any) -> Webinar:
    submission = await place.submitted(wanted, **facts)
    await place.creation.make(submission, place.caller)
    return await place.creation.schedule(submission, place.caller)


async def test_a_session_is_scheduled_as_planned(place: Workplace) -> None:
    wanted = plan(panel_joins_early=timedelta(minutes=15), settings=WebinarSettings(qna_enabled=False))
    webinar = await scheduled(place, wanted)
    (session,) = place.api.sessions.values()
    assert (session.start, session.duration, session.time_zone, session.panel_offset) == (
        START,
        5400,
        "America/New_York",
        900,
    )
    assert (webinar.id, webinar.session_id, webinar.owner) == (session.webinar_id, session.id, "U0ANN")
    assert (webinar.title, webinar.description) == (PLAN.title, PLAN.description)
    assert (webinar.start, webinar.time_zone, webinar.duration) == (START, PLAN.time_zone, PLAN.duration)
    assert (webinar.panel_joins_early, webinar.settings.qna_enabled) == (timedelta(minutes=15), False)
    assert (webinar.host, webinar.read_at) == ("100", place.clock())
    assert webinar.changed_at is not None
    assert webinar.host_uri is not None
    assert webinar.join_uri is not None
    assert webinar.host_uri != webinar.join_uri
    assert await place.stores.webinars.get_scheduled("d1") == webinar
    assert not await place.once.is_unknown(WriteKey.session("d1"))


async def test_an_event_has_no_shared_link(place: Workplace) -> None:
    webinar = await scheduled(place, EVENT)
    assert (webinar.audience, webinar.join_uri) == (Audience.REGISTERED, None)
    assert place.ringcentral.asked == [MAKE, SCHEDULE]


async def test_ringcentrals_word_on_registration_counts(tmp_path: Path, sqlite_template: Path) -> None:
    policy = Policy(overridden=["registrationEnabled"])
    async with workplace(tmp_path, sqlite_template, policy=policy) as place:
        webinar = await scheduled(place, EVENT)
    assert webinar.audience is Audience.ALL_HANDS
    assert webinar.join_uri is not None


async def test_a_session_that_is_scheduled_is_not_scheduled_again(place: Workplace) -> None:
    webinar = await scheduled(place)
    before = len(place.ringcentral.asked)
    assert await place.creation.schedule(await place.submitted(), place.caller) == webinar
    assert place.asked_since(before) == []


async def test_without_a_webinar_there_is_no_session(place: Workplace) -> None:
    with pytest.raises(NotFound, match="The webinar that was just made no longer exists"):
        await place.creation.schedule(await place.submitted(), place.caller)


async def test_a_session_whose_answer_was_lost_is_found_with_its_links(place: Workplace) -> None:
    place.api.faults.add(DropAfter(method="POST", path="sessions"))
    webinar = await scheduled(place)
    assert list(place.api.sessions) == [webinar.session_id]
    assert webinar.join_uri is not None
    assert place.ringcentral.asked == [MAKE, SCHEDULE, SESSIONS, SESSION]


async def test_a_lost_session_is_told_from_those_of_other_webinars(place: Workplace) -> None:
    other = place.api.make(PLAN.title)
    place.api.schedule(other.id, START, PLAN.duration)
    place.api.faults.add(DropAfter(method="POST", path="sessions"))
    webinar = await scheduled(place)
    assert webinar.session_id == place.api.store.session_of(webinar.id).id  # type: ignore[union-attr]


async def test_a_webinar_whose_session_is_refused_is_deleted_again(place: Workplace) -> None:
    place.api.faults.add(Status(403, method="POST", path="sessions"))
    with pytest.raises(NotAllowed):
        await scheduled(place)
    assert place.api.webinars == {}
    assert await place.stores.webinars.get_made("d1") is None


async def test_a_refusal_is_told_even_where_deleting_fails(place: Workplace) -> None:
    place.api.faults.add(Status(403, method="POST", path="sessions"))
    place.api.faults.add(Status(403, method="DELETE"))
    with pytest.raises(NotAllowed):
        await scheduled(place)
    assert await place.stores.webinars.get_made("d1") is not None, "the next try takes it over"


async def test_a_shared_link_that_is_missing_is_asked_for_once_more(place: Workplace) -> None:
    answer = {"id": "77", "status": "Scheduled"}
    place.api.faults.add(Status(201, answer, method="POST", path="sessions"))
    later = {**answer, "attendeeJoinUri": "https://v.example.com/join/shared"}
    place.api.faults.add(Status(200, later, method="GET", path="sessions/77"))
    webinar = await scheduled(place)
    assert webinar.join_uri == "https://v.example.com/join/shared"
    assert await place.stores.webinars.get_scheduled("d1") == webinar


async def test_a_webinar_without_its_link_is_better_than_none(place: Workplace) -> None:
    place.api.faults.add(Status(201, {"id": "77"}, method="POST", path="sessions"))
    place.api.faults.add(Status(404, method="GET", path="sessions/77"))
    webinar = await scheduled(place)
    assert (webinar.session_id, webinar.join_uri) == ("77", None)


PANEL_WANTED = [(BEN, Role.CO_HOST), (CHIE, Role.PANELIST)]


async def invited(place: Workplace, webinar: Webinar) -> dict[str, str | None]:
    return await place.creation.invite("d1", webinar, PANEL_WANTED, place.caller)


async def test_everybody_on_the_panel_is_invited_in_one_call_and_gets_a_link(place: Workplace) -> None:
    webinar = await scheduled(place)
    before = len(place.ringcentral.asked)
    links = await invited(place, webinar)
    assert place.asked_since(before) == [INVITE]
    assert place.panel(webinar.id) == {"Ben@example.com": Role.CO_HOST, "chie@example.com": Role.PANELIST}
    assert links.keys() == {"ben@example.com", "chie@example.com"}
    assert all(links.values())


async def test_an_invitation_whose_answer_was_lost_is_found(place: Workplace) -> None:
    webinar = await scheduled(place)
    place.api.faults.add(DropAfter(method="PATCH", path="invitees"))
    before = len(place.ringcentral.asked)
    links = await invited(place, webinar)
    assert place.asked_since(before) == [INVITE, PANEL]
    assert links["ben@example.com"]


async def test_whoever_is_invited_already_is_not_invited_again(place: Workplace) -> None:
    webinar = await scheduled(place)
    place.api.invite(webinar.session_id, "Ben", "Bauer", "ben@example.com", role=SessionRole.CO_HOST)
    links = await invited(place, webinar)
    assert links["ben@example.com"]
    assert links["chie@example.com"]
    assert place.panel(webinar.id).keys() == {"ben@example.com", "chie@example.com"}


async def test_a_refusal_is_told_where_nobody_is_invited(place: Workplace) -> None:
    webinar = await scheduled(place)
    place.api.faults.add(Status(403, method="PATCH", path="invitees"))
    with pytest.raises(NotAllowed):
        await invited(place, webinar)


async def test_a_refusal_does_not_matter_where_everybody_is_invited(place: Workplace) -> None:
    webinar = await scheduled(place)
    links = await invited(place, webinar)
    place.api.faults.add(Status(403, method="PATCH", path="invitees"))
    assert (await invited(place, webinar)).items() >= links.items()


async def test_a_webinar_without_a_session_is_discarded(place: Workplace) -> None:
    made = await place.creation.make(await place.submitted(), place.caller)
    await place.creation.discard(made.id, MONDAY)
    assert place.api.webinars == {}
    assert await place.stores.webinars.get_made("d1") is None
    await place.creation.discard(made.id, MONDAY)


async def test_a_webinar_with_a_session_is_left_alone(place: Workplace) -> None:
    webinar = await scheduled(place)
    await place.creation.discard(webinar.id, MONDAY)
    assert list(place.api.webinars) == [webinar.id]
    assert await place.stores.webinars.get_made("d1") is None


async def test_places_in_line_are_kept_and_freed(place: Workplace) -> None:
    caller = replace(place.caller, calls=3)
    await place.creation.keep_places(caller)
    assert await place.calls_ahead() == 3
    await place.creation.free_places(caller)
    assert await place.calls_ahead() == 0


async def test_how_registration_stands_is_read(place: Workplace) -> None:
    webinar = await scheduled(place, EVENT)
    place.api.register(webinar.session_id, "Ben", "Bauer", "ben@example.com")
    place.clock.passes(60)
    asked_at = place.clock()
    now = await place.creation.read_registration("d1", place.caller)
    assert now is not None
    assert now.registration is not None
    assert (now.registration.count, now.registration.status) == (1, RegistrationStatus.OPEN)
    assert now.registration.page_uri is not None
    assert now.registration.read_at == asked_at
    assert await place.stores.webinars.get_scheduled("d1") == now


async def test_an_all_hands_has_no_registration_to_read(place: Workplace) -> None:
    webinar = await scheduled(place)
    before = len(place.ringcentral.asked)
    assert await place.creation.read_registration("d1", place.caller) == webinar
    assert await place.creation.read_registration("d2", place.caller) is None
    assert place.asked_since(before) == []


async def test_a_registration_that_cannot_be_read_is_a_fault(place: Workplace) -> None:
    await scheduled(place, EVENT)
    place.api.faults.add(Status(403, method="GET"))
    with pytest.raises(AccountDecided):
        await place.creation.read_registration("d1", place.caller)


def applied(answer: RegistrationAnswer, before: Webinar) -> dict[str, Any]:
    registration = apply_registration(before, answer, MONDAY).registration
    assert registration is not None
    return registration.model_dump(exclude={"read_at"})


NOTHING_TOLD: dict[str, Any] = {
    "status": RegistrationStatus.OPEN,
    "count": 0,
    "page_uri": None,
    "limit": None,
    "emails": True,
    "one_device": False,
    "work_email": False,
    "asks": False,
}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({}, {}),
        ({"registration_status": RegistrationStatus.CLOSED}, {"status": RegistrationStatus.CLOSED}),
        ({"registrant_count": 7}, {"count": 7}),
        ({"registration_page_uri": PAGE}, {"page_uri": PAGE}),
        ({"settings": RegistrationSettings(auto_close_limit=50)}, {"limit": 50}),
        ({"settings": RegistrationSettings(auto_close_limit=0)}, {}),
        ({"settings": RegistrationSettings(suppress_emails=True)}, {"emails": False}),
        ({"settings": RegistrationSettings(prevent_multiple_device_joins=True)}, {"one_device": True}),
        ({"settings": RegistrationSettings(work_email_required=True)}, {"work_email": True}),
    ],
)
def test_a_registration_as_ringcentral_tells(answer: dict[str, Any], told: dict[str, Any]) -> None:
    assert applied(RegistrationAnswer(**answer), webinar()) == {**NOTHING_TOLD, **told}


def test_what_an_answer_leaves_out_of_a_page_and_its_questions_stays() -> None:
    before = event(registration=OPEN.model_copy(update={"asks": True}))
    assert applied(RegistrationAnswer(), before) == {**NOTHING_TOLD, "page_uri": PAGE, "asks": True}


async def test_whoever_waits_is_told_so_at_each_step(place: Workplace) -> None:
    submission = await place.submitted(EVENT)
    await place.penalised()
    await place.creation.make(submission, place.caller)
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    webinar = await place.creation.schedule(submission, place.caller)
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await invited(place, webinar)
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await place.creation.read_registration("d1", place.caller)
    assert place.told_of == [WaitReason.PENALTY]
    assert not await place.once.is_unknown(WriteKey.webinar("d1"))
