"""A webinar becomes another in as few calls as it takes: its time, its texts, its panel, its terms of registration."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import HalfSaved, NotAllowed, NotFound, ParameterRefused
from bot.models import (
    Audience,
    Cancellation,
    Person,
    Phase,
    RegistrationStatus,
    Role,
    Webinar,
    WebinarSettings,
)
from bot.models.rate_limit import WaitReason
from bot.models.registration import RegistrationTerms
from bot.models.tracked import TrackedWebinar
from bot.ringcentral.requests import ChangedWebinar
from bot.ringcentral.responses import InviteeAnswer, RegistrationAnswer
from bot.webinars.update import PanelRequests, WebinarUpdate, changed_terms, changed_texts
from sandbox.faults import DropAfter, Status
from sandbox.ringcentral import Policy
from tests.blocks.example_webinar import START, event, webinar
from tests.bot.virtual_time import MONDAY
from tests.bot.workplace import PLAN, Workplace, workplace

BEN = Person(id="U0BEN", name="Ben", first_name="Ben", last_name="Lee", email="Ben@example.com")
DEE = Person(id="U0DEE", name="Dee", first_name="Dee", last_name="Ray", email="dee@example.com")
NOBODY = Person(id="U0NOBODY", name="Nobody", first_name="No", last_name="Body")
LINK = "https://v.example.com/join/ben"


def there(**changes: Any) -> InviteeAnswer:
    """Ben on the panel, as RingCentral writes him."""
    facts = {"id": "7", "email": "ben@EXAMPLE.com", "role": Role.PANELIST, "join_uri": LINK}
    return InviteeAnswer(**{**facts, **changes})


def test_a_panel_that_is_as_wanted_needs_no_request() -> None:
    change = PanelRequests([(BEN, Role.PANELIST)], [DEE])
    assert change.missing([there()]) is None


def test_somebody_new_is_added_with_their_role() -> None:
    body = PanelRequests([(BEN, Role.CO_HOST)], []).missing([])
    assert body is not None
    assert body.added_invitees is not None
    (added,) = body.added_invitees
    assert (added.email, added.role) == ("Ben@example.com", Role.CO_HOST)
    assert (body.updated_invitees, body.deleted_invitees) == (None, None)


def test_somebody_in_another_role_is_updated() -> None:
    body = PanelRequests([(BEN, Role.CO_HOST)], []).missing([there()])
    assert body is not None
    assert body.updated_invitees is not None
    assert [(one.id, one.role) for one in body.updated_invitees] == [("7", Role.CO_HOST)]
    assert (body.added_invitees, body.deleted_invitees) == (None, None)


def test_who_leaves_is_deleted_unless_they_are_wanted_too() -> None:
    body = PanelRequests([], [BEN, DEE, NOBODY]).missing([there(), there(id="8", email=None)])
    assert body is not None
    assert body.deleted_invitees is not None
    assert [one.id for one in body.deleted_invitees] == ["7"]
    assert PanelRequests([(BEN, Role.PANELIST)], [BEN]).missing([there()]) is None


def test_everybody_wanted_has_an_invitation_with_their_link_if_there_is_one() -> None:
    change = PanelRequests([(BEN, Role.PANELIST), (DEE, Role.CO_HOST)], [])
    told = [(one.user, one.role, one.join_uri) for one in change.invitations([there()])]
    assert told == [("U0BEN", Role.PANELIST, LINK), ("U0DEE", Role.CO_HOST, None)]


OPEN = RegistrationTerms(is_open=True)
NOW = RegistrationAnswer(registration_status=RegistrationStatus.CLOSED)


def sent(wanted: RegistrationTerms, now: RegistrationAnswer = NOW) -> dict[str, Any]:
    body = changed_terms(wanted, OPEN, now)
    assert body is not None
    return body.body()


def test_terms_as_shown_are_not_sent() -> None:
    assert changed_terms(OPEN, OPEN, NOW) is None


@pytest.mark.parametrize(
    ("changed", "settings"),
    [
        ({"limit": 50}, {"autoCloseLimit": 50}),
        ({"emails": False}, {"suppressEmails": True}),
        ({"one_device": True}, {"preventMultipleDeviceJoins": True}),
        ({"work_email": True}, {"workEmailRequired": True}),
    ],
)
def test_a_changed_term_is_sent_with_the_status_that_holds_now(
    changed: dict[str, Any], settings: dict[str, Any]
) -> None:
    assert sent(OPEN.model_copy(update=changed)) == {"registrationStatus": "Closed", "settings": settings}


def test_opening_and_closing_send_the_status_alone() -> None:
    assert sent(OPEN.model_copy(update={"is_open": False})) == {"registrationStatus": "Closed"}
    body = changed_terms(OPEN, OPEN.model_copy(update={"is_open": False}), NOW)
    assert body is not None
    assert body.body() == {"registrationStatus": "Open"}


def test_a_status_that_is_not_told_counts_as_open() -> None:
    now = RegistrationAnswer()
    assert sent(OPEN.model_copy(update={"limit": 5}), now)["registrationStatus"] == "Open"


def reworded(refused: tuple[str, ...] = (), **changes: Any) -> ChangedWebinar | None:
    return changed_texts(webinar(**changes), webinar(), refused)


def test_only_what_is_another_is_sent() -> None:
    assert reworded() is None
    assert reworded(title="Other") == ChangedWebinar(title="Other")
    assert reworded(description="") == ChangedWebinar(description="")
    polls = WebinarSettings(polls_enabled=False)
    assert reworded(settings=polls) == ChangedWebinar(settings=polls)


def test_a_setting_that_was_refused_is_not_sent_again() -> None:
    both = WebinarSettings(polls_enabled=False, qna_enabled=False)
    assert reworded(("polls_enabled",), settings=both) == ChangedWebinar(
        settings=WebinarSettings(qna_enabled=False)
    )
    assert reworded(("polls_enabled", "qna_enabled"), settings=both) is None


MOVE, RETELL, DROP = "rcwConfigUpdateSession", "rcwConfigUpdateWebinar", "rcwConfigDeleteWebinar"
INVITE, PANEL = "rcwConfigUpdateInvitees", "rcwConfigListInvitees"
TERMS, NEW_TERMS = "rcwRegGetSession", "rcwRegUpdateSession"
HOUR = timedelta(hours=1)


class Update:
    """Changing one webinar that was made an hour ago."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.update = WebinarUpdate(
            place.ringcentral.ringcentral, place.once, place.stores.webinars, place.clock
        )

    async def made(self, **plan: Any) -> TrackedWebinar:
        """The webinar; its calls count from here on."""
        tracked = await self.place.made(PLAN.model_copy(update=plan))
        self.place.clock.passes(HOUR.total_seconds())
        self._asked = len(self.place.ringcentral.asked)
        return tracked

    @property
    def calls(self) -> list[str]:
        return self.place.asked_since(self._asked)

    async def edit(self, tracked: TrackedWebinar, **changes: Any) -> tuple[str, ...]:
        """Let the webinar be another; the settings that were refused."""
        wanted = tracked.webinar.model_copy(update=changes)
        return await self.update.edit(tracked, wanted, "U0BEN", self.place.caller)

    async def panel(self, tracked: TrackedWebinar, *wanted: tuple[Person, Role]) -> dict[str, bool]:
        """Have these on the panel, without Dee; whether each has a link."""
        invitations = await self.update.change_panel(tracked, wanted, [DEE], "c1:panel", self.place.caller)
        return {one.user: one.join_uri is not None for one in invitations}

    async def stored(self) -> Webinar:
        return (await self.place.tracked()).webinar


