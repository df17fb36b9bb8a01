"""Taking a webinar into one's own calendar: the view that offers it, and what is said with the file."""

from datetime import datetime

from blocks.elements import actions, button, context, modal, section
from blocks.ids import Action, Callback
from blocks.text import fitting, person, time_and_length, when
from bot.models import Phase, Webinar
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar

_TITLE = "Add to calendar"
_TITLE_MAX = 600


def calendar_view(tracked: TrackedWebinar, google: str, outlook: str) -> View:
    """Offers the forms of Google and Outlook, filled in, and the file."""
    webinar = tracked.webinar
    return modal(
        Callback.CALENDAR,
        _TITLE,
        [
            section(f"*{_title(webinar)}*\n:calendar: {time_and_length(webinar)}"),
            actions(
                button("Google Calendar", Action.GOOGLE, url=google),
                button("Outlook", Action.OUTLOOK, url=outlook),
                button("Send me the file", Action.CALENDAR_FILE, value=tracked.webinar_key, style="primary"),
            ),
            context(
                "The file is for every calendar. What you add, by a link or by the file, doesn’t update automatically; "
                "if you take the file, I’ll send a new one if the webinar changes."
            ),
        ],
        metadata=tracked.webinar_key,
    )


def on_its_way(webinar: Webinar) -> View:
    """The file is being sent."""
    return _said(f":hourglass_flowing_sand: The file for *{_title(webinar)}* is on its way.")


def sent(webinar: Webinar) -> View:
    """The file was sent."""
    return _said(
        f":white_check_mark: The file for *{_title(webinar)}* is in your direct messages. "
        "It doesn’t update automatically; I’ll send a new one if the webinar changes."
    )


def not_sent(webinar: Webinar, problem: str) -> View:
    """The file could not be sent; `problem` says why and what to do."""
    return _said(f":warning: I could not send the file for *{_title(webinar)}*. {fitting(problem, 1000)}")


def nothing_to_add(tracked: TrackedWebinar | None) -> View:
    """The view for a webinar that is over or gone: there is nothing to add."""
    if tracked is None:
        return _said("This webinar no longer exists.")
    cancelled = tracked.webinar.phase is Phase.CANCELLED
    ending = "was cancelled" if cancelled else "has ended"
    return _said(f"*{_title(tracked.webinar)}* {ending}, so there is nothing to add to a calendar.")


def file_comment(webinar: Webinar) -> str:
    """The comment of the first file; marked up, everything typed escaped."""
    return (
        f":calendar: *{_title(webinar)}*, {time_and_length(webinar)}. Open the file to add it to your calendar. "
        "It doesn’t update automatically; I’ll send a new one if the webinar changes."
    )


def new_file_comment(webinar: Webinar, before: datetime | None) -> str:
    """The comment of a newer file: the changes since the one that told of a start `before`."""
    if webinar.phase is Phase.CANCELLED:
        done = webinar.cancellation
        by = f" by {person(done.by)}" if done and done.by else " in RingCentral"
        start = when(webinar.start, webinar.time_zone)
        return f":no_entry_sign: *{_title(webinar)}*, {start}, was cancelled{by}: this file takes it out of your calendar."
    now = time_and_length(webinar)
    if before not in {None, webinar.start}:
        old = when(before or webinar.start, webinar.time_zone)
        changed = f"was moved from {old} to *{now}*"
    else:
        changed = f"was changed: it is at {now}, and its title, text, length or link is new"
    return f":calendar: *{_title(webinar)}* {changed}. Open this file to correct your calendar."


def _title(webinar: Webinar) -> str:
    return fitting(webinar.title, _TITLE_MAX)


def _said(text: str) -> View:
    return modal(Callback.CALENDAR, _TITLE, [section(text)])
