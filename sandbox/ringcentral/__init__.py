"""A local RingCentral: the Webinar API, signing in, and the pages that people open."""

from sandbox.ringcentral.api import WebinarAPI
from sandbox.ringcentral.beta import Beta
from sandbox.ringcentral.errors import Refusal
from sandbox.ringcentral.exchange import Exchange
from sandbox.ringcentral.past import Participant, Recording, RecordingStatus
from sandbox.ringcentral.policy import ACCOUNT_DEFAULTS, KEPT_BY_ACCOUNT, Policy
from sandbox.ringcentral.store import Invitee, Registrant, Role, Runtime, Session, Status, User, Webinar
from sandbox.ringcentral.throttle import Limit

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
