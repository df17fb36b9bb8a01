"""Socket Mode beside HTTP: a broken connection is noticed and made anew within two seconds.

Slack's own client looks every ping interval only, tries the same address for ever, and logs each failure with a
traceback; so its reconnecting is switched off and done here. Its heartbeat still finds a connection that is silent.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingRefused, SlackAppRefused, SlackRefused, TimeWillTell, Unavailable
from bot.models.clock import Clock
from bot.outage import Outage
from bot.slack.connections import proxy_for
from bot.slack.errors import checked_answer

_LOOK: Final = 0.5
_HEARTBEAT: Final = 4.0
_CONNECT_WITHIN: Final = 10.0
_FORCE_AFTER: Final = 2
"""Attempts after which nobody is waited for who may be connecting as well."""
_LONGEST_PAUSE: Final = 30.0


async def check_app_token(client: AsyncWebClient, app_token: SecretStr | None) -> None:
    """Raise SettingRefused when Slack does not accept the token; a Slack that is silent is asked again later."""
    if app_token is None:
        return
    try:
        await checked_answer(client.apps_connections_open(app_token=app_token.get_secret_value()))
    except (SlackRefused, SlackAppRefused) as refused:
        raise SettingRefused(
            f"SLACK_APP_TOKEN is not accepted by Slack: {refused.code}. Make an app-level token with "
            "connections:write, and switch Socket Mode on, at api.slack.com/apps."
        ) from None
    except TimeWillTell:
        return


class SocketMode:
    """The connection by which Slack sends its requests; made and kept while `connected` lasts."""

    def __init__(self, bolt: AsyncApp, app_token: str, clock: Clock) -> None:
        self._bolt = bolt
        self._app_token = app_token
        self._outage = Outage("socket_mode", clock)
        self._client: SocketModeClient | None = None

    async def check(self) -> None:
        """Raise Unavailable when there is no connection at the moment."""
        if not self._is_connected():
            raise Unavailable("Slack's Socket Mode is not connected.")

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        """Keep it connected; that it cannot be at first is no reason not to serve by HTTP."""
        handler = AsyncSocketModeHandler(self._bolt, self._app_token, ping_interval=_HEARTBEAT)
        handler.client.default_auto_reconnect_enabled = False
        handler.client.auto_reconnect_enabled = False
        handler.client.proxy = proxy_for(self._bolt.client.base_url)
        self._client = handler.client
        keeping = asyncio.create_task(self._keep(handler.client))
        try:
            yield
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await handler.close_async()  # type: ignore[no-untyped-call]

    def _is_connected(self) -> bool:
        session = self._client.current_session if self._client else None
        return session is not None and not session.closed

    async def _keep(self, client: SocketModeClient) -> None:
        failures = 0
        while True:
            if not self._is_connected():
                failures = 0 if await self._connect(client, force=failures >= _FORCE_AFTER) else failures + 1
            await asyncio.sleep(min(_LOOK * 2**failures, _LONGEST_PAUSE))

    async def _connect(self, client: SocketModeClient, *, force: bool) -> bool:
        """Connect at a new address; whether there is a connection now."""
        try:
            async with asyncio.timeout(_CONNECT_WITHIN):
                await client.connect_to_new_endpoint(force=force)
        except SlackApiError as refused:
            self._outage.failed(str(refused.response.get("error", "refused")))
        except (TimeoutError, OSError, aiohttp.ClientError) as error:
            self._outage.failed(type(error).__name__)
        if not self._is_connected():
            self._outage.failed("not connected")
            return False
        self._outage.worked()
        return True
