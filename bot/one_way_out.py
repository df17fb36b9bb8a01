"""Bolt's own calls and answers leave over the connections that everything to Slack goes by."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.webhook.async_client import AsyncWebhookClient
from slack_sdk.webhook.webhook_response import WebhookResponse


class OneWayOut:
    """Bolt's middleware that lets a listener's calls and answers leave over these connections as well."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __call__(self, context: AsyncBoltContext, next: Callable[[], Awaitable[Any]]) -> Any:  # noqa: A002 - Bolt's name
        """Go on with a client and a `respond` that leave the proxy to the connections."""
        if context.client is not None:
            context.client.proxy = None
        context["respond"] = _Respond(context.response_url, self._session)
        return await next()


class _Respond:
    """Answers at a `response_url`; Slack's own opens a connection of its own for each answer."""

    def __init__(self, response_url: str | None, session: aiohttp.ClientSession) -> None:
        self._response_url = response_url
        self._session = session

    async def __call__(self, text: Any = "", blocks: Any = None, **said: Any) -> WebhookResponse:
        """Send an answer; raises ValueError where Slack gave no address for one."""
        if self._response_url is None:
            raise ValueError("this request cannot be answered later: it has no response_url")
        client = AsyncWebhookClient(self._response_url, session=self._session)
        client.proxy = None
        body = {"text": text, "blocks": blocks, **said}
        return await client.send_dict({name: value for name, value in body.items() if value is not None})
