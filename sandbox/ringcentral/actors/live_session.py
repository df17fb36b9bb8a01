"""The course of a session: it begins, is on air, people come and go, and a recording is left."""

from datetime import datetime, timedelta
from typing import Final

from sandbox.ringcentral.api.registration import set_open
from sandbox.ringcentral.events.event import Topic
from sandbox.ringcentral.state.account import AccountState
from sandbox.ringcentral.state.history import Participant, RecordingStatus, StoredRecording
from sandbox.ringcentral.state.store import Runtime, Session, SessionRole, SessionStatus

_ON_AIR: Final = (Runtime.LIVE, Runtime.BREAK)


class LiveSessions(AccountState):
    """The course of a session; `at` is when it happened, now unless said otherwise."""

    def practice(self, session_id: str) -> None:
        """Let the host open the room for the panel, before anybody else is let in."""
        self._turn(session_id, Runtime.PRACTICE)

    def go_live(self, session_id: str) -> None:
        """Let the host begin, or go on after a break."""
        session = self.store.sessions[session_id]
        if session.runtime not in _ON_AIR:
            self._turn(session_id, Runtime.GOING_LIVE)
            session.live_from = session.live_from or self.now()
        self._turn(session_id, Runtime.LIVE)

    def take_break(self, session_id: str) -> None:
        """Let the host interrupt the broadcast."""
        self._turn(session_id, Runtime.BREAK)

    def debrief(self, session_id: str) -> None:
        """Let the host end the broadcast, while the panel stays."""
        self.store.sessions[session_id].live_to = self.now()
        self._turn(session_id, Runtime.DEBRIEF)

    def end(self, session_id: str) -> None:
        """Let the host end the webinar for all: who is there leaves, and registration closes."""
        session, now = self.store.sessions[session_id], self.now()
        session.began, session.ended = session.began or now, now
        session.live_to = session.live_to or (now if session.live_from else None)
        for each in self.store.participants_of(session_id):
            each.left = each.left or now
        session.status = SessionStatus.FINISHED
        self._turn(session_id, Runtime.IDLE)
        if (
            session.registration_open
            and self.store.webinars[session.webinar_id].settings["registrationEnabled"]
        ):
            stays = session.registration_settings["autoOpenPostWebinarRegistration"]
            set_open(self.store, session, is_open=stays)

    def join(
        self,
        session_id: str,
        first_name: str,
        last_name: str = "",
        email: str = "",
        *,
        at: datetime | None = None,
    ) -> Participant:
        """Let somebody in; by their e-mail they are the host, an invitee, a registrant, or just an attendee."""
        known = email.casefold()
        invitee = next((i for i in self.store.invitees_of(session_id) if i.email.casefold() == known), None)
        registrant = next(
            (r for r in self.store.registrants_of(session_id) if r.email.casefold() == known), None
        )
        user = next((u for u in self.users.values() if u.email.casefold() == known), None)
        came = Participant(
            id=self.store.new_id(),
            session_id=session_id,
            role=invitee.role if invitee else SessionRole.ATTENDEE,
            first_name=first_name,
            last_name=last_name,
            email=email,
            joined=at or self.now(),
            invitee_id=invitee.id if invitee else None,
            registrant_id=registrant.id if registrant else None,
            user_id=user.id if user else None,
        )
        self.store.participants[came.id] = came
        if registrant:
            registrant.extras.setdefault("participantId", came.id)
        self.changes.tell()
        return came

    def leave(self, participant_id: str, *, at: datetime | None = None) -> None:
        """Let somebody go before the end."""
        self.store.participants[participant_id].left = at or self.now()
        self.changes.tell()

    def record(self, session_id: str, duration: timedelta | None = None) -> StoredRecording:
        """Make a recording of a session, as long as the session unless said otherwise, which is processed first."""
        session, now = self.store.sessions[session_id], self.now()
        recording = StoredRecording(
            id=self.store.new_id(),
            created=now,
            modified=now,
            session_id=session_id,
            duration=max(1, int((duration or _length(session)).total_seconds())),
        )
        self.store.recordings[recording.id] = recording
        self.changes.tell()
        return recording

    def finish_recording(
        self, recording_id: str, status: RecordingStatus = RecordingStatus.AVAILABLE
    ) -> None:
        """End the processing of a recording, which is then there to be watched unless `status` says otherwise."""
        recording = self.store.recordings[recording_id]
        recording.status = status
        recording.shared = recording.shared and status is RecordingStatus.AVAILABLE
        self._touch(recording)

    def share_recording(self, recording_id: str, until: datetime | None = None) -> None:
        """Let the host share a recording that is there to be watched."""
        recording = self.store.recordings[recording_id]
        if recording.status is not RecordingStatus.AVAILABLE:
            raise ValueError(f"a recording that is {recording.status} cannot be shared")
        recording.shared, recording.shared_until = True, until
        self._touch(recording)

    def unshare_recording(self, recording_id: str) -> None:
        """Let the host take a recording's link back."""
        recording = self.store.recordings[recording_id]
        recording.shared, recording.shared_until = False, None
        self._touch(recording)

    def _touch(self, recording: StoredRecording) -> None:
        recording.modified = self.now()
        self.changes.tell()

    def _turn(self, session_id: str, runtime: Runtime) -> None:
        """Let a session go over to another state of the room, which begins it unless it is over, and tell."""
        session = self.store.sessions[session_id]
        if runtime is not Runtime.IDLE:
            session.status = SessionStatus.ACTIVE
            session.began = session.began or self.now()
        session.runtime = runtime
        session.modified = self.now()
        self.store.tell(Topic.STATE, session, status=session.status, runtimeStatus=runtime)
        self.changes.tell()


def _length(session: Session) -> timedelta:
    if session.began and session.ended:
        return session.ended - session.began
    return timedelta(seconds=session.duration)
