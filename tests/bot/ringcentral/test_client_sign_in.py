"""Signing in at RingCentral: once, ahead of time, and with credentials that are accepted or named."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SignInRefused, Unavailable
from bot.models.rate_limit import WaitReason
from sandbox.faults import DropAfter, DropBefore, Fault, Status
from tests.bot.ringcentral.local_api import ALL_HANDS, GOOD, LocalApi, connected

TOKEN = "oauth/token"


async def test_many_calls_at_once_share_one_sign_in(local_api: LocalApi) -> None:
    await asyncio.gather(*(local_api.listed() for _ in range(5)))
    assert local_api.sign_ins == 1


async def test_a_token_is_renewed_before_ringcentral_refuses_it(local_api: LocalApi) -> None:
    for _ in range(3):
        await local_api.listed()
        local_api.clock.passes(3500)
    assert local_api.sign_ins == 3
    assert {said.status for said in local_api.api.exchanges} == {200}


async def test_a_token_that_ringcentral_forgot_is_renewed_once(local_api: LocalApi) -> None:
    local_api.add(Status(401, method="POST", path="webinars"))
    await local_api.ringcentral.create_webinar(ALL_HANDS)
    assert local_api.sign_ins == 2
    assert len(local_api.api.webinars) == 1


async def test_a_sign_in_that_is_never_accepted_is_given_up(local_api: LocalApi) -> None:
    fault = local_api.add(Status(401, method="GET", times=None))
    with pytest.raises(SignInRefused, match="Tell whoever runs this bot"):
        await local_api.listed()
    assert local_api.hits(fault) == 2


@pytest.mark.parametrize(
    "wrong", [{"client_secret": "hunter2"}, {"jwt": "hunter2"}, {"client_id": "hunter2"}]
)
async def test_wrong_credentials_are_named_and_not_told(tmp_path: Path, wrong: dict[str, Any]) -> None:
    async with connected(tmp_path, credentials=GOOD.model_copy(update=wrong)) as local_api:
        with pytest.raises(SignInRefused) as refused:
            await local_api.ringcentral.create_webinar(ALL_HANDS)
        said = str(refused.value)
        assert "RINGCENTRAL_CLIENT_ID, RINGCENTRAL_CLIENT_SECRET and RINGCENTRAL_JWT" in said
        assert "hunter2" not in said
        assert local_api.sign_ins == 1
        assert local_api.asked == []


async def test_whether_the_credentials_are_accepted_can_be_asked(local_api: LocalApi) -> None:
    await local_api.ringcentral.signed_in()
    assert (local_api.sign_ins, local_api.asked) == (1, [])


@pytest.mark.parametrize(
    "fault",
    [Status(503, path=TOKEN), DropBefore(path=TOKEN), DropAfter(path=TOKEN), Status(200, "{}", path=TOKEN)],
)
async def test_a_sign_in_that_fails_on_the_way_is_tried_again_at_once(
    local_api: LocalApi, fault: Fault
) -> None:
    local_api.add(fault)
    await local_api.ringcentral.create_webinar(ALL_HANDS)
    assert len(local_api.api.webinars) == 1
    assert local_api.told == []


async def test_a_sign_in_that_keeps_failing_is_given_up_and_nothing_was_done(local_api: LocalApi) -> None:
    fault = local_api.add(Status(503, path=TOKEN, times=None))
    with pytest.raises(Unavailable):
        await local_api.ringcentral.create_webinar(ALL_HANDS)
    assert local_api.hits(fault) == 5
    assert local_api.asked == []


async def test_a_sign_in_that_is_asked_to_pause_is_waited_out(local_api: LocalApi) -> None:
    began = local_api.clock.seconds
    local_api.add(Status(429, path=TOKEN, headers={"Retry-After": "9"}))
    await local_api.listed()
    assert 9 <= local_api.clock.seconds - began < 10
    assert local_api.told[0].reason is WaitReason.PENALTY
