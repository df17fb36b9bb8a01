"""Inviting co-hosts and panelists; the host is always there, and cannot be changed."""

from collections.abc import Iterable
from typing import Final

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import conflict, forbidden, invalid
from sandbox.ringcentral.api.paging import page
from sandbox.ringcentral.api.responses import Json, invitee_answer
from sandbox.ringcentral.state.store import Invitee, Session, SessionRole, SessionStatus, User

TWICE: Final = "Someone with this e-mail is invited already"


def host_of(call: ApiCall, session: Session, host: User) -> Invitee:
    """Make the record that stands for the host, whose link is the session's host link."""
    return Invitee(
        id=call.store.new_id(),
        created=call.now,
        modified=call.now,
        session_id=session.id,
        role=SessionRole.HOST,
        first_name=host.first_name,
        last_name=host.last_name,
        email=host.email,
        user_id=host.id,
        code=session.host_code,
    )


def list_invitees(call: ApiCall) -> Json:
    """List the host, the co-hosts and the panelists."""
    return page(call.store.invitees_of(call.session().id), call.query, lambda each: _shown(call, each))


def get_invitee(call: ApiCall) -> Json:
    """Show one invitee."""
    return _shown(call, call.invitee(call.ids["inviteeId"]))


def update_many(call: ApiCall) -> Json:
    """Add, change and delete invitees, all or none."""
    session, asked = call.session(), call.body
    _refuse_if_finished(session)
    unwanted = {each["id"]: None for each in asked.get("deletedInvitees", [])}
    deleted = [_deletable(call, session, invitee_id) for invitee_id in unwanted]
    updates = [
        (_changeable(call, change["id"], change, f"updatedInvitees[{at}]"), change)
        for at, change in enumerate(asked.get("updatedInvitees", []))
    ]
    added = [_new(call, session, each, at) for at, each in enumerate(asked.get("addedInvitees", []))]
    staying = [each for each in call.store.invitees_of(session.id) if each not in deleted]
    if _has_twins(staying, updates, added):
        raise conflict("email", TWICE)
    for invitee in deleted:
        del call.store.invitees[invitee.id]
    for invitee, change in updates:
        _change(call, invitee, change)
    call.store.invitees |= {each.id: each for each in added}
    return {
        "addedInvitees": [_shown(call, each) for each in added],
        "updatedInvitees": [_shown(call, each) for each, _ in updates],
        "deletedInvitees": [{"id": each.id} for each in deleted],
    }


def update_invitees(call: ApiCall) -> Json:
    """Change one invitee."""
    session = call.session()
    _refuse_if_finished(session)
    invitee = _changeable(call, call.ids["inviteeId"], call.body, "")
    if _has_twins(call.store.invitees_of(session.id), [(invitee, call.body)], []):
        raise invalid("email", TWICE)  # the contract knows no 409 here
    _change(call, invitee, call.body)
    return _shown(call, invitee)


def delete_invitee(call: ApiCall) -> None:
    """Take an invitation back."""
    del call.store.invitees[_deletable(call, call.session(), call.ids["inviteeId"]).id]


def _new(call: ApiCall, session: Session, asked: Json, at: int) -> Invitee:
    where = f"addedInvitees[{at}]"
    role = _role(asked, where)
    user = _linked(call, asked, where)
    return Invitee(
        id=call.store.new_id(),
        created=call.now,
        modified=call.now,
        session_id=session.id,
        role=role,
        first_name=user.first_name if user else asked["firstName"],
        last_name=user.last_name if user else asked["lastName"],
        email=user.email if user else asked["email"],
        user_id=user.id if user else None,
        job_title=asked.get("jobTitle", ""),
        kind=asked.get("type", "User"),
        send_invite=asked.get("sendInvite", True),
    )


def _linked(call: ApiCall, asked: Json, where: str) -> User | None:
    """Find the account's user that is invited, if it is one; anybody else is invited by name and e-mail."""
    contact = asked.keys() & {"firstName", "lastName", "email"}
    if "linkedUser" not in asked:
        for missing in ("firstName", "lastName", "email"):
            if missing not in contact:
                raise invalid(f"{where}.{missing}", f"Without linkedUser, {missing} is required")
        return None
    if contact:
        raise invalid(f"{where}.linkedUser", "Give either linkedUser or name and e-mail, not both")
    linked = asked["linkedUser"]
    user = call.store.users.get(linked["userId"])
    if user is None or user.account_id != linked["accountId"]:
        raise invalid(f"{where}.linkedUser", "There is no such user in the account")
    return user


def _role(asked: Json, where: str) -> SessionRole:
    if asked["role"] not in (SessionRole.CO_HOST, SessionRole.PANELIST):
        raise invalid(f"{where}.role".removeprefix("."), "Only a Panelist or a CoHost is invited")
    return SessionRole(asked["role"])


def _changeable(call: ApiCall, invitee_id: str, asked: Json, where: str) -> Invitee:
    invitee = call.invitee(invitee_id)
    _refuse_if_host(invitee)
    _role(asked, where)
    if invitee.user_id and asked.keys() & {"firstName", "lastName", "email"}:
        raise invalid(f"{where}.email".removeprefix("."), "A linked user's name and e-mail are the account's")
    if invitee.send_invite and asked.get("sendInvite") is False:
        raise invalid(f"{where}.sendInvite".removeprefix("."), "The invitation is sent already")
    return invitee


def _deletable(call: ApiCall, session: Session, invitee_id: str) -> Invitee:
    invitee = call.invitee(invitee_id)
    _refuse_if_host(invitee)
    if session.status is not SessionStatus.SCHEDULED:
        raise forbidden(f"The session is {session.status}")
    return invitee


def _change(call: ApiCall, invitee: Invitee, asked: Json) -> None:
    invitee.role = SessionRole(asked["role"])
    invitee.first_name = asked.get("firstName", invitee.first_name)
    invitee.last_name = asked.get("lastName", invitee.last_name)
    invitee.email = asked.get("email", invitee.email)
    invitee.job_title = asked.get("jobTitle", invitee.job_title)
    invitee.kind = asked.get("type", invitee.kind)
    invitee.send_invite = asked.get("sendInvite", invitee.send_invite)
    invitee.modified = call.now


def _has_twins(
    staying: Iterable[Invitee], updates: Iterable[tuple[Invitee, Json]], added: Iterable[Invitee]
) -> bool:
    """Tell whether two invitees would end up with one e-mail."""
    changed = {invitee.id: change.get("email", invitee.email) for invitee, change in updates}
    emails = [changed.get(each.id, each.email).casefold() for each in (*staying, *added)]
    return len(set(emails)) < len(emails)


def _refuse_if_host(invitee: Invitee) -> None:
    if invitee.role is SessionRole.HOST:
        raise forbidden("The host's record can be neither changed nor deleted")


def _refuse_if_finished(session: Session) -> None:
    if session.status is SessionStatus.FINISHED:
        raise forbidden(f"The session is {session.status}")


def _shown(call: ApiCall, invitee: Invitee) -> Json:
    user = call.store.users[invitee.user_id] if invitee.user_id else None
    return invitee_answer(invitee, user, call.links)
