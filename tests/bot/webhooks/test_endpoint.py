"""The address that RingCentral calls: it proves itself, refuses what is not RingCentral's, and keeps what is new."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.models.webhook_event import WebhookEvent
from bot.webhooks.endpoint import PATH, WebhookEndpoint
from sandbox.serve import serve
from tests.bot.virtual_time import VirtualTime

TOKEN = "a-token-for-webhooks"
SIGNED = {"Verification-Token": TOKEN}
EVENT = {"uuid": "u-1", "event": "/webinar/configuration/v1/company/sessions", "body": {"sessionId": "5"}}


@dataclass
class DeliveredEvents:
    """The events that were taken, and the number of times that somebody was woken."""

    http: httpx.AsyncClient
    taken: list[WebhookEvent] = field(default_factory=list)
    woken: int = 0

    async def take(self, webhook_event: WebhookEvent) -> bool:
        is_new = webhook_event.id not in [each.id for each in self.taken]
        self.taken += [webhook_event] if is_new else []
        return is_new

    def wake(self) -> None:
        self.woken += 1

    async def post(self, content: Any = EVENT, **headers: str) -> httpx.Response:
        """Call the address; `_` in a header's name stands for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return await self.http.post(PATH, content=body, headers=named)


@asynccontextmanager
async def opened(token: str | None) -> AsyncIterator[DeliveredEvents]:
    """A served address with a token."""
    async with httpx.AsyncClient() as http:
        door = DeliveredEvents(http)
        route = WebhookEndpoint(token, door.take, door.wake, VirtualTime()).route
        async with serve(Starlette(routes=[route])) as url:
            http.base_url = httpx.URL(url)
            yield door


@pytest.fixture
async def door() -> AsyncIterator[DeliveredEvents]:
    async with opened(TOKEN) as door:
        yield door


async def test_a_delivery_is_taken_and_wakes_whoever_watches(door: DeliveredEvents) -> None:
    assert (await door.post(**SIGNED)).status_code == 200
    assert [(webhook_event.id, webhook_event.session) for webhook_event in door.taken] == [("u-1", "5")]
    assert door.woken == 1


async def test_the_same_delivery_again_wakes_nobody(door: DeliveredEvents) -> None:
    answers = [await door.post(**SIGNED) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert (len(door.taken), door.woken) == (1, 1)


@pytest.mark.parametrize("proof", ["8f3c2a", "x" * 256, "a/b+c=="])
async def test_the_address_proves_itself_with_a_small_answer(door: DeliveredEvents, proof: str) -> None:
    answer = await door.post(b"", Validation_Token=proof)
    assert answer.status_code == 200
    assert answer.headers["Validation-Token"] == proof
    assert answer.headers["Content-Type"] == "application/json"
    served_by_others = 100
    told = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw) + len(answer.content)
    assert told + served_by_others <= 1024


@pytest.mark.parametrize("proof", ["", "x" * 257, "x" * 5000, "a b", "a\tb"])
async def test_an_absurd_proof_is_not_given(door: DeliveredEvents, proof: str) -> None:
    answer = await door.post(b"", Validation_Token=proof)
    assert answer.status_code == 400
    assert "Validation-Token" not in answer.headers


async def test_a_delivery_that_also_asks_for_a_proof_is_heard_and_answered(door: DeliveredEvents) -> None:
    answer = await door.post(Validation_Token="8f3c2a", **SIGNED)
    assert (answer.status_code, answer.headers["Validation-Token"]) == (200, "8f3c2a")
    assert ([hint.id for hint in door.taken], door.woken) == (["u-1"], 1)


async def test_a_delivery_may_show_the_token_in_the_other_header(door: DeliveredEvents) -> None:
    answer = await door.post(Validation_Token=TOKEN)
    assert (answer.status_code, answer.headers["Validation-Token"]) == (200, TOKEN)
    assert [hint.id for hint in door.taken] == ["u-1"]


async def test_a_delivery_with_a_strange_proof_and_no_token_is_forged(door: DeliveredEvents) -> None:
    answer = await door.post(Validation_Token="8f3c2a")
    assert (answer.status_code, door.taken, door.woken) == (403, [], 0)
    assert "Validation-Token" not in answer.headers


@pytest.mark.parametrize("body", [b"", b"{}"])
async def test_a_question_whether_deliveries_are_wanted_is_no_delivery(
    door: DeliveredEvents, body: bytes
) -> None:
    answer = await door.post(body, Validation_Token="8f3c2a")
    assert (answer.status_code, door.taken, door.woken) == (200, [], 0)


@pytest.mark.parametrize("token", [None, "", "wrong", TOKEN[:-1], f"{TOKEN}x", TOKEN.upper(), "\xe4\xf6"])
async def test_a_forged_delivery_is_refused(door: DeliveredEvents, token: str | None) -> None:
    headers = {} if token is None else {"Verification-Token": token.encode("latin-1")}
    answer = await door.http.post(PATH, json=EVENT, headers=headers)  # type: ignore[arg-type]
    assert (answer.status_code, door.taken, door.woken) == (403, [], 0)


@pytest.mark.parametrize("raw", [b"", b"{", b"[1]", b"\xff", b"[" * 60_000])
async def test_a_malformed_delivery_is_refused(door: DeliveredEvents, raw: bytes) -> None:
    answer = await door.post(raw, **SIGNED)
    assert (answer.status_code, door.taken, door.woken) == (400, [], 0)


async def test_a_delivery_without_end_is_refused(door: DeliveredEvents) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(70):
            yield b" " * 1000

    answer = await door.http.post(PATH, content=parts(), headers=SIGNED)
    assert (answer.status_code, door.taken) == (413, [])


async def test_an_old_delivery_is_accepted_and_changes_nothing(door: DeliveredEvents) -> None:
    answer = await door.post({**EVENT, "timestamp": "2026-02-20T17:00:00Z"}, **SIGNED)
    assert (answer.status_code, door.taken, door.woken) == (200, [], 0)


async def test_without_a_token_nobody_is_home() -> None:
    async with opened(None) as door:
        assert (await door.post(**SIGNED)).status_code == 404
        assert (await door.post(Verification_Token="")).status_code == 404
        assert (await door.post(b"", Validation_Token="8f3c2a")).status_code == 404
        assert door.taken == []


async def test_only_deliveries_are_taken(door: DeliveredEvents) -> None:
    assert (await door.http.get(PATH, headers=SIGNED)).status_code == 405
