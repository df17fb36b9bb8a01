"""What others changed while a form was open is told at the field, and nothing typed is lost."""

from datetime import timedelta
from typing import Any

import pytest

from blocks.conflicts import field_name, lost_to_others, meanwhile, not_saved, panel_clash, stays
from bot.models import Role, WebinarSettings
from bot.models.form import Field
from tests.blocks.example_webinar import START, webinar

AGAIN = "Submit again to replace it with yours."


@pytest.mark.parametrize(
    ("name", "changes", "field", "said"),
    [
        ("title", {"title": "Other"}, "title", "Title was changed by someone else and is now: Other."),
        (
            "description",
            {"description": ""},
            "description",
            "Description was changed by someone else and is now: empty.",
        ),
        (
            "start",
            {},
            Field.START_TIME,
            "Start was changed by someone else and is now: Tuesday, December 1, 2026, 3:00 PM in New York.",
        ),
        ("duration", {}, "duration", "Duration was changed by someone else and is now: 1 hour 30 minutes."),
        (
            "time_zone",
            {},
            "time_zone",
            "Time zone was changed by someone else and is now: America/New_York.",
        ),
        (
            "panel_joins_early",
            {"panel_joins_early": timedelta(minutes=15)},
            "panel_joins_early",
            "was changed by someone else and is now: 15 minutes.",
        ),
        (
            "panel_joins_early",
            {"panel_joins_early": timedelta()},
            "panel_joins_early",
            "was changed by someone else and is now: 0 minutes.",
        ),
        (
            "panel_joins_early",
            {},
            "panel_joins_early",
            "was changed by someone else and is now: Account default.",
        ),
    ],
)
def test_each_field_says_how_it_is_now(name: str, changes: dict[str, Any], field: str, said: str) -> None:
    told = meanwhile([name], webinar(**changes))
    assert list(told) == [field]
    assert told[field].endswith(f"{said} {AGAIN}")


def test_a_long_text_is_cut_where_it_only_reminds() -> None:
    told = meanwhile(["description"], webinar(description="x" * 200))["description"]
    assert told == f"Description was changed by someone else and is now: {'x' * 149}…. {AGAIN}"


def test_several_fields_are_told_each_at_its_own() -> None:
    assert meanwhile(["title", "start"], webinar()).keys() == {"title", Field.START_TIME}
    assert meanwhile([], webinar()) == {}


def test_too_late_what_was_typed_is_given_back_whole() -> None:
    mine = "y" * 500
    assert lost_to_others("description", mine, webinar(description="<theirs>")) == (
        f"Description was changed by someone else and is now: &lt;theirs&gt;. Yours was not saved: {mine}"
    )
    assert lost_to_others("start", START + timedelta(hours=1), webinar()).endswith(
        "Yours was not saved: Tuesday, December 1, 2026, 4:00 PM in New York"
    )


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["title"], "Not saved: Title. Try again."),
        (["title", "start", "duration"], "Not saved: Title, Start and Duration. Try again."),
    ],
)
def test_what_was_not_saved_is_listed_with_the_reason(names: list[str], said: str) -> None:
    assert not_saved(names, "Try again.") == said


def test_a_setting_that_cannot_be_reset_says_how_it_stays() -> None:
    now = webinar(settings=WebinarSettings(polls_enabled=False))
    assert stays("polls_enabled", now) == (
        f"{field_name('polls_enabled')}: RingCentral cannot reset this to the account default, so it is still: Off. "
        "Choose the value that you want instead."
    )


@pytest.mark.parametrize(
    ("users", "said"),
    [
        (["U0BEN"], "<@U0BEN> is a co-host now"),
        (["U0CHIE"], "<@U0CHIE> is a panelist now"),
        (["U0DEE"], "<@U0DEE> is not on the panel now"),
        (["U0BEN", "U0DEE"], "<@U0BEN> is a co-host and <@U0DEE> is not on the panel now"),
    ],
)
def test_a_place_on_the_panel_that_two_changed_is_told(users: list[str], said: str) -> None:
    now = {"U0BEN": Role.CO_HOST, "U0CHIE": Role.PANELIST}
    assert panel_clash(users, now) == (
        f"Someone else changed this at the same time: {said}. Save again to apply your changes."
    )
