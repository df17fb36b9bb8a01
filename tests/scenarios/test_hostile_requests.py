"""Anybody on the internet can reach the bot; nobody who is not Slack or RingCentral can hold it up or fill its log."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import httpx
import pytest

from sandbox.timeouts import extended
from tests.bot_process import BotProcess, bot_process
from tests.databases import sqlite_database
from tests.office import open_office
from tests.unsigned_requests import MARK, ROUTES, BodyKind, RefusedRequests, kinds, measured_meanwhile, sent

SECRET = "sandbox-signing-secret"
AT_ONCE = 3.0
"""Seconds that an answer may take here, where other work goes on beside; the benchmark is stricter."""


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotProcess]:
    """The bot as a process of its own, reachable for RingCentral as well."""
    async with open_office(sqlite_database(tmp_path)) as office:
        office.opens_to_webhooks()
        async with bot_process(office.settings, tmp_path) as bot:
            yield bot
            assert await bot.stop() == 0


def forged() -> str:
    """Headers that look like Slack's."""
    return f"X-Slack-Request-Timestamp: {int(time.time())}\r\nX-Slack-Signature: v0={'0' * 64}\r\n"


def signed(body: bytes) -> dict[str, str]:
    """Headers that Slack makes."""
    timestamp = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), b"v0:%s:%s" % (timestamp.encode(), body), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


async def test_unsigned_megabytes_are_refused_at_once_and_hold_nobody_up(bot: BotProcess) -> None:
    answers: list[tuple[str, BodyKind, RefusedRequests]] = []

    async def attack(routes: Sequence[str], headers: str) -> None:
        for kind in kinds():
            told = await asyncio.gather(
                *(sent("127.0.0.1", bot.port, route, kind, headers) for route in routes)
            )
            answers.extend((route, kind, answer) for route, answer in zip(routes, told, strict=True))

    attacking = asyncio.gather(attack(ROUTES, ""), attack(ROUTES[:1], forged()))
    taken = await measured_meanwhile("127.0.0.1", bot.port, lambda: not attacking.done())
    await attacking
    assert max(taken) < extended(AT_ONCE)
    slow = [
        (route, kind.name, answer) for route, kind, answer in answers if answer.seconds > extended(AT_ONCE)
    ]
    assert slow == []
    statuses = {route: {answer.status for where, _, answer in answers if where == route} for route in ROUTES}
    assert statuses["/slack/events"] <= {401, 413, 0}
    assert statuses["/ringcentral/events"] <= {403, 0}
    assert statuses["/healthz"] | statuses["/readyz"] | statuses["/nowhere"] <= {404, 405, 0}
    cut = {kind.name for _, kind, answer in answers if answer.status == 0}
    assert cut <= {"tiny chunks", "many '\\n'"}
    assert MARK not in bot.log
    assert len(bot.log) < 20_000


async def test_nothing_of_a_body_is_in_the_log_whatever_it_is_refused_for(bot: BotProcess) -> None:
    body = f"command=%2Fnowhere&text={MARK}&response_url=https%3A%2F%2Fhooks.slack.com%2F{MARK}".encode()
    listed, broken = f'["{MARK}"]'.encode(), f'{{"{MARK}": '.encode()
    event = f'{{"type": "event_callback", "event": {{"type": "{MARK}", "text": "{MARK}"}}}}'.encode()
    as_json = {"Content-Type": "application/json"}
    old = {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": f"v0={'0' * 64}"}
    wrong = {**signed(body), "X-Slack-Signature": f"v0={'0' * 64}"}
    told = {"Verification-Token": "sandbox-webhook-token"}
    unkept = httpx.Limits(max_keepalive_connections=0)  # a body that is refused ends its connection
    async with httpx.AsyncClient(base_url=bot.url, timeout=extended(10), limits=unkept) as http:
        slack = [
            (await http.post("/slack/events", content=content, headers=headers)).status_code
            for content, headers in (
                (body, {}),
                (body, old),
                (body, wrong),
                (body, {**signed(body), "X-Slack-Request-Timestamp": MARK}),
                (body, {**signed(body), "X-Slack-Signature": MARK}),
                (body * 20_000, signed(body)),
                (listed, {**signed(listed), **as_json}),
                (broken, {**signed(broken), **as_json}),
                (b"\xff" + body, signed(b"\xff" + body)),
                (body, signed(body)),
                (event, {**signed(event), **as_json}),
            )
        ]
        ringcentral = [
            (await http.post("/ringcentral/events", content=content, headers=headers)).status_code
            for content, headers in (
                (body, {}),
                (body, {"Verification-Token": MARK}),
                (body, {"Validation-Token": MARK}),
                (body, told),
                (listed, told),
                (body * 1000, told),
            )
        ]
        others = [(await http.post(f"/{MARK}", content=body)).status_code]
    assert slack == [401, 401, 401, 401, 401, 413, 400, 400, 400, 404, 404]
    assert ringcentral == [403, 403, 403, 400, 400, 413]
    assert others == [404]
    assert '"requests_refused"' in bot.log
    assert MARK not in bot.log


async def test_a_body_that_never_ends_is_not_waited_for(bot: BotProcess) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", bot.port)
    writer.write(
        f"POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n{forged()}\r\nabc".encode()
    )
    async with asyncio.timeout(extended(6)):
        answer = await reader.readline()
    writer.close()
    assert answer.split()[1] == b"408"
