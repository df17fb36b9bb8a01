"""The views and the message that tell how a change of a webinar goes."""

from blocks.elements import modal, section
from blocks.ids import Callback
from blocks.text import fitting, paragraphs, whole_lines
from bot.models.change import ChangeOutcome
from bot.models.slack_payloads import Message, View


def working_view(title: str, doing: str) -> View:
    """The view while a change is carried out."""
    return modal(
        Callback.DETAILS,
        "Working on it",
        [section(f":hourglass_flowing_sand: {doing}: *{fitting(title, 600)}*. You can close this window.")],
    )


def outcome_view(title: str, outcome: ChangeOutcome) -> View:
    """The outcome of a change."""
    return modal(
        Callback.DETAILS,
        "Done" if not outcome.problems else "Not everything worked",
        [section(part) for part in paragraphs(_said(title, outcome))],
        close="Done",
    )


def outcome_message(title: str, outcome: ChangeOutcome) -> Message:
    """The same, for whoever looks elsewhere."""
    lines = _said(title, outcome)
    return Message(
        text=whole_lines("\n".join(lines)), blocks=tuple(section(part) for part in paragraphs(lines))
    )


def _said(title: str, outcome: ChangeOutcome) -> list[str]:
    return [
        f"*{fitting(title, 600)}*",
        *(f":white_check_mark: {done}" for done in outcome.done),
        *(f":warning: {problem}" for problem in outcome.problems),
    ]
