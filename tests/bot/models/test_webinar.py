"""A plan asks RingCentral for its settings, as far as they mean something together."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.models import Audience, Role, WebinarSettings
from bot.models.webinar import DEPENDENT
from tests.blocks.example_webinar import plan_of, webinar


def test_an_all_hands_asks_for_no_registration() -> None:
    assert plan_of(webinar()).asked.chosen() == {"registration_enabled": False}


def test_a_registered_event_asks_for_registration() -> None:
    plan = plan_of(webinar(), audience=Audience.REGISTERED, settings=WebinarSettings(polls_enabled=True))
    assert plan.asked.chosen() == {"registration_enabled": True, "polls_enabled": True}


def test_co_hosts_are_invited_before_panelists() -> None:
    plan = plan_of(webinar(), co_hosts=("U0BEN",), panelists=("U0CAT", "U0DAN"))
    assert plan.invited == (
        ("U0BEN", Role.CO_HOST),
        ("U0CAT", Role.PANELIST),
        ("U0DAN", Role.PANELIST),
    )


@pytest.mark.parametrize(("parent", "children"), DEPENDENT.items())
@pytest.mark.parametrize(("value", "out"), [(False, True), (True, False), (None, False)])
def test_a_setting_that_is_off_rules_out_what_hangs_on_it(
    parent: str,
    children: tuple[str, ...],
    value: bool | None,  # noqa: FBT001 - pytest passes it by name
    out: bool,  # noqa: FBT001 - as above
) -> None:
    settings = WebinarSettings.model_validate({parent: value})
    assert settings.ruled_out() == (frozenset(children) if out else frozenset())


def test_settings_without_some_leave_those_to_the_account() -> None:
    settings = WebinarSettings(recording_enabled=True, qna_enabled=False)
    assert settings.without(frozenset({"qna_enabled"})).chosen() == {"recording_enabled": True}


def test_a_password_is_not_shown_with_the_settings() -> None:
    assert "open-sesame" not in repr(WebinarSettings(password="open-sesame"))


@pytest.mark.parametrize("duration", [timedelta(seconds=29), timedelta(hours=12, seconds=1)])
def test_no_plan_is_shorter_or_longer_than_ringcentral_allows(duration: timedelta) -> None:
    with pytest.raises(ValidationError, match="duration"):
        plan_of(webinar(), duration=duration)


def test_a_plan_without_a_zone_of_its_start_is_none() -> None:
    with pytest.raises(ValidationError, match="start"):
        plan_of(webinar(), start=datetime(2026, 12, 1, 15))  # noqa: DTZ001 - the very fault


def test_a_webinar_ends_when_its_duration_is_over() -> None:
    assert plan_of(webinar(duration=timedelta(minutes=90))).end == datetime(2026, 12, 1, 21, 30, tzinfo=UTC)


def test_a_webinar_in_the_night_when_clocks_change_ends_when_its_duration_is_over() -> None:
    start = datetime(2026, 11, 1, 0, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    end = plan_of(webinar(start=start, duration=timedelta(hours=2))).end
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=2)


def test_a_plan_cannot_be_changed_behind_our_back() -> None:
    plan = plan_of(webinar())
    with pytest.raises(ValidationError, match="frozen"):
        plan.title = "Another"  # type: ignore[misc] # the very fault