@pytest.fixture
def desk(place: Workplace) -> Update:
    return Update(place)


async def test_a_webinar_that_is_as_wanted_needs_no_call(desk: Update) -> None:
    assert await desk.edit(await desk.made()) == ()
    assert desk.calls == []


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        ({"start": START + HOUR}, {"start": START + HOUR}),
        ({"duration": timedelta(minutes=30)}, {"duration": 1800}),
        ({"time_zone": "Europe/Berlin"}, {"time_zone": "Europe/Berlin"}),
        ({"panel_joins_early": timedelta(minutes=5)}, {"panel_offset": 300}),
    ],
)
async def test_another_time_is_one_call(desk: Update, changes: dict[str, Any], there: dict[str, Any]) -> None:
    tracked = await desk.made()
    await desk.edit(tracked, **changes)
    (session,) = desk.place.api.sessions.values()
    assert {name: getattr(session, name) for name in there} == there
    assert desk.calls == [MOVE]
    stored = await desk.stored()
    assert {name: getattr(stored, name) for name in changes} == changes
    assert (stored.moved_by, stored.changed_at) == ("U0BEN", session.modified)
    assert stored.read_at is not None
    assert tracked.webinar.read_at is not None
    assert stored.read_at - tracked.webinar.read_at >= HOUR, "it counts as read now"


