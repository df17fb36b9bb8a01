"""The people who registered for an event, for its host alone."""

from collections.abc import Sequence
from typing import Final

from blocks.elements import actions, button, context, modal, section
from blocks.ids import Action, Callback
from blocks.text import fitting, paragraphs
from bot.models.registration import Registrant
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar

_SHOWN: Final = 15


def reading_registrants() -> View:
    """While RingCentral is asked."""
    return modal(
        Callback.DETAILS,
        "Registrants",
        [section(":hourglass_flowing_sand: Asking RingCentral who registered…")],
    )


def registrants_view(tracked: TrackedWebinar, enrolled: Sequence[Registrant]) -> View:
    """The number of registrants and the newest of them, for the host alone."""
    newest = sorted(enrolled, key=_since, reverse=True)[:_SHOWN]
    count = len(enrolled)
    lines = [f"• {fitting(one.name, 150)}, {fitting(one.email, 300)}{_came(one)}" for one in newest]
    heading = (
        f"*{fitting(tracked.webinar.title, 1000)}*\n{count} {'person' if count == 1 else 'people'} registered"
    )
    shown = f", the last {len(newest)} were:" if count > len(newest) else (":" if newest else ".")
    blocks = [section(f"{heading}{shown}"), *(section(part) for part in paragraphs(lines))]
    if enrolled:
        send = button(
            "Send me the list (CSV)", Action.REGISTRANTS_FILE, value=tracked.webinar_key, style="primary"
        )
        blocks += [
            actions(send),
            context(
                "You get a CSV file by direct message. It contains e-mail addresses, so handle it with care."
            ),
        ]
    return modal(Callback.DETAILS, "Registrants", blocks)


def file_on_its_way(*, problem: str = "", done: bool = False) -> View:
    """The table is being sent, was sent, or could not be; `problem` says why."""
    text = ":hourglass_flowing_sand: The list is on its way to your direct messages."
    if done:
        text = ":white_check_mark: The list is in your direct messages."
    if problem:
        text = f":warning: I could not send the list. {fitting(problem, 1000)}"
    return modal(Callback.DETAILS, "Registrants", [section(text)])


def not_read(problem: str) -> View:
    """RingCentral did not tell who registered."""
    return modal(Callback.DETAILS, "Registrants", [section(f":warning: {fitting(problem, 1000)}")])


def table_comment(tracked: TrackedWebinar, count: int) -> str:
    """The comment of the file."""
    return (
        f"Everyone who registered for *{fitting(tracked.webinar.title, 600)}*: {count}. Only visible to you."
    )


def _since(one: Registrant) -> float:
    return one.registered_at.timestamp() if one.registered_at else 0.0


def _came(one: Registrant) -> str:
    return " · attended" if one.came else ""
