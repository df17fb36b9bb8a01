"""JSON Schemas of requests to the Webinar API; anything they do not name is refused.

Facts (names, lengths, enumerations, what is required) are those of RingCentral's OpenAPI description, and each
schema's `examples` are held against it by a test. The formats are explained in `checking`.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

Schema: TypeAlias = Mapping[str, Any]


def text(longest: int | None = None, *, shortest: int = 0, form: str | None = None) -> Schema:
    """Describe a string, by its length in characters and its format."""
    limits = {"minLength": shortest or None, "maxLength": longest, "format": form}
    return {"type": "string", **{name: value for name, value in limits.items() if value is not None}}


def one_of(*words: str) -> Schema:
    """Describe a string that is one of these words."""
    return {"type": "string", "enum": list(words)}


def whole(least: int, most: int = 2_147_483_647) -> Schema:
    """Describe a 32-bit integer between two bounds."""
    return {"type": "integer", "minimum": least, "maximum": most}


def many(items: Schema, **limits: int) -> Schema:
    """Describe a list."""
    return {"type": "array", "items": items, **limits}


def record(
    properties: Mapping[str, Schema], *required: str, examples: tuple[Mapping[str, Any], ...] = ()
) -> Schema:
    """Describe an object that has these properties and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
        "examples": list(examples),
    }


FLAG: Final[Schema] = {"type": "boolean"}
AUTHENTICATION: Final = one_of("Guest", "AuthenticatedUser", "AuthenticatedCoworker")
LINKED_USER: Final = record(
    {"userId": text(256), "accountId": text(256), "domain": one_of("pbx", "ilm")},
    "userId",
    "accountId",
    "domain",
)

SETTINGS: Final = record(
    {
        "recordingEnabled": FLAG,
        "autoRecord": FLAG,
        "recordingSharingEnabled": FLAG,
        "recordingDownloadEnabled": FLAG,
        "recordingDeletionEnabled": FLAG,
        "pastSessionDeletionEnabled": FLAG,
        "panelistWaitingRoom": FLAG,
        "panelistVideoEnabled": FLAG,
        "panelistScreenSharingEnabled": FLAG,
        "panelistMuteControlEnabled": FLAG,
        "panelistAuthentication": AUTHENTICATION,
        "attendeeAuthentication": AUTHENTICATION,
        "artifactsAccessAuthentication": AUTHENTICATION,
        "pstnEnabled": FLAG,
        "password": text(64),
        "qnaEnabled": FLAG,
        "qnaAnonymousEnabled": FLAG,
        "moderatedQnaEnabled": FLAG,
        "pollsEnabled": FLAG,
        "pollsAnonymousEnabled": FLAG,
        "registrationEnabled": FLAG,
        "postWebinarRedirectUri": text(form="uri"),
        "externalLivestreamEnabled": FLAG,
    }
)

_WEBINAR: Final[Mapping[str, Schema]] = {
    "title": text(512, shortest=1),
    "description": text(4096),
    "settings": SETTINGS,
}
_EVERY_SETTING_A_CLIENT_DECIDES: Final = {
    "autoRecord": True,
    "panelistWaitingRoom": True,
    "panelistVideoEnabled": False,
    "panelistScreenSharingEnabled": False,
    "panelistMuteControlEnabled": False,
    "panelistAuthentication": "AuthenticatedUser",
    "attendeeAuthentication": "AuthenticatedCoworker",
    "artifactsAccessAuthentication": "Guest",
    "pstnEnabled": True,
    "password": "open sesame",
    "qnaEnabled": True,
    "qnaAnonymousEnabled": False,
    "moderatedQnaEnabled": True,
    "registrationEnabled": True,
    "postWebinarRedirectUri": "https://example.com/thanks",
}
NEW_WEBINAR: Final = record(
    {**_WEBINAR, "host": record({"linkedUser": LINKED_USER})},
    "title",
    examples=(
        {"title": "All-hands"},
        {"title": "Launch", "description": "What is new", "settings": _EVERY_SETTING_A_CLIENT_DECIDES},
        {
            "title": "Town hall",
            "host": {"linkedUser": {"userId": "101", "accountId": "400", "domain": "pbx"}},
        },
    ),
)
WEBINAR_CHANGES: Final = record(
    _WEBINAR, examples=({"description": ""}, {"title": "Town hall", "settings": {"password": ""}})
)

