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


async def test_many_calls_at_once_share_one_sign_in(stage: LocalApi) -> None:
    await asyncio.gather(*(stage.listed() for _ in range(5)))
    assert stage.sign_ins == 1


async def test_a_token_is_renewed_before_ringcentral_refuses_it(stage: LocalApi) -> None:
    for _ in range(3):
        await stage.listed()
        stage.clock.passes(3500)
    assert stage.sign_ins == 3
    assert {said.status for said in stage.api.exchanges} == {200}


async def test_a_token_that_ringcentral_forgot_is_renewed_once(stage: LocalApi) -> None:
    stage.add(Status(401, method="POST", path="webinars"))
    await stage.ringcentral.create_webinar(ALL_HANDS)
    assert stage.sign_ins == 2
    assert len(stage.api.webinars) == 1


async def test_a_sign_in_that_is_never_accepted_is_given_up(stage: LocalApi) -> None:
    fault = stage.add(Status(401, method="GET", times=None))
    with pytest.raises(SignInRefused, match="Tell whoever runs this bot"):
        await stage.listed()
    assert stage.hits(fault) == 2


@pytest.mark.parametrize(
    "wrong", [{"client_secret": "hunter2"}, {"jwt": "hunter2"}, {"client_id": "hunter2"}]
)
async def test_wrong_credentials_are_named_and_not_told(tmp_path: Path, wrong: dict[str, Any]) -> None:
    async with connected(tmp_path, credentials=GOOD.model_copy(update=wrong)) as stage:
        with pytest.raises(SignInRefused) as refused:
            await stage.ringcentral.create_webinar(ALL_HANDS)
        said = str(refused.value)
        assert "RINGCENTRAL_CLIENT_ID, RINGCENTRAL_CLIENT_SECRET and RINGCENTRAL_JWT" in said
        assert "hunter2" not in said
        assert stage.sign_ins == 1
        assert stage.asked == []


async def test_whether_the_credentials_are_accepted_can_be_asked(stage: LocalApi) -> None:
    await stage.ringcentral.signed_in()
    assert (stage.sign_ins, stage.asked) == (1, [])


@pytest.mark.parametrize(
    "fault",
    [Status(503, path=TOKEN), DropBefore(path=TOKEN), DropAfter(path=TOKEN), Status(200, "{}", path=TOKEN)],
)
async def test_a_sign_in_that_fails_on_the_way_is_tried_again(stage: LocalApi, fault: Fault) -> None:
    stage.add(fault)
    await stage.ringcentral.create_webinar(ALL_HANDS)
    assert len(stage.api.webinars) == 1
    assert [wait.reason for wait in stage.told] == [WaitReason.DOWN]


async def test_a_sign_in_that_keeps_failing_is_given_up_and_nothing_was_done(stage: LocalApi) -> None:
    fault = stage.add(Status(503, path=TOKEN, times=None))
    with pytest.raises(Unavailable):
        await stage.ringcentral.create_webinar(ALL_HANDS)
    assert stage.hits(fault) == 5
    assert stage.asked == []


async def test_a_sign_in_that_is_asked_to_pause_is_waited_out(stage: LocalApi) -> None:
    began = stage.clock.seconds
    stage.add(Status(429, path=TOKEN, headers={"Retry-After": "9"}))
    await stage.listed()
    assert 9 <= stage.clock.seconds - began < 10
    assert stage.told[0].reason is WaitReason.PENALTY
