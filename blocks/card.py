"""The card in a channel.

A card holds what everybody in the channel may know. Host links, panelist links and passwords are not even
passed to it. Once a webinar is over, nothing on it can be pressed that does nothing.
"""

from typing import Final

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.register import registration_page
from blocks.text import counted, escaped, fitting, listed, moment, person, time_and_length
from bot.models import (
    Attendance,
    Audience,
    Cancellation,
    Frozen,
    Phase,
    Recording,
    Registration,
    RegistrationStatus,
    Webinar,
)
from bot.models.slack_payloads import Block, Message
from bot.models.tracked import TrackedWebinar

TEXT_MAX = 3900
_NAMES: Final = 3
_HEADINGS: Final = {
    Phase.LIVE: ":red_circle: *Live now:* ",
    Phase.ENDED: ":checkered_flag: *Ended:* ",
    Phase.CANCELLED: ":no_entry_sign: *Cancelled:* ",
}
NOT_HELD: Final = "It was not held."


class Announcement(Frozen):
    """The public part of a webinar, as a channel sees it; its buttons carry the key."""

    title: str
    description: str
    when: str
    host: str
    audience: Audience
    join_uri: str | None
    registration: Registration | None
    needs_password: bool
    webinar_key: str = ""
    phase: Phase = Phase.SCHEDULED
    going: tuple[str, ...] = ()
    cancellation: Cancellation | None = None
    attendance: Attendance | None = None
    recording: Recording | None = None
    records: bool = False
    held: bool = True
    aged: bool = False
    """A count has its age, since RingCentral does not tell of every registration."""

    @classmethod
    def of(cls, webinar: Webinar, webinar_key: str = "", going: tuple[str, ...] = ()) -> "Announcement":
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
            webinar_key=webinar_key,
            phase=webinar.phase,
            going=going,
            cancellation=webinar.cancellation,
            attendance=webinar.attendance,
            recording=webinar.recording,
            records=webinar.settings.auto_record is True,
            held=webinar.held,
        )

    @classmethod
    def of_tracked(cls, tracked: TrackedWebinar) -> "Announcement":
        """The public part of a webinar that we follow."""
        return cls.of(tracked.webinar, tracked.webinar_key, tracked.going)


def card(announcement: Announcement) -> Message:
    """The card; its `text` alone says all of it."""
    title, host = escaped(announcement.title), person(announcement.host)
    heading = _HEADINGS.get(announcement.phase, "") if announcement.held else ""
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
        f"{_spoken(announcement.phase) if announcement.held else 'Webinar'}: {title}",
        announcement.when,
        f"hosted by {host}",
        *lines,
        _way_in(announcement),
    ]
    return Message(text=_text(said, announcement.description), blocks=tuple(blocks))


def status(announcement: Announcement) -> str:
    """The state in words: "Registration open, 12 registered", the need for a password, or the recap."""
    if announcement.phase is Phase.CANCELLED:
        return _cancelled(announcement.cancellation)
    if not announcement.held:
        return NOT_HELD
    if announcement.phase is Phase.ENDED:
        return " ".join(
            filter(None, (_attended(announcement.attendance, announcement.audience), _recorded(announcement)))
        )
    asked = f"You need a password: ask {person(announcement.host)}." if announcement.needs_password else ""
    if announcement.audience is Audience.REGISTERED:
        stands = say_registration(announcement.registration, aged=announcement.aged)
        return " · ".join(filter(None, (stands, asked)))
    return asked


def say_going(announcement: Announcement) -> str:
    """The people who are going: "5 are going: @a, @b, @c and 2 more"."""
    going = announcement.going
    if not going or announcement.phase not in {Phase.SCHEDULED, Phase.LIVE}:
        return ""
    named = [person(user) for user in going[:_NAMES]]
    more = len(going) - len(named)
    names = listed([*named, f"{more} more"] if more else named)
    return f"{len(going)} {'is' if len(going) == 1 else 'are'} going: {names}"


def say_registration(registration: Registration | None, *, aged: bool = False) -> str:
    """The state of the registration, with its age if that is to be said."""
    if registration is None:
        return "Registration opens soon"
    read_at = registration.read_at if aged else None
    age = f" (as of {moment(read_at)})" if read_at else ""
    count = f"{registration.count} registered"
    if registration.is_full:
        return f"Registration full, {count}{age}"
    state = "open" if registration.status is RegistrationStatus.OPEN else "closed"
    of = f" of {registration.limit}" if registration.limit else ""
    return f"Registration {state}, {count}{of}{age}"


