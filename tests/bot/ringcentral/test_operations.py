"""Some requests may be sent twice without harm."""

import pytest

from bot.ringcentral.operations import Operations

MAKES_SOMETHING = {
    "rcwConfigCreateWebinar",
    "rcwConfigCreateSession",
    "rcwConfigUpdateInvitees",
    "rcwN11sCreateSubscription",
}


@pytest.mark.parametrize("operation", Operations)
def test_only_what_makes_something_must_not_be_sent_twice(operation: Operations) -> None:
    assert operation.value.writes == (operation.name in MAKES_SOMETHING)
