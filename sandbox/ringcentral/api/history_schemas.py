"""JSON Schemas of requests about past sessions; see `schemas`."""

from collections.abc import Mapping
from typing import Final

from sandbox.ringcentral.api.schemas import (
    COMPANY_LIST,
    PAGE,
    SESSION_LIST,
    Schema,
    many,
    one_of,
    record,
    text,
)

_TIME: Final = text(form="date-time")
_ROLES: Final = many(one_of("Panelist", "CoHost", "Host", "Attendee"))
_ENDING: Final[Mapping[str, Schema]] = {"endTimeTo": _TIME}
_MADE: Final[Mapping[str, Schema]] = {
    "creationTimeFrom": _TIME,
    "creationTimeTo": _TIME,
    "status": many(one_of("Processing", "Available", "Failed", "Purged")),
}
PAST_SESSIONS: Final = record({**SESSION_LIST["properties"], **_ENDING}, "endTimeFrom", "endTimeTo")
COMPANY_PAST: Final = record({**COMPANY_LIST["properties"], **_ENDING}, "endTimeFrom", "endTimeTo")
PEOPLE: Final = record({**PAGE, "role": _ROLES, "originalRole": _ROLES})
RECORDINGS: Final = record({**PAGE, **_MADE}, "creationTimeFrom", "creationTimeTo")
COMPANY_RECORDINGS: Final = record(
    {
        **PAGE,
        **_MADE,
        "nameFragment": text(),
        "hostUserId": COMPANY_LIST["properties"]["hostUserId"],
    },
    "creationTimeFrom",
    "creationTimeTo",
)
DOWNLOAD: Final = record({"recordingMediaType": one_of("Video", "Audio")})
