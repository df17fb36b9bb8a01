"""Every setting has words of its own, and one place where it is asked."""

import pytest

from blocks.settings import ACCOUNT_SAYS, GROUPS, WORDS, chosen, label, say_settings, summary
from bot.models import Access, WebinarSettings
from bot.models.form import Options

ASKED = [name for names in GROUPS.values() for name in names]


def test_every_setting_that_ringcentral_knows_has_words() -> None:
    assert WORDS.keys() == WebinarSettings.model_fields.keys()


def test_every_setting_is_asked_once_but_registration_which_the_audience_decides() -> None:
    assert sorted([*ASKED, "registration_enabled"]) == sorted(WebinarSettings.model_fields)


def test_no_two_settings_are_called_the_same() -> None:
    assert len({label(name) for name in WORDS}) == len(WORDS)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("recording_enabled", True, "Record"),
        ("recording_enabled", False, "Do not record"),
        ("recording_enabled", None, ACCOUNT_SAYS),
        ("attendee_authentication", Access.AUTHENTICATED_COWORKER, "Signed-in co-workers only"),
        ("attendee_authentication", "Guest", "Anyone with the link"),
        ("post_webinar_redirect_uri", "https://example.com/thanks", "https://example.com/thanks"),
        ("password", "open-sesame", "set"),
        ("password", "", "none"),
        ("password", None, ACCOUNT_SAYS),
    ],
)
def test_a_value_is_said_in_plain_words(name: str, value: bool | str | None, said: str) -> None:  # noqa: FBT001 - a value
    assert chosen(name, value) == said


def test_settings_that_are_left_to_the_account_are_not_mentioned() -> None:
    settings = WebinarSettings(recording_enabled=False, polls_enabled=True)
    assert say_settings(settings) == ["Record the webinar: Do not record", "Polls: On"]


def test_the_summary_names_everything_that_was_changed() -> None:
    options = Options(
        description=" News ",
        co_hosts=("U0BEN",),
        panelists=("U0CAT", "U0DAN"),
        panel_joins_early=" 15 ",
        settings=WebinarSettings(qna_enabled=False),
    )
    assert summary(options) == [
        "Description added",
        "1 co-host",
        "2 panelists",
        "Panelists can join early (minutes): 15",
        "Q&A: Off",
    ]


def test_the_summary_is_silent_about_what_a_setting_above_rules_out() -> None:
    assert summary(Options(settings=WebinarSettings(qna_enabled=False, moderated_qna_enabled=True))) == [
        "Q&A: Off"
    ]


def test_the_summary_of_nothing_is_empty() -> None:
    assert summary(Options(description=" \n")) == []
