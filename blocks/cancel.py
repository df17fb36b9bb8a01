"""The view that asks whether a webinar is to be cancelled, and why."""

from typing import Final

from blocks.elements import field, modal, plain, section
from blocks.ids import Callback
from blocks.text import fitting
from blocks.view_state import ViewState
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar

REASON: Final = "reason"
_REASON_MAX: Final = 500


def cancel_view(tracked: TrackedWebinar) -> View:
    """Asks whether a webinar is to be cancelled, and why."""
    reason = {"type": "plain_text_input", "multiline": True, "max_length": _REASON_MAX}
    reason["placeholder"] = plain("Ann is ill; we will find a new date.")
    title = fitting(tracked.webinar.title, 600)
    said = f"*{title}* will be deleted in RingCentral. Its cards will say so, and everyone who is going or registered will be told."
    return modal(
        Callback.CANCEL_WEBINAR,
        "Cancel this webinar?",
        [section(said), field(REASON, "Reason", reason, hint="Everyone can read it.", optional=True)],
        submit="Cancel webinar",
        close="Keep it",
        metadata=tracked.webinar_key,
    )


def read_reason(view: View) -> str:
    """The reason why it is cancelled."""
    return " ".join(ViewState(view).text(REASON).split())[:_REASON_MAX]
