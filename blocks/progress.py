"""While a webinar is being made: what happens, and how long it takes."""

from blocks.elements import modal, section
from blocks.ids import Callback
from blocks.text import about, counted, escaped
from bot.models import Plan
from bot.models.rate_limit import Wait, WaitReason
from bot.models.slack_payloads import Message, View


def creating(plan: Plan, wait: Wait | None = None) -> View:
    """The view that takes the form's place."""
    told = [section(say_wait(wait))] if wait else []
    return modal(
        Callback.FORM,
        "Creating…",
        [
            section(f":hourglass_flowing_sand: Creating *{escaped(plan.title)}*…"),
            *told,
            section("You can close this window. I’ll also send you the result as a direct message."),
        ],
    )


def creating_message(plan: Plan, wait: Wait | None = None) -> Message:
    """The same as a message, for a retry from a direct message."""
    told = f" {say_wait(wait)}" if wait else ""
    text = f":hourglass_flowing_sand: Creating *{escaped(plan.title)}*…{told}"
    return Message(text=text, blocks=(section(text),))


def say_wait(wait: Wait) -> str:
    """The wait in words: "RingCentral allows 10 calls a minute; yours is next, about 20 s."."""
    after = about(wait.seconds)
    match wait.reason:
        case WaitReason.DOWN:
            return f"RingCentral isn’t responding right now. Trying again in {after}."
        case WaitReason.CHECKING:
            if wait.seconds <= 0:
                return "RingCentral didn’t answer. Checking whether it was done."
            return (
                "RingCentral didn’t answer, and nothing has arrived so far. It may still come, so I’ll check once more in "
                f"{after} before I send it again."
            )
        case WaitReason.PENALTY:
            return f"RingCentral has asked us to slow down; {_place(wait)}, {after}."
        case WaitReason.BUDGET:
            span = "a minute" if wait.window == 60 else f"in {wait.window:g} seconds"
            return f"RingCentral allows {counted(wait.limit, 'call')} {span}; {_place(wait)}, {after}."


def _place(wait: Wait) -> str:
    if not wait.ahead:
        return "yours is next"
    return f"{wait.ahead} {'is' if wait.ahead == 1 else 'are'} ahead of yours"
