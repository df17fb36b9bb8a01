"""The body of a request from outside: read up to a bound, within a time, before anything looks into it."""

import asyncio
from http import HTTPStatus
from typing import Final

from starlette.requests import ClientDisconnect, Request

_SECONDS: Final = 3.0
"""Slack and RingCentral themselves wait no longer for an answer."""


class RequestRefused(Exception):
    """A request that is refused before its body acts: too large, unsigned or with a wrong token; `status` is the answer."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


async def read_body(request: Request, largest: int, seconds: float = _SECONDS) -> bytes:
    """The body of at most `largest` bytes; raises RequestRefused."""
    if _announced(request) > largest:
        raise RequestRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        async with asyncio.timeout(seconds):
            return await _received(request, largest)
    except TimeoutError:
        raise RequestRefused(HTTPStatus.REQUEST_TIMEOUT) from None
    except ClientDisconnect:
        raise RequestRefused(HTTPStatus.BAD_REQUEST) from None


def _announced(request: Request) -> int:
    """The length that a request says it has; one without a length is counted while it arrives."""
    length = request.headers.get("Content-Length", "")
    return int(length) if length.isascii() and length.isdecimal() and len(length) < 20 else 0


async def _received(request: Request, largest: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > largest:
            raise RequestRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(body)
