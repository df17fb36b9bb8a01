"""Looking back: sessions as they were, and who was there."""

from collections.abc import Iterable
from datetime import datetime

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import forbidden, not_found
from sandbox.ringcentral.api.history_responses import (
    participant_answer,
    participant_self,
    past_invitee,
    past_session,
    past_webinar,
    recording_answer,
    recording_entry,
    span,
    webinar_ref,
)
from sandbox.ringcentral.api.paging import page
from sandbox.ringcentral.api.responses import Json
from sandbox.ringcentral.state.store import Invitee, Session, SessionRole, SessionStatus, StoredWebinar, User


def webinar(call: ApiCall) -> Json:
    """Show one webinar."""
    found = call.webinar()
    return past_webinar(found, call.store.users[found.host_id])


def list_own_history(call: ApiCall) -> Json:
    """List the caller's sessions, those that ended last first."""
    fragment = call.query.get("nameFragment", "").casefold()
    mine = [each for each in call.store.sessions.values() if _webinar(call, each).host_id == call.user.id]
    named = [each for each in mine if fragment in (each.title or _webinar(call, each).title).casefold()]
    return _listed(call, named)


def list_company_history(call: ApiCall) -> Json:
    """List the sessions of everybody in the account, or of some hosts, to an admin."""
    if not call.user.admin:
        raise forbidden("The WebinarSettings permission is needed")
    hosts = call.query.get("hostUserId")
    everybodys = call.store.sessions.values()
    return _listed(call, [each for each in everybodys if not hosts or _webinar(call, each).host_id in hosts])


def session(call: ApiCall) -> Json:
    """Show one session with its last recording, to its host, co-hosts and admins."""
    found = _readable(call)
    shown = past_session(found, _webinar(call, found), call.store.participants_of(found.id))
    for recording in call.store.recordings_of(found.id)[-1:]:
        shown["recording"] = recording_answer(recording, call.links)
    return shown


def participants(call: ApiCall) -> Json:
    """List who was in a session, in the order in which they came; who came back is there twice."""
    found = [each for each in call.store.participants_of(call.session().id) if _wanted(call, each.role)]
    return page(found, call.query, lambda each: participant_answer(each, _user(call, each.user_id)))


def myself(call: ApiCall) -> Json:
    """Show the caller as whom they were in a session."""
    for each in call.store.participants_of(call.ids["sessionId"]):
        if each.user_id == call.user.id:
            return participant_self(each, call.user)
    raise not_found("The participant")


def invitees(call: ApiCall) -> Json:
    """List the host, the co-hosts and the panelists, and whether they came."""
    found = [each for each in call.store.invitees_of(call.session().id) if _wanted(call, each.role)]
    return page(found, call.query, lambda each: _invitee(call, each))


def invitee(call: ApiCall) -> Json:
    """Show one invitee, and whether they came."""
    return _invitee(call, call.invitee(call.ids["inviteeId"]))


def _readable(call: ApiCall) -> Session:
    """Find the session of the path, which its co-hosts may read as well."""
    found = call.store.sessions.get(call.ids["sessionId"])
    if found and found.webinar_id == call.ids["webinarId"]:
        people = call.store.invitees_of(found.id)
        if any(each.user_id == call.user.id and each.role is SessionRole.CO_HOST for each in people):
            return found
    return call.session()


def _listed(call: ApiCall, found: Iterable[Session]) -> Json:
    """Page through those that ended, or will, between two times and are in one of the asked states."""
    first = datetime.fromisoformat(call.query["endTimeFrom"])
    last = datetime.fromisoformat(call.query["endTimeTo"])
    states = call.query.get("status") or list(SessionStatus)
    shown = [each for each in found if each.status in states and first <= span(each)[1] <= last]
    latest_first = sorted(shown, key=lambda each: span(each)[1], reverse=True)
    return page(latest_first, call.query, lambda each: _entry(call, each))


def _entry(call: ApiCall, each: Session) -> Json:
    of = _webinar(call, each)
    shown = past_session(each, of, call.store.participants_of(each.id))
    for recording in call.store.recordings_of(each.id)[-1:]:
        shown["recording"] = recording_entry(recording)
    return {**shown, "webinar": webinar_ref(of, call.store.users[of.host_id])}


def _invitee(call: ApiCall, each: Invitee) -> Json:
    came = {one.invitee_id for one in call.store.participants_of(each.session_id)}
    return past_invitee(each, _user(call, each.user_id), joined=each.id in came)


def _wanted(call: ApiCall, role: str) -> bool:
    """Tell whether a role is asked for; people keep the one they came with, so that both filters mean it."""
    return all(role in call.query[name] for name in ("role", "originalRole") if name in call.query)


def _user(call: ApiCall, user_id: str | None) -> User | None:
    return call.store.users[user_id] if user_id else None


def _webinar(call: ApiCall, each: Session) -> StoredWebinar:
    return call.store.webinars[each.webinar_id]
