"""Durable work pauses ever longer."""

from bot.workflows.pauses import growing_pauses


def test_pauses_double_up_to_the_longest_until_the_time_is_over() -> None:
    assert list(growing_pauses(1, 8, 30)) == [1, 2, 4, 8, 8, 8]


def test_no_time_is_no_pause() -> None:
    assert list(growing_pauses(1, 8, 0)) == []
