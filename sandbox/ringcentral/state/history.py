"""The history of a session: its participants and recordings."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sandbox.ringcentral.state.record import StoredRecord, new_code


class RecordingStatus(StrEnum):
    """The state of a recording."""

    PROCESSING = "Processing"
    AVAILABLE = "Available"
    FAILED = "Failed"
    PURGED = "Purged"


@dataclass(kw_only=True)
class Participant:
    """Somebody's stay in a session; who comes back later is there twice.

    `invitee_id`, `registrant_id` and `user_id` tell as whom they were expected, if they were.
    """

    id: str
    session_id: str
    role: str
    first_name: str
    last_name: str
    email: str
    joined: datetime
    left: datetime | None = None
    invitee_id: str | None = None
    registrant_id: str | None = None
    user_id: str | None = None

    @property
    def person(self) -> str:
        """The key that tells people apart: their e-mail, or this stay alone where there is none."""
        return self.email.casefold() or self.id


@dataclass(kw_only=True)
class StoredRecording(StoredRecord):
    """A recording of a session; `duration` in seconds, and `code` is the unguessable part of its links."""

    session_id: str
    duration: int
    status: RecordingStatus = RecordingStatus.PROCESSING
    shared: bool = False
    shared_until: datetime | None = None
    code: str = field(default_factory=new_code)
