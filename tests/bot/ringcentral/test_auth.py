"""One token for everybody: asked for once, and renewed before it ends."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.errors import SignInRefused
from bot.models.rate_limit import Caller
from bot.models.token import AccessToken
from bot.ringcentral.auth import AccessTokens
from bot.ringcentral.responses import TokenAnswer
from tests.bot.virtual_time import MONDAY, VirtualTime

ANN = Caller(id="ann", asked_at=MONDAY)


class TokenMemory:
    """The storage of the shared token."""

    def __init__(self) -> None:
        self.token: AccessToken | None = None

    async def get(self) -> AccessToken | None:
        return self.token

    async def save(self, token: AccessToken) -> None:
        self.token = token

    async def delete(self, value: str) -> None:
        if self.token is not None and self.token.value == value:
            self.token = None


class TokenServer:
    """A server that gives out tokens, one after the other; `lives` are their lifetimes in seconds."""

    def __init__(self, *lives: int, refusals: int = 0) -> None:
        self.asked = 0
        self._lives: Iterator[int] = iter(lives)
        self._refusals = refusals

    async def ask(self, _: Caller) -> TokenAnswer:
        self.asked += 1
        await asyncio.sleep(0)
        if self.asked <= self._refusals:
            raise SignInRefused("not accepted")
        return TokenAnswer(access_token=f"token-{self.asked}", expires_in=next(self._lives, 3600))


async def test_everybody_who_comes_at_once_shares_one_sign_in() -> None:
    counter = TokenServer()
    sign_in = AccessTokens(counter.ask, TokenMemory(), VirtualTime())
    assert await asyncio.gather(*(sign_in.token(ANN) for _ in range(20))) == ["token-1"] * 20
    assert counter.asked == 1


@pytest.mark.parametrize(
    ("lifetime", "renewed_after"), [(3600, 3480), (600, 480), (240, 120), (60, 30), (2, 1), (0, 0)]
)
async def test_a_token_is_renewed_two_minutes_or_half_its_life_ahead(
    lifetime: int, renewed_after: int
) -> None:
    clock, counter = VirtualTime(), TokenServer(lifetime)
    sign_in = AccessTokens(counter.ask, TokenMemory(), clock)
    await sign_in.token(ANN)
    if renewed_after:
        clock.passes(renewed_after - 0.001)
        assert await sign_in.token(ANN) == "token-1"
        clock.passes(0.001)
    assert await sign_in.token(ANN) == "token-2"


async def test_a_token_counts_from_when_it_was_asked_for() -> None:
    clock = VirtualTime()

    async def slowly(_: Caller) -> TokenAnswer:
        clock.passes(10)
        return TokenAnswer(access_token=f"token-{clock.now:%M%S}", expires_in=600)

    sign_in = AccessTokens(slowly, TokenMemory(), clock)
    first = await sign_in.token(ANN)
    clock.passes(470)
    assert await sign_in.token(ANN) != first


async def test_a_renewed_token_is_shared_as_well() -> None:
    clock, counter = VirtualTime(), TokenServer()
    sign_in = AccessTokens(counter.ask, TokenMemory(), clock)
    await sign_in.token(ANN)
    clock.passes(timedelta(hours=1).total_seconds())
    assert set(await asyncio.gather(*(sign_in.token(ANN) for _ in range(20)))) == {"token-2"}


async def test_a_refused_token_is_asked_for_anew() -> None:
    sign_in = AccessTokens(TokenServer().ask, TokenMemory(), VirtualTime())
    await sign_in.refused(await sign_in.token(ANN))
    assert await sign_in.token(ANN) == "token-2"


async def test_a_token_that_somebody_renewed_already_is_not_thrown_away() -> None:
    counter = TokenServer()
    sign_in = AccessTokens(counter.ask, TokenMemory(), VirtualTime())
    old = await sign_in.token(ANN)
    await asyncio.gather(*(sign_in.refused(old) for _ in range(5)))
    await sign_in.token(ANN)
    await sign_in.refused(old)
    assert await sign_in.token(ANN) == "token-2"
    assert counter.asked == 2


async def test_a_refused_sign_in_is_not_asked_for_again_at_once() -> None:
    clock, counter = VirtualTime(), TokenServer(refusals=1)
    sign_in = AccessTokens(counter.ask, TokenMemory(), clock)
    for _ in range(3):
        with pytest.raises(SignInRefused):
            await sign_in.token(ANN)
    assert counter.asked == 1
    clock.passes(30)
    assert await sign_in.token(ANN) == "token-2"


async def test_a_token_that_lives_for_ages_is_no_failure() -> None:
    assert await AccessTokens(TokenServer(10**30).ask, TokenMemory(), VirtualTime()).token(ANN) == "token-1"


async def test_workers_share_one_token() -> None:
    drawer, counter, clock = TokenMemory(), TokenServer(), VirtualTime()
    one, other = AccessTokens(counter.ask, drawer, clock), AccessTokens(counter.ask, drawer, clock)
    assert await one.token(ANN) == await other.token(ANN) == "token-1"
    await one.refused("token-1")
    assert await one.token(ANN) == "token-2"
    await other.refused("token-1")
    assert await other.token(ANN) == "token-2"
