"""Signing up for a session: how far it has come, opening and closing it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import not_found
from sandbox.ringcentral.api.responses import Json, registration_answer
from sandbox.ringcentral.events.event import Topic
from sandbox.ringcentral.state.store import Session, Store

REGISTRATION_DEFAULTS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "autoCloseLimit": 0,
        "suppressEmails": False,
        "registrationDigestEnabled": True,
        "preventMultipleDeviceJoins": False,
        "workEmailRequired": False,
        "viewRecording": False,
        "onDemandDuration": "SixMonths",
        "recordingExist": False,
        "autoOpenPostWebinarRegistration": False,
        "postWebinarRegistrationClosingTime": None,
    }
)


def registered_session(store: Store, session_id: str) -> Session:
    """Find a session that people register for; one with registration off is unknown to the service."""
    session = store.sessions.get(session_id)
    if session is None or not store.webinars[session.webinar_id].settings["registrationEnabled"]:
        raise not_found("The registration session")
    return session


def get_registration(call: ApiCall) -> Json:
    """Show how far registration has come."""
    return _shown(call, session_of(call))


def update_registration(call: ApiCall) -> Json:
    """Open or close registration, and change its settings."""
    session = session_of(call)
    session.registration_settings |= call.body.get("settings", {})
    session.modified = call.now
    wanted = call.body["registrationStatus"] == "Open"
    set_open(call.store, session, is_open=wanted and not is_full(call.store, session))
    return _shown(call, session)


def session_of(call: ApiCall) -> Session:
    """Find the caller's session of the path, if people register for it."""
    return registered_session(call.store, call.session().id)


def is_full(store: Store, session: Session) -> bool:
    """Tell whether as many have registered as the settings allow."""
    limit: int = session.registration_settings["autoCloseLimit"]
    return 0 < limit <= len(store.registrants_of(session.id))


def set_open(store: Store, session: Session, *, is_open: bool) -> None:
    """Open or close registration, and tell."""
    session.registration_open = is_open
    store.tell(Topic.REGISTRATION, session, registrationStatus="Open" if is_open else "Closed")


def _shown(call: ApiCall, session: Session) -> Json:
    return registration_answer(session, call.store.registrants_of(session.id), call.links)
