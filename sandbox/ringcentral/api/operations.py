"""The operations of the Webinar API on one screen: verb, path, action, schemas, rate group."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sandbox.ringcentral.api import (
    history,
    invitees,
    recordings,
    registrants,
    registration,
    schemas,
    sessions,
    subscriptions,
    webinars,
)
from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import not_found, wrong_method
from sandbox.ringcentral.api.history_schemas import (
    COMPANY_PAST,
    COMPANY_RECORDINGS,
    DOWNLOAD,
    PAST_SESSIONS,
    PEOPLE,
    RECORDINGS,
)
from sandbox.ringcentral.api.responses import Json
from sandbox.ringcentral.api.schemas import Schema
from sandbox.ringcentral.api.subscription_schemas import NEW_SUBSCRIPTION, SUBSCRIPTION_CHANGES


@dataclass(frozen=True)
class ApiOperation:
    """One operation of the contract, by its id there; `bare` ones may be asked for with no body at all."""

    id: str
    method: str
    path: str
    act: Callable[[ApiCall], Json | Awaitable[Json] | None]
    body: Schema | None = None
    query: Schema = field(default_factory=lambda: schemas.NOTHING)
    group: str = "Heavy"
    bare: bool = False

    @property
    def status(self) -> int:
        """The status of a successful answer."""
        if self.method == "POST" and self.path.endswith("/renew"):
            return 200
        return {"POST": 201, "DELETE": 204}.get(self.method, 200)

    @property
    def permission(self) -> str | None:
        """The permission that the app needs; none to subscribe."""
        if self.path.startswith(SUBSCRIPTIONS):
            return None
        return "ReadWebinars" if self.method == "GET" else "EditWebinars"


MINE: Final = "/webinar/configuration/v1/sessions"
COMPANY: Final = "/webinar/configuration/v1/company/sessions"
WEBINARS: Final = "/webinar/configuration/v1/webinars"
WEBINAR: Final = f"{WEBINARS}/{{webinarId}}"
SESSIONS: Final = f"{WEBINAR}/sessions"
SESSION: Final = f"{SESSIONS}/{{sessionId}}"
INVITEES: Final = f"{SESSION}/invitees"
INVITEE: Final = f"{INVITEES}/{{inviteeId}}"
REGISTRATION: Final = "/webinar/registration/v1/sessions/{sessionId}"
REGISTRANTS: Final = f"{REGISTRATION}/registrants"
REGISTRANT: Final = f"{REGISTRANTS}/{{registrantId}}"
PAST: Final = "/webinar/history/v1"
PAST_WEBINAR: Final = f"{PAST}/webinars/{{webinarId}}"
PAST_SESSION: Final = f"{PAST_WEBINAR}/sessions/{{sessionId}}"
RECORDING: Final = f"{PAST}/recordings/{{recordingId}}"
SUBSCRIPTIONS: Final = "/webinar/notifications/v1/subscriptions"
SUBSCRIPTION: Final = f"{SUBSCRIPTIONS}/{{subscriptionId}}"
RENEWAL: Final = f"{SUBSCRIPTION}/renew"

OPERATIONS: Final = (
    ApiOperation(
        "rcwConfigCreateWebinar", "POST", WEBINARS, webinars.create_webinar, body=schemas.NEW_WEBINAR
    ),
    ApiOperation(
        "rcwConfigListWebinars", "GET", WEBINARS, webinars.list_own_webinars, query=schemas.WEBINAR_LIST
    ),
    ApiOperation("rcwConfigGetWebinar", "GET", WEBINAR, webinars.get_webinar),
    ApiOperation(
        "rcwConfigUpdateWebinar", "PATCH", WEBINAR, webinars.update_webinar, body=schemas.WEBINAR_CHANGES
    ),
    ApiOperation("rcwConfigDeleteWebinar", "DELETE", WEBINAR, webinars.delete_webinar),
    ApiOperation(
        "rcwConfigListAllSessions", "GET", MINE, sessions.list_own_sessions, query=schemas.SESSION_LIST
    ),
    ApiOperation(
        "rcwConfigListAllCompanySessions",
        "GET",
        COMPANY,
        sessions.list_company_sessions,
        query=schemas.COMPANY_LIST,
    ),
    ApiOperation("rcwConfigCreateSession", "POST", SESSIONS, sessions.create_session, body=schemas.SESSION),
    ApiOperation("rcwConfigGetSession", "GET", SESSION, sessions.get_session),
    ApiOperation("rcwConfigUpdateSession", "PATCH", SESSION, sessions.update_session, body=schemas.SESSION),
    ApiOperation("rcwConfigDeleteSession", "DELETE", SESSION, sessions.delete_session),
    ApiOperation("rcwConfigUpdateInvitees", "PATCH", INVITEES, invitees.update_many, body=schemas.INVITEES),
    ApiOperation(
        "rcwConfigListInvitees", "GET", INVITEES, invitees.list_invitees, query=schemas.INVITEE_LIST
    ),
    ApiOperation("rcwConfigGetInvitee", "GET", INVITEE, invitees.get_invitee),
    ApiOperation(
        "rcwConfigUpdateInvitee", "PUT", INVITEE, invitees.update_invitees, body=schemas.INVITEE_CHANGES
    ),
    ApiOperation("rcwConfigDeleteInvitee", "DELETE", INVITEE, invitees.delete_invitee),
    ApiOperation("rcwRegGetSession", "GET", REGISTRATION, registration.get_registration),
    ApiOperation(
        "rcwRegUpdateSession",
        "PATCH",
        REGISTRATION,
        registration.update_registration,
        body=schemas.REGISTRATION,
    ),
    ApiOperation(
        "rcwRegCreateRegistrant", "POST", REGISTRANTS, registrants.create_registrant, body=schemas.REGISTRANT
    ),
    ApiOperation(
        "rcwRegListRegistrants",
        "GET",
        REGISTRANTS,
        registrants.list_registrants,
        query=schemas.REGISTRANT_LIST,
    ),
    ApiOperation(
        "rcwRegGetRegistrant", "GET", REGISTRANT, registrants.get_registrant, query=schemas.ONE_REGISTRANT
    ),
    ApiOperation("rcwRegDeleteRegistrant", "DELETE", REGISTRANT, registrants.delete_registrant),
    ApiOperation(
        "rcwN11sListSubscriptions", "GET", SUBSCRIPTIONS, subscriptions.list_subscriptions, group="Light"
    ),
    ApiOperation(
        "rcwN11sCreateSubscription",
        "POST",
        SUBSCRIPTIONS,
        subscriptions.create_subscription,
        body=NEW_SUBSCRIPTION,
        group="Medium",
    ),
    ApiOperation(
        "rcwN11sGetSubscription", "GET", SUBSCRIPTION, subscriptions.get_subscription, group="Light"
    ),
    ApiOperation(
        "rcwN11sUpdateSubscription",
        "PUT",
        SUBSCRIPTION,
        subscriptions.update_subscription,
        body=SUBSCRIPTION_CHANGES,
        group="Medium",
        bare=True,
    ),
    ApiOperation(
        "rcwN11sDeleteSubscription", "DELETE", SUBSCRIPTION, subscriptions.delete_subscription, group="Medium"
    ),
    ApiOperation("rcwN11sRenewSubscription", "POST", RENEWAL, subscriptions.renew, group="Light"),
    ApiOperation("rcwHistoryGetWebinar", "GET", PAST_WEBINAR, history.webinar),
    ApiOperation(
        "rcwHistoryListAllSessions", "GET", f"{PAST}/sessions", history.list_own_history, query=PAST_SESSIONS
    ),
    ApiOperation(
        "rcwHistoryListAllCompanySessions",
        "GET",
        f"{PAST}/company/sessions",
        history.list_company_history,
        query=COMPANY_PAST,
    ),
    ApiOperation("rcwHistoryGetSession", "GET", PAST_SESSION, history.session),
    ApiOperation("rcwHistoryListInvitees", "GET", f"{PAST_SESSION}/invitees", history.invitees, query=PEOPLE),
    ApiOperation("rcwHistoryGetInvitee", "GET", f"{PAST_SESSION}/invitees/{{inviteeId}}", history.invitee),
    ApiOperation(
        "rcwHistoryListParticipants",
        "GET",
        f"{PAST_SESSION}/participants",
        history.participants,
        query=PEOPLE,
    ),
    ApiOperation("rcwHistoryGetParticipantInfo", "GET", f"{PAST_SESSION}/participants/self", history.myself),
    ApiOperation(
        "rcwHistoryListRecordings",
        "GET",
        f"{PAST}/recordings",
        recordings.list_own_recordings,
        query=RECORDINGS,
    ),
    ApiOperation("rcwHistoryGetRecording", "GET", RECORDING, recordings.get_recording),
    ApiOperation(
        "rcwHistoryGetRecordingDownload", "GET", f"{RECORDING}/download", recordings.download, query=DOWNLOAD
    ),
    ApiOperation(
        "rcwHistoryAdminListRecordings",
        "GET",
        f"{PAST}/company/recordings",
        recordings.list_company_recordings,
        query=COMPANY_RECORDINGS,
    ),
    ApiOperation(
        "rcwHistoryAdminGetRecording",
        "GET",
        f"{PAST}/company/recordings/{{recordingId}}",
        recordings.get_as_admin,
    ),
)


def find(method: str, path: str) -> tuple[ApiOperation, Mapping[str, str]]:
    """Find the operation that a request is for, and the ids in its path; raise a 404 or a 405."""
    here = [(operation, ids) for operation in OPERATIONS if (ids := _ids(operation.path, path)) is not None]
    for operation, ids in here:
        if operation.method == method:
            return operation, ids
    if here:
        raise wrong_method(method, [operation.method for operation, _ in here])
    raise not_found("The resource")


def _ids(template: str, path: str) -> Mapping[str, str] | None:
    """Read the ids where the template has {names}; None if the path is another one."""
    match = re.fullmatch(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", template), path)
    return match.groupdict() if match else None
