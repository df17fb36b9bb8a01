"""`POST /ringcentral/events`: what RingCentral tells, taken as hints; a forged, old or repeated one changes nothing.

RingCentral's pages disagree about the header that it shows on a delivery, `Verification-Token` or
`Validation-Token`: so either counts. A request without a body asks whether this address wants deliveries.
"""

import hmac
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final, TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.models.clock import Clock
from bot.models.webhook_event import WebhookEvent
from bot.refusals import Refusals
from bot.request_body import RequestRefused, read_body
from bot.webhooks.parsing import UnreadableDelivery, parse_delivery

PATH: Final = "/ringcentral/events"
LARGEST: Final = 65_536
"""Bytes of a delivery; RingCentral's have about one thousand."""
_PROOF: Final = re.compile(r"[!-~]{1,256}", re.ASCII)
"""With this and its other headers the whole answer stays below the 1,024 bytes that it may have."""
_NOTHING: Final = b"{}"
_VERIFICATION: Final = "Verification-Token"
_VALIDATION: Final = "Validation-Token"
Take: TypeAlias = Callable[[WebhookEvent], Awaitable[bool]]


class WebhookEndpoint:
    """Answers RingCentral; what is new is taken and wakes whoever watches. Without a token every request is a 404."""

    def __init__(self, token: str | None, take: Take, wake: Callable[[], None], clock: Clock) -> None:
        self._token = token
        self._take = take
        self._wake = wake
        self._clock = clock
        self._refusals = Refusals(PATH, clock)

    @property
    def route(self) -> Route:
        """The place where they are answered."""
        return Route(PATH, self.answer, methods=["POST"])

    async def answer(self, request: Request) -> Response:
        """The answer to a delivery, or to the question whether this address wants any."""
        if self._token is None:
            return _answer(HTTPStatus.NOT_FOUND)
        try:
            await self._receive(request, self._token)
        except RequestRefused as refused:
            self._refusals.count(refused.status)
            return _answer(refused.status)
        proof = request.headers.get(_VALIDATION)
        return _answer(HTTPStatus.OK, {} if proof is None else {_VALIDATION: proof})

    async def _receive(self, request: Request, token: str) -> None:
        """Take what a delivery hints at, if there is one; raises RequestRefused."""
        proof = request.headers.get(_VALIDATION)
        if proof is not None and not _PROOF.fullmatch(proof):
            raise RequestRefused(HTTPStatus.BAD_REQUEST)
        if _shows(request, token):
            raw = await read_body(request, LARGEST)
            if raw or proof is None:
                await self._hear(raw)
        elif proof is None or not await _is_question(request):
            raise RequestRefused(HTTPStatus.FORBIDDEN)

    async def _hear(self, raw: bytes) -> None:
        try:
            webhook_event = parse_delivery(raw, self._clock())
        except UnreadableDelivery:
            raise RequestRefused(HTTPStatus.BAD_REQUEST) from None
        if webhook_event is not None and await self._take(webhook_event):
            self._wake()


async def _is_question(request: Request) -> bool:
    """Tell whether a request has no body, as has the one that asks whether this address wants deliveries."""
    try:
        return await read_body(request, len(_NOTHING)) in {b"", _NOTHING}
    except RequestRefused:
        return False


def _shows(request: Request, token: str) -> bool:
    """Tell whether one of the two headers bears our token."""
    shown = [request.headers.get(name, "") for name in (_VERIFICATION, _VALIDATION)]
    return any(hmac.compare_digest(each.encode(), token.encode()) for each in shown)


def _answer(status: HTTPStatus, headers: dict[str, str] | None = None) -> Response:
    return Response(status_code=status, headers=headers, media_type="application/json")
