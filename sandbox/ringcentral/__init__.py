"""A local RingCentral: the Webinar API, signing in, and the pages that people open."""

from sandbox.ringcentral.api.beta import Beta
from sandbox.ringcentral.api.errors import Refusal
from sandbox.ringcentral.api.exchange import Exchange
from sandbox.ringcentral.api.rate_limits import Limit
from sandbox.ringcentral.api.server import WebinarAPI
from sandbox.ringcentral.state.history import Participant, Recording, RecordingStatus
from sandbox.ringcentral.state.policy import ACCOUNT_DEFAULTS, KEPT_BY_ACCOUNT, Policy
from sandbox.ringcentral.state.store import Invitee, Registrant, Role, Runtime, Session, Status, User, Webinar

__all__ = [
    "ACCOUNT_DEFAULTS",
    "KEPT_BY_ACCOUNT",
    "Beta",
    "Exchange",
    "Invitee",
    "Limit",
    "Participant",
    "Policy",
    "Recording",
    "RecordingStatus",
    "Refusal",
    "Registrant",
    "Role",
    "Runtime",
    "Session",
    "Status",
    "User",
    "Webinar",
    "WebinarAPI",
]
