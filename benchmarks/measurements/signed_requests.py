"""Many people typing `/webinar` at once: signed requests over real HTTP, each measured."""

import asyncio
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import quantiles
from typing import Final
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

SECRET: Final = "sandbox-signing-secret"  # noqa: S105 - an example
_POLL: Final = 0.01
_NUMBERS: Final = itertools.count(1)
_OK: Final = 200


@dataclass(frozen=True)
class RequestRound:
    """The time of each acknowledgement, sorted, and of all of them together (seconds)."""

    waits: list[float]
    took: float

    @property
    def rate(self) -> float:
        """Acknowledgements a second."""
        return len(self.waits) / self.took

    def percentile(self, percent: int) -> float:
        """The wait that so many of a hundred do not exceed."""
        return quantiles(self.waits, n=100, method="inclusive")[percent - 1]


async def type_webinar(url: str, *, requests: int, at_once: int, strangers: bool = False) -> RequestRound:
    """Type `/webinar` so often, with so many people at once; `strangers` type it for the first time each."""
    commands = iter([_command(number, at_once, strangers=strangers) for number in range(requests)])
    waits: list[float] = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=at_once)) as http:
        began = time.perf_counter()
        await asyncio.gather(*(_type(http, f"{url}/slack/events", commands, waits) for _ in range(at_once)))
        took = time.perf_counter() - began
    return RequestRound(sorted(waits), took)


async def forms_opened(stand_in_url: str, until: int = 0, seconds: float = 30) -> int:
    """The number of forms open at the minimal servers, once they are `until`."""
    async with asyncio.timeout(seconds), aiohttp.ClientSession() as http:
        while True:
            async with http.get(f"{stand_in_url}/opened") as answer:
                opened = int(await answer.text())
            if opened >= until:
                return opened
            await asyncio.sleep(_POLL)


async def _type(
    http: aiohttp.ClientSession, url: str, commands: Iterator[tuple[str, dict[str, str]]], waits: list[float]
) -> None:
    """One person, who types again as soon as the last one is acknowledged."""
    for body, headers in commands:
        began = time.perf_counter()
        async with http.post(url, data=body, headers=headers) as answer:
            await answer.read()
        waits.append(time.perf_counter() - began)
        if answer.status != _OK:
            raise RuntimeError(f"/webinar was answered {answer.status}")


def _command(number: int, people: int, *, strangers: bool) -> tuple[str, dict[str, str]]:
    """One request, signed: the body and the headers."""
    unique = next(_NUMBERS)
    user = f"U9{unique}" if strangers else f"U{number % people}"
    body = urlencode(
        {
            "token": "sandbox-verification-token",
            "team_id": "T0SANDBOX",
            "team_domain": "sandbox",
            "channel_id": "C0GENERAL",
            "channel_name": "general",
            "user_id": user,
            "user_name": "somebody",
            "command": "/webinar",
            "text": "",
            "api_app_id": "A0WEBINARS",
            "is_enterprise_install": "false",
            "response_url": "https://hooks.slack.com/commands/T0SANDBOX/1/sandbox",
            "trigger_id": f"1000.2000.{unique:032x}",
        }
    )
    stamp = str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body)
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature or ""}
    return body, {**headers, "Content-Type": "application/x-www-form-urlencoded"}
