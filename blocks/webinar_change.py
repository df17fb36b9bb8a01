"""A change of a webinar that was asked for in words: old and new side by side, with the buttons that decide."""

from collections.abc import Iterator, Sequence
from typing import Final

from blocks.conversation import said_settings
from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.text import channel, fitting, paragraphs, person, whole_lines
from blocks.webinar_answers import starts, webinar_title
from bot.models import Phase, Role, WebinarSettings
from bot.models.proposed_change import ProposedChange, Timing
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Block, Message
from bot.models.tracked import TrackedWebinar
from bot.translation import Translation

_VALUE_MAX: Final = 1900
"""Characters that a button of Slack carries, with some left over."""


def change_shown(change: ProposedChange, tracked: TrackedWebinar, say: Translation) -> Message:
    """Show a change as old → new; nothing happens before it is confirmed."""
    value = change.model_dump_json(exclude_defaults=True)
    if len(value) > _VALUE_MAX:
        return _offered(
            say("That is too much for one message. Press *Edit* and change it in the form."), tracked, say
        )
    opening = (
        say("Cancel *{title}*?", title=webinar_title(tracked))
        if change.cancels
        else say("Change *{title}*?", title=webinar_title(tracked))
    )
    lines = [opening, *_differences(change, tracked, say)]
    told = say("Nothing has changed yet.")
    style = "danger" if change.cancels else "primary"
    buttons = actions(
        button(_confirms(change, say), Action.CONFIRM_CHANGE, value=value, style=style),
        button(say("Not now"), Action.DROP_CHANGE, value=f"{change.language}|{change.locale}"),
    )
    text = "\n".join([*lines, told])
    return Message(text=whole_lines(text), blocks=(*map(section, paragraphs(lines)), context(told), buttons))


def _differences(change: ProposedChange, tracked: TrackedWebinar, say: Translation) -> Iterator[str]:
    webinar = tracked.webinar
    if change.cancels:
        yield f":calendar: {starts(webinar.start, webinar.time_zone, say)}"
        yield say("All cards will show it, and everyone who is going will be told.")
    if change.title:
        yield _from_to(f"“{webinar_title(tracked)}”", f"“{fitting(change.title, 300)}”")
    if change.timing and change.timing_before:
        yield from _timings(change.timing_before, change.timing, say)
    if change.description is not None:
        yield say("Description: {text}", text=fitting(change.description, 500) or "–")
    if change.settings:
        settings = WebinarSettings.model_validate(dict(change.settings))
        yield f":gear: {', '.join(said_settings(settings, say)) or say('settings follow your account defaults')}"
    yield from _people(change, say)
    if change.channels:
        listed = say.listed([channel(one) for one in change.channels])
        yield f":mega: {say('Also announce in {channels}', channels=listed)}"
    if change.remind_before:
        before = say.listed([say.length(one) for one in webinar.reminders.before]) or "–"
        after = say.listed([say.length(one) for one in change.remind_before])
        yield f":bell: {say('Reminders before the start: {what}', what=_from_to(before, after))}"


def _timings(was: Timing, timing: Timing, say: Translation) -> Iterator[str]:
    if (was.start, was.time_zone) != (timing.start, timing.time_zone):
        old, new = (starts(one.start, one.time_zone, say) for one in (was, timing))
        yield f":calendar: {_from_to(old, new)}"
        if not say.shows(timing.start, timing.time_zone):
            pretty = say("{date} at {time}", date="{date_short_pretty}", time="{time}")
            here = f"<!date^{int(timing.start.timestamp())}^{pretty}|{new}>"
            yield say("for you: {when}", when=here)
    if was.duration != timing.duration:
        yield f":stopwatch: {_from_to(say.length(was.duration), say.length(timing.duration))}"


def _people(change: ProposedChange, say: Translation) -> Iterator[str]:
    for role, text in (
        (Role.CO_HOST, sentence("New as co-hosts: {people}")),
        (Role.PANELIST, sentence("New as panelists: {people}")),
    ):
        if users := [person(user) for user, has in change.invited if has is role]:
            yield f":studio_microphone: {say(text, people=say.listed(users))}"
    if change.leaving:
        listed = say.listed([person(user) for user in change.leaving])
        yield f":studio_microphone: {say('Off the panel: {people}', people=listed)}"


def _from_to(old: str, new: str) -> str:
    return f"~{old}~ → *{new}*"


def _confirms(change: ProposedChange, say: Translation) -> str:
    """The label of the button that does it: it says what happens."""
    if change.cancels:
        return say("Yes, cancel the webinar")
    if change.timing and change.timing_before and change.timing.start != change.timing_before.start:
        return say("Yes, move it")
    if change.title:
        return say("Yes, rename it")
    if change.channels:
        return say("Yes, announce it")
    if change.changes_panel:
        return say("Yes, change the panel")
    return say("Yes, save it")


def confirmed_change(tracked: TrackedWebinar, say: Translation) -> Message:
    """Draw the line in the place of the question while the change is carried out."""
    text = say("Working on *{title}*. I’ll message you when it’s done.", title=webinar_title(tracked))
    return _said(f":hourglass_flowing_sand: {text}")


