"""The people who registered for a session."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import conflict, forbidden, invalid
from sandbox.ringcentral.api.paging import page
from sandbox.ringcentral.api.registration import is_full, session_of, set_open
from sandbox.ringcentral.api.responses import Json, registrant_answer
from sandbox.ringcentral.events.event import Topic
from sandbox.ringcentral.state.store import Session, SessionStatus, Store, StoredRegistrant

FREE_MAIL: Final = frozenset({"gmail.com", "outlook.com", "yahoo.com"})
"""Domains in which an e-mail address is nobody's work address."""


def enroll(store: Store, session: Session, now: datetime, wanted: Mapping[str, Any]) -> StoredRegistrant:
    """Register someone, through the API or on the page; raise what either would say against it."""
    others = store.registrants_of(session.id)
    if not session.registration_open or session.status is SessionStatus.FINISHED:
        raise forbidden("Registration is closed")
    if wanted["email"].casefold() in {each.email.casefold() for each in others}:
        raise conflict("email", "This e-mail is registered already")
    _refuse_misfits(session, wanted)
    registrant = StoredRegistrant(
        id=store.new_id(),
        created=now,
        modified=now,
        session_id=session.id,
        first_name=wanted["firstName"],
        last_name=wanted["lastName"],
        email=wanted["email"],
        extras={k: v for k, v in wanted.items() if k not in ("firstName", "lastName", "email")},
    )
    store.registrants[registrant.id] = registrant
    store.tell(Topic.REGISTRANTS, session, changeType="Created", registrantId=registrant.id)
    if is_full(store, session):
        set_open(store, session, is_open=False)
    return registrant


def withdraw(store: Store, session: Session, registrant: StoredRegistrant) -> None:
    """Take a registration back, through the API or on the page."""
    del store.registrants[registrant.id]
    store.tell(Topic.REGISTRANTS, session, changeType="Deleted", registrantId=registrant.id)


def create_registrant(call: ApiCall) -> Json:
    """Register someone."""
    registrant = enroll(call.store, session_of(call), call.now, call.body)
    sequence = call.store.sessions[registrant.session_id].icalendar_sequence
    return {
        **registrant_answer(registrant, call.links, questionnaire=True),
        "icalendarSequence": sequence,
    }


def list_registrants(call: ApiCall) -> Json:
    """List who registered, first come first."""
    return page(call.store.registrants_of(session_of(call).id), call.query, lambda each: _shown(call, each))


def get_registrant(call: ApiCall) -> Json:
    """Show one registrant."""
    session_of(call)
    return _shown(call, call.registrant())


def delete_registrant(call: ApiCall) -> None:
    """Take a registration back, unless the session is over."""
    session = session_of(call)
    registrant = call.registrant()
    if session.status is SessionStatus.FINISHED:
        raise forbidden(f"The session is {session.status}")
    withdraw(call.store, session, registrant)


def _refuse_misfits(session: Session, wanted: Mapping[str, Any]) -> None:
    """Refuse a private e-mail where a work e-mail is required, and who leaves a question unanswered."""
    domain = wanted["email"].rpartition("@")[2].casefold()
    if session.registration_settings["workEmailRequired"] and domain in FREE_MAIL:
        raise invalid("email", "A work e-mail is required")
    answered = {each["questionId"] for each in wanted.get("questionnaire", [])}
    if not answered.issuperset(session.questions):
        raise invalid("questionnaire", "A required question is not answered")


def _shown(call: ApiCall, registrant: StoredRegistrant) -> Json:
    wanted = call.query.get("includeQuestionnaire", False)
    return registrant_answer(registrant, call.links, questionnaire=wanted)
