"""The operations that the bot calls, under their names in RingCentral's OpenAPI description."""

from enum import Enum
from typing import NamedTuple


class Operation(NamedTuple):
    """A method, a path with {parameters}, and its rate group; doing a `repeatable` one twice is doing it once.

    Registering is such: an e-mail address registers once, and the second time the answer is 409.
    """

    method: str
    path: str
    group: str = "Heavy"
    repeatable: bool = False

    @property
    def writes(self) -> bool:
        """Tell whether doing it twice would differ from doing it once; signing in and deleting do not."""
        return self.method not in {"GET", "DELETE"} and self.group != "Auth" and not self.repeatable

    @property
    def changes(self) -> bool:
        """Tell whether something is another at RingCentral afterwards."""
        return self.method != "GET" and self.group != "Auth"


_WEBINARS = "/webinar/configuration/v1/webinars"
_SESSIONS = f"{_WEBINARS}/{{webinarId}}/sessions"
_SESSION = f"{_SESSIONS}/{{sessionId}}"
_INVITEES = f"{_SESSION}/invitees"
_HISTORY = "/webinar/history/v1"
_PAST = f"{_HISTORY}/webinars/{{webinarId}}/sessions/{{sessionId}}"
_REGISTRATION = "/webinar/registration/v1/sessions/{sessionId}"
_REGISTRANTS = f"{_REGISTRATION}/registrants"
_SUBSCRIPTIONS = "/webinar/notifications/v1/subscriptions"
_SUBSCRIPTION = f"{_SUBSCRIPTIONS}/{{subscriptionId}}"


class Operations(Enum):
    """The member's name is the operationId."""

    getToken = Operation("POST", "/restapi/oauth/token", "Auth")
    rcwConfigCreateWebinar = Operation("POST", _WEBINARS)
    rcwConfigListWebinars = Operation("GET", _WEBINARS)
    rcwConfigGetWebinar = Operation("GET", f"{_WEBINARS}/{{webinarId}}")
    rcwConfigUpdateWebinar = Operation("PATCH", f"{_WEBINARS}/{{webinarId}}", repeatable=True)
    rcwConfigDeleteWebinar = Operation("DELETE", f"{_WEBINARS}/{{webinarId}}")
    rcwConfigListAllSessions = Operation("GET", "/webinar/configuration/v1/sessions")
    rcwConfigCreateSession = Operation("POST", _SESSIONS)
    rcwConfigGetSession = Operation("GET", _SESSION)
    rcwConfigUpdateSession = Operation("PATCH", _SESSION, repeatable=True)
    rcwConfigUpdateInvitees = Operation("PATCH", _INVITEES)
    rcwConfigListInvitees = Operation("GET", _INVITEES)
    rcwRegGetSession = Operation("GET", _REGISTRATION)
    rcwRegUpdateSession = Operation("PATCH", _REGISTRATION, repeatable=True)
    rcwRegCreateRegistrant = Operation("POST", _REGISTRANTS, repeatable=True)
    rcwRegListRegistrants = Operation("GET", _REGISTRANTS)
    rcwRegDeleteRegistrant = Operation("DELETE", f"{_REGISTRANTS}/{{registrantId}}")
    rcwHistoryListAllSessions = Operation("GET", f"{_HISTORY}/sessions")
    rcwHistoryGetSession = Operation("GET", _PAST)
    rcwHistoryListParticipants = Operation("GET", f"{_PAST}/participants")
    rcwHistoryGetRecording = Operation("GET", f"{_HISTORY}/recordings/{{recordingId}}")
    rcwN11sListSubscriptions = Operation("GET", _SUBSCRIPTIONS, "Light")
    rcwN11sCreateSubscription = Operation("POST", _SUBSCRIPTIONS, "Medium")
    rcwN11sDeleteSubscription = Operation("DELETE", _SUBSCRIPTION, "Medium")
    rcwN11sRenewSubscription = Operation("POST", f"{_SUBSCRIPTION}/renew", "Light", repeatable=True)
