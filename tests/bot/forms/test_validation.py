"""A form is judged while the person still has it before them: all faults at once, and in time."""

import datetime as dt
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import FormRefused
from bot.forms import validation
from bot.forms.edit import form_of_webinar, options_of_webinar
from bot.forms.validation import WHOLE_FORM, FormValidation
from bot.models import Role, WebinarSettings
from bot.models.form import Field, Form, Options
from sandbox.faults import Hold, Status
from sandbox.slack.outages import refusal
from tests.blocks.example_webinar import webinar
from tests.bot.virtual_time import MONDAY
from tests.bot.workplace import Workplace

FORM = Form(
    title="Q3 All-Hands",
    date=dt.date(2026, 3, 10),
    start_time=dt.time(15),
    time_zone="America/Los_Angeles",
    duration="45 minutes",
    announce_in=("C0GENERAL",),
)
ARCHIVED = "#old is archived. Choose another channel."
HIDDEN = (
    "One of these channels is private and I am not in it. Type /invite @webinars there, then submit again."
)
NO_EMAIL = (
    "Gus Guest has no e-mail address in Slack, and RingCentral invites by e-mail. "
    "Take them out, or invite them in RingCentral."
)
BOTH = "Someone is both co-host and panelist. Leave each person in one of the two."


@pytest.fixture
def judge(place: Workplace) -> FormValidation:
    return FormValidation(place.people, place.stores.submissions, place.clock)


def form(**changes: Any) -> Form:
    return FORM.model_copy(update=changes)


async def test_the_own_zone_comes_into_a_form_that_has_none(judge: FormValidation) -> None:
    completed = await judge.with_time_zone(form(time_zone=None), "U0BEN")
    assert completed == form(time_zone="Europe/Berlin")


async def test_a_zone_that_was_chosen_stays(judge: FormValidation, place: Workplace) -> None:
    assert await judge.with_time_zone(FORM, "U0BEN") == FORM
    assert place.slack.exchanges == []


async def test_a_form_without_a_fault_becomes_a_plan(judge: FormValidation) -> None:
    plan = await judge.make_plan(FORM, Options(description="What we did."), "U0ANN")
    assert (plan.title, plan.description, plan.announce_in) == (
        "Q3 All-Hands",
        "What we did.",
        ("C0GENERAL",),
    )


async def test_every_fault_is_told_at_once(judge: FormValidation) -> None:
    with pytest.raises(FormRefused) as refused:
        await judge.make_plan(form(title=" ", announce_in=("C0OLD",)), Options(), "U0ANN")
    assert refused.value.fields == {Field.TITLE: "Give the webinar a title.", Field.ANNOUNCE_IN: ARCHIVED}


async def test_a_guest_hears_whom_to_ask(judge: FormValidation) -> None:
    with pytest.raises(FormRefused) as refused:
        await judge.make_plan(FORM, Options(), "U0GUS")
    assert "Guests cannot create webinars here" in refused.value.fields[WHOLE_FORM]


async def test_a_channel_alone_refuses_the_form(judge: FormValidation) -> None:
    with pytest.raises(FormRefused) as refused:
        await judge.make_plan(form(announce_in=("G0LEADS",)), Options(), "U0ANN")
    assert refused.value.fields == {Field.ANNOUNCE_IN: HIDDEN}


async def test_a_start_is_judged_by_the_clock(judge: FormValidation, place: Workplace) -> None:
    place.clock.passes(timedelta(days=9).total_seconds())
    with pytest.raises(FormRefused) as refused:
        await judge.make_plan(FORM, Options(), "U0ANN")
    assert refused.value.fields.keys() == {Field.DATE}


@pytest.mark.parametrize(("channel", "fault"), [("C0GENERAL", None), ("C0OLD", ARCHIVED)])
async def test_where_a_card_cannot_go_is_told_by_itself(
    judge: FormValidation, channel: str, fault: str | None
) -> None:
    assert await judge.cannot_be_announced_in([channel]) == fault


@pytest.mark.parametrize("code", ["fatal_error", "invalid_auth", "user_not_found"])
async def test_what_slack_does_not_tell_is_no_fault(
    judge: FormValidation, place: Workplace, code: str
) -> None:
    place.slack.faults.add(Status(**refusal(code), times=None))
    plan = await judge.make_plan(form(announce_in=("C0OLD",)), Options(), "U0ANN")
    assert plan.announce_in == ("C0OLD",)
    assert (await judge.with_time_zone(form(time_zone=None), "U0BEN")).time_zone is None


async def test_what_slack_does_not_tell_in_time_is_no_fault(
    judge: FormValidation, place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validation, "_LOOK_UP_WITHIN", 0.01)
    hold = place.slack.faults.add(Hold(path="conversations.info"))
    assert await judge.cannot_be_announced_in(["C0OLD"]) is None
    hold.release()


