"""Recordings: how far they have come, and where they can be watched."""

from collections.abc import Iterable
from datetime import datetime

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import forbidden, not_found
from sandbox.ringcentral.api.history_responses import recording_answer, recording_entry, session_ref
from sandbox.ringcentral.api.paging import page
from sandbox.ringcentral.api.responses import Json
from sandbox.ringcentral.state.history import RecordingStatus, StoredRecording
from sandbox.ringcentral.state.store import StoredWebinar

BYTES_A_SECOND = {"Video": 200_000, "Audio": 16_000}


def list_own_recordings(call: ApiCall) -> Json:
    """List the recordings of the caller's webinars, the newest first."""
    recordings = call.store.recordings.values()
    return _listed(call, [each for each in recordings if _webinar(call, each).host_id == call.user.id])


def list_company_recordings(call: ApiCall) -> Json:
    """List the recordings of everybody in the account, or of some hosts, to an admin."""
    _refuse_unless_admin(call)
    hosts, fragment = call.query.get("hostUserId"), call.query.get("nameFragment", "").casefold()
    return _listed(
        call,
        [
            each
            for each in call.store.recordings.values()
            if (not hosts or _webinar(call, each).host_id in hosts)
            and fragment in _entry(call, each)["session"]["title"].casefold()
        ],
    )


def get_recording(call: ApiCall) -> Json:
    """Show one recording to the host."""
    recording = _recording(call)
    if _webinar(call, recording).host_id != call.user.id:
        raise not_found("The recording")
    return _shown(call, recording)


def get_as_admin(call: ApiCall) -> Json:
    """Show one recording to an admin."""
    _refuse_unless_admin(call)
    return _shown(call, _recording(call))


def download(call: ApiCall) -> Json:
    """Tell where a recording can be fetched, if the account lets hosts do that; an admin may anyway."""
    recording = _recording(call)
    of = _webinar(call, recording)
    if not call.user.admin:
        if of.host_id != call.user.id:
            raise not_found("The recording")
        if not of.settings["recordingDownloadEnabled"]:
            raise forbidden("The account does not let recordings be downloaded")
    if recording.status is not RecordingStatus.AVAILABLE:
        raise forbidden(f"The recording is {recording.status}")
    kind = call.query.get("recordingMediaType", "Video")
    return {
        "downloadUri": call.links.download(recording.code),
        "downloadContentType": "video/mp4" if kind == "Video" else "audio/m4a",
        "downloadSize": recording.duration * BYTES_A_SECOND[kind],
    }


def _listed(call: ApiCall, found: Iterable[StoredRecording]) -> Json:
    """Page through those made between two times that are in one of the asked states."""
    first = datetime.fromisoformat(call.query["creationTimeFrom"])
    last = datetime.fromisoformat(call.query["creationTimeTo"])
    states = call.query.get("status") or list(RecordingStatus)
    shown = [each for each in found if each.status in states and first <= each.created <= last]
    return page(shown[::-1], call.query, lambda each: _entry(call, each))


def _recording(call: ApiCall) -> StoredRecording:
    recording = call.store.recordings.get(call.ids["recordingId"])
    if recording is None:
        raise not_found("The recording")
    return recording


def _refuse_unless_admin(call: ApiCall) -> None:
    if not call.user.admin:
        raise forbidden("The WebinarSettings permission is needed")


def _entry(call: ApiCall, recording: StoredRecording) -> Json:
    return recording_entry(recording) | _where(call, recording)


def _shown(call: ApiCall, recording: StoredRecording) -> Json:
    return recording_answer(recording, call.links) | _where(call, recording)


def _where(call: ApiCall, recording: StoredRecording) -> Json:
    of = _webinar(call, recording)
    session = call.store.sessions[recording.session_id]
    return {"session": session_ref(session, of, call.store.users[of.host_id])}


def _webinar(call: ApiCall, recording: StoredRecording) -> StoredWebinar:
    return call.store.webinars[call.store.sessions[recording.session_id].webinar_id]
