"""Messages around the status of a webinar."""

from blocks.elements import section
from blocks.text import about, fitting
from bot.models.rate_limit import Wait
from bot.models.slack_payloads import Message


def nothing_fits(words: str) -> Message:
    """No webinar has these words in its title."""
    if not words:
        return _said("You have no upcoming webinars, and none are announced in your channels.")
    return _said(
        f"No webinar that concerns you has “{fitting(words, 200)}” in its title. `/webinar list` shows all of them."
    )


def wait_message(wait: Wait) -> Message:
    """RingCentral is asked in a while."""
    return _said(f":hourglass_flowing_sand: Asking RingCentral, {about(wait.seconds)}…")


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
