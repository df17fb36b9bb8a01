"""Webinars: what a person plans, and what RingCentral then has."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import AwareDatetime, Field
from pydantic.alias_generators import to_camel

from bot.models.frozen import Frozen

TITLE_MAX: Final = 512
DESCRIPTION_MAX: Final = 4096
PASSWORD_MAX: Final = 64
CHANNELS_MAX: Final = 20
"""Ours: more channels than that are better told by hand."""
DURATION_MIN: Final = timedelta(seconds=30)
DURATION_MAX: Final = timedelta(hours=12)


class Audience(StrEnum):
    """The two kinds of webinars by audience; it decides whether people register."""

    ALL_HANDS = "all_hands"
    REGISTERED = "registered"


class Access(StrEnum):
    """The people who have to be signed in, in RingCentral's words."""

    GUEST = "Guest"
    AUTHENTICATED_USER = "AuthenticatedUser"
    AUTHENTICATED_COWORKER = "AuthenticatedCoworker"


class Role(StrEnum):
    """The roles that a person can be invited in, in RingCentral's spelling."""

    CO_HOST = "CoHost"
    PANELIST = "Panelist"


class RegistrationStatus(StrEnum):
    OPEN = "Open"
    CLOSED = "Closed"


class Phase(StrEnum):
    """The phases of a webinar's life, as people in channels see them."""

    SCHEDULED = "scheduled"
    LIVE = "live"
    ENDED = "ended"
    CANCELLED = "cancelled"


DEPENDENT: Final = {
    "recording_enabled": ("auto_record", "artifacts_access_authentication"),
    "qna_enabled": ("qna_anonymous_enabled", "moderated_qna_enabled"),
    "polls_enabled": ("polls_anonymous_enabled",),
}
"""With the first one off, RingCentral refuses the others."""


class WebinarSettings(Frozen, alias_generator=to_camel, populate_by_name=True):
    """The settings of a webinar, named as in the API; None means: Account default."""

    recording_enabled: bool | None = None
    auto_record: bool | None = None
    artifacts_access_authentication: Access | None = None
    panelist_waiting_room: bool | None = None
    panelist_video_enabled: bool | None = None
    panelist_screen_sharing_enabled: bool | None = None
    panelist_mute_control_enabled: bool | None = None
    panelist_authentication: Access | None = None
    attendee_authentication: Access | None = None
    pstn_enabled: bool | None = None
    password: str | None = Field(default=None, repr=False)
    qna_enabled: bool | None = None
    qna_anonymous_enabled: bool | None = None
    moderated_qna_enabled: bool | None = None
    polls_enabled: bool | None = None
    polls_anonymous_enabled: bool | None = None
    registration_enabled: bool | None = None
    post_webinar_redirect_uri: str | None = None
    external_livestream_enabled: bool | None = None

    def chosen(self) -> dict[str, bool | str]:
        """The settings that are not left to the account, by field name."""
        return self.model_dump(exclude_none=True)

    def without(self, names: frozenset[str]) -> "WebinarSettings":
        """The same, with the named settings left to the account."""
        return self.model_copy(update=dict.fromkeys(names))

    def ruled_out(self) -> frozenset[str]:
        """The settings that mean nothing, since the one above them is off."""
        off = (names for parent, names in DEPENDENT.items() if getattr(self, parent) is False)
        return frozenset(name for names in off for name in names)


class Plan(Frozen):
    """A complete and valid plan of one webinar with its one session."""

    audience: Audience
    title: str = Field(min_length=1, max_length=TITLE_MAX)
    description: str = Field(default="", max_length=DESCRIPTION_MAX)
    start: AwareDatetime
    time_zone: str
    duration: timedelta = Field(ge=DURATION_MIN, le=DURATION_MAX)
    panel_joins_early: timedelta | None = None
    announce_in: tuple[str, ...] = ()
    co_hosts: tuple[str, ...] = ()
    panelists: tuple[str, ...] = ()
    settings: WebinarSettings = WebinarSettings()

    @property
    def end(self) -> datetime:
        """The end, in UTC: a duration passes in real time, whatever the clocks on the wall do."""
        return self.start.astimezone(UTC) + self.duration

    @property
    def asked(self) -> WebinarSettings:
        """The settings to send: what the person changed, and registration as the audience wants it."""
        wanted = self.audience is Audience.REGISTERED
        return self.settings.model_copy(update={"registration_enabled": wanted})

    @property
    def invited(self) -> tuple[tuple[str, Role], ...]:
        """Everybody on the panel, with the role they are invited in."""
        hosts = tuple((user, Role.CO_HOST) for user in self.co_hosts)
        return hosts + tuple((user, Role.PANELIST) for user in self.panelists)


