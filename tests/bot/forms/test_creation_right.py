"""Members may create webinars; guests and people of other companies hear whom to ask."""

import pytest

from bot.forms.creation_right import why_not_create
from bot.models import Person

ANN = Person(id="U0ANN", name="Ann Archer", first_name="Ann", last_name="Archer")


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (ANN, ""),
        (ANN.model_copy(update={"is_admin": True}), ""),
        (ANN.model_copy(update={"is_guest": True}), "Ask a member of this workspace"),
        (ANN.model_copy(update={"is_stranger": True}), "Ask one of them"),
        (ANN.model_copy(update={"is_stranger": True, "is_guest": True}), "Ask one of them"),
        (None, ""),
    ],
)
def test_whoever_may_not_create_hears_whom_to_ask(person: Person | None, told: str) -> None:
    reason = why_not_create(person)
    assert bool(reason) is bool(told)
    assert reason is None or told in reason.text
