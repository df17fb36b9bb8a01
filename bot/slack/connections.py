"""The one way out to Slack: every call and every upload goes through the proxy of the environment, where there is one.

aiohttp reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY; Slack's own client reads the first two only and for its calls
alone, so it is told to leave that to the connections.
"""

from collections.abc import Sequence

import aiohttp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient


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
