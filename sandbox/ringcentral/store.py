"""What the local Webinar API remembers: users, webinars, their sessions, invitees and registrants."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import count
from typing import Any, TypeAlias

Setting: TypeAlias = bool | str


class Status(StrEnum):
    """How far a session has come."""

    SCHEDULED = "Scheduled"
    ACTIVE = "Active"
    FINISHED = "Finished"


class Role(StrEnum):
    """What an invitee is in a session."""

    HOST = "Host"
    CO_HOST = "CoHost"
    PANELIST = "Panelist"


def new_code() -> str:
    """Make the unguessable part of a join link."""
    return secrets.token_urlsafe(12)


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
class Kept:
    """Anything with an id, made and changed at known times."""

    id: str
    created: datetime
    modified: datetime


@dataclass(kw_only=True)
class Webinar(Kept):
    """A container for one session; `host_id` is the user it belongs to."""

    host_id: str
    title: str
    description: str = ""
    settings: dict[str, Setting]


@dataclass(kw_only=True)
class Session(Kept):
    """A webinar's date: `duration` and `panel_offset` in seconds; a blank title is the webinar's."""

    webinar_id: str
    start: datetime
    duration: int
    time_zone: str
    title: str = ""
    description: str = ""
    locale: str = "en-US"
    panel_offset: int = 0
    status: Status = Status.SCHEDULED
    registration_open: bool = True
    registration_settings: dict[str, Any] = field(default_factory=dict)
    host_code: str = field(default_factory=new_code)
    attendee_code: str = field(default_factory=new_code)
    bridge_id: str = field(default_factory=new_code)
    bridge_password: str = field(default_factory=new_code)


@dataclass(kw_only=True)
class Invitee(Kept):
    """A host, co-host or panelist, by contact or as a `user_id` of the account."""

    session_id: str
    role: Role
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    job_title: str = ""
    user_id: str | None = None
    kind: str = "User"
    send_invite: bool = True
    code: str = field(default_factory=new_code)


@dataclass(kw_only=True)
class Registrant(Kept):
    """Someone who signed up; `extras` are what the client sent along (externalId, source …)."""

    session_id: str
    first_name: str
    last_name: str
    email: str
    extras: dict[str, Any] = field(default_factory=dict)
    code: str = field(default_factory=new_code)


class Store:
    """Everything, keyed by id, in the order of creation."""

    def __init__(self) -> None:
        self.users: dict[str, User] = {}
        self.webinars: dict[str, Webinar] = {}
        self.sessions: dict[str, Session] = {}
        self.invitees: dict[str, Invitee] = {}
        self.registrants: dict[str, Registrant] = {}
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

    def registrants_of(self, session_id: str) -> list[Registrant]:
        """List a session's registrants."""
        return [each for each in self.registrants.values() if each.session_id == session_id]

    def forget_session(self, session_id: str) -> None:
        """Delete a session with its invitees and registrants."""
        del self.sessions[session_id]
        for invitee in self.invitees_of(session_id):
            del self.invitees[invitee.id]
        for registrant in self.registrants_of(session_id):
            del self.registrants[registrant.id]

    def forget_webinar(self, webinar_id: str) -> None:
        """Delete a webinar with its session."""
        del self.webinars[webinar_id]
        if session := self.session_of(webinar_id):
            self.forget_session(session.id)
