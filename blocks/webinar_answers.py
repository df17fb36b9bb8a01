"""Draw the answers to questions about webinars that exist; most of them only visible to the person."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.text import channel, fitting, link, person, whole_lines
from bot.models import Audience, Phase, Role, Webinar
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Block, Message
from bot.models.tracked import TrackedWebinar
from bot.translation import Translation

_LISTED: Final = 10
_NAMES: Final = 20
_TITLE_MAX: Final = 300
_SHOWN: Final = 5
"""Buttons in a row."""
_STANDS: Final = {
    Phase.SCHEDULED: sentence("It is scheduled."),
    Phase.LIVE: sentence("It is live now."),
    Phase.ENDED: sentence("It has ended."),
    Phase.CANCELLED: sentence("It was cancelled."),
}


def when_of(webinar: Webinar, say: Translation) -> str:
    """When a webinar is and for how long, by its own clock, and by the reader's where that shows something else."""
    there = starts(webinar.start, webinar.time_zone, say)
    if say.shows(webinar.start, webinar.time_zone):
        return f"{there}, {say.length(webinar.duration)}"
    pretty = say("{date} at {time}", date="{date_short_pretty}", time="{time}")
    here = f"<!date^{int(webinar.start.timestamp())}^{pretty}|{there}>"
    return f"{there} ({say('for you: {when}', when=here)}), {say.length(webinar.duration)}"


def starts(start: dt.datetime, time_zone: str, say: Translation) -> str:
    """A start by the clock of its zone: "Friday, March 5, 2027, 11:00 AM in Los Angeles"."""
    there = start.astimezone(ZoneInfo(time_zone))
    return say(
        "{date:date}, {time:time} in {city:city}", date=there.date(), time=there.time(), city=time_zone
    )


def webinar_title(tracked: TrackedWebinar) -> str:
    """The title, ready to be shown."""
    return fitting(tracked.webinar.title, _TITLE_MAX)


def webinars_listed(
    viewer: str,
    webinars: Sequence[TrackedWebinar],
    days: tuple[dt.date | None, dt.date | None],
    say: Translation,
) -> Message:
    """The webinars that are to come, the earliest first."""
    first, last = days
    if first and last and first == last:
        opening = say("Upcoming on {day:day}:", day=first)
    elif first and last:
        opening = say("Upcoming from {first:day} to {last:day}:", first=first, last=last)
    else:
        opening = say("Your upcoming webinars:")
    if not webinars:
        return _said(
            f"{opening} {say('nothing. No webinars of yours are planned, and none is announced where you are.')}"
        )
    rows = [block for one in webinars[:_LISTED] for block in _row(viewer, one, say)]
    more = len(webinars) - _LISTED
    if more > 0:
        rows.append(
            context(
                say.plural(
                    "{count} more stands in the Home tab.", "{count} more stand in the Home tab.", more
                )
            )
        )
    text = "\n".join([opening, *(f"• {_line(one, say)}" for one in webinars[:_LISTED])])
    return Message(text=whole_lines(text), blocks=(section(opening), *rows))


def start_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """When a webinar is."""
    webinar = tracked.webinar
    past = webinar.is_over
    told = (
        say("*{title}* was on {when}.", title=webinar_title(tracked), when=when_of(webinar, say))
        if past
        else say("*{title}* starts on {when}.", title=webinar_title(tracked), when=when_of(webinar, say))
    )
    lines = [told] if webinar.phase is not Phase.CANCELLED else [told, say("It was cancelled.")]
    return _with_details(lines, tracked, say)


def guests_told(tracked: TrackedWebinar, say: Translation, *, whole: bool) -> Message:
    """Tell who said that they come; all of them only for whoever may change the webinar."""
    if tracked.webinar.audience is Audience.REGISTERED:
        return _with_details([_counted(tracked, say)], tracked, say)
    going = tracked.going
    title = webinar_title(tracked)
    if not going:
        return _with_details(
            [say("Nobody has said they’re going to *{title}* yet.", title=title)], tracked, say
        )
    shown = going[: _NAMES if whole else 3]
    names = [person(one) for one in shown]
    if len(going) > len(shown):
        names.append(say.plural("{count} more", "{count} more", len(going) - len(shown)))
    told = say.plural(
        "{count} person said that they are coming to *{title}*: {people}",
        "{count} people said that they are coming to *{title}*: {people}",
        len(going),
        title=title,
        people=say.listed(names),
    )
    return _with_details([told], tracked, say)


