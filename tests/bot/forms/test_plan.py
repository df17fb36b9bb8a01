"""From a form to a plan: every fault at its field, all at once, and the bounds to the second."""

import datetime as dt
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from bot.errors import FormRefused
from bot.forms.plan import form_faults, make_plan, options_faults, starts_twice
from bot.models import Audience, Plan, WebinarSettings
from bot.models.form import Field, Form, Options
from bot.translation import Spoken, translation_for
from tests.blocks import strategies

MONDAY = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
"""Nine in the morning in Los Angeles."""
FORM = Form(
    title="Q3 All-Hands",
    date=dt.date(2026, 3, 10),
    start_time=dt.time(15),
    time_zone="America/Los_Angeles",
    duration="45 minutes",
    announce_in=("C0GENERAL",),
)


def form(**changes: Any) -> Form:
    return FORM.model_copy(update=changes)


def faults(form: Form, options: Options | None = None) -> dict[str, str]:
    with pytest.raises(FormRefused) as refused:
        make_plan(form, options or Options(), MONDAY)
    return refused.value.fields


def setting(**values: Any) -> Options:
    return Options(settings=WebinarSettings(**values))


def test_a_form_becomes_a_plan() -> None:
    options = Options(
        description=" What we did. \n",
        co_hosts=("U0BEN",),
        panelists=("U0CAT",),
        panel_joins_early="15",
        settings=WebinarSettings(polls_enabled=False),
    )
    assert make_plan(form(audience=Audience.REGISTERED), options, MONDAY) == Plan(
        audience=Audience.REGISTERED,
        title="Q3 All-Hands",
        description="What we did.",
        start=datetime(2026, 3, 10, 22, 0, tzinfo=UTC),
        time_zone="America/Los_Angeles",
        duration=timedelta(minutes=45),
        panel_joins_early=timedelta(minutes=15),
        announce_in=("C0GENERAL",),
        co_hosts=("U0BEN",),
        panelists=("U0CAT",),
        settings=WebinarSettings(polls_enabled=False),
    )


def test_white_space_in_a_title_is_one_space() -> None:
    assert make_plan(form(title="  Q3\n All-Hands\t"), Options(), MONDAY).title == "Q3 All-Hands"


def test_settings_that_another_one_rules_out_are_not_asked_for() -> None:
    options = setting(recording_enabled=False, auto_record=True)
    assert make_plan(FORM, options, MONDAY).settings == WebinarSettings(recording_enabled=False)


def test_an_empty_form_is_told_everything_that_is_missing_at_once() -> None:
    assert faults(Form(duration="")) == {
        Field.TITLE: "Give the webinar a title.",
        Field.DATE: "Choose the day of the webinar.",
        Field.START_TIME: "Choose the time at which the webinar starts.",
        Field.TIME_ZONE: "Choose the time zone of the start time.",
        Field.DURATION: "Write a duration such as 45 minutes, 1 hour or 1:30.",
    }


def test_faults_of_the_form_and_of_its_options_are_told_together() -> None:
    options = Options(
        description="x" * 4097,
        co_hosts=("U0BEN",),
        panelists=("U0BEN",),
        panel_joins_early="soon",
        settings=WebinarSettings(password="x" * 65, post_webinar_redirect_uri="thanks"),
    )
    assert list(faults(form(title=""), options)) == [
        Field.TITLE,
        Field.DESCRIPTION,
        Field.PANELISTS,
        Field.PANEL_JOINS_EARLY,
        "password",
        "post_webinar_redirect_uri",
    ]


@pytest.mark.parametrize("title", ["", " ", "\n\t "])
def test_a_title_is_needed(title: str) -> None:
    assert faults(form(title=title)) == {Field.TITLE: "Give the webinar a title."}


@pytest.mark.parametrize("length", [1, 512])
def test_a_title_may_have_512_characters(length: int) -> None:
    assert len(make_plan(form(title="🎉" * length), Options(), MONDAY).title) == length


def test_a_longer_title_is_told_how_long_it_may_be() -> None:
    said = "513 characters are too many: RingCentral takes 512."
    assert faults(form(title="x" * 513)) == {Field.TITLE: said}


@pytest.mark.parametrize("zone", [None, "", "Mars/Olympus", "somewhere"])
def test_a_zone_that_nobody_knows_has_to_be_chosen(zone: str | None) -> None:
    assert list(faults(form(time_zone=zone))) == [Field.TIME_ZONE]