class Registration(Frozen):
    """The registration of a session and its terms, as read at an instant.

    It closes by itself at `limit` registrants; `asks` when there are questions that only the page can ask.
    """

    status: RegistrationStatus
    count: int
    page_uri: str | None
    limit: int | None = None
    emails: bool = True
    one_device: bool = False
    work_email: bool = False
    asks: bool = False
    read_at: AwareDatetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether people can register."""
        return self.status is RegistrationStatus.OPEN and not self.is_full

    @property
    def is_full(self) -> bool:
        """Tell whether nobody more can register, since as many have as may."""
        return self.limit is not None and 0 < self.limit <= self.count


class Invitation(Frozen):
    """One member of the panel and the personal link; `problem` says why there is none."""

    user: str
    role: Role
    join_uri: str | None = Field(default=None, repr=False)
    problem: str | None = None


class Reminders(Frozen):
    """The times and places of reminders; there are none when `before` is empty."""

    before: tuple[timedelta, ...] = (timedelta(days=1), timedelta(minutes=10))
    in_thread: bool = True
    by_dm: bool = True

    @property
    def are_off(self) -> bool:
        return not self.before or not (self.in_thread or self.by_dm)


class Cancellation(Frozen):
    """A cancellation, by whom and why; `by` is None when the webinar vanished in RingCentral."""

    by: str | None = None
    reason: str = ""


class Attendance(Frozen):
    """The attendance as RingCentral counted it; `came` of the `said` who had said that they would."""

    participants: int | None = None
    attendees: int | None = None
    unique_attendees: int | None = None
    said: int = 0
    came: int = 0


class Recording(Frozen):
    """The recording; `uri` is there once it is ready and shared, until it expires.

    One that did not come for so long that nobody asks any more is not `awaited`.
    """

    ready: bool = False
    awaited: bool = True
    uri: str | None = None
    expires_at: AwareDatetime | None = None


class RegistrationNews(StrEnum):
    """The turns of a registration that people have to hear of."""

    OPEN_AGAIN = "open_again"
    HAS_ROOM = "has_room"


class Webinar(Frozen):
    """A webinar as RingCentral has it, with the Slack person who owns it.

    `sequence` counts the changes that a calendar has to hear of; `runs` is RingCentral's word for a session that has
    begun, be it in practice. `changed_at` and `read_at` are when its session changed and when we last saw it;
    `recap_reads` counts how often its recap was looked for; `host` is the RingCentral user whose it is. One that is
    over without having begun was not `held`.

    People have yet to hear that it was moved while `moved_from` is the start that they know of, and of
    `registration_news`; `moves` and `turns` count both, so that each is told once.
    """

    id: str
    session_id: str
    owner: str
    audience: Audience
    title: str
    description: str
    start: AwareDatetime
    time_zone: str
    duration: timedelta
    join_uri: str | None = Field(default=None, repr=False)
    host_uri: str | None = Field(default=None, repr=False)
    registration: Registration | None = None
    settings: WebinarSettings = WebinarSettings()
    panel_joins_early: timedelta | None = None
    phase: Phase = Phase.SCHEDULED
    runs: bool = False
    sequence: int = 0
    reminders: Reminders = Reminders()
    cancellation: Cancellation | None = None
    ended_at: AwareDatetime | None = None
    attendance: Attendance | None = None
    recording: Recording | None = None
    recap_reads: int = 0
    changed_at: AwareDatetime | None = None
    read_at: AwareDatetime | None = None
    host: str | None = None
    held: bool = True
    moved_from: AwareDatetime | None = None
    moved_by: str | None = None
    moves: int = 0
    registration_news: RegistrationNews | None = None
    turns: int = 0

    @property
    def end(self) -> datetime:
        """The planned end, in UTC."""
        return self.start.astimezone(UTC) + self.duration

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more is to come: it has ended or was cancelled."""
        return self.phase in {Phase.ENDED, Phase.CANCELLED}

    @property
    def for_calendars(self) -> tuple[object, ...]:
        """The values that an entry in a calendar shows: when any of them changes, `sequence` counts up."""
        cancelled = self.phase is Phase.CANCELLED
        registration = self.registration if self.audience is Audience.REGISTERED else None
        return (
            self.title,
            self.description,
            self.start,
            self.duration,
            self.time_zone,
            self.join_uri,
            registration.page_uri if registration else None,
            cancelled,
        )
