"""Giving a webinar its date: creating, listing, reading, changing and deleting sessions."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import forbidden
from sandbox.ringcentral.api.invitees import host_of
from sandbox.ringcentral.api.paging import page
from sandbox.ringcentral.api.registration import REGISTRATION_DEFAULTS
from sandbox.ringcentral.api.responses import Json, session_answer, session_entry
from sandbox.ringcentral.events.event import Topic
from sandbox.ringcentral.state.store import Session, SessionStatus


def create_session(call: ApiCall) -> Json:
    """Give the webinar its one session, with the host invited."""
    webinar, asked = call.webinar(), call.body
    if call.store.session_of(webinar.id):
        raise forbidden("The webinar has a session already")
    _leave_status(asked)
    session = Session(
        id=call.store.new_id(),
        created=call.now,
        modified=call.now,
        webinar_id=webinar.id,
        start=datetime.fromisoformat(asked["scheduledStartTime"]),
        duration=asked["scheduledDuration"],
        time_zone=asked["timeZone"],
        registration_settings=dict(REGISTRATION_DEFAULTS),
    )
    _take(session, asked)
    call.store.sessions[session.id] = session
    host = host_of(call, session, call.store.users[webinar.host_id])
    call.store.invitees[host.id] = host
    call.store.tell(Topic.SESSIONS, session, changeType="Created")
    return _shown(call, session)


def get_session(call: ApiCall) -> Json:
    """Show one session."""
    return _shown(call, call.session())


def update_session(call: ApiCall) -> Json:
    """Change a session that has not begun."""
    session, asked = call.session(), call.body
    _refuse_if_begun(session)
    _leave_status(asked)
    _move(session, datetime.fromisoformat(asked["scheduledStartTime"]), asked["scheduledDuration"])
    session.time_zone = asked["timeZone"]
    _take(session, asked)
    session.modified = call.now
    call.store.tell(Topic.SESSIONS, session, changeType="Updated")
    return _shown(call, session)


def delete_session(call: ApiCall) -> None:
    """Delete a session that has not begun; its webinar stays."""
    session = call.session()
    _refuse_if_begun(session)
    call.store.forget_session(session.id)


def list_own_sessions(call: ApiCall) -> Json:
    """List the caller's sessions."""
    fragment = call.query.get("nameFragment", "").casefold()
    mine = [each for each in call.store.sessions.values() if _host_of(call, each) == call.user.id]
    return _listed(call, [each for each in mine if fragment in _name(call, each).casefold()])


def list_company_sessions(call: ApiCall) -> Json:
    """List the sessions of everybody in the account, or of some hosts, to an admin."""
    if not call.user.admin:
        raise forbidden("The WebinarSettings permission is needed")
    hosts = call.query.get("hostUserId")
    sessions = call.store.sessions.values()
    return _listed(call, [each for each in sessions if not hosts or _host_of(call, each) in hosts])


def _listed(call: ApiCall, sessions: Iterable[Session]) -> Json:
    """Page through those that end after a time and are in one of the asked states, earliest first."""
    ending = datetime.fromisoformat(call.query["endTimeFrom"])
    states = call.query.get("status") or list(SessionStatus)
    found = [
        each
        for each in sessions
        if each.status in states and each.start + timedelta(seconds=each.duration) >= ending
    ]
    return page(sorted(found, key=lambda each: each.start), call.query, lambda each: _entry(call, each))


def _move(session: Session, start: datetime, duration: int) -> None:
    if (session.start, session.duration) != (start, duration):
        session.icalendar_sequence += 1
    session.start, session.duration = start, duration


def _take(session: Session, asked: Json) -> None:
    """Take over what may be left out."""
    session.title = asked.get("title", session.title)
    session.description = asked.get("description", session.description)
    session.panel_offset = asked.get("panelJoinTimeOffset", session.panel_offset)
    session.locale = asked.get("localeCode", session.locale)


def _leave_status(asked: Json) -> None:
    if asked.get("status", SessionStatus.SCHEDULED) != SessionStatus.SCHEDULED:
        raise forbidden("A session begins and ends in the webinar itself", "status")


def _refuse_if_begun(session: Session) -> None:
    if session.status is not SessionStatus.SCHEDULED:
        raise forbidden(f"The session is {session.status}")


def _host_of(call: ApiCall, session: Session) -> str:
    return call.store.webinars[session.webinar_id].host_id


def _name(call: ApiCall, session: Session) -> str:
    return session.title or call.store.webinars[session.webinar_id].title


def _shown(call: ApiCall, session: Session) -> Json:
    return session_answer(session, call.store.webinars[session.webinar_id], call.links)


def _entry(call: ApiCall, session: Session) -> Json:
    webinar = call.store.webinars[session.webinar_id]
    return session_entry(session, webinar, call.store.users[webinar.host_id], call.links)
