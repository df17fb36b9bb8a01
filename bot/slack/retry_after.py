"""Read the Retry-After of Slack: seconds, half seconds, or a date."""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

from bot.models.clock import Clock

_UNTOLD: Final = 1.0
_LONGEST: Final = 300.0


def seconds_to_wait(told: str | None, now: datetime) -> float:
    """The seconds that a Retry-After header asks for: "3", "0.5", or "Wed, 21 Oct 2026 07:28:00 GMT"."""
    seconds = _seconds(told or "", now)
    return min(max(seconds, 0.0), _LONGEST) if seconds == seconds else _UNTOLD  # noqa: PLR0124 - not "nan"


def _seconds(told: str, now: datetime) -> float:
    try:
        return float(told)
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return _UNTOLD
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return (until - now).total_seconds()


class RateLimitRetry(AsyncRateLimitErrorRetryHandler):
    """Waits as long as Slack asks; Slack's own handler reads whole seconds only, and fails at anything else."""

    def __init__(self, tries: int, clock: Clock) -> None:
        super().__init__(max_retry_count=tries)
        self._clock = clock

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        """Wait, and have the call sent again."""
        del request, error
        headers = response.headers if response is not None else {}
        told = next((values[0] for name, values in headers.items() if name.lower() == "retry-after"), None)
        state.next_attempt_requested = True
        await asyncio.sleep(seconds_to_wait(told, self._clock()))
        state.increment_current_attempt()
