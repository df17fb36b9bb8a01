"""The views and the message that tell how a change of a webinar goes."""

from typing import Final

from blocks.card import say_registration
from blocks.elements import modal, section
from blocks.ids import Callback
from blocks.text import channel, fitting, paragraphs, person, whole_lines
from bot.models import Registration
from bot.models.change import ChangeOutcome
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Message, View
from bot.translation import ENGLISH, Translation

GONE: Final = sentence("This webinar no longer exists.")
CANCELLED: Final = sentence("Cancelled. The cards say so, and no reminders will be sent.")
MOVED: Final = sentence("The new time is saved. Everything else updates automatically.")
SAVED: Final = sentence("Saved. Everything else updates automatically.")
UNCHANGED: Final = sentence("Nothing was changed.")
SPEAKERS_UPDATED: Final = sentence("Speakers updated.")
HOST_ONLY: Final = sentence("Only the host sees who registered.")
NAMELESS: Final = sentence("This webinar")


def registration_saved(
    registration: Registration, *, is_wanted_open: bool, gained_room: bool = False
) -> ChangeOutcome:
    """The outcome of other terms of registration; one that is full stays closed, and so does one that was."""
    said = f"Saved. {say_registration(registration)}."
    if gained_room and not registration.is_open and not registration.is_full:
        still = sentence("Registration is still closed: choose *Open* in *Registration* to let people in.")
        return ChangeOutcome(done=(Sentence(text=said),), problems=(still,))
    if not is_wanted_open or registration.is_open:
        return ChangeOutcome(done=(Sentence(text=said),))
    why = f"{registration.count} registered, and it closes at {registration.limit}."
    closed = Sentence(text=f"Registration stays closed: {why}")
    return ChangeOutcome(done=(Sentence(text=said),), problems=(closed,))


def not_allowed(setting: str) -> str:
    """A setting, as its label says, that the account does not let anybody change."""
    return f"{fitting(setting)}: your RingCentral account does not allow this to be changed."


def no_address(user: str) -> str:
    """Somebody who cannot be invited."""
    return f"{person(user)} has no e-mail address in Slack and was not invited."


def not_told(user: str) -> str:
    """Somebody whom Slack does not let us reach; the reason follows."""
    return f"{person(user)} was not told in Slack"


def not_announced(where: str) -> str:
    """A channel that has no card; the reason follows."""
    return f"Not in {channel(where)}"


def working_view(title: str, doing: str) -> View:
    """The view while a change is carried out."""
    return modal(
        Callback.DETAILS,
        "Working on it",
        [section(f":hourglass_flowing_sand: {doing}: *{fitting(title, 600)}*. You can close this window.")],
    )


def outcome_view(title: str | None, outcome: ChangeOutcome) -> View:
    """The outcome of a change."""
    return modal(
        Callback.DETAILS,
        "Done" if not outcome.problems else "Not everything worked",
        [section(part) for part in paragraphs(_said(title, outcome, ENGLISH))],
        close="Done",
    )


def outcome_message(title: str | None, outcome: ChangeOutcome, say: Translation = ENGLISH) -> Message:
    """The same, for whoever looks elsewhere, in the language in which they asked."""
    lines = _said(title, outcome, say)
    return Message(
        text=whole_lines("\n".join(lines)), blocks=tuple(section(part) for part in paragraphs(lines))
    )


def _said(title: str | None, outcome: ChangeOutcome, say: Translation) -> list[str]:
    name = say(NAMELESS) if title is None else fitting(title, 600)
    return [
        f"*{name}*",
        *(f":white_check_mark: {say(done)}" for done in outcome.done),
        *(f":warning: {say(problem)}" for problem in outcome.problems),
    ]
