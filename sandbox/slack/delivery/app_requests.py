"""The signed requests of Slack to the bot, and the reading of their answers."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

from sandbox.slack.constants import Json
from sandbox.slack.state.changes import SlackChanges

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
_KEPT_SECONDS = 1.0  # well below what servers keep an idle connection for
_REASONS = {
    "operation_timeout": "http_timeout",
    "dispatch_failed": "connection_failed",
    "http_client_error": "http_error",
    "http_service_error": "http_error",
}


@dataclass(frozen=True)
class AppResponse:
    """The bot's answer; `problem` is "" or Slack's word for what went wrong with it."""

    problem: str = ""
    status: int | None = None
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> Json:
        """The body as a JSON object, {} if empty; ValueError for anything else."""
        if not self.text.strip():
            return {}
        body = json.loads(self.text)
        if not isinstance(body, dict):
            raise ValueError("the answer is no JSON object")  # noqa: TRY004 - one kind of failure for the caller
        return body


@dataclass(frozen=True)
class SentRequest:
    """One request to the bot: what it said, how it was answered, and how long that took in seconds."""

    at: float
    kind: str
    payload: Json
    answer: AppResponse
    seconds: float


class AppRequests:
    """Posts to the bot's request URL as Slack does; every request is kept in `sent`, in order of answer.

    `clock` tells when each was sent; signatures carry the wall clock's time, against which the bot checks them.
    """

    def __init__(
        self,
        *,
        signing_secret: str,
        ack_seconds: float,
        retry_delays: Sequence[float],
        changes: SlackChanges,
        clock: Callable[[], float],
    ) -> None:
        self.request_url = ""
        self.sent: list[SentRequest] = []
        self._secret = signing_secret.encode()
        self._ack_seconds = ack_seconds
        self._changes = changes
        self._retry_delays = tuple(retry_delays)
        self._clock = clock
        self._client: httpx.AsyncClient | None = None
        self._retrying: set[asyncio.Task[None]] = set()

    async def command(self, fields: Mapping[str, str]) -> AppResponse:
        """Send a slash command: plain form fields."""
        return await self._post("command", dict(fields), urlencode(fields), FORM)

    async def interaction(self, payload: Json) -> AppResponse:
        """Send an interaction: one form field named payload, in JSON."""
        body = urlencode({"payload": json.dumps(payload)})
        return await self._post(payload["type"], payload, body, FORM)

    async def event(self, envelope: Json) -> AppResponse:
        """Send an event, and return the first answer; tries again in the background if it was a failure."""
        answer = await self._event(envelope, {})
        if self._goes_on(answer):
            task = asyncio.create_task(self._retry(envelope, answer))
            self._retrying.add(task)
            task.add_done_callback(self._retrying.discard)
        return answer

    async def aclose(self) -> None:
        """Stop trying again, and let go of connections."""
        for task in self._retrying:
            task.cancel()
        await asyncio.gather(*self._retrying, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()

    async def _retry(self, envelope: Json, answer: AppResponse) -> None:
        for number, delay in enumerate(self._retry_delays, start=1):
            await asyncio.sleep(delay)
            retry = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": _REASONS[answer.problem]}
            answer = await self._event(envelope, retry)
            if not self._goes_on(answer):
                return

    @staticmethod
    def _goes_on(answer: AppResponse) -> bool:
        return answer.problem != "" and answer.headers.get("x-slack-no-retry") != "1"

    async def _event(self, envelope: Json, retry: Mapping[str, str]) -> AppResponse:
        return await self._post("event", envelope, json.dumps(envelope), JSON, retry)

    async def _post(
        self, kind: str, payload: Json, body: str, content_type: str, extra: Mapping[str, str] | None = None
    ) -> AppResponse:
        if not self.request_url:
            raise AssertionError("Nobody told Slack where the bot is: set slack.request_url")
        at, began = self._clock(), time.perf_counter()
        headers = self._signed(body, content_type) | dict(extra or {})
        answer = await self._answer(body, headers)
        self.sent.append(SentRequest(at, kind, payload, answer, time.perf_counter() - began))
        self._changes.tell()
        return answer

    async def _answer(self, body: str, headers: Mapping[str, str]) -> AppResponse:
        try:
            async with asyncio.timeout(self._ack_seconds):
                response = await self._connected().post(self.request_url, content=body, headers=headers)
        except TimeoutError:
            return AppResponse("operation_timeout")
        except httpx.TransportError:
            return AppResponse("dispatch_failed")
        return AppResponse(
            _problem(response.status_code), response.status_code, response.text, response.headers
        )

    def _connected(self) -> httpx.AsyncClient:
        if self._client is None:
            self._client = httpx.AsyncClient(
                trust_env=False,
                verify=False,  # noqa: S501 - plain HTTP on loopback; reading certificates would hold up everybody
                timeout=self._ack_seconds + 1,
                limits=httpx.Limits(keepalive_expiry=_KEPT_SECONDS),
            )
        return self._client

    def _signed(self, body: str, content_type: str) -> dict[str, str]:
        stamp = str(int(time.time()))
        digest = hmac.new(self._secret, f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        return {
            "Content-Type": content_type,
            "Accept": "application/json,*/*",
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": f"v0={digest}",
        }


def _problem(status: int) -> str:
    if status == httpx.codes.OK:
        return ""
    return "http_service_error" if status >= 500 else "http_client_error"
