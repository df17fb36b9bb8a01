"""A failure waits, each time twice as long."""

from datetime import UTC, datetime, timedelta

from bot.slack.retry_pauses import RetryPauses

START = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


class Hand:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def test_each_pause_is_twice_the_one_before_up_to_the_longest() -> None:
    clock = Hand()
    pauses = RetryPauses[str](timedelta(seconds=10), timedelta(seconds=30), clock)
    for seconds in (10, 20, 30, 30):
        pauses.failed("general")
        clock.now += timedelta(seconds=seconds - 1)
        assert pauses.waiting() == ["general"]
        clock.now += timedelta(seconds=1)
        assert not pauses.is_waiting("general")
    assert not pauses.is_empty


def test_what_worked_waits_no_more_and_begins_anew() -> None:
    pauses = RetryPauses[str](timedelta(seconds=10), timedelta(seconds=30), Hand())
    pauses.failed("general")
    assert pauses.worked("general")
    assert not pauses.worked("general")
    assert pauses.is_empty
    assert not pauses.is_waiting("general")


def test_one_place_does_not_hold_up_another() -> None:
    pauses = RetryPauses[str](timedelta(seconds=10), timedelta(seconds=30), Hand())
    pauses.failed("general")
    assert not pauses.is_waiting("marketing")
