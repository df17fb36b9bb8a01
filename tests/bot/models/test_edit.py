"""An edit: the values that a person changed, and those that somebody else changed meanwhile."""

from datetime import timedelta

from bot.models import WebinarSettings
from bot.models.edit import Edit, values, with_values
from tests.blocks.example_webinar import plan_of, webinar

BASE = webinar(settings=WebinarSettings(polls_enabled=True, password="sesame"))


def edit(**changes: object) -> Edit:
    settings = changes.pop("settings", BASE.settings)
    return Edit(plan=plan_of(BASE, settings=settings, **changes), base=BASE)


def test_a_plan_like_the_webinar_touches_nothing() -> None:
    assert edit().touched == {}
    assert not edit().retells
    assert edit().let_go == ()


def test_a_changed_field_or_setting_is_touched() -> None:
    assert edit(title="Other").touched == {"title": "Other"}
    off = WebinarSettings(polls_enabled=False, password="sesame")
    assert edit(settings=off).touched == {"polls_enabled": False}


def test_time_alone_retells_nothing() -> None:
    moved = edit(start=BASE.start + timedelta(hours=1), duration=timedelta(hours=2))
    assert moved.touched.keys() == {"start", "duration"}
    assert not moved.retells
    assert edit(description="Other").retells


def test_a_password_that_is_emptied_is_taken_away_and_not_left_to_the_account() -> None:
    emptied = edit(settings=WebinarSettings(polls_enabled=True))
    assert emptied.touched == {"password": ""}
    assert emptied.let_go == ()


def test_a_setting_given_back_to_the_account_is_let_go_and_not_sent() -> None:
    given_back = edit(settings=WebinarSettings(password="sesame"))
    assert given_back.touched == {}
    assert given_back.let_go == ("polls_enabled",)
    new = edit(settings=BASE.settings.model_copy(update={"qna_enabled": True}))
    assert new.let_go == (), "a setting that had no value before is not let go"


def test_a_setting_under_a_switch_that_is_off_means_nothing() -> None:
    off = WebinarSettings(recording_enabled=False, auto_record=True, polls_enabled=True, password="sesame")
    assert edit(settings=off).touched == {"recording_enabled": False}


def test_a_conflict_is_a_field_that_both_changed_to_different_values() -> None:
    mine = edit(title="Mine", description="Mine too")
    assert mine.conflicts(BASE) == ()
    assert mine.conflicts(BASE.model_copy(update={"title": "Theirs"})) == ("title",)
    assert mine.conflicts(BASE.model_copy(update={"title": "Mine"})) == ()
    assert mine.conflicts(BASE.model_copy(update={"duration": timedelta(hours=3)})) == ()


def test_who_was_told_of_a_conflict_starts_from_what_holds_now() -> None:
    now = BASE.model_copy(update={"title": "Theirs", "description": "Theirs too"})
    known = edit(title="Mine").knowing(now, ["title"])
    assert (known.title, known.description) == ("Theirs", BASE.description)


def test_values_go_back_into_a_webinar() -> None:
    changed = with_values(BASE, {"title": "Other", "polls_enabled": False, "start": BASE.start})
    assert (changed.title, changed.settings.polls_enabled, changed.settings.password) == (
        "Other",
        False,
        "sesame",
    )
    assert values(webinar())["password"] == ""
