"""The view that changes when and where people are reminded of a webinar."""

from datetime import timedelta
from typing import Final

from blocks.elements import field, modal, option, section, without_empty
from blocks.ids import Callback
from blocks.text import fitting, lasting
from blocks.view_state import ViewState
from bot.models import Reminders
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar

WHEN: Final = "remind_before"
WHERE: Final = "remind_where"
_TIMES: Final = tuple(timedelta(minutes=minutes) for minutes in (1440, 60, 10))
_PLACES: Final = {
    "in_thread": ("In the thread of each card", None),
    "by_dm": ("By direct message", "To the host, the panel and everyone who is going or registered."),
}


def reminders_view(tracked: TrackedWebinar) -> View:
    """The view that changes when and where people are reminded."""
    reminders = tracked.webinar.reminders
    times = sorted({*_TIMES, *reminders.before}, reverse=True)[:10]
    when = [option(f"{lasting(one)} before", str(round(one.total_seconds()))) for one in times]
    where = [option(label, name, hint) for name, (label, hint) in _PLACES.items()]
    chosen_when = [one for one in when if timedelta(seconds=int(one["value"])) in reminders.before]
    chosen_where = [one for one in where if getattr(reminders, one["value"])]
    return modal(
        Callback.REMINDERS,
        "Reminders",
        [
            section(f"*{fitting(tracked.webinar.title, 2000)}*"),
            field(
                WHEN,
                "When",
                _boxes(when, chosen_when),
                hint="Clear all to turn reminders off.",
                optional=True,
            ),
            field(WHERE, "Where", _boxes(where, chosen_where), optional=True),
        ],
        submit="Save",
        close="Back",
        metadata=tracked.webinar_key,
    )


def read_reminders(view: View) -> Reminders:
    """The reminders that were chosen."""
    typed = ViewState(view)
    where = typed.checked(WHERE)
    seconds = [int(value) for value in typed.checked(WHEN) if value.isdigit()]
    return Reminders(
        before=tuple(timedelta(seconds=one) for one in sorted(seconds, reverse=True)),
        in_thread="in_thread" in where,
        by_dm="by_dm" in where,
    )


def _boxes(options: list[dict[str, object]], chosen: list[dict[str, object]]) -> dict[str, object]:
    return without_empty({"type": "checkboxes", "options": options, "initial_options": chosen})