def registrants_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """Tell the host who registered."""
    if tracked.webinar.audience is not Audience.REGISTERED:
        line = say(
            "*{title}* has no registration: everyone joins with one shared link.",
            title=webinar_title(tracked),
        )
        return _with_details([line], tracked, say)
    lines = [_counted(tracked, say)]
    if tracked.registered:
        names = say.listed([person(one.user) for one in tracked.registered[:_NAMES]])
        lines.append(say("Through Slack: {people}", people=names))
    lines.append(say("Press *Registrants* for the whole list."))
    registrants = button(say("Registrants"), Action.REGISTRANTS, value=tracked.webinar_key)
    return _with_details(lines, tracked, say, registrants)


def registrants_not_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """Only the host sees names; the count stands on the card."""
    lines = [
        _counted(tracked, say),
        say("Only the host, {person}, sees who registered.", person=person(tracked.webinar.owner)),
    ]
    return _with_details(lines, tracked, say)


def recording_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """The place where the recording is, or why there is none."""
    webinar, title = tracked.webinar, webinar_title(tracked)
    recording = webinar.recording
    if recording and recording.uri:
        watch = button(say("Watch the recording"), Action.WATCH, url=recording.uri)
        told = say("The recording of *{title}* is ready: {link}", title=title, link=link(recording.uri))
        return _with_details([told], tracked, say, watch)
    return _with_details([say(_recording(webinar), title=title)], tracked, say)


def _recording(webinar: Webinar) -> Sentence:
    recording = webinar.recording
    if webinar.phase is Phase.CANCELLED:
        return sentence("*{title}* was cancelled, so there is no recording.")
    if not webinar.is_over and webinar.settings.auto_record:
        return sentence(
            "*{title}* has not ended yet. It is recorded, and the recording comes once it is ready."
        )
    if not webinar.is_over:
        return sentence(
            "*{title}* has not ended yet. A recording comes once it is over, if the host records it."
        )
    if recording is not None and recording.expires_at:
        return sentence("The recording of *{title}* is no longer shared.")
    if recording is not None and not recording.awaited:
        return sentence("There is no recording of *{title}*.")
    return sentence("The recording of *{title}* is not ready yet. It comes to its card once it is shared.")


def link_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """The way in for attendees."""
    webinar, title = tracked.webinar, webinar_title(tracked)
    if webinar.is_over:
        return _with_details(
            [say("*{title}* is over, so nobody can join it now.", title=title)], tracked, say
        )
    if webinar.audience is Audience.REGISTERED:
        page = webinar.registration.page_uri if webinar.registration else None
        told = (
            say("People register for *{title}* here: {link}", title=title, link=link(page))
            if page
            else say("The registration page of *{title}* is not there yet.", title=title)
        )
        return _with_details([told], tracked, say)
    told = (
        say("Attendees join *{title}* here: {link}", title=title, link=link(webinar.join_uri))
        if webinar.join_uri
        else say("The link of *{title}* is not there yet; find it in RingCentral.", title=title)
    )
    return _with_details([told], tracked, say)


def host_link_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """The host's own link, which only the host is told."""
    webinar, title = tracked.webinar, webinar_title(tracked)
    if webinar.host_uri and not webinar.is_over:
        told = say(
            "Your personal link as host of *{title}* (only visible to you): {link}",
            title=title,
            link=link(webinar.host_uri),
        )
    elif webinar.is_over:
        told = say("*{title}* is over, so its host link no longer starts anything.", title=title)
    else:
        told = say("I have no host link of *{title}*; start it in RingCentral.", title=title)
    return _with_details([told, when_of(webinar, say)], tracked, say)


def host_link_not_told(tracked: TrackedWebinar, say: Translation) -> Message:
    """The host link is the host's alone."""
    return _said(
        say(
            "Only the host of *{title}*, {person}, gets its host link.",
            title=webinar_title(tracked),
            person=person(tracked.webinar.owner),
        )
    )


