"""One form, and the tries at it."""

import pytest
from pydantic import ValidationError

from bot.models.submission import State
from tests.bot.storage.examples import submission


def test_each_try_of_a_form_has_a_name_of_its_own() -> None:
    assert [submission(attempt=attempt).id for attempt in range(2)] == ["d1:0", "d1:1"]


def test_trying_again_keeps_what_was_typed_and_is_shown_in_the_message() -> None:
    failed = submission().model_copy(update={"state": State.FAILED})
    again = failed.again(("D0ANN", "1.1"))
    assert (again.id, again.state, again.notice, again.view_id) == (
        "d1:1",
        State.CREATING,
        ("D0ANN", "1.1"),
        None,
    )
    assert (again.form, again.options, again.plan) == (failed.form, failed.options, failed.plan)


def test_tries_are_counted_from_the_first_one() -> None:
    with pytest.raises(ValidationError, match="attempt"):
        submission(attempt=-1)
