"""Events of sessions, as subscribers get them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Topic(StrEnum):
    """The topics of subscriptions: the event filters, without their queries."""

    SESSIONS = "/webinar/configuration/v1/company/sessions"
    STATE = "/webinar/runtime/v1/company/sessions/state"
    REGISTRATION = "/webinar/registration/v1/company/sessions/state"
    REGISTRANTS = "/webinar/registration/v1/company/sessions/registrants"


@dataclass(frozen=True)
class SessionEvent:
    """One thing that happened to a session; RingCentral does not publish what is in `body`, so it is ours."""

    topic: Topic
    webinar_id: str
    host_id: str
    body: dict[str, Any]
