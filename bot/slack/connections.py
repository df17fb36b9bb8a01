"""The one way out to Slack: every call and every upload goes through the proxy of the environment, where there is one.

aiohttp reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY. Each client of Slack's own library reads the first two only, when it
is made, so every one of them is told to leave that to the connections.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

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


def proxy_for(address: str) -> str | None:
    """The proxy of the environment for an address, for connections that do not look for it themselves."""
    parts = urlsplit(address)
    if parts.hostname is None or proxy_bypass(parts.hostname):
        return None
    return getproxies().get(parts.scheme)