def standing_told(
    tracked: TrackedWebinar, channels: Sequence[str], say: Translation, *, problem: str = ""
) -> Message:
    """Tell the status of a webinar in a few lines; a `problem` says why it may not be the newest."""
    lines = [f"*{webinar_title(tracked)}*", *_standing(tracked, channels, say)]
    if problem:
        lines.append(f":warning: {say('RingCentral did not answer: this is what I knew last.')}")
    return _with_details(lines, tracked, say)


def _standing(tracked: TrackedWebinar, channels: Sequence[str], say: Translation) -> Iterator[str]:
    webinar = tracked.webinar
    yield f":calendar: {when_of(webinar, say)}"
    yield say(_STANDS[webinar.phase])
    if webinar.audience is Audience.REGISTERED:
        yield _counted(tracked, say)
    else:
        yield say("All-hands: no registration, one shared link")
    for role, text in (
        (Role.CO_HOST, sentence("Co-hosts: {people}")),
        (Role.PANELIST, sentence("Panelists: {people}")),
    ):
        if users := [person(one.user) for one in tracked.panel if one.role is role][:_NAMES]:
            yield say(text, people=say.listed(users))
    if channels:
        yield say("Announced in {channels}", channels=say.listed([channel(one) for one in channels[:_NAMES]]))


def nothing_found(words: str, upcoming: Sequence[TrackedWebinar], say: Translation) -> Message:
    """No webinar fits the words: what was looked for, and what there is."""
    looked = (
        say("I found no webinar called “{words}” among those that concern you.", words=fitting(words, 200))
        if words
        else say("I found no webinar that fits among those that concern you.")
    )
    if not upcoming:
        nothing = say(
            "No webinar of yours is to come, and none is announced in the channels that you are in."
        )
        return _said(f"{looked} {nothing}")
    listed = [f"• {_line(one, say)}" for one in upcoming[:_SHOWN]]
    text = "\n".join([looked, say("These are to come:"), *listed])
    return _said(text)


def which_webinar(found: Sequence[tuple[TrackedWebinar, str]], say: Translation) -> Message:
    """Several webinars fit: each is a button that goes on with what was asked, as its value says."""
    text = say("Which webinar do you mean?")
    rows = [
        section(_line(one, say), accessory=button(say("This one"), Action.CHOOSE_WEBINAR, value=value))
        for one, value in found[:_LISTED]
    ]
    listed = "\n".join([text, *(f"• {_line(one, say)}" for one, _ in found[:_LISTED])])
    return Message(text=whole_lines(listed), blocks=(section(text), *rows))


def _counted(tracked: TrackedWebinar, say: Translation) -> str:
    registration, title = tracked.webinar.registration, webinar_title(tracked)
    if registration is None:
        return say("Registration for *{title}* opens soon.", title=title)
    if registration.count == 0:
        return say("Nobody has registered for *{title}* yet (0 registrants).", title=title)
    told = say.plural(
        "{count} person has registered for *{title}*.",
        "{count} people have registered for *{title}*.",
        registration.count,
        title=title,
    )
    state = say("Registration is open.") if registration.is_open else say("Registration is closed.")
    return f"{told} {state}"


def _row(viewer: str, tracked: TrackedWebinar, say: Translation) -> list[Block]:
    details = button(say("Details"), Action.DETAILS, value=tracked.webinar_key)
    mine = tracked.webinar.owner == viewer
    host = say("you host it") if mine else say("hosted by {person}", person=person(tracked.webinar.owner))
    return [section(f"{_line(tracked, say)} · {host}", accessory=details)]


def _line(tracked: TrackedWebinar, say: Translation) -> str:
    live = f" · :red_circle: {say('live now')}" if tracked.webinar.phase is Phase.LIVE else ""
    return f"*{webinar_title(tracked)}*: {when_of(tracked.webinar, say)}{live}"


def _with_details(
    lines: Sequence[str], tracked: TrackedWebinar, say: Translation, *more: dict[str, Any]
) -> Message:
    text = "\n".join(lines)
    details = button(say("Details"), Action.DETAILS, value=tracked.webinar_key)
    return Message(text=whole_lines(text), blocks=(section(text), actions(*more, details)))


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
