"""A local RingCentral: the Webinar API, signing in, and the pages that people open."""

from sandbox.ringcentral.api.beta import Beta
from sandbox.ringcentral.api.errors import ApiRefusal
from sandbox.ringcentral.api.exchange import ApiExchange
from sandbox.ringcentral.api.rate_limits import Limit
from sandbox.ringcentral.api.server import WebinarAPI
from sandbox.ringcentral.state.history import Participant, RecordingStatus, StoredRecording
from sandbox.ringcentral.state.policy import ACCOUNT_DEFAULTS, KEPT_BY_ACCOUNT, Policy
from sandbox.ringcentral.state.store import (
    Invitee,
    Runtime,
    Session,
    SessionRole,
    SessionStatus,
    StoredRegistrant,
    StoredWebinar,
    User,
)

__all__ = [
    "ACCOUNT_DEFAULTS",
    "KEPT_BY_ACCOUNT",
    "ApiExchange",
    "ApiRefusal",
    "Beta",
    "Invitee",
    "Limit",
    "Participant",
    "Policy",
    "RecordingStatus",
    "Runtime",
    "Session",
    "SessionRole",
    "SessionStatus",
    "StoredRecording",
    "StoredRegistrant",
    "StoredWebinar",
    "User",
    "WebinarAPI",
]