def reminders_saved(tracked: TrackedWebinar, say: Translation) -> Message:
    """New reminders, which are ours alone, are saved at once."""
    before = say.listed([say.length(one) for one in tracked.webinar.reminders.before])
    text = say(
        "Saved: people are reminded of *{title}* {times} before it starts.",
        title=webinar_title(tracked),
        times=before,
    )
    return _said(f":white_check_mark: {text}")


def not_confirmed(say: Translation) -> Message:
    """Draw the line in the place of a change that is not wanted."""
    return _said(say("Nothing was changed."))


def refused_change(reason: str) -> Message:
    """The reason why a change cannot be made."""
    return _said(reason)


def who_may_change(tracked: TrackedWebinar, say: Translation) -> str:
    """The people who can change a webinar, for somebody who cannot."""
    owner, hosts = person(tracked.webinar.owner), [person(user) for user in tracked.co_hosts[:20]]
    if hosts:
        return say(
            "Only {person}, the co-hosts {people} and workspace admins can change *{title}*.",
            person=owner,
            people=say.listed(hosts),
            title=webinar_title(tracked),
        )
    return say(
        "Only {person} and workspace admins can change *{title}*.", person=owner, title=webinar_title(tracked)
    )


_FIXED: Final[dict[str, Sentence]] = {
    "cancelled": sentence("*{title}* was cancelled, so nothing about it can change now."),
    "ended": sentence("*{title}* is over, so nothing about it can change now."),
    "begun": sentence(
        "*{title}* has begun: you can still announce it, but nothing else about it can change."
    ),
}


def unchangeable(tracked: TrackedWebinar, say: Translation) -> str:
    """The reason why a webinar that has begun or is over does not change; empty while all can."""
    webinar = tracked.webinar
    if webinar.phase is Phase.CANCELLED:
        return say(_FIXED["cancelled"], title=webinar_title(tracked))
    if webinar.is_over or not webinar.held:
        return say(_FIXED["ended"], title=webinar_title(tracked))
    if webinar.phase is Phase.LIVE or webinar.runs:
        return say(_FIXED["begun"], title=webinar_title(tracked))
    return ""


def what_to_change(tracked: TrackedWebinar, say: Translation) -> Message:
    """A webinar is named and not what shall be another: what can be said, and the buttons that lead there."""
    text = say(
        "What would you like to change about *{title}*? Say it in one line, for example “move {title} to Friday 3pm”, "
        "or press a button.",
        title=webinar_title(tracked),
    )
    return _offered(text, tracked, say)


def registration_shown(tracked: TrackedWebinar, say: Translation) -> Message:
    """Registration is opened and closed in a form of its own."""
    text = say("Open or close the registration of *{title}* here:", title=webinar_title(tracked))
    registration = button(
        say("Registration"), Action.CHANGE_REGISTRATION, value=tracked.webinar_key, style="primary"
    )
    return Message(text=text, blocks=(section(text), actions(registration)))


def reminders_asked(tracked: TrackedWebinar, say: Translation) -> Message:
    """Reminders without a time: when they go out now, and how to change that."""
    before = [say.length(one) for one in tracked.webinar.reminders.before]
    now = (
        say(
            "People are reminded of *{title}* {times} before it starts.",
            title=webinar_title(tracked),
            times=say.listed(before),
        )
        if before
        else say("Nobody is reminded of *{title}* as it is now.", title=webinar_title(tracked))
    )
    text = f"{now} {say('Say how long before, for example “remind people an hour before”, or press *Reminders*.')}"
    reminders = button(say("Reminders"), Action.CHANGE_REMINDERS, value=tracked.webinar_key)
    return Message(text=text, blocks=(section(text), actions(reminders)))


def duplicate_answered(tracked: TrackedWebinar, say: Translation) -> Message:
    """A webinar cannot be copied: how to make the next one."""
    text = say(
        "I cannot copy *{title}*: each webinar is created on its own. Tell me its title and when the new one is, for "
        "example “{title} next Friday at 3pm”, and I draft it.",
        title=webinar_title(tracked),
    )
    return _said(text)


def registration_stays(tracked: TrackedWebinar, say: Translation) -> Message:
    """Tell whether people register is decided when a webinar is created."""
    return _said(
        say(
            "Whether people register for *{title}* was decided when it was created, and cannot change. "
            "To have it otherwise, cancel it and create a new one.",
            title=webinar_title(tracked),
        )
    )


def _offered(text: str, tracked: TrackedWebinar, say: Translation) -> Message:
    key = tracked.webinar_key
    row: Block = actions(
        button(say("Edit or reschedule"), Action.EDIT_WEBINAR, value=key),
        button(say("Co-hosts and panelists"), Action.CHANGE_PANEL, value=key),
        button(say("Announce in channels"), Action.ANNOUNCE, value=key),
        button(say("Reminders"), Action.CHANGE_REMINDERS, value=key),
        button(say("Cancel webinar"), Action.CANCEL_WEBINAR, value=key, style="danger"),
    )
    return Message(text=text, blocks=(section(text), row))


def problems_told(problems: Sequence[str], say: Translation) -> Message:
    """Tell what keeps a change from being made."""
    return _said("\n".join([say("That cannot be done:"), *(f"• {fitting(one, 500)}" for one in problems)]))


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