@pytest.mark.parametrize(("text", "seconds"), [("30 sec", 30), ("12 hours", 43_200), ("12:00:00", 43_200)])
def test_a_webinar_lasts_from_half_a_minute_to_twelve_hours(text: str, seconds: int) -> None:
    assert make_plan(form(duration=text), Options(), MONDAY).duration == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["29 sec", "0", "12:00:01", "13 hours", "721"])
def test_a_webinar_lasts_no_shorter_and_no_longer(text: str) -> None:
    said = "A webinar lasts from 30 seconds to 12 hours. Write a duration in between."
    assert faults(form(duration=text)) == {Field.DURATION: said}


def test_what_is_no_duration_is_told_what_one_looks_like() -> None:
    said = "Write a duration such as 45 minutes, 1 hour or 1:30."
    assert faults(form(duration="a while")) == {Field.DURATION: said}


@pytest.mark.parametrize("day", [dt.date(2026, 3, 1), dt.date(2020, 1, 1)])
def test_a_day_in_the_past_is_told_at_the_date(day: dt.date) -> None:
    said = "This is in the past: in America/Los_Angeles it is 9:00 AM on Monday, March 2, 2026. Choose a later start."
    assert faults(form(date=day)) == {Field.DATE: said}


def test_a_fault_can_be_told_in_another_language() -> None:
    (fault,) = faults(form(date=dt.date(2026, 3, 1))).values()
    assert isinstance(fault, Spoken)
    told = translation_for("de")(fault.sentence)
    assert told.startswith(
        "Das liegt in der Vergangenheit: In America/Los_Angeles ist es 09:00 Uhr, Montag, 2. März"
    )


@pytest.mark.parametrize("clock", [dt.time(8), dt.time(9)])
def test_a_time_that_is_over_today_is_told_at_the_start_time(clock: dt.time) -> None:
    assert list(faults(form(date=dt.date(2026, 3, 2), start_time=clock))) == [Field.START_TIME]


def test_a_minute_from_now_is_early_enough() -> None:
    plan = make_plan(form(date=dt.date(2026, 3, 2), start_time=dt.time(9, 1)), Options(), MONDAY)
    assert plan.start == MONDAY + timedelta(minutes=1)


def test_whether_it_is_past_is_judged_where_the_webinar_is() -> None:
    auckland = form(date=dt.date(2026, 3, 3), time_zone="Pacific/Auckland")
    assert form_faults(auckland.model_copy(update={"start_time": dt.time(6)}), MONDAY).keys() == {
        "start_time"
    }
    assert form_faults(auckland.model_copy(update={"start_time": dt.time(6, 1)}), MONDAY) == {}


@pytest.mark.parametrize(
    ("zone", "day", "clock"),
    [
        ("America/Los_Angeles", dt.date(2026, 3, 8), dt.time(2, 30)),
        ("Europe/Berlin", dt.date(2026, 3, 29), dt.time(2)),
        ("Australia/Lord_Howe", dt.date(2026, 10, 4), dt.time(2, 15)),
        ("America/St_Johns", dt.date(2026, 3, 8), dt.time(2, 59)),
    ],
)
def test_an_hour_that_clocks_skip_is_refused_at_the_start_time(
    zone: str, day: dt.date, clock: dt.time
) -> None:
    refused = faults(form(time_zone=zone, date=day, start_time=clock))
    assert list(refused) == [Field.START_TIME]
    assert refused[Field.START_TIME].startswith(f"Clocks in {zone} skip this hour on that day. Choose ")


def test_the_first_time_after_a_skipped_hour_is_offered() -> None:
    refused = faults(form(date=dt.date(2026, 3, 8), start_time=dt.time(2, 30)))
    assert "Choose 3:00 AM or later" in refused[Field.START_TIME]


def test_an_hour_that_comes_twice_is_taken_the_first_time() -> None:
    overlap = form(date=dt.date(2026, 11, 1), start_time=dt.time(1, 30))
    assert starts_twice(overlap)
    start = make_plan(overlap, Options(), MONDAY).start
    assert start.astimezone(UTC) == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)


def test_any_other_hour_comes_once() -> None:
    assert not starts_twice(FORM)


def test_whether_it_starts_twice_is_asked_of_whole_forms_only() -> None:
    with pytest.raises(ValueError, match="day and time first"):
        starts_twice(Form())


