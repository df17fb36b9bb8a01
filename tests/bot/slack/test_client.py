"""The client reads Slack's answers, over the wire."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.errors import (
    OutcomeUnknown,
    SlackAppRefused,
    SlackPlaceRefused,
    SlackRefused,
    Unavailable,
    WebinarsError,
)
from bot.models.slack_payloads import Message
from bot.slack.client import SlackClient, SlackTiming
from sandbox.clock import MovableClock
from sandbox.faults import Status
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.slack.outages import NOTHING_USABLE, refusal
from tests.office import manifest

TIMING = SlackTiming(tries=2, pause=10.0, longest_pause=0.01, later=40.0, timeout=2.0, haste=1000)
HELLO = Message(text="hello", blocks=())


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[SlackServer, SlackClient, MovableClock]]:
    slack, clock = SlackServer.with_people(), MovableClock(datetime(2026, 3, 2, 17, tzinfo=UTC))
    slack.install(manifest())
    async with serve(slack.app) as slack.url, aiohttp.ClientSession() as session:
        api = f"{slack.url}/api"
        yield slack, SlackClient("xoxb-sandbox", api, session=session, clock=clock, timing=TIMING), clock


async def failure(client: SlackClient) -> WebinarsError:
    with pytest.raises(WebinarsError) as raised:
        await client.post("key", "C0GENERAL", None, HELLO)
    return raised.value


async def test_an_answer_that_says_nothing_leaves_the_outcome_unknown() -> None:
    async with opened() as (slack, client, _):
        for name, answer in NOTHING_USABLE.items():
            slack.faults.add(Status(path="chat.postMessage", **answer))
            assert isinstance(await failure(client), OutcomeUnknown), name


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("token_revoked", SlackAppRefused),
        ("is_archived", SlackPlaceRefused),
        ("invalid_blocks", SlackRefused),
        ("ratelimited", Unavailable),
        ("fatal_error", OutcomeUnknown),
    ],
)
async def test_a_refusal_is_sorted_by_what_can_be_done_about_it(code: str, kind: type[WebinarsError]) -> None:
    async with opened() as (slack, client, _):
        slack.faults.add(Status(path="chat.postMessage", **refusal(code)))
        assert type(await failure(client)) is kind


async def test_a_slack_that_nobody_reaches_was_sent_nothing() -> None:
    async with aiohttp.ClientSession() as session:
        clock = MovableClock()
        client = SlackClient("x", "http://127.0.0.1:9/api", session=session, clock=clock, timing=TIMING)
        assert isinstance(await failure(client), Unavailable)


@pytest.mark.parametrize("told", ["0.01", "Mon, 02 Mar 2026 16:00:00 GMT", "0"])
async def test_a_pause_of_half_a_second_or_until_a_date_is_kept(told: str) -> None:
    async with opened() as (slack, client, _):
        limited = {"ok": False, "error": "ratelimited"}
        pause = {"Retry-After": told}
        slack.faults.add(Status(path="chat.postMessage", code=429, body=limited, headers=pause))
        place = await client.post("key", "C0GENERAL", None, HELLO)
        assert place.conversation == "C0GENERAL"


async def test_while_slack_refuses_the_app_it_is_asked_ever_more_seldom() -> None:
    async with opened() as (slack, client, clock):
        revoked = slack.faults.add(Status(path="chat.postMessage", **refusal("token_revoked"), times=None))
        asked = []
        for _ in range(12):
            assert isinstance(await failure(client), SlackAppRefused)
            asked.append(slack.faults.hits(revoked))
            clock.add(timedelta(seconds=10))
        assert asked == [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5]
        slack.faults.clear()
        clock.add(timedelta(seconds=40))
        await client.post("key", "C0GENERAL", None, HELLO)
