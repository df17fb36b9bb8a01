"""Pauses of durable work between tries, while Slack takes nothing."""

from collections.abc import Iterator


def growing_pauses(first: float, longest: float, altogether: float) -> Iterator[float]:
    """Seconds, each pause twice as long as the one before, until so many have passed altogether."""
    passed, pause = 0.0, first
    while passed < altogether:
        yield pause
        passed += pause
        pause = min(pause * 2, longest)