async def test_an_open_form_is_kept_in_its_parts(judge: FormValidation) -> None:
    assert (await judge.get_form("d1"), await judge.get_options("d1")) == (Form(), Options())
    await judge.save_form("d1", "U0ANN", FORM)
    await judge.save_options_unjudged("d1", "U0ANN", Options(description="What we did."))
    assert await judge.get_form("d1") == FORM
    assert await judge.get_options("d1") == Options(description="What we did.")
    assert await judge.get_form("another") == Form()


async def test_options_without_a_fault_are_kept(judge: FormValidation) -> None:
    options = Options(co_hosts=("U0BEN",), panelists=("U0CHIE",), panel_joins_early="15")
    await judge.save_options("d1", "U0ANN", options)
    assert await judge.get_options("d1") == options


@pytest.mark.parametrize(
    ("options", "faults"),
    [
        (Options(co_hosts=("U0GUS",)), {Field.CO_HOSTS: NO_EMAIL}),
        (Options(panelists=("U0GUS",)), {Field.PANELISTS: NO_EMAIL}),
        (
            Options(co_hosts=("U0GUS",), panel_joins_early="soon"),
            {Field.CO_HOSTS: NO_EMAIL, Field.PANEL_JOINS_EARLY: "Write whole minutes, from 0 to 720."},
        ),
        (Options(co_hosts=("U0BEN",), panelists=("U0BEN",)), {Field.PANELISTS: BOTH}),
    ],
)
async def test_options_with_a_fault_are_not_kept(
    judge: FormValidation, options: Options, faults: dict[str, str]
) -> None:
    with pytest.raises(FormRefused) as refused:
        await judge.save_options("d1", "U0ANN", options)
    assert refused.value.fields == faults
    assert await judge.get_options("d1") == Options()


@pytest.mark.parametrize(
    ("panel", "faults"),
    [
        ([("U0GUS", Role.CO_HOST)], {Field.CO_HOSTS: NO_EMAIL}),
        ([("U0BEN", Role.CO_HOST), ("U0GUS", Role.PANELIST)], {Field.PANELISTS: NO_EMAIL}),
        ([("U0BEN", Role.CO_HOST), ("U0BEN", Role.PANELIST)], {Field.PANELISTS: BOTH}),
    ],
)
async def test_a_panel_is_judged_in_both_roles(
    judge: FormValidation, panel: list[tuple[str, Role]], faults: dict[str, str]
) -> None:
    with pytest.raises(FormRefused) as refused:
        await judge.judge_panel(panel)
    assert refused.value.fields == faults


async def test_a_panel_of_people_with_an_address_passes(judge: FormValidation) -> None:
    await judge.judge_panel([("U0BEN", Role.CO_HOST), ("U0CHIE", Role.PANELIST)])


OLD = webinar(start=MONDAY + timedelta(minutes=30), settings=WebinarSettings(polls_enabled=True))


async def test_an_edit_begins_with_the_webinar_as_it_is(judge: FormValidation) -> None:
    await judge.begin_edit("d1", "U0ANN", OLD)
    assert await judge.get_options("d1") == options_of_webinar(OLD)
    edit = await judge.make_edit("d1", form_of_webinar(OLD).model_copy(update={"title": "Other"}), webinar())
    assert edit.base == OLD
    assert edit.touched == {"title": "Other"}


async def test_a_start_that_was_not_touched_is_not_judged_anew(
    judge: FormValidation, place: Workplace
) -> None:
    await judge.begin_edit("d1", "U0ANN", OLD)
    place.clock.passes(timedelta(hours=1).total_seconds())
    assert (await judge.make_edit("d1", form_of_webinar(OLD), OLD)).touched == {}
    moved = form_of_webinar(OLD).model_copy(update={"start_time": dt.time(12, 31)})
    with pytest.raises(FormRefused) as refused:
        await judge.make_edit("d1", moved, OLD)
    assert refused.value.fields.keys() == {Field.START_TIME}


async def test_an_edit_whose_beginning_was_not_kept_goes_by_the_webinar(judge: FormValidation) -> None:
    await judge.save_options_unjudged("d1", "U0ANN", options_of_webinar(OLD))
    edit = await judge.make_edit("d1", form_of_webinar(OLD), OLD)
    assert (edit.base, edit.touched) == (OLD, {})


async def test_what_a_person_was_told_counts_as_shown(judge: FormValidation) -> None:
    await judge.begin_edit("d1", "U0ANN", OLD)
    meanwhile = OLD.model_copy(update={"title": "Renamed"})
    await judge.save_shown("d1", "U0ANN", meanwhile)
    edit = await judge.make_edit("d1", form_of_webinar(meanwhile), OLD)
    assert (edit.base.title, edit.touched) == ("Renamed", {})