def to_calendar(webinar_key: str) -> Block:
    """The button that takes a webinar into somebody's own calendar."""
    return button("Add to calendar", Action.CALENDAR, value=webinar_key)


def _buttons(announcement: Announcement) -> list[Block]:
    if announcement.phase is Phase.CANCELLED:
        return []
    if announcement.phase is Phase.ENDED:
        uri = announcement.recording.uri if announcement.recording else None
        return [actions(button("Watch the recording", Action.WATCH, url=uri))] if uri else []
    ways = _ways(announcement)
    if not announcement.webinar_key:
        return [actions(*ways)] if ways else []
    scheduled = announcement.phase is Phase.SCHEDULED
    if scheduled and announcement.audience is Audience.ALL_HANDS:
        ways.append(button("I’m going", Action.GOING, value=announcement.webinar_key))
    if scheduled:
        ways.append(to_calendar(announcement.webinar_key))
    return [actions(*ways, button("Details", Action.DETAILS, value=announcement.webinar_key))]


def _ways(announcement: Announcement) -> list[Block]:
    """The buttons that lead in."""
    if announcement.audience is Audience.ALL_HANDS:
        label = "Join now" if announcement.phase is Phase.LIVE else "Join"
        uri = announcement.join_uri
        return [button(label, Action.JOIN, url=uri, style="primary")] if uri else []
    return [*_register_me(announcement), *_page(announcement)]


def _register_me(announcement: Announcement) -> list[Block]:
    """One click, while people can register by one."""
    registration = announcement.registration
    if not announcement.webinar_key or registration is None or not registration.is_open or registration.asks:
        return []
    return [button("Register me", Action.REGISTER, value=announcement.webinar_key, style="primary")]


def _page(announcement: Announcement) -> list[Block]:
    """RingCentral's own page, which is always there; it leads where one click does not."""
    registration = announcement.registration
    if registration is None or registration.page_uri is None:
        return []
    first = registration.is_open and (registration.asks or not announcement.webinar_key)
    return [registration_page(registration.page_uri, first=first)]


def _open_page(announcement: Announcement) -> str | None:
    """The registration page, while people can register there."""
    registration = announcement.registration
    return registration.page_uri if registration and registration.is_open else None


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
    reason = f" Reason: {fitting(cancellation.reason, 1000)}" if cancellation.reason else ""
    return f"Cancelled by {person(cancellation.by)}.{reason}"


def _attended(attendance: Attendance | None, audience: Audience) -> str:
    if attendance is None:
        return "Attendance will follow."
    return " ".join(filter(None, (_counted(attendance), _expected(attendance, audience))))


def _counted(attendance: Attendance) -> str:
    """The counts: "12 participants, 9 attendees."; those who joined more than once are counted once."""
    joins, people = attendance.attendees, attendance.unique_attendees
    if joins == 0:
        return "Nobody attended besides the panel." if attendance.participants else "Nobody attended."
    if people is not None and joins != people:
        return f"{counted(people, 'person', 'people')} attended{_joined(people, joins)}."
    counts = [
        counted(number, noun)
        for number, noun in ((attendance.participants, "participant"), (joins, "attendee"))
        if number is not None
    ]
    return f"{', '.join(counts)}." if counts else ""


def _joined(people: int, joins: int | None) -> str:
    if joins is None:
        return ""
    times = "twice" if joins == 2 else f"{joins} times"
    return f" (joined {times})" if people == 1 else f" (joined {times} in all)"


def _expected(attendance: Attendance, audience: Audience) -> str:
    """The people who attended among those who were expected: "Of the 5 people who registered, 3 attended."."""
    if not attendance.said:
        return ""
    who = "registered" if audience is Audience.REGISTERED else "said they were going"
    if attendance.said == 1:
        return f"The 1 person who {who} {'attended' if attendance.came else 'did not attend'}."
    return f"Of the {attendance.said} people who {who}, {attendance.came or 'none'} attended."


def _recorded(announcement: Announcement) -> str:
    recording = announcement.recording
    if recording is not None and recording.uri:
        return "The recording is ready."
    if recording is not None and recording.expires_at:
        return "The recording is no longer shared."
    if recording is not None and not recording.awaited:
        return "The recording was not shared." if recording.ready else "There is no recording."
    if recording is not None or announcement.records:
        return "The recording will be linked here once it is ready and shared."
    return ""


def _text(said: list[str], description: str) -> str:
    """One line of everything, the description cut so that the whole fits into a message."""
    line = " · ".join(part for part in said if part)
    room = TEXT_MAX - len(line)
    return f"{line} · {fitting(description, room)}" if description and room > 100 else line
