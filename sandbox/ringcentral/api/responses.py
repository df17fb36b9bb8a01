"""The answers of the API from stored records; links are personal except the attendees' one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sandbox.ringcentral.state.record import StoredRecord
from sandbox.ringcentral.state.store import Invitee, Session, StoredRegistrant, StoredWebinar, User

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Links:
    """The addresses of the pages that people open in a browser."""

    url: str

    def join(self, code: str) -> str:
        """The address at which one enters a webinar; the code tells who one is."""
        return f"{self.url}/join/{code}"

    def cancel(self, code: str) -> str:
        """The address at which a registrant cancels."""
        return f"{self.url}/cancel/{code}"

    def register(self, session_id: str) -> str:
        """The address at which anybody registers."""
        return f"{self.url}/register/{session_id}"

    def recording(self, code: str) -> str:
        """The address at which a recording can be watched once it is shared."""
        return f"{self.url}/recording/{code}"

    def download(self, code: str) -> str:
        """The address at which a recording can be downloaded."""
        return f"{self.url}/download/{code}"


def written_instant(at: datetime) -> str:
    """Write a time in UTC, with milliseconds only where there are any."""
    at = at.astimezone(UTC)
    return at.isoformat(timespec="milliseconds" if at.microsecond else "seconds").replace("+00:00", "Z")


def webinar_answer(webinar: StoredWebinar, host: User) -> Json:
    """Show a webinar with its host and every setting."""
    return {
        **identity(webinar),
        "title": webinar.title,
        "description": webinar.description,
        "settings": dict(webinar.settings),
        "host": {"userId": host.id, "accountId": host.account_id, "entitled": host.entitled, **linked(host)},
    }


def session_answer(session: Session, webinar: StoredWebinar, links: Links) -> Json:
    """Show a session to its host; the attendees' shared link exists only without registration."""
    shown = {
        **identity(session),
        **_schedule(session, links),
        "videoBridgeId": session.bridge_id,
        "videoBridgePassword": session.bridge_password,
        "hasUnsentInvites": False,
    }
    if not webinar.settings["registrationEnabled"]:
        shown["attendeeJoinUri"] = links.join(session.attendee_code)
    return shown


def session_entry(session: Session, webinar: StoredWebinar, host: User, links: Links) -> Json:
    """Show a session in a list across webinars."""
    of = {"id": webinar.id, "title": webinar.title, "description": webinar.description, "host": linked(host)}
    return {**identity(session), **_schedule(session, links), "webinar": of}


def invitee_answer(invitee: Invitee, user: User | None, links: Links) -> Json:
    """Show an invitee with the personal join link; `user` is the account's user behind it, if any."""
    shown = {
        **identity(invitee),
        "firstName": invitee.first_name,
        "lastName": invitee.last_name,
        "email": invitee.email,
        "role": invitee.role,
        "type": invitee.kind,
        "sendInvite": invitee.send_invite,
        "joinUri": links.join(invitee.code),
    }
    if invitee.job_title:
        shown["jobTitle"] = invitee.job_title
    return shown | (linked(user) if user else {})


def registration_answer(session: Session, registrants: Sequence[StoredRegistrant], links: Links) -> Json:
    """Show how far registration for a session has come."""
    return {
        "id": session.id,
        "registrationStatus": "Open" if session.registration_open else "Closed",
        "registrationPageUri": links.register(session.id),
        "registrantCount": len(registrants),
        "hasRealRegistrants": bool(registrants),
        "icalendarSequence": session.icalendar_sequence,
        "settings": dict(session.registration_settings),
    }


def registrant_answer(registrant: StoredRegistrant, links: Links, *, questionnaire: bool) -> Json:
    """Show a registrant with the personal join link."""
    extras = {k: v for k, v in registrant.extras.items() if k != "questionnaire" or questionnaire}
    return {
        **identity(registrant),
        "firstName": registrant.first_name,
        "lastName": registrant.last_name,
        "email": registrant.email,
        "registrationTime": written_instant(registrant.created),
        "joinUri": links.join(registrant.code),
        "cancellationUri": links.cancel(registrant.code),
        **extras,
    }


def identity(thing: StoredRecord) -> Json:
    """Show what everything has: an id, and when it was made and changed."""
    return {
        "id": thing.id,
        "creationTime": written_instant(thing.created),
        "lastModifiedTime": written_instant(thing.modified),
    }


def _schedule(session: Session, links: Links) -> Json:
    return {
        "scheduledStartTime": written_instant(session.start),
        "scheduledDuration": session.duration,
        "timeZone": session.time_zone,
        "panelJoinTimeOffset": session.panel_offset,
        "title": session.title,
        "description": session.description,
        "status": session.status,
        "localeCode": session.locale,
        "hostJoinUri": links.join(session.host_code),
    }


def linked(user: User) -> Json:
    """Name a user of the account."""
    return {"linkedUser": {"userId": user.id, "accountId": user.account_id, "domain": "pbx"}}
