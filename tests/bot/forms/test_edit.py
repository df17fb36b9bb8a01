"""A webinar as a form, and the changes that somebody made in it."""

import datetime as dt
from datetime import timedelta
from typing import Any

import pytest

from bot.forms.edit import edit_of, form_of_webinar, keeps_start, options_of_webinar
from bot.models import Plan, Webinar, WebinarSettings
from bot.models.form import Form, Options
from tests.blocks.example_webinar import plan_of, webinar


def touched(base: Webinar, form: Form, options: Options, plan: Plan) -> dict[str, Any]:
    return edit_of(form, options, plan, base).touched


def test_the_form_shows_the_start_by_the_clock_of_the_webinars_own_zone() -> None:
    form = form_of_webinar(webinar())
    assert (form.date, form.start_time, form.time_zone) == (
        dt.date(2026, 12, 1),
        dt.time(15),
        "America/New_York",
    )
    assert (form.title, form.audience) == (webinar().title, webinar().audience)


@pytest.mark.parametrize(
    ("duration", "typed"),
    [
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=2, minutes=1), "2 hours 1 minute"),
        (timedelta(minutes=90), "1 hour 30 minutes"),
        (timedelta(minutes=45, seconds=30), "45 minutes 30 seconds"),
        (timedelta(hours=1, seconds=1), "1 hour 1 second"),
        (timedelta(seconds=1), "30 seconds"),
    ],
)
def test_a_duration_reads_as_people_type_it(duration: timedelta, typed: str) -> None:
    assert form_of_webinar(webinar(duration=duration)).duration == typed


def test_seconds_of_a_start_are_not_in_the_form() -> None:
    odd = webinar(start=webinar().start.replace(second=30))
    assert form_of_webinar(odd).start_time == dt.time(15)


def test_options_hold_the_settings_but_never_an_empty_password() -> None:
    settings = WebinarSettings(registration_enabled=True, password="", polls_enabled=False)
    options = options_of_webinar(webinar(settings=settings, panel_joins_early=timedelta(minutes=15)))
    assert options.settings.password is None
    assert options.settings.registration_enabled is None
    assert options.settings.polls_enabled is False
    assert options.panel_joins_early == "15"
    assert options_of_webinar(webinar()).panel_joins_early == ""
    assert (
        options_of_webinar(webinar(settings=WebinarSettings(password="sesame"))).settings.password == "sesame"
    )


def test_a_form_as_it_was_drawn_changes_nothing_whatever_it_cannot_show() -> None:
    base = webinar(start=webinar().start.replace(second=30), duration=timedelta(seconds=1))
    plan = plan_of(base, start=webinar().start, duration=timedelta(seconds=30))
    assert touched(base, form_of_webinar(base), options_of_webinar(base), plan) == {}


@pytest.mark.parametrize(
    ("of_form", "of_plan"),
    [
        ({"title": "Other"}, {"title": "Other"}),
        ({"duration": "1 hour"}, {"duration": timedelta(hours=1)}),
        ({"start_time": dt.time(16)}, {"start": webinar().start + timedelta(hours=1)}),
        ({"time_zone": "Europe/Berlin"}, {"time_zone": "Europe/Berlin"}),
    ],
)
def test_a_field_that_was_changed_is_the_only_change(of_form: Any, of_plan: Any) -> None:
    base = webinar()
    form = form_of_webinar(base).model_copy(update=of_form)
    assert touched(base, form, options_of_webinar(base), plan_of(base, **of_plan)) == of_plan


@pytest.mark.parametrize(
    ("of_options", "of_plan"),
    [
        ({"description": "Other"}, {"description": "Other"}),
        ({"panel_joins_early": "10"}, {"panel_joins_early": timedelta(minutes=10)}),
    ],
)
def test_an_option_that_was_changed_is_the_only_change(of_options: Any, of_plan: Any) -> None:
    base = webinar()
    options = options_of_webinar(base).model_copy(update=of_options)
    assert touched(base, form_of_webinar(base), options, plan_of(base, **of_plan)) == of_plan


def test_a_start_is_kept_only_while_day_time_and_zone_stand_as_drawn() -> None:
    base = webinar()
    form = form_of_webinar(base)
    assert keeps_start(form, base)
    assert not keeps_start(form.model_copy(update={"date": dt.date(2026, 12, 2)}), base)
    assert not keeps_start(form.model_copy(update={"start_time": dt.time(15, 1)}), base)
    assert not keeps_start(form.model_copy(update={"time_zone": "UTC"}), base)


def test_each_field_that_stands_as_drawn_keeps_what_the_webinar_has() -> None:
    base = webinar(panel_joins_early=timedelta(minutes=5))
    other = webinar(
        title="Plan",
        description="Plan",
        start=webinar().start + timedelta(hours=3),
        time_zone="Asia/Tokyo",
        duration=timedelta(hours=5),
    )
    plan = plan_of(other, panel_joins_early=timedelta(minutes=50))
    kept = edit_of(form_of_webinar(base), options_of_webinar(base), plan, base).plan
    assert kept == plan_of(base, panel_joins_early=timedelta(minutes=5))
