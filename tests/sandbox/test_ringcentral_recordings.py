"""Recordings in the local Webinar API: processed, ready, shared, and fetched."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from sandbox.ringcentral import Policy, RecordingStatus
from tests.sandbox.api_client import ApiClient, id_of, opened

RECORDINGS = "/webinar/history/v1/recordings"
COMPANY = "/webinar/history/v1/company/recordings"
EVER = {"creationTimeFrom": "2026-01-01T00:00:00Z", "creationTimeTo": "2027-01-01T00:00:00Z"}


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened(assertions={"sandbox-jwt": "100", "bens-jwt": "101"}) as world:
        yield world


async def recorded(world: ApiClient, title: str = "All-hands") -> tuple[str, str]:
    """Hold a webinar of ten minutes, and give the ids of its session and recording."""
    session_id = id_of(await world.session(title))
    world.api.go_live(session_id)
    world.clock.now += 600
    world.api.end(session_id)
    return session_id, world.api.record(session_id).id


async def ids(world: ApiClient, path: str = RECORDINGS, **query: Any) -> list[str]:
    listed = await world.done("GET", path, **{**EVER, **query})
    return [each["id"] for each in listed["records"]]


async def test_a_recording_is_processed_then_there_then_shared(world: ApiClient) -> None:
    session_id, recording_id = await recorded(world)
    path = f"{RECORDINGS}/{recording_id}"
    shown = await world.done("GET", path)
    assert (shown["status"], shown["shared"], shown["session"]["id"]) == ("Processing", False, session_id)
    assert "duration" not in shown
    with pytest.raises(ValueError, match="Processing"):
        world.api.share_recording(recording_id)
    world.clock.now += 60
    world.api.finish_recording(recording_id)
    shown = await world.done("GET", path)
    assert (shown["status"], shown["duration"]) == ("Available", 600)
    assert "recordingSharedUri" not in shown
    assert shown["lastModifiedTime"] > shown["creationTime"]
    world.api.share_recording(recording_id)
    link = (await world.done("GET", path))["recordingSharedUri"]
    assert "watch the recording of ‘All-hands’" in (await world.http.get(link)).text
    world.api.unshare_recording(recording_id)
    assert "recordingSharedUri" not in await world.done("GET", path)
    assert (await world.http.get(link)).status_code == 404


async def test_a_shared_link_runs_out(world: ApiClient) -> None:
    _, recording_id = await recorded(world)
    world.api.finish_recording(recording_id)
    world.api.share_recording(recording_id, until=world.api.now() + timedelta(days=1))
    shown = await world.done("GET", f"{RECORDINGS}/{recording_id}")
    assert shown["sharedUriExpirationTime"] == "2026-09-22T14:23:20Z"
    world.clock.now += 86_400
    assert (await world.http.get(shown["recordingSharedUri"])).status_code == 404


async def test_a_session_shows_its_last_recording(world: ApiClient) -> None:
    session_id, recording_id = await recorded(world)
    world.api.finish_recording(recording_id)
    world.api.share_recording(recording_id)
    webinar_id = world.api.sessions[session_id].webinar_id
    shown = await world.done("GET", f"/webinar/history/v1/webinars/{webinar_id}/sessions/{session_id}")
    assert shown["recording"]["id"] == recording_id
    assert shown["recording"]["recordingSharedUri"]
    query = {"endTimeFrom": "2026-01-01T00:00:00Z", "endTimeTo": "2027-01-01T00:00:00Z"}
    (listed,) = (await world.done("GET", "/webinar/history/v1/sessions", **query))["records"]
    assert listed["recording"]["status"] == "Available"
    assert "recordingSharedUri" not in listed["recording"]


async def test_recordings_are_listed_the_newest_first(world: ApiClient) -> None:
    _, first = await recorded(world)
    _, second = await recorded(world)
    world.api.finish_recording(first, RecordingStatus.FAILED)
    assert await ids(world) == [second, first]
    assert await ids(world, status="Failed") == [first]
    assert await ids(world, status=["Failed", "Processing"], perPage=1) == [second]
    assert await ids(world, creationTimeTo="2026-09-21T14:23:20Z") == [first]
    assert await world.refused(400, "GET", RECORDINGS) == ["creationTimeFrom", "creationTimeTo"]


async def test_a_recording_that_is_there_can_be_fetched(world: ApiClient) -> None:
    _, recording_id = await recorded(world)
    path = f"{RECORDINGS}/{recording_id}/download"
    await world.refused(403, "GET", path)
    world.api.finish_recording(recording_id)
    video = await world.done("GET", path)
    assert (video["downloadContentType"], video["downloadSize"]) == ("video/mp4", 120_000_000)
    assert "download the recording" in (await world.http.get(video["downloadUri"])).text
    audio = await world.done("GET", path, recordingMediaType="Audio")
    assert audio["downloadContentType"] == "audio/m4a"
    assert (await world.http.get("/download/guessed")).status_code == 404


async def test_the_account_can_keep_hosts_from_fetching() -> None:
    policy = Policy(defaults={"recordingDownloadEnabled": False})
    async with opened(policy=policy) as world:
        _, recording_id = await recorded(world)
        world.api.finish_recording(recording_id)
        path = f"{RECORDINGS}/{recording_id}/download"
        await world.refused(403, "GET", path)
        world.api.add_user("100", admin=True)
        await world.done("GET", path)


async def test_other_peoples_recordings_are_for_admins(world: ApiClient) -> None:
    _, recording_id = await recorded(world, "Quarterly")
    await world.sign_in("bens-jwt")
    assert await ids(world) == []
    await world.refused(404, "GET", f"{RECORDINGS}/{recording_id}")
    await world.refused(404, "GET", f"{RECORDINGS}/{recording_id}/download")
    await world.refused(403, "GET", COMPANY, **EVER)
    await world.refused(403, "GET", f"{COMPANY}/{recording_id}")
    world.api.add_user("101", admin=True)
    assert await ids(world, COMPANY) == await ids(world, COMPANY, nameFragment="quarter") == [recording_id]
    assert await ids(world, COMPANY, hostUserId="101") == await ids(world, COMPANY, nameFragment="x") == []
    assert (await world.done("GET", f"{COMPANY}/{recording_id}"))["session"]["title"] == "Quarterly"
    await world.refused(404, "GET", f"{COMPANY}/1")
