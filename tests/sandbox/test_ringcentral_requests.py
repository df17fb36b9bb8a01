"""The local Webinar API refuses malformed requests, whatever the operation."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.ringcentral import ApiRefusal
from sandbox.ringcentral.api.operations import OPERATIONS, ApiOperation
from sandbox.ringcentral.api.validation import check
from tests.sandbox.api_client import CONFIGURATION, WHEN, ApiClient, opened, without

LONG = "x" * 4097
NAMES = (
    st.sampled_from(["title", "settings", "host", "addedInvitees", "timeZone", "email", "role"]) | st.text()
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner))


@pytest.fixture
async def world() -> AsyncIterator[ApiClient]:
    async with opened() as world:
        yield world


async def test_a_path_that_is_none_is_not_found(world: ApiClient) -> None:
    assert await world.refused(404, "GET", "/meetings") == [""]


async def test_a_wrong_verb_is_refused_and_the_right_ones_are_told(world: ApiClient) -> None:
    answer = await world.call("PUT", "/webinars/1")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, PATCH, DELETE")
    invitees = f"{await world.session()}/invitees"
    assert await world.refused(405, "POST", invitees, {}) == [""]


@pytest.mark.parametrize(
    "content", [b"", b"title=All-hands", b'{"title": ', b"\xff", b'"\\ud800"', b"NaN", b"[" * 9999]
)
async def test_a_body_must_be_json(world: ApiClient, content: bytes) -> None:
    answer = await world.http.post(f"{CONFIGURATION}/webinars", content=content, headers=world.headers)
    assert (answer.status_code, answer.json()["errors"][0]["errorCode"]) == (400, "CMN-101")


async def test_a_body_must_say_that_it_is_json(world: ApiClient) -> None:
    answer = await world.http.post(f"{CONFIGURATION}/webinars", data={"title": "x"}, headers=world.headers)
    assert answer.status_code == 415


@pytest.mark.parametrize("body", [[], "All-hands", None, 3])
async def test_a_body_must_be_an_object(world: ApiClient, body: Any) -> None:
    await world.refused(400, "POST", "/webinars", body)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, ["title"]),
        ({"title": ""}, ["title"]),
        ({"title": None}, ["title"]),
        ({"title": "x" * 513}, ["title"]),
        ({"title": "x", "description": LONG}, ["description"]),
        ({"title": "x", "Title": "y", "colour": "red"}, ["Title", "colour"]),
        ({"title": "x", "settings": {"recordingenabled": True}}, ["settings.recordingenabled"]),
        ({"title": "x", "settings": {"autoRecord": "yes"}}, ["settings.autoRecord"]),
        ({"title": "x", "settings": {"password": "x" * 65}}, ["settings.password"]),
        ({"title": "x", "settings": {"password": None}}, ["settings.password"]),
        (
            {"title": "x", "settings": {"attendeeAuthentication": "guest"}},
            ["settings.attendeeAuthentication"],
        ),
        ({"title": "x", "settings": {"postWebinarRedirectUri": ""}}, ["settings.postWebinarRedirectUri"]),
        (
            {"title": "x", "settings": {"postWebinarRedirectUri": "example.com"}},
            ["settings.postWebinarRedirectUri"],
        ),
        (
            {"title": "x", "settings": {"postWebinarRedirectUri": "ftp://a.b"}},
            ["settings.postWebinarRedirectUri"],
        ),
        ({"title": "x", "host": {"userId": "1"}}, ["host.userId"]),
    ],
)
async def test_a_webinar_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, body: dict[str, Any], named: list[str]
) -> None:
    assert await world.refused(400, "POST", "/webinars", body) == named
    assert not world.api.webinars


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"scheduledStartTime": "2026-12-01T15:00:00"}, ["scheduledStartTime"]),
        ({"scheduledStartTime": "2026-12-01 15:00:00Z"}, ["scheduledStartTime"]),
        ({"scheduledStartTime": "2026-02-30T15:00:00Z"}, ["scheduledStartTime"]),
        ({"scheduledStartTime": 1_790_000_000}, ["scheduledStartTime"]),
        ({"scheduledDuration": 29}, ["scheduledDuration"]),
        ({"scheduledDuration": 43_201}, ["scheduledDuration"]),
        ({"scheduledDuration": 60.5}, ["scheduledDuration"]),
        ({"scheduledDuration": "3600"}, ["scheduledDuration"]),
        ({"timeZone": "Europe/Atlantis"}, ["timeZone"]),
        ({"timeZone": "America"}, ["timeZone"]),
        ({"timeZone": "../Berlin"}, ["timeZone"]),
        ({"timeZone": "+02:00"}, ["timeZone"]),
        ({"localeCode": ""}, ["localeCode"]),
        ({"localeCode": "zh-Hant-TW"}, ["localeCode"]),
        ({"panelJoinTimeOffset": -1}, ["panelJoinTimeOffset"]),
        ({"title": "x" * 513}, ["title"]),
        ({"description": LONG}, ["description"]),
        ({"hostJoinUri": "https://example.com/host"}, ["hostJoinUri"]),
        ({"scheduledDuration": 0, "localeCode": "d"}, ["scheduledDuration", "localeCode"]),
    ],
)
async def test_a_session_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, change: dict[str, Any], named: list[str]
) -> None:
    path = f"{await world.webinar()}/sessions"
    assert await world.refused(400, "POST", path, {**WHEN, **change}) == named
    assert not world.api.sessions


async def test_the_misspelling_of_the_published_sample_is_a_missing_time_zone(world: ApiClient) -> None:
    path = f"{await world.webinar()}/sessions"
    body = {**without(WHEN, "timeZone"), "timezone": "Europe/Berlin"}
    assert set(await world.refused(400, "POST", path, body)) == {"timezone", "timeZone"}


@pytest.mark.parametrize(
    "body",
    [
        {"title": "", "description": ""},
        {"scheduledDuration": 30, "localeCode": "de"},
        {"scheduledDuration": 43_200, "localeCode": "zh-Hans1"},
        {"title": "x" * 512, "description": "x" * 4096, "panelJoinTimeOffset": 0},
        {"scheduledStartTime": "2026-12-01T15:00:00.123+05:30", "timeZone": "America/Argentina/Buenos_Aires"},
    ],
)
async def test_what_is_just_within_the_limits_is_taken(world: ApiClient, body: dict[str, Any]) -> None:
    await world.done("POST", f"{await world.webinar()}/sessions", {**WHEN, **body})


@pytest.mark.parametrize(
    ("path", "query", "named"),
    [
        ("/webinars", {}, ["creationTimeFrom"]),
        ("/webinars", {"creationTimeFrom": "yesterday"}, ["creationTimeFrom"]),
        ("/sessions", {}, ["endTimeFrom"]),
        ("/sessions", {"endTimeFrom": "2026-12-01T15:00:00Z", "status": "Live"}, ["status[0]"]),
        ("/sessions", {"endTimeFrom": "2026-12-01T15:00:00Z", "perPage": 0}, ["perPage"]),
        ("/sessions", {"endTimeFrom": "2026-12-01T15:00:00Z", "perPage": "all"}, ["perPage"]),
        ("/sessions", {"endTimeFrom": "2026-12-01T15:00:00Z", "pageToken": "2"}, ["pageToken"]),
        ("/sessions", {"endTimeFrom": "2026-12-01T15:00:00Z", "name": "All-hands"}, ["name"]),
    ],
)
async def test_a_query_that_is_not_as_described_is_refused_by_name(
    world: ApiClient, path: str, query: dict[str, Any], named: list[str]
) -> None:
    assert await world.refused(400, "GET", path, **query) == named


@settings(deadline=None)
@given(body=ANYTHING, operation=st.sampled_from([each for each in OPERATIONS if each.body]))
def test_whatever_is_sent_is_either_taken_or_refused(body: Any, operation: ApiOperation) -> None:
    assert operation.body
    with suppress(ApiRefusal):
        check(operation.body, body)


async def test_the_value_of_a_password_is_never_repeated(world: ApiClient) -> None:
    answer = await world.call("POST", "/webinars", {"title": "x", "settings": {"password": "hush" * 20}})
    assert answer.status_code == 400
    assert "hush" not in answer.text
