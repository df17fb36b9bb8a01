"""The answers about past sessions: their counts, people and recordings."""

import base64
import hashlib
import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from sandbox.ringcentral.api.responses import Json, Links, identity, linked, written_instant
from sandbox.ringcentral.state.history import Participant, RecordingStatus, StoredRecording
from sandbox.ringcentral.state.store import Invitee, Session, SessionRole, SessionStatus, StoredWebinar, User


def span(session: Session) -> tuple[datetime, datetime]:
    """Tell when a session was, as far as it has come; the rest as it is planned."""
    start = session.began or session.start
    return start, session.ended or start + timedelta(seconds=session.duration)


def past_webinar(webinar: StoredWebinar, host: User) -> Json:
    """Show a webinar with its host and settings."""
    return {
        **identity(webinar),
        "title": webinar.title,
        "description": webinar.description,
        "settings": dict(webinar.settings),
        "host": _host(host),
    }


def past_session(session: Session, webinar: StoredWebinar, people: Sequence[Participant]) -> Json:
    """Show a session as it was, with the counts once it has begun."""
    shown = {
        **identity(session),
        **_when(session, webinar),
        "scheduledStartTime": written_instant(session.start),
        "scheduledDuration": session.duration,
        "timeZone": session.time_zone,
        "localeCode": session.locale,
        "panelJoinTimeOffset": session.panel_offset,
        "status": session.status,
        "videoBridgeId": session.bridge_id,
        "livestreams": [],
    }
    if session.status is SessionStatus.ACTIVE:
        shown["runtimeStatus"] = session.runtime
    if session.live_from:
        shown["broadcastingStartTime"] = written_instant(session.live_from)
    if session.live_to:
        shown["broadcastingEndTime"] = written_instant(session.live_to)
    return shown | (_counts(people) if session.began else {})


def webinar_ref(webinar: StoredWebinar, host: User) -> Json:
    """Name the webinar of something."""
    return {
        "id": webinar.id,
        "title": webinar.title,
        "description": webinar.description,
        "host": _host(host),
    }


def session_ref(session: Session, webinar: StoredWebinar, host: User) -> Json:
    """Name the session of something."""
    return {"id": session.id, **_when(session, webinar), "webinar": webinar_ref(webinar, host)}


def participant_self(participant: Participant, user: User | None) -> Json:
    """Show a participant to themselves."""
    shown = {
        "id": participant.id,
        "firstName": participant.first_name,
        "lastName": participant.last_name,
        "role": participant.role,
        "originalRole": participant.role,
        "type": "User",
    }
    return shown | (linked(user) if user else {})


def participant_answer(participant: Participant, user: User | None) -> Json:
    """Show a participant to the host."""
    digest = hashlib.sha256(participant.person.encode()).digest()
    optional = {
        "email": participant.email,
        "leaveTime": participant.left and written_instant(participant.left),
        "inviteeId": participant.invitee_id,
        "registrantId": participant.registrant_id,
    }
    return {
        **participant_self(participant, user),
        "joinTime": written_instant(participant.joined),
        "wasEjected": False,
        "uniqueUserHash": base64.b64encode(digest).decode(),
        **{name: value for name, value in optional.items() if value},
    }


def past_invitee(invitee: Invitee, user: User | None, *, joined: bool) -> Json:
    """Show an invitee, and whether they came."""
    shown = {
        "id": invitee.id,
        "firstName": invitee.first_name,
        "lastName": invitee.last_name,
        "email": invitee.email,
        "role": invitee.role,
        "originalRole": invitee.role,
        "type": invitee.kind,
        "sendInvite": invitee.send_invite,
        "joined": joined,
    }
    return shown | (linked(user) if user else {})


def recording_entry(recording: StoredRecording) -> Json:
    """Show how far a recording has come, without its link."""
    shown = {
        **identity(recording),
        "status": recording.status,
        "shared": recording.shared,
        "sharedUriExpirationTime": recording.shared_until and written_instant(recording.shared_until),
    }
    if recording.status is RecordingStatus.AVAILABLE:
        shown["duration"] = recording.duration
    return shown


def recording_answer(recording: StoredRecording, links: Links) -> Json:
    """Show a recording, with its link if the host has shared it."""
    shown = recording_entry(recording)
    if recording.shared:
        shown["recordingSharedUri"] = links.recording(recording.code)
    return shown


def _when(session: Session, webinar: StoredWebinar) -> Json:
    start, end = span(session)
    return {
        "startTime": written_instant(start),
        "endTime": written_instant(end),
        "duration": math.ceil((end - start).total_seconds()),
        "title": session.title or webinar.title,
        "description": session.description or webinar.description,
    }


def _counts(people: Sequence[Participant]) -> Json:
    attendees = [each for each in people if each.role == SessionRole.ATTENDEE]
    return {
        "participantCount": len(people),
        "attendeeCount": len(attendees),
        "uniqueParticipantCount": len({each.person for each in people}),
        "uniqueAttendeeCount": len({each.person for each in attendees}),
    }


def _host(host: User) -> Json:
    return {"firstName": host.first_name, "lastName": host.last_name, **linked(host)}
