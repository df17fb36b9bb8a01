"""The card in a channel, and the personal messages to the panel.

A card holds what everybody in the channel may know. Host links, panelist links and passwords are not even
passed to it. Once a webinar is over, nothing on it can be pressed that does nothing.
"""

from typing import Final

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.text import escaped, fitting, link, listed, person, time_and_length
from bot.models import (
    Attendance,
    Audience,
    Cancellation,
    Frozen,
    Invitation,
    Phase,
    Recording,
    Registration,
    RegistrationStatus,
    Role,
    Webinar,
)
from bot.models.drawn import Block, Message
from bot.models.following import Following

TEXT_MAX = 3900
_NAMES: Final = 3
_HEADINGS: Final = {
    Phase.LIVE: ":red_circle: *Live now:* ",
    Phase.ENDED: ":checkered_flag: *Ended:* ",
    Phase.CANCELLED: ":no_entry_sign: *Cancelled:* ",
}


class Announcement(Frozen):
    """What a channel is told of a webinar; `draft` is what its buttons carry."""

    title: str
    description: str
    when: str
    host: str
    audience: Audience
    join_uri: str | None
    registration: Registration | None
    needs_password: bool
    draft: str = ""
    phase: Phase = Phase.SCHEDULED
    going: tuple[str, ...] = ()
    cancellation: Cancellation | None = None
    attendance: Attendance | None = None
    recording: Recording | None = None
    records: bool = False

    @classmethod
    def of(cls, webinar: Webinar, draft: str = "", going: tuple[str, ...] = ()) -> "Announcement":
        """The public part of a webinar."""
        return cls(
            title=webinar.title,
            description=webinar.description,
            when=time_and_length(webinar),
            host=webinar.owner,
            audience=webinar.audience,
            join_uri=webinar.join_uri,
            registration=webinar.registration,
            needs_password=bool(webinar.settings.password),
            draft=draft,
            phase=webinar.phase,
            going=going,
            cancellation=webinar.cancellation,
            attendance=webinar.attendance,
            recording=webinar.recording,
            records=webinar.settings.auto_record is True,
        )

    @classmethod
    def of_following(cls, following: Following) -> "Announcement":
        """The public part of a webinar that we follow."""
        return cls.of(following.webinar, following.draft, following.going)


def card(announcement: Announcement) -> Message:
    """The card; its `text` alone says all of it."""
    title, host = escaped(announcement.title), person(announcement.host)
    heading = _HEADINGS.get(announcement.phase, "")
    described = [section(fitting(announcement.description))] if announcement.description else []
    lines = [line for line in (status(announcement), say_going(announcement)) if line]
    blocks: list[Block] = [
        section(f"{heading}*{title}*"),
        *described,
        section(f":calendar: {announcement.when}\nHosted by {host}"),
        *(context(line) for line in lines),
        *_buttons(announcement),
    ]
    said = [
        f"{_spoken(announcement.phase)}: {title}",
        announcement.when,
        f"hosted by {host}",
        *lines,
        _way_in(announcement),
    ]
    return Message(text=_text(said, announcement.description), blocks=tuple(blocks))


def status(announcement: Announcement) -> str:
    """How it stands: "Registration open, 12 registered", what joining takes, or what became of it."""
    if announcement.phase is Phase.CANCELLED:
        return _cancelled(announcement.cancellation)
    if announcement.phase is Phase.ENDED:
        return " ".join(filter(None, (_attended(announcement.attendance), _recorded(announcement))))
    asked = f"A password is needed: ask {person(announcement.host)}." if announcement.needs_password else ""
    if announcement.audience is Audience.REGISTERED:
        return " · ".join(filter(None, (say_registration(announcement.registration), asked)))
    return asked


def say_going(announcement: Announcement) -> str:
    """Who comes: "5 are going: @a, @b, @c and 2 more"."""
    going = announcement.going
    if not going or announcement.phase not in {Phase.SCHEDULED, Phase.LIVE}:
        return ""
    named = [person(user) for user in going[:_NAMES]]
    more = len(going) - len(named)
    names = listed([*named, f"{more} more"] if more else named)
    return f"{len(going)} {'is' if len(going) == 1 else 'are'} going: {names}"


def say_registration(registration: Registration | None) -> str:
    """How registration stands."""
    if registration is None:
        return "Registration opens soon"
    count = f"{registration.count} registered"
    if registration.is_full:
        return f"Registration full, {count}"
    state = "open" if registration.status is RegistrationStatus.OPEN else "closed"
    return f"Registration {state}, {count}" + (f" of {registration.limit}" if registration.limit else "")