SESSION: Final = record(
    {
        "scheduledStartTime": text(form="date-time"),
        "scheduledDuration": whole(30, 43_200),
        "timeZone": text(64, shortest=3, form="time-zone"),
        "localizedTimeZoneDescription": text(),
        "panelJoinTimeOffset": whole(0),
        "title": text(512),
        "description": text(4096),
        "status": one_of("Scheduled", "Active", "Finished"),
        "localeCode": text(8, shortest=2),
    },
    "scheduledStartTime",
    "scheduledDuration",
    "timeZone",
    examples=(
        {
            "scheduledStartTime": "2026-12-01T15:00:00Z",
            "scheduledDuration": 3600,
            "timeZone": "Europe/Berlin",
        },
        {
            "scheduledStartTime": "2026-12-01T15:00:00.000+01:00",
            "scheduledDuration": 43_200,
            "timeZone": "Asia/Kolkata",
            "panelJoinTimeOffset": 900,
            "title": "",
            "description": "Bring questions",
            "status": "Scheduled",
            "localeCode": "de-DE",
        },
    ),
)

CONTACT: Final[Mapping[str, Schema]] = {
    "firstName": text(64),
    "lastName": text(64),
    "email": text(256, shortest=1, form="email"),
}
_INVITEE: Final[Mapping[str, Schema]] = {
    **CONTACT,
    "jobTitle": text(64),
    "role": one_of("Panelist", "CoHost", "Host", "Attendee"),
    "type": one_of("User", "Room"),
    "sendInvite": FLAG,
}
_ID: Final = text(20, shortest=1)
_ANN: Final = {"firstName": "Ann", "lastName": "Archer", "email": "ann@example.com"}
INVITEE_CHANGES: Final = record(
    _INVITEE, "role", examples=({"role": "CoHost"}, {**_ANN, "role": "Panelist", "jobTitle": "Chief"})
)
INVITEES: Final = record(
    {
        "addedInvitees": many(record({**_INVITEE, "linkedUser": LINKED_USER}, "role")),
        "updatedInvitees": many(record({**_INVITEE, "id": _ID}, "role", "id")),
        "deletedInvitees": many(record({"id": _ID}, "id")),
    },
    examples=(
        {"addedInvitees": [{**_ANN, "role": "Panelist", "sendInvite": False}]},
        {
            "addedInvitees": [
                {"linkedUser": {"userId": "101", "accountId": "400", "domain": "pbx"}, "role": "CoHost"}
            ],
            "updatedInvitees": [{"id": "7", "role": "CoHost", "sendInvite": True}],
            "deletedInvitees": [{"id": "8"}],
        },
    ),
)

REGISTRATION: Final = record(
    {
        "registrationStatus": one_of("Open", "Closed"),
        "settings": record(
            {
                "autoCloseLimit": whole(0),
                "suppressEmails": FLAG,
                "registrationDigestEnabled": FLAG,
                "preventMultipleDeviceJoins": FLAG,
                "workEmailRequired": FLAG,
                "viewRecording": FLAG,
                "onDemandDuration": one_of("OneMonth", "TwoMonths", "ThreeMonths", "SixMonths", "OneYear"),
                "autoOpenPostWebinarRegistration": FLAG,
            }
        ),
    },
    "registrationStatus",
    examples=(
        {"registrationStatus": "Closed"},
        {"registrationStatus": "Open", "settings": {"autoCloseLimit": 500, "suppressEmails": True}},
    ),
)
_ANSWER: Final = record({"questionId": text(), "answerIds": many(text(), minItems=1), "answerText": text()})
REGISTRANT: Final = record(
    {
        **CONTACT,
        "visitorId": text(),
        "externalId": text(),
        "ipAddress": text(form="ipv4"),
        "source": text(),
        "participantId": text(),
        "questionnaire": many({**_ANSWER, "minProperties": 2, "required": ["questionId"]}),
    },
    "firstName",
    "lastName",
    "email",
    examples=(
        _ANN,
        {**_ANN, "externalId": "U0ANN", "source": "Slack", "ipAddress": "203.0.113.7"},
        {**_ANN, "questionnaire": [{"questionId": "1", "answerText": "Yes"}]},
    ),
)

NOTHING: Final = record({})
PAGE: Final[Mapping[str, Schema]] = {"perPage": whole(1), "pageToken": text()}
INVITEE_LIST: Final = record(PAGE)
_STATUS: Final = many(one_of("Scheduled", "Active", "Finished"))
WEBINAR_LIST: Final = record({**PAGE, "creationTimeFrom": text(form="date-time")}, "creationTimeFrom")
SESSION_LIST: Final = record(
    {**PAGE, "nameFragment": text(), "status": _STATUS, "endTimeFrom": text(form="date-time")}, "endTimeFrom"
)
COMPANY_LIST: Final = record(
    {
        **PAGE,
        "status": _STATUS,
        "endTimeFrom": text(form="date-time"),
        "hostUserId": {**many(_ID, maxItems=10), "explode": False},
    },
    "endTimeFrom",
)
ONE_REGISTRANT: Final = record({"includeQuestionnaire": FLAG})
REGISTRANT_LIST: Final = record({**PAGE, "includeQuestionnaire": FLAG})
