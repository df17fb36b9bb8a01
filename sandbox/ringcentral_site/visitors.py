"""The visitor of a webinar's page: a code tells who one is, and in which session."""

from dataclasses import dataclass
from typing import Final

from sandbox.ringcentral import Session, SessionRole, WebinarAPI

_CALLED: Final = {
    SessionRole.HOST: "the host",
    SessionRole.CO_HOST: "a co-host",
    SessionRole.PANELIST: "a panelist",
    SessionRole.ATTENDEE: "an attendee",
}


@dataclass(frozen=True)
class Visitor:
    """Somebody at the door of a session; name and e-mail are "" where the link is everybody's."""

    session: Session
    role: SessionRole
    first_name: str = ""
    last_name: str = ""
    email: str = ""

    @property
    def called(self) -> str:
        """As what one comes."""
        return _CALLED[self.role]

    @property
    def hosts(self) -> bool:
        """Tell whether one may begin and end the webinar."""
        return self.role in (SessionRole.HOST, SessionRole.CO_HOST)


def behind(ringcentral: WebinarAPI, code: str) -> Visitor | None:
    """The guest that a join code stands for; None for a code that opens nothing."""
    for session in ringcentral.sessions.values():
        if code == session.attendee_code:
            return Visitor(session, SessionRole.ATTENDEE)
    for invitee in ringcentral.invitees.values():
        if code == invitee.code:
            user = ringcentral.users.get(invitee.user_id or "")
            return Visitor(
                ringcentral.sessions[invitee.session_id],
                invitee.role,
                invitee.first_name or (user.first_name if user else ""),
                invitee.last_name or (user.last_name if user else ""),
                invitee.email or (user.email if user else ""),
            )
    for one in ringcentral.registrants.values():
        if code == one.code:
            session = ringcentral.sessions[one.session_id]
            return Visitor(session, SessionRole.ATTENDEE, one.first_name, one.last_name, one.email)
    return None
