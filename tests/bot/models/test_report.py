"""A report tells the settings that the account decided otherwise."""

import pytest

from bot.models import WebinarSettings
from bot.models.report import Overruled, Report
from tests.blocks.example_webinar import plan_of, report_of, webinar


def report(asked: WebinarSettings, got: WebinarSettings, refused: tuple[str, ...] = ()) -> Report:
    return report_of(webinar(settings=got), plan=plan_of(webinar(), settings=asked), refused=refused)


def test_what_came_out_as_asked_is_applied() -> None:
    asked = WebinarSettings(polls_enabled=False)
    got = report(asked, WebinarSettings(polls_enabled=False, qna_enabled=True))
    assert (got.overruled, got.applied) == ((), asked)


def test_what_came_out_otherwise_is_overruled() -> None:
    got = report(WebinarSettings(polls_enabled=False), WebinarSettings(polls_enabled=True))
    assert got.overruled == (Overruled(name="polls_enabled", asked=False, got=True),)
    assert got.applied == WebinarSettings()


def test_what_was_refused_is_overruled_without_a_value() -> None:
    got = report(
        WebinarSettings(polls_enabled=False), WebinarSettings(polls_enabled=True), ("polls_enabled",)
    )
    assert got.overruled == (Overruled(name="polls_enabled", asked=False, got=None),)


def test_what_ringcentral_does_not_speak_of_is_taken_as_asked() -> None:
    assert report(WebinarSettings(pstn_enabled=True), WebinarSettings()).overruled == ()


def test_registration_that_the_account_insists_on_is_overruled() -> None:
    got = report(WebinarSettings(), WebinarSettings(registration_enabled=True))
    assert got.overruled == (Overruled(name="registration_enabled", asked=False, got=True),)


@pytest.mark.parametrize(("password", "told"), [("made-up-there", "made-up-there"), ("", None), (None, None)])
def test_a_password_that_the_account_made_up_is_known(password: str | None, told: str | None) -> None:
    assert report(WebinarSettings(), WebinarSettings(password=password)).password == told
