"""Creating, listing, reading, changing and deleting webinars."""

from datetime import datetime
from typing import Any

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import forbidden, invalid
from sandbox.ringcentral.api.paging import page
from sandbox.ringcentral.api.responses import Json, webinar_answer
from sandbox.ringcentral.events.event import Topic
from sandbox.ringcentral.state.store import SessionStatus, StoredWebinar, User


def create_webinar(call: ApiCall) -> Json:
    """Make a webinar for the caller, or for the `host` that an admin names."""
    host = _host(call)
    if not host.entitled:
        raise forbidden("The host has no webinar licence")
    webinar = StoredWebinar(
        id=call.store.new_id(),
        created=call.now,
        modified=call.now,
        host_id=host.id,
        title=call.body["title"],
        description=call.body.get("description", ""),
        settings=call.policy.settle(call.body.get("settings", {}), {}),
    )
    call.store.webinars[webinar.id] = webinar
    return webinar_answer(webinar, host)


def list_own_webinars(call: ApiCall) -> Json:
    """List the caller's webinars made since a time, oldest first."""
    since = datetime.fromisoformat(call.query["creationTimeFrom"])
    found = [each for each in call.store.webinars.values() if each.host_id == call.user.id]
    return page(
        [each for each in found if each.created >= since], call.query, lambda each: _shown(call, each)
    )


def get_webinar(call: ApiCall) -> Json:
    """Show one webinar."""
    return _shown(call, call.webinar())


def update_webinar(call: ApiCall) -> Json:
    """Change what the body names, and leave the rest."""
    webinar = call.webinar()
    settings = call.policy.settle(call.body.get("settings", {}), webinar.settings)
    webinar.title = call.body.get("title", webinar.title)
    webinar.description = call.body.get("description", webinar.description)
    webinar.settings = settings
    webinar.modified = call.now
    if session := call.store.session_of(webinar.id):
        call.store.tell(Topic.SESSIONS, session, changeType="Updated")
    return _shown(call, webinar)


def delete_webinar(call: ApiCall) -> None:
    """Delete a webinar whose session has not begun."""
    webinar = call.webinar()
    session = call.store.session_of(webinar.id)
    if session and session.status is not SessionStatus.SCHEDULED:
        raise forbidden(f"The webinar has a session that is {session.status}")
    call.store.forget_webinar(webinar.id)


def _host(call: ApiCall) -> User:
    """Decide whose webinar it becomes; only an admin names somebody, of the same account."""
    named: dict[str, Any] = call.body.get("host", {}).get("linkedUser", {})
    if not named:
        return call.user
    if not call.user.admin:
        raise forbidden("Only an administrator may name the host", "host")
    user = call.store.users.get(named["userId"])
    if user is None or named["accountId"] != user.account_id:
        raise invalid("host.linkedUser", "There is no such user in the account")
    return user


def _shown(call: ApiCall, webinar: StoredWebinar) -> Json:
    return webinar_answer(webinar, call.store.users[webinar.host_id])