@pytest.mark.parametrize(
    ("options", "field", "said"),
    [
        (
            Options(description="x" * 4097),
            Field.DESCRIPTION,
            "4097 characters are too many: RingCentral takes 4096.",
        ),
        (
            Options(co_hosts=("U0BEN", "U0CAT"), panelists=("U0CAT",)),
            Field.PANELISTS,
            "Someone is both co-host and panelist. Leave each person in one of the two.",
        ),
        (setting(password="x" * 65), "password", "65 characters are too many: RingCentral takes 64."),
        (
            setting(post_webinar_redirect_uri="example.com"),
            "post_webinar_redirect_uri",
            "Write a web address that begins with https:// or http://.",
        ),
        (Options(panel_joins_early="721"), Field.PANEL_JOINS_EARLY, "Write whole minutes, from 0 to 720."),
    ],
)
def test_a_fault_behind_more_options_is_told_at_its_field(options: Options, field: str, said: str) -> None:
    assert options_faults(options) == {field: said}


def test_more_channels_than_twenty_are_too_many() -> None:
    channels = tuple(f"C{number}" for number in range(21))
    assert faults(form(announce_in=channels)) == {Field.ANNOUNCE_IN: "Choose 20 channels at most."}
    assert make_plan(form(announce_in=channels[:20]), Options(), MONDAY).announce_in == channels[:20]


@pytest.mark.parametrize(("hosts", "panelists"), [(1, 100), (101, 0), (0, 101)])
def test_a_panel_of_more_than_a_hundred_is_too_many(hosts: int, panelists: int) -> None:
    people = tuple(f"U{number}" for number in range(hosts + panelists))
    options = Options(co_hosts=people[:hosts], panelists=people[hosts:])
    said = "RingCentral takes 100 co-hosts and panelists at most. Take some out."
    assert options_faults(options) == {Field.PANELISTS: said}


def test_a_panel_of_a_hundred_is_no_fault() -> None:
    people = tuple(f"U{number}" for number in range(100))
    assert options_faults(Options(co_hosts=people[:50], panelists=people[50:])) == {}


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(description="x" * 4096),
        Options(co_hosts=("U0BEN",), panelists=("U0CAT",)),
        setting(password="x" * 64),
        setting(password=""),
        setting(post_webinar_redirect_uri="https://example.com/thanks?for=coming"),
        setting(post_webinar_redirect_uri="http://example.com"),
    ],
)
def test_what_ringcentral_takes_is_no_fault(options: Options) -> None:
    assert options_faults(options) == {}


@pytest.mark.parametrize(
    "uri", ["", "https://", "ftp://example.com", "https://exa mple.com", "http://[", "<b>"]
)
def test_what_is_no_web_address_is_refused(uri: str) -> None:
    assert list(options_faults(setting(post_webinar_redirect_uri=uri))) == ["post_webinar_redirect_uri"]


@pytest.mark.parametrize(("typed", "minutes"), [("0", 0), (" 15 ", 15), ("720", 720)])
def test_the_panel_may_join_up_to_twelve_hours_early(typed: str, minutes: int) -> None:
    plan = make_plan(FORM, Options(panel_joins_early=typed), MONDAY)
    assert plan.panel_joins_early == timedelta(minutes=minutes)


@pytest.mark.parametrize("typed", ["", "  "])
def test_without_minutes_the_panel_joins_as_the_account_decides(typed: str) -> None:
    assert make_plan(FORM, Options(panel_joins_early=typed), MONDAY).panel_joins_early is None


@pytest.mark.parametrize("typed", ["-1", "721", "1.5", "soon", "9" * 20, "9" * 5000])
def test_minutes_that_are_none_are_refused(typed: str) -> None:
    assert list(options_faults(Options(panel_joins_early=typed))) == [Field.PANEL_JOINS_EARLY]


def test_half_an_emoji_in_a_title_is_no_failure() -> None:
    assert make_plan(form(title="Party \ud83c"), Options(), MONDAY).title == "Party ?"


@given(strategies.forms, strategies.options())
def test_any_form_becomes_a_plan_or_is_told_what_to_change(form: Form, options: Options) -> None:
    if told := form_faults(form, MONDAY) | options_faults(options):
        assert faults(form, options) == told
        assert all(told.values())
    else:
        assert make_plan(form, options, MONDAY).start > MONDAY


def test_a_past_day_is_told_together_with_a_missing_title() -> None:
    assert faults(form(title="", date=dt.date(2026, 3, 1))).keys() == {Field.TITLE, Field.DATE}


def test_the_last_day_of_the_calendar_is_no_failure() -> None:
    assert faults(form(date=dt.date(9999, 12, 31), start_time=dt.time(23)))


def test_emoji_go_into_the_plan_as_signs() -> None:
    plan = make_plan(form(title=":tada: Launch"), Options(description="Bring :cake:"), MONDAY)
    assert (plan.title, plan.description) == ("🎉 Launch", "Bring 🍰")