async def test_a_move_leaves_when_the_panel_joins(desk: Update) -> None:
    tracked = await desk.made(panel_joins_early=timedelta(minutes=5))
    desk.place.api.edit(tracked.webinar.session_id, panel_offset=900)
    await desk.edit(tracked, start=START + HOUR)
    (session,) = desk.place.api.sessions.values()
    (asked,) = [one.request for one in desk.place.api.exchanges if one.operation_id == MOVE]
    assert "panelJoinTimeOffset" not in asked
    assert session.start == START + HOUR


async def test_other_words_and_settings_are_one_call(desk: Update) -> None:
    tracked = await desk.made()
    polls = tracked.webinar.settings.model_copy(update={"polls_enabled": False})
    assert await desk.edit(tracked, title="Other", description="", settings=polls) == ()
    assert desk.calls == [RETELL]
    stored = await desk.stored()
    assert (stored.title, stored.description, stored.settings.polls_enabled) == ("Other", "", False)
    (there,) = desk.place.api.webinars.values()
    assert (there.title, there.description) == ("Other", "")


async def test_words_that_stay_are_kept_as_others_know_them(desk: Update) -> None:
    tracked = await desk.made()
    await desk.place.change(description="Written meanwhile.")
    await desk.edit(tracked, title="Other")
    assert (await desk.stored()).description == "Written meanwhile."


async def test_a_setting_that_the_account_refuses_is_named_and_the_others_are_saved(
    tmp_path: Path, sqlite_template: Path
) -> None:
    policy = Policy(refused=["pstnEnabled"])
    async with workplace(tmp_path, sqlite_template, policy=policy) as place:
        desk = Update(place)
        tracked = await desk.made()
        wanted = tracked.webinar.settings.model_copy(update={"pstn_enabled": True, "qna_enabled": False})
        assert await desk.edit(tracked, title="Other", settings=wanted) == ("pstn_enabled",)
        stored = await desk.stored()
    assert (stored.title, stored.settings.pstn_enabled, stored.settings.qna_enabled) == (
        "Other",
        False,
        False,
    )


@pytest.mark.parametrize("parameter", ["title", "settings.pstnEnabled", "settings.unheardOf"])
async def test_a_refusal_of_what_was_not_asked_for_is_told(desk: Update, parameter: str) -> None:
    tracked = await desk.made()
    body = {"errors": [{"errorCode": "CMN-101", "message": "no", "parameterName": parameter}]}
    desk.place.api.faults.add(Status(400, body, method="PATCH"))
    with pytest.raises(ParameterRefused):
        await desk.edit(tracked, title="Other")


async def test_a_time_that_was_saved_alone_says_so(desk: Update) -> None:
    tracked = await desk.made()
    desk.place.api.faults.add(Status(403, method="PATCH", path=r"webinars/\d+$"))
    with pytest.raises(HalfSaved, match="RingCentral does not allow this"):
        await desk.edit(tracked, start=START + HOUR, title="Other")
    stored = await desk.stored()
    assert (stored.start, stored.title) == (START + HOUR, PLAN.title)


async def test_a_cancelled_webinar_is_deleted_and_says_who_and_why(desk: Update) -> None:
    tracked = await desk.made()
    await desk.place.change(runs=True)
    await desk.update.cancel(tracked, "U0BEN", "Ann is ill.", desk.place.caller)
    assert desk.place.api.webinars == {}
    stored = await desk.stored()
    assert (stored.phase, stored.runs) == (Phase.CANCELLED, False)
    assert stored.cancellation == Cancellation(by="U0BEN", reason="Ann is ill.")


async def test_a_webinar_that_is_gone_already_is_cancelled_as_well(desk: Update) -> None:
    tracked = await desk.made()
    desk.place.api.cancel_webinar(tracked.webinar.id)
    await desk.update.cancel(tracked, "U0BEN", "", desk.place.caller)
    assert (await desk.stored()).phase is Phase.CANCELLED


async def test_a_webinar_of_another_user_is_not_cancelled(desk: Update) -> None:
    tracked = await desk.made()
    strange = tracked.model_copy(update={"webinar": tracked.webinar.model_copy(update={"host": "200"})})
    desk.place.api.cancel_webinar(tracked.webinar.id)
    with pytest.raises(NotAllowed):
        await desk.update.cancel(strange, "U0BEN", "", desk.place.caller)
    assert (await desk.stored()).phase is Phase.SCHEDULED


async def test_a_webinar_that_goes_on_is_not_cancelled(desk: Update) -> None:
    tracked = await desk.made()
    desk.place.api.go_live(tracked.webinar.session_id)
    with pytest.raises(NotAllowed):
        await desk.update.cancel(tracked, "U0BEN", "", desk.place.caller)
    assert (await desk.stored()).phase is Phase.SCHEDULED


