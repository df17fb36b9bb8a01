"""The client sends requests to RingCentral, and reads the answers."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import NotAllowed, NotFound, ParameterRefused, Unavailable
from bot.models import RegistrationStatus, Role
from bot.ringcentral.requests import NewInvitee, NewInvitees, NewWebinar
from sandbox.faults import Status
from sandbox.ringcentral import Limit, Policy
from tests.bot.ringcentral.local_api import ALL_HANDS, EVENT, SESSION, START, LocalApi, connected
from tests.bot.virtual_time import MONDAY

BEN = NewInvitee(first_name="Ben", last_name="Baker", email="ben@example.com", role=Role.CO_HOST)


async def test_an_all_hands_gets_a_session_with_a_shared_link(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(ALL_HANDS)
    session = await local_api.ringcentral.create_session(made.id, SESSION)
    again = await local_api.ringcentral.get_session(made.id, session.id)
    assert (made.title, made.settings.registration_enabled) == ("Q3", False)
    assert again.attendee_join_uri
    assert again.host_join_uri
    assert local_api.api.sessions[session.id].start == START


async def test_an_event_gets_a_registration_page(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(EVENT)
    session = await local_api.ringcentral.create_session(made.id, SESSION)
    registration = await local_api.ringcentral.get_registration(session.id)
    assert session.attendee_join_uri is None
    assert registration.registration_status is RegistrationStatus.OPEN
    assert registration.registration_page_uri
    assert registration.registrant_count == 0


async def test_the_panel_gets_personal_links(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(ALL_HANDS)
    session = await local_api.ringcentral.create_session(made.id, SESSION)
    (ben,) = await local_api.ringcentral.invite(made.id, session.id, NewInvitees(added_invitees=(BEN,)))
    panel = await local_api.ringcentral.list_invitees(made.id, session.id)
    assert ben.join_uri
    assert [each.join_uri for each in panel if each.email == BEN.email] == [ben.join_uri]


async def test_webinars_and_sessions_are_found_again(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(ALL_HANDS)
    session = await local_api.ringcentral.create_session(made.id, SESSION)
    assert [webinar.id for webinar in await local_api.listed()] == [made.id]
    (listed,) = await local_api.ringcentral.list_sessions(START)
    assert (listed.id, listed.webinar and listed.webinar.id) == (session.id, made.id)
    assert await local_api.ringcentral.list_sessions(START + timedelta(days=1)) == []
    assert await local_api.ringcentral.list_webinars(MONDAY + timedelta(seconds=1)) == []


async def test_a_deleted_webinar_is_gone(local_api: LocalApi) -> None:
    made = await local_api.ringcentral.create_webinar(ALL_HANDS)
    await local_api.ringcentral.delete_webinar(made.id)
    assert await local_api.listed() == []
    with pytest.raises(NotFound):
        await local_api.ringcentral.delete_webinar(made.id)


async def test_a_list_is_read_page_by_page(local_api: LocalApi) -> None:
    first = {"records": [{"id": "1"}], "paging": {"nextPageToken": "2"}}
    second = {"records": [{"id": "2"}], "paging": {}}
    for page in (first, second):
        local_api.add(Status(200, page, method="GET"))
    assert [webinar.id for webinar in await local_api.listed()] == ["1", "2"]


@pytest.mark.parametrize(
    "paging", [{"nextPageToken": ""}, {"nextPageToken": " "}, {"nextPageToken": None}, {}]
)
async def test_an_empty_token_names_no_page(local_api: LocalApi, paging: dict[str, str | None]) -> None:
    page = Status(200, {"records": [{"id": "1"}], "paging": paging}, method="GET", times=50)
    assert local_api.hits(local_api.add(page)) == 0
    assert [webinar.id for webinar in await local_api.listed()] == ["1"]
    assert local_api.hits(page) == 1


async def test_a_token_that_comes_again_ends_the_list(local_api: LocalApi) -> None:
    page = {"records": [{"id": "1"}], "paging": {"nextPageToken": "the-same"}}
    pages = local_api.add(Status(200, page, method="GET", times=50))
    await local_api.listed()
    assert local_api.hits(pages) == 2


async def test_a_list_without_end_is_not_read_for_ever(local_api: LocalApi) -> None:
    pages = [
        local_api.add(
            Status(200, {"records": [{"id": "1"}], "paging": {"nextPageToken": str(number)}}, method="GET")
        )
        for number in range(50)
    ]
    with pytest.raises(Unavailable):
        await local_api.listed()
    assert sum(local_api.hits(page) for page in pages) == 20


async def test_the_next_page_is_asked_for_by_its_token(local_api: LocalApi) -> None:
    local_api.add(Status(200, {"records": [], "paging": {"nextPageToken": "no-such-page"}}, method="GET"))
    with pytest.raises(ParameterRefused) as refused:
        await local_api.listed()
    assert refused.value.parameter == "pageToken"


async def test_a_record_that_cannot_be_read_does_not_hide_the_others(local_api: LocalApi) -> None:
    local_api.add(Status(200, {"records": [{"id": "1"}, {"title": "no id"}, {"id": "2"}]}, method="GET"))
    assert [webinar.id for webinar in await local_api.listed()] == ["1", "2"]


async def test_a_refused_parameter_is_named(tmp_path: Path) -> None:
    asked = ALL_HANDS.model_copy(
        update={"settings": ALL_HANDS.settings.model_copy(update={"pstn_enabled": True})}
    )
    async with connected(tmp_path, policy=Policy(refused=["pstnEnabled"])) as local_api:
        with pytest.raises(ParameterRefused) as refused:
            await local_api.ringcentral.create_webinar(asked)
    assert refused.value.parameter == "settings.pstnEnabled"


async def test_a_title_that_is_too_long_is_refused_by_name(local_api: LocalApi) -> None:
    with pytest.raises(ParameterRefused) as refused:
        await local_api.ringcentral.create_webinar(NewWebinar(title="x" * 513, settings=ALL_HANDS.settings))
    assert refused.value.parameter == "title"


async def test_who_has_no_licence_may_not_create(local_api: LocalApi) -> None:
    local_api.api.add_user("100", jwt="sandbox-jwt", entitled=False)
    with pytest.raises(NotAllowed, match="active webinar licence"):
        await local_api.ringcentral.create_webinar(ALL_HANDS)


async def test_who_obeys_the_headers_never_sees_a_429(tmp_path: Path) -> None:
    async with connected(tmp_path, limits={"Heavy": Limit(2, 10)}) as local_api:
        for _ in range(7):
            await local_api.listed()
        assert local_api.api.penalties == 0
        assert len(local_api.asked) == 7
        assert local_api.clock.seconds - MONDAY.timestamp() >= 30
