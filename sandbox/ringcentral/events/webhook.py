"""Requests of RingCentral to a webhook: one asks whether it wants events, the other hands it one."""

import asyncio
import ssl
import uuid
from collections.abc import Mapping
from typing import Any, Final

import httpx

from sandbox.ringcentral.api.errors import ApiRefusal, Problem

LARGEST: Final = 1024
"""Bytes that the whole answer to a validation may have."""


class WebhookFailed(Exception):
    """A webhook did not answer as it should; the text says what it did instead."""


async def prove(address: str, patience: float) -> None:
    """Let an address prove that it wants events, by echoing a token; raise a 400 where it does not."""
    token = str(uuid.uuid4())
    try:
        answer = await _say(address, {"Validation-Token": token}, None, patience)
        _hold_to_rules(answer, token)
    except WebhookFailed as problem:
        told = f"WebHook server response is invalid: {problem}"
        raise ApiRefusal(400, Problem("SUB-525", told, "deliveryMode.address")) from problem


async def hand_over(address: str, token: str | None, envelope: Mapping[str, Any], patience: float) -> int:
    """Deliver an event, and give the status of the answer; raise `WebhookFailed` where there is none."""
    headers = {} if token is None else {"Verification-Token": token}
    return (await _say(address, headers, envelope, patience)).status_code


async def _say(
    address: str, headers: Mapping[str, str], body: Mapping[str, Any] | None, patience: float
) -> httpx.Response:
    try:
        # a connection for each: a kept one might be dead by the time it is needed
        async with (
            asyncio.timeout(patience),
            httpx.AsyncClient(verify=_trust(address), trust_env=False) as http,
        ):
            return await http.post(address, headers=dict(headers), json=body)
    except TimeoutError as problem:
        raise WebhookFailed(f"no answer within {patience:g} s") from problem
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        raise WebhookFailed(f"I/O operation is failed. Details: [{problem}]") from problem


def _trust(address: str) -> ssl.SSLContext:
    """Read the trusted certificates only where they are needed; it takes 40 ms."""
    if address.startswith("https:"):
        return ssl.create_default_context()
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _hold_to_rules(answer: httpx.Response, token: str) -> None:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if answer.status_code != httpx.codes.OK:
        raise WebhookFailed(f"the status is {answer.status_code}, not 200")
    if answer.headers.get("validation-token") != token:
        raise WebhookFailed("the Validation-Token header is not echoed")
    if kind != "application/json":
        raise WebhookFailed("the Content-Type is not application/json")
    if _size(answer) > LARGEST:
        raise WebhookFailed(f"it is larger than {LARGEST} bytes")


def _size(answer: httpx.Response) -> int:
    """Count the bytes of an answer as it came over the wire: its first line, headers and body."""
    headers = sum(len(name) + len(value) + len(": \r\n") for name, value in answer.headers.raw)
    first_line = len(f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}\r\n")
    return first_line + headers + len("\r\n") + len(answer.content)
