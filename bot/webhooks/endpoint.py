"""`POST /ringcentral/events`: what RingCentral tells, taken as hints; a forged, old or repeated one changes nothing."""

import asyncio
import hmac
import re
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.models.clock import Clock
from bot.models.webhook_event import WebhookEvent
from bot.webhooks.parsing import UnreadableDelivery, parse_delivery

PATH: Final = "/ringcentral/events"
_LARGEST: Final = 65_536
"""Bytes of a delivery; RingCentral's have about one thousand."""
_PATIENCE: Final = 3.0
"""Seconds for the whole of a delivery to arrive: longer RingCentral itself would not wait."""
_PROOF: Final = re.compile(r"[!-~]{1,256}")
"""With this and its other headers the whole answer stays below the 1,024 bytes that it may have."""
Take: TypeAlias = Callable[[WebhookEvent], Awaitable[bool]]
log = structlog.get_logger()


class TooLarge(Exception):
    """A body that no delivery has."""


class WebhookEndpoint:
    """Answers RingCentral; what is new is taken and wakes whoever watches. Without a token nobody is home."""

    def __init__(self, token: str | None, take: Take, wake: Callable[[], None], clock: Clock) -> None:
        self._token = token
        self._take = take
        self._wake = wake
        self._clock = clock

    @property
    def route(self) -> Route:
        """Where they are answered."""
        return Route(PATH, self.answer, methods=["POST"])

    async def answer(self, request: Request) -> Response:
        """The answer to a delivery, or to the question whether this address wants any."""
        if self._token is None:
            return _answer(404)
        if (proof := request.headers.get("Validation-Token")) is not None:
            return _answer(200, {"Validation-Token": proof}) if _PROOF.fullmatch(proof) else _answer(400)
        shown = request.headers.get("Verification-Token", "")
        if not hmac.compare_digest(shown.encode(), self._token.encode()):
            log.warning("webhook refused", status=403)
            return _answer(403)
        status = await self._hear(request)
        if status != 200:
            log.warning("webhook refused", status=status)
        return _answer(status)

    async def _hear(self, request: Request) -> int:
        """Take what a delivery hints at; the status to answer."""
        try:
            async with asyncio.timeout(_PATIENCE):
                raw = await _body(request)
            webhook_event = parse_delivery(raw, self._clock())
        except TooLarge:
            return 413
        except TimeoutError:
            return 408
        except (UnreadableDelivery, ClientDisconnect):
            return 400
        if webhook_event is not None and await self._take(webhook_event):
            self._wake()
        return 200


async def _body(request: Request) -> bytes:
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > _LARGEST:
            raise TooLarge
    return raw


def _answer(status: int, headers: dict[str, str] | None = None) -> Response:
    return Response(status_code=status, headers=headers, media_type="application/json")
