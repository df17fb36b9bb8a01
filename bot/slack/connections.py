"""The one way out to Slack: every call and every upload goes through the proxy of the environment, where there is one.

aiohttp reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY. Each client of Slack's own library reads the first two only, when it
is made, so every one of them is told to leave that to the connections.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient
from slack_sdk.webhook.webhook_response import WebhookResponse


def open_connections(timeout: float) -> aiohttp.ClientSession:
    """Connections that are kept, each call taking so many seconds at most."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=timeout), trust_env=True)


def web_client(
    token: str | None,
    api_url: str,
    session: aiohttp.ClientSession,
    retry_handlers: Sequence[AsyncRetryHandler] = (),
) -> AsyncWebClient:
    """Slack's Web API over these connections."""
    client = AsyncWebClient(token, f"{api_url}/", session=session, retry_handlers=list(retry_handlers))
    client.proxy = None
    return client


def proxy_for(address: str) -> str | None:
    """The proxy of the environment for an address, for connections that do not look for it themselves."""
    parts = urlsplit(address)
    if parts.hostname is None or proxy_bypass(parts.hostname):
        return None
    return getproxies().get(parts.scheme)


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
