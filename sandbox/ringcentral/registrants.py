"""The people who registered for a session."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sandbox.ringcentral.answers import Json, registrant_answer
from sandbox.ringcentral.call import Call
from sandbox.ringcentral.errors import conflict, forbidden
from sandbox.ringcentral.paging import page
from sandbox.ringcentral.registration import close_if_full, session_of
from sandbox.ringcentral.store import Registrant, Session, Status, Store


def enroll(store: Store, session: Session, now: datetime, wanted: Mapping[str, Any]) -> Registrant:
    """Register someone, through the API or on the page; raise what either would say against it."""
    others = store.registrants_of(session.id)
    if not session.registration_open or session.status is Status.FINISHED:
        raise forbidden("Registration is closed")
    if wanted["email"].casefold() in {each.email.casefold() for each in others}:
        raise conflict("email", "This e-mail is registered already")
    registrant = Registrant(
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
    close_if_full(store, session)
    return registrant


def create(call: Call) -> Json:
    """Register someone."""
    registrant = enroll(call.store, session_of(call), call.now, call.body)
    return {**registrant_answer(registrant, call.links, questionnaire=True), "icalendarSequence": 0}


def listing(call: Call) -> Json:
    """List who registered, first come first."""
    return page(call.store.registrants_of(session_of(call).id), call.query, lambda each: _shown(call, each))


def get(call: Call) -> Json:
    """Show one registrant."""
    session_of(call)
    return _shown(call, call.registrant())


def delete(call: Call) -> None:
    """Take a registration back, unless the session is over."""
    session = session_of(call)
    registrant = call.registrant()
    if session.status is Status.FINISHED:
        raise forbidden(f"The session is {session.status}")
    del call.store.registrants[registrant.id]


def _shown(call: Call, registrant: Registrant) -> Json:
    wanted = call.query.get("includeQuestionnaire", False)
    return registrant_answer(registrant, call.links, questionnaire=wanted)