def panel_message(webinar: Webinar, invitation: Invitation, draft: str) -> Message:
    """What a co-host or panelist gets, with a link that is theirs alone; `draft` is what its button carries."""
    role = "a co-host" if invitation.role is Role.CO_HOST else "a panelist"
    title = escaped(webinar.title)
    opening = f"{person(webinar.owner)} invited you as {role} to *{title}*."
    when = f":calendar: {time_and_length(webinar)}"
    if webinar.is_over:
        way = "It was cancelled." if webinar.phase is Phase.CANCELLED else "It has ended."
    elif invitation.join_uri:
        way = f"Your own link, for you alone: {link(invitation.join_uri, 'Join as ' + role.rsplit(maxsplit=1)[-1])}"
    else:
        way = "Your own link comes by e-mail from RingCentral."
    blocks = [section(opening), section(when), section(way)]
    if webinar.phase is Phase.SCHEDULED:
        blocks.append(actions(to_calendar(draft)))
    return Message(text=f"{opening}\n{when}\n{way}", blocks=tuple(blocks))


def to_calendar(draft: str) -> Block:
    """The button that takes a webinar into somebody's own calendar."""
    return button("Add to calendar", Action.CALENDAR, value=draft)


def _buttons(announcement: Announcement) -> list[Block]:
    if announcement.phase is Phase.CANCELLED:
        return []
    if announcement.phase is Phase.ENDED:
        uri = announcement.recording.uri if announcement.recording else None
        return [actions(button("Watch the recording", Action.WATCH, url=uri))] if uri else []
    ways = _ways(announcement)
    if not announcement.draft:
        return [actions(*ways)] if ways else []
    scheduled = announcement.phase is Phase.SCHEDULED
    if scheduled and announcement.audience is Audience.ALL_HANDS:
        ways.append(button("I’m going", Action.GOING, value=announcement.draft))
    if scheduled:
        ways.append(to_calendar(announcement.draft))
    return [actions(*ways, button("Details", Action.DETAILS, value=announcement.draft))]


def _ways(announcement: Announcement) -> list[Block]:
    """The buttons that lead in."""
    if announcement.audience is Audience.ALL_HANDS:
        label = "Join now" if announcement.phase is Phase.LIVE else "Join"
        uri = announcement.join_uri
        return [button(label, Action.JOIN, url=uri, style="primary")] if uri else []
    page = _open_page(announcement)
    return [button("Register", Action.REGISTER, url=page, style="primary")] if page else []


def _open_page(announcement: Announcement) -> str | None:
    """The registration page, while people can register there."""
    registration = announcement.registration
    if registration is None or registration.status is not RegistrationStatus.OPEN or registration.is_full:
        return None
    return registration.page_uri


def _way_in(announcement: Announcement) -> str:
    if announcement.phase is Phase.ENDED:
        uri = announcement.recording.uri if announcement.recording else None
        return f"recording: {uri}" if uri else ""
    if announcement.phase is Phase.CANCELLED:
        return ""
    if announcement.audience is Audience.ALL_HANDS:
        return f"join: {announcement.join_uri}" if announcement.join_uri else ""
    page = _open_page(announcement)
    return f"register: {page}" if page else ""


def _spoken(phase: Phase) -> str:
    return {Phase.LIVE: "Live now", Phase.ENDED: "Ended", Phase.CANCELLED: "Cancelled"}.get(phase, "Webinar")


def _cancelled(cancellation: Cancellation | None) -> str:
    if cancellation is None or cancellation.by is None:
        return "Cancelled in RingCentral."
    reason = f" {fitting(cancellation.reason, 1000)}" if cancellation.reason else ""
    return f"Cancelled by {person(cancellation.by)}.{reason}"


def _attended(attendance: Attendance | None) -> str:
    if attendance is None:
        return "How many were there follows."
    counts = [
        f"{count} {word}"
        for count, word in (
            (attendance.participants, "participants"),
            (attendance.attendees, "attendees"),
            (attendance.unique_attendees, "of them different people"),
        )
        if count is not None
    ]
    came = (
        f" {attendance.came} of the {attendance.said} who said they were going came."
        if attendance.said
        else ""
    )
    return f"{', '.join(counts)}.{came}" if counts else came.strip()


def _recorded(announcement: Announcement) -> str:
    recording = announcement.recording
    if recording is not None and recording.uri:
        return "The recording is ready."
    if recording is not None or announcement.records:
        return "The recording follows here when it is ready and shared."
    return ""


def _text(said: list[str], description: str) -> str:
    """One line of everything, the description cut so that the whole fits into a message."""
    line = " · ".join(part for part in said if part)
    room = TEXT_MAX - len(line)
    return f"{line} · {fitting(description, room)}" if description and room > 100 else line
