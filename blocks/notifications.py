"""Messages about changes of a webinar, in a card's thread or by direct message."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.own_link import host_button, panel_button
from blocks.text import fitting, lasting, listed, person, time_and_length, when
from bot.models import Audience, Invitation, Webinar
from bot.models.slack_payloads import Block, Message

_TITLE_MAX = 600
_LISTED = 100
_DOUBT = "I couldn’t check with RingCentral just now whether this is still right."
_BY_MAIL = "Your personal link is in RingCentral’s e-mail."


def moved(webinar: Webinar, before: datetime) -> Message:
    """A moved date, old and new."""
    return _said(
        f":calendar: *{_title(webinar)}* was moved: from {when(before, webinar.time_zone)} to "
        f"*{time_and_length(webinar)}*."
    )


def registration_open_again(webinar: Webinar, webinar_key: str) -> Message:
    """Registration is open again, with the way in."""
    registration = webinar.registration
    text = f":tickets: Registration for *{_title(webinar)}*, {time_and_length(webinar)}, is open again."
    buttons = []
    if registration is not None and not registration.asks:
        buttons.append(button("Register me", Action.REGISTER, value=webinar_key, style="primary"))
    if registration is not None and registration.page_uri:
        buttons.append(button("Registration page", Action.REGISTRATION_PAGE, url=registration.page_uri))
    return Message(text=text, blocks=(section(text), *([actions(*buttons)] if buttons else [])))


def has_room(webinar: Webinar, webinar_key: str) -> Message:
    """For the host alone: somebody cancelled, and registration is still closed."""
    registration = webinar.registration
    of = (
        f": {registration.count} of {registration.limit} places are taken"
        if registration and registration.limit
        else ""
    )
    text = (
        f":tickets: There is room again in *{_title(webinar)}*, {time_and_length(webinar)}{of}. RingCentral closed "
        "registration when it was full, and keeps it closed. Press *Registration* to open it again; I’ll then "
        "notify everyone who asked."
    )
    buttons = actions(
        button("Registration", Action.CHANGE_REGISTRATION, value=webinar_key, style="primary"),
        button("Details", Action.DETAILS, value=webinar_key),
    )
    return Message(text=text, blocks=(section(text), buttons))


def recording_ready(webinar: Webinar, uri: str) -> Message:
    """The recording of a webinar that has ended, for everybody."""
    text = f":movie_camera: The recording of *{_title(webinar)}* is ready."
    watch = actions(button("Watch the recording", Action.WATCH, url=uri))
    return Message(text=f"{text} {uri}", blocks=(section(text), watch))


def cancelled(webinar: Webinar) -> Message:
    """A cancelled webinar, with who did it and why, where that is known."""
    done = webinar.cancellation
    by = f" by {person(done.by)}" if done and done.by else " in RingCentral"
    why = f" Reason: {fitting(done.reason, 1500)}" if done and done.reason else ""
    return _said(
        f":no_entry_sign: *{_title(webinar)}*, {when(webinar.start, webinar.time_zone)}, was cancelled{by}.{why}"
    )


def reminder(webinar: Webinar, before: timedelta, *, unsure: bool = False) -> Message:
    """A reminder for everybody, with the way in that everybody may use; when RingCentral cannot be asked it says so."""
    opening = f":bell: *{_title(webinar)}* {_starts(webinar, before)}."
    doubt = _DOUBT if unsure else ""
    uri, label = _way_in(webinar)
    ways = [actions(button(label, Action.JOIN, url=uri, style="primary"))] if uri else []
    notes = [context(doubt)] if doubt else []
    text = " ".join(filter(None, (opening, f"{label}: {uri}" if uri else "", doubt)))
    return Message(text=text, blocks=(section(opening), *ways, *notes))


def host_reminder(webinar: Webinar, before: timedelta, *, unsure: bool = False) -> Message:
    """A reminder for the host, who starts the webinar."""
    missing = "RingCentral has not given your link as host: start the webinar in RingCentral itself."
    return _own_reminder(webinar, host_button(webinar), missing, before, unsure=unsure)


def panel_reminder(
    webinar: Webinar, invitation: Invitation, before: timedelta, *, unsure: bool = False
) -> Message:
    """A reminder for a co-host or panelist."""
    return _own_reminder(webinar, panel_button(webinar, invitation), _BY_MAIL, before, unsure=unsure)


def registrant_reminder(
    webinar: Webinar, join_uri: str | None, before: timedelta, *, unsure: bool = False
) -> Message:
    """A reminder for somebody who registered through Slack."""
    own = [button("Join", Action.JOIN, url=join_uri, style="primary")] if join_uri else []
    return _own_reminder(webinar, own, _BY_MAIL, before, unsure=unsure)


def who_missed_it(webinar: Webinar, missed: tuple[str, ...], *, with_panel: bool = False) -> Message:
    """For the host alone: who was expected and did not come; the entries are mentions, or names as registered."""
    opening = f":ballot_box_with_check: *{_title(webinar)}* has ended. Only visible to you:"
    said = "registered" if webinar.audience is Audience.REGISTERED else "said they were going"
    whom = f"Expected: everyone who {said}{' and the panel' if with_panel else ''}."
    if not missed:
        return _said(f"{opening} everyone who was expected attended. {whom}")
    named = list(missed[:_LISTED])
    more = [f"{len(missed) - len(named)} more"] if len(missed) > len(named) else []
    people = "1 person who was" if len(missed) == 1 else f"{len(missed)} people who were"
    return _said(f"{opening} {people} expected did not attend: {listed([*named, *more])}. {whom}")


def _own_reminder(
    webinar: Webinar, own: Sequence[Block], missing: str, before: timedelta, *, unsure: bool = False
) -> Message:
    """A reminder for somebody who has a link of their own; `own` is its button, and `missing` says where it is else."""
    opening = f":bell: *{_title(webinar)}* {_starts(webinar, before)}."
    way = f"Your personal link (only visible to you): {own[0]['url']}" if own else missing
    doubt = _DOUBT if unsure else ""
    blocks = [section(opening), actions(*own) if own else section(missing)]
    notes = [context(doubt)] if doubt else []
    return Message(text=" ".join(filter(None, (opening, way, doubt))), blocks=(*blocks, *notes))


def _starts(webinar: Webinar, before: timedelta) -> str:
    """Slack says "tomorrow" for a day ahead by itself; what is nearer is said as a span as well."""
    if before >= timedelta(days=1):
        return f"starts {time_and_length(webinar)}"
    soon = "in a moment" if before < timedelta(minutes=2) else f"in {lasting(before)}"
    return f"starts {soon}: {time_and_length(webinar)}"


def unreachable(webinar: Webinar, place: str, why: str) -> Message:
    """For the host alone: a channel or a person that takes no messages now."""
    return _said(
        f":warning: I cannot reach {place} about *{_title(webinar)}*. {fitting(why, 1000)} Messages there may be "
        "out of date. I keep trying, and I’ll catch up as soon as it works again."
    )


def _way_in(webinar: Webinar) -> tuple[str | None, str]:
    if webinar.audience is Audience.ALL_HANDS:
        return webinar.join_uri, "Join"
    registration = webinar.registration
    return (registration.page_uri if registration else None), "Registration page"


def _title(webinar: Webinar) -> str:
    return fitting(webinar.title, _TITLE_MAX)


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
