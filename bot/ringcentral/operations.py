"""The operations that the bot calls, under their names in RingCentral's OpenAPI description."""

from enum import Enum
from typing import NamedTuple


class Operation(NamedTuple):
    """A method, a path with {parameters}, and its rate group."""

    method: str
    path: str
    group: str = "Heavy"

    @property
    def writes(self) -> bool:
        """Whether doing it twice would differ from doing it once; signing in and deleting do not."""
        return self.method not in {"GET", "DELETE"} and self.group != "Auth"


_WEBINARS = "/webinar/configuration/v1/webinars"
_SESSIONS = f"{_WEBINARS}/{{webinarId}}/sessions"
_INVITEES = f"{_SESSIONS}/{{sessionId}}/invitees"


class Operations(Enum):
    """The member's name is the operationId."""

    getToken = Operation("POST", "/restapi/oauth/token", "Auth")
    rcwConfigCreateWebinar = Operation("POST", _WEBINARS)
    rcwConfigListWebinars = Operation("GET", _WEBINARS)
    rcwConfigGetWebinar = Operation("GET", f"{_WEBINARS}/{{webinarId}}")
    rcwConfigDeleteWebinar = Operation("DELETE", f"{_WEBINARS}/{{webinarId}}")
    rcwConfigListAllSessions = Operation("GET", "/webinar/configuration/v1/sessions")
    rcwConfigCreateSession = Operation("POST", _SESSIONS)
    rcwConfigGetSession = Operation("GET", f"{_SESSIONS}/{{sessionId}}")
    rcwConfigUpdateInvitees = Operation("PATCH", _INVITEES)
    rcwConfigListInvitees = Operation("GET", _INVITEES)
    rcwRegGetSession = Operation("GET", "/webinar/registration/v1/sessions/{sessionId}")
