"""`POST /slack/events`: everything that Slack sends. The signature is checked before anything is parsed or logged.

A request without a well-formed and fresh signature is answered before its body is read. Bolt is told not to check again:
it would log the body of what does not fit.
"""

import hashlib
import hmac
import re
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final

from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.models.clock import Clock
from bot.refusals import Refusals
from bot.request_body import RequestRefused, read_body

PATH: Final = "/slack/events"
LARGEST: Final = 1_048_576
"""Bytes of a request; a view is at most 250,000 characters, and a message that is picked some 150,000."""
_TIMESTAMP: Final = re.compile(r"[0-9]{1,11}", re.ASCII)
_SIGNATURE: Final = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)
_FRESH: Final = timedelta(minutes=5)


class SlackEvents:
    """Lets through to Bolt what Slack signed; `clock` is the true time, which Slack signs."""

    def __init__(self, bolt: AsyncApp, signing_secret: str, clock: Clock) -> None:
        self._bolt = bolt
        self._secret = signing_secret.encode()
        self._clock = clock
        self._refusals = Refusals(PATH, clock)

    @property
    def route(self) -> Route:
        """The place where Slack's requests arrive."""
        return Route(PATH, self.answer, methods=["POST"])

    async def answer(self, request: Request) -> Response:
        """The answer to a request of Slack's, or a refusal."""
        try:
            asked = await self._signed(request)
        except RequestRefused as refused:
            self._refusals.count(refused.status)
            return Response(status_code=refused.status)
        return to_starlette_response(await self._bolt.async_dispatch(asked))

    async def _signed(self, request: Request) -> AsyncBoltRequest:
        """The request as Bolt wants it, once its signature fits; raises RequestRefused."""
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not _SIGNATURE.fullmatch(signature) or not self._is_fresh(timestamp):
            raise RequestRefused(HTTPStatus.UNAUTHORIZED)
        body = await read_body(request, LARGEST)
        signed = hmac.new(self._secret, b"v0:%s:%s" % (timestamp.encode(), body), hashlib.sha256)
        if not hmac.compare_digest(f"v0={signed.hexdigest()}", signature):
            raise RequestRefused(HTTPStatus.UNAUTHORIZED)
        return _parsed(request, body)

    def _is_fresh(self, timestamp: str) -> bool:
        if not _TIMESTAMP.fullmatch(timestamp):
            return False
        return abs(self._clock() - datetime.fromtimestamp(int(timestamp), UTC)) <= _FRESH


def _parsed(request: Request, body: bytes) -> AsyncBoltRequest:
    """A signed request, parsed by Bolt; raises RequestRefused for what Bolt cannot take, such as a list."""
    try:
        return to_async_bolt_request(request, body)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        raise RequestRefused(HTTPStatus.BAD_REQUEST) from None
