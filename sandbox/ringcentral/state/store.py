"""The records of the local Webinar API: users, webinars, their sessions, invitees and registrants …"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import count
from typing import Any, TypeAlias

from sandbox.ringcentral.events.event import SessionEvent, Topic
from sandbox.ringcentral.events.subscription import Subscription
from sandbox.ringcentral.state.history import Participant, StoredRecording
from sandbox.ringcentral.state.record import StoredRecord, new_code

Setting: TypeAlias = bool | str


class SessionStatus(StrEnum):
    """The status of a session."""

    SCHEDULED = "Scheduled"
    ACTIVE = "Active"
    FINISHED = "Finished"


class Runtime(StrEnum):
    """The state of a session's broadcast."""

    IDLE = "Idle"
    PRACTICE = "Practice"
    GOING_LIVE = "GoingLive"
    LIVE = "Live"
    BREAK = "Break"
    DEBRIEF = "Debrief"


class SessionRole(StrEnum):
    """The role of a person in a session."""

    HOST = "Host"
    CO_HOST = "CoHost"
    PANELIST = "Panelist"
    ATTENDEE = "Attendee"


@dataclass
class User:
    """Someone of the account; `admin` stands for the WebinarSettings permission, `entitled` for a licence."""

    id: str
    first_name: str
    last_name: str
    email: str
    account_id: str
    admin: bool = False
    entitled: bool = True


@dataclass(kw_only=True)
class StoredWebinar(StoredRecord):
    """A container for one session; `host_id` is the user it belongs to."""

    host_id: str
    title: str
    description: str = ""
    settings: dict[str, Setting]


@dataclass(kw_only=True)
class Session(StoredRecord):
    """A webinar's date: `duration` and `panel_offset` in seconds; a blank title is the webinar's.

    `began` and `ended` tell when people were let in and sent home, `live_from` and `live_to` when it was on air;
    `icalendar_sequence` counts how often it was moved, `questions` are the ids of those that people must answer.
    """

    webinar_id: str
    start: datetime
    duration: int
    time_zone: str
    title: str = ""
    description: str = ""
    locale: str = "en-US"
    panel_offset: int = 0
    status: SessionStatus = SessionStatus.SCHEDULED
    runtime: Runtime = Runtime.IDLE
    began: datetime | None = None
    ended: datetime | None = None
    live_from: datetime | None = None
    live_to: datetime | None = None
    icalendar_sequence: int = 0
    questions: list[str] = field(default_factory=list)
    registration_open: bool = True
    registration_settings: dict[str, Any] = field(default_factory=dict)
    host_code: str = field(default_factory=new_code)
    attendee_code: str = field(default_factory=new_code)
    bridge_id: str = field(default_factory=new_code)
    bridge_password: str = field(default_factory=new_code)


@dataclass(kw_only=True)
class Invitee(StoredRecord):
    """A host, co-host or panelist, by contact or as a `user_id` of the account."""

    session_id: str
    role: SessionRole
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    job_title: str = ""
    user_id: str | None = None
    kind: str = "User"
    send_invite: bool = True
    code: str = field(default_factory=new_code)


@dataclass(kw_only=True)
class StoredRegistrant(StoredRecord):
    """Someone who signed up; `extras` are what the client sent along (externalId, source …)."""

    session_id: str
    first_name: str
    last_name: str
    email: str
    extras: dict[str, Any] = field(default_factory=dict)
    code: str = field(default_factory=new_code)


class Store:
    """Everything, keyed by id, in the order of creation; `listeners` hear of each event."""

    def __init__(self) -> None:
        self.users: dict[str, User] = {}
        self.webinars: dict[str, StoredWebinar] = {}
        self.sessions: dict[str, Session] = {}
        self.invitees: dict[str, Invitee] = {}
        self.registrants: dict[str, StoredRegistrant] = {}
        self.participants: dict[str, Participant] = {}
        self.recordings: dict[str, StoredRecording] = {}
        self.subscriptions: dict[str, Subscription] = {}
        self.listeners: list[Callable[[SessionEvent], None]] = []
        self._numbers = count(1)

    def new_id(self) -> str:
        """Make an id as long as the API allows: 20 digits, more than a 64-bit integer holds."""
        return f"{90_000_000_000_000_000_000 + next(self._numbers)}"

    def session_of(self, webinar_id: str) -> Session | None:
        """Find the one session of a webinar."""
        return next((each for each in self.sessions.values() if each.webinar_id == webinar_id), None)

    def invitees_of(self, session_id: str) -> list[Invitee]:
        """List a session's invitees, its host first."""
        return [each for each in self.invitees.values() if each.session_id == session_id]

    def registrants_of(self, session_id: str) -> list[StoredRegistrant]:
        """List a session's registrants."""
        return [each for each in self.registrants.values() if each.session_id == session_id]

    def participants_of(self, session_id: str) -> list[Participant]:
        """List who was in a session, in the order in which they came."""
        return [each for each in self.participants.values() if each.session_id == session_id]

    def recordings_of(self, session_id: str) -> list[StoredRecording]:
        """List a session's recordings."""
        return [each for each in self.recordings.values() if each.session_id == session_id]

    def subscriptions_at(self, now: datetime) -> list[Subscription]:
        """List the subscriptions whose time is not up, and forget the others."""
        for over in [each.id for each in self.subscriptions.values() if each.expires <= now]:
            del self.subscriptions[over]
        return list(self.subscriptions.values())

    def tell(self, topic: Topic, session: Session, **facts: Any) -> None:
        """Tell the listeners what happened to a session."""
        webinar = self.webinars[session.webinar_id]
        body = {"sessionId": session.id, "webinarId": webinar.id, **facts}
        for listener in self.listeners:
            listener(SessionEvent(topic, webinar.id, webinar.host_id, body))

    def forget_session(self, session_id: str) -> None:
        """Delete a session with all that belongs to it, and tell."""
        session = self.sessions.pop(session_id)
        belongings: tuple[dict[str, Any], ...] = (
            self.invitees,
            self.registrants,
            self.participants,
            self.recordings,
        )
        for things in belongings:
            for thing in [each for each in things.values() if each.session_id == session_id]:
                del things[thing.id]
        self.tell(Topic.SESSIONS, session, changeType="Deleted")

    def forget_webinar(self, webinar_id: str) -> None:
        """Delete a webinar with its session."""
        if session := self.session_of(webinar_id):
            self.forget_session(session.id)
        del self.webinars[webinar_id]
