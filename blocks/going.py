"""The private answers to people who say that they are going, or are not."""

from blocks.card import to_calendar
from blocks.elements import actions, button, section
from blocks.ids import Action
from blocks.text import fitting, time_and_length
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar


def going_now(tracked: TrackedWebinar, *, new: bool) -> Message:
    """You are going; with the way out and into the calendar."""
    webinar = tracked.webinar
    opening = "You’re going" if new else "You already said you’re going"
    text = f":white_check_mark: {opening} to *{fitting(webinar.title, 600)}*, {time_and_length(webinar)}."
    reminded = "" if webinar.reminders.are_off or not webinar.reminders.by_dm else " I’ll remind you."
    return Message(
        text=text + reminded,
        blocks=(
            section(text + reminded),
            actions(
                to_calendar(tracked.webinar_key),
                button("I can’t come after all", Action.NOT_GOING, value=tracked.webinar_key),
            ),
        ),
    )


def not_going_now(tracked: TrackedWebinar) -> Message:
    """You are not going any more."""
    title = fitting(tracked.webinar.title, 600)
    return _said(
        f"You’re no longer going to *{title}*. Press *I’m going* on its card if you change your mind."
    )


def no_more() -> Message:
    """It is over."""
    return _said("This webinar is over or was cancelled.")


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