async def test_terms_that_differ_are_sent_on_top_of_those_that_hold(desk: Update) -> None:
    tracked = await desk.made(audience=Audience.REGISTERED)
    desk.place.api.open_registration(tracked.webinar.session_id, workEmailRequired=True)
    wanted = OPEN.model_copy(update={"limit": 50})
    now = await desk.update.set_terms(tracked, wanted, OPEN, desk.place.caller)
    assert (now.limit, now.work_email, now.status, now.asks) == (50, True, RegistrationStatus.OPEN, False)
    assert desk.calls == [TERMS, NEW_TERMS]
    assert (await desk.stored()).registration == now


async def test_terms_that_nobody_changed_are_only_read(desk: Update) -> None:
    tracked = await desk.made(audience=Audience.REGISTERED)
    desk.place.api.close_registration(tracked.webinar.session_id)
    now = await desk.update.set_terms(tracked, OPEN, OPEN, desk.place.caller)
    assert now.status is RegistrationStatus.CLOSED
    assert now.read_at is not None
    assert now.read_at >= MONDAY + HOUR
    assert desk.calls == [TERMS]


async def test_setting_terms_forgets_the_questions_that_we_knew_of(desk: Update) -> None:
    tracked = await desk.made(audience=Audience.REGISTERED)
    before = event().registration
    assert before is not None
    await desk.place.change(registration=before.model_copy(update={"asks": True}))
    now = await desk.update.set_terms(tracked, OPEN, OPEN, desk.place.caller)
    assert not now.asks


async def test_the_terms_of_a_webinar_that_we_forgot_cannot_be_set(desk: Update) -> None:
    tracked = await desk.made(audience=Audience.REGISTERED)
    await desk.place.stores.webinars.delete(tracked.webinar.id)
    with pytest.raises(NotFound, match="This webinar no longer exists"):
        await desk.update.set_terms(tracked, OPEN, OPEN, desk.place.caller)


async def test_a_panel_is_changed_in_one_call_after_one_look(desk: Update) -> None:
    tracked = await desk.made()
    session = tracked.webinar.session_id
    desk.place.api.invite(session, "Dee", "Ray", "dee@example.com")
    desk.place.api.invite(session, "Fay", "Fox", "fay@example.com")
    assert await desk.panel(tracked, (BEN, Role.CO_HOST)) == {"U0BEN": True}
    assert desk.place.panel(tracked.webinar.id) == {
        "Ben@example.com": Role.CO_HOST,
        "fay@example.com": Role.PANELIST,
    }
    assert desk.calls == [PANEL, INVITE]
    assert not await desk.place.once.is_unknown("c1:panel")


async def test_a_panel_that_is_as_wanted_is_only_looked_at(desk: Update) -> None:
    tracked = await desk.made()
    desk.place.api.invite(tracked.webinar.session_id, "Ben", "Lee", "ben@example.com")
    assert await desk.panel(tracked, (BEN, Role.PANELIST)) == {"U0BEN": True}
    assert desk.calls == [PANEL]


async def test_no_panel_needs_no_look(desk: Update) -> None:
    tracked = await desk.made()
    assert await desk.update.change_panel(tracked, [], [], "c1:panel", desk.place.caller) == []
    assert desk.calls == []


async def test_a_change_of_the_panel_whose_answer_was_lost_is_found(desk: Update) -> None:
    tracked = await desk.made()
    desk.place.api.faults.add(DropAfter(method="PATCH", path="invitees"))
    assert await desk.panel(tracked, (BEN, Role.CO_HOST)) == {"U0BEN": True}
    assert desk.calls == [PANEL, INVITE, PANEL]


async def test_a_change_of_the_panel_that_never_arrived_is_sent_again(desk: Update) -> None:
    tracked = await desk.made()
    desk.place.api.faults.add(Status(502, method="PATCH", path="invitees"))
    assert await desk.panel(tracked, (BEN, Role.CO_HOST)) == {"U0BEN": True}
    assert desk.calls == [PANEL, PANEL, PANEL, PANEL, INVITE]


async def test_whoever_waits_is_told_so_whatever_they_change(desk: Update) -> None:
    tracked = await desk.made(audience=Audience.REGISTERED)
    place = desk.place
    await place.penalised()
    await desk.edit(tracked, start=START + HOUR)
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await desk.edit(await place.tracked(), title="Other")
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await desk.update.set_terms(tracked, OPEN, OPEN, place.caller)
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await desk.panel(tracked, (BEN, Role.CO_HOST))
    assert place.told_of == [WaitReason.PENALTY]
    await place.penalised()
    await desk.update.cancel(tracked, "U0BEN", "", place.caller)
    assert place.told_of == [WaitReason.PENALTY]
