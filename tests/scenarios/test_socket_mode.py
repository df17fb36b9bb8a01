"""With an app-level token the bot listens over Socket Mode as well."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from aiohttp import WSMsgType, web
from pydantic import SecretStr

from sandbox.timeouts import extended
from tests.databases import sqlite_database
from tests.office import Office, open_office


class SocketModeServer:
    """Slack's Socket Mode side; every other Web API call goes on to the sandbox."""

    def __init__(self, api: str) -> None:
        self._api = api
        self._address = ""
        self.connected = asyncio.Event()
        self.answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.refusals = 0
        """How many more times a connection is refused."""
        self._socket: web.WebSocketResponse | None = None
        self._transport: asyncio.Transport | None = None

    async def send(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope; the bot's answer to it."""
        assert self._socket is not None
        envelope = {"envelope_id": "e1", "type": kind, "payload": payload, "accepts_response_payload": True}
        await self._socket.send_json(envelope)
        return await asyncio.wait_for(self.answers.get(), 5)

    def breaks(self) -> None:
        """The connection breaks, as on a network that is switched."""
        assert self._transport is not None
        self.connected.clear()
        self._transport.abort()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """Serve; gives the address for SLACK_API_URL."""
        app = web.Application()
        app.router.add_post("/api/apps.connections.open", self._connect)
        app.router.add_route("*", "/api/{method}", self._forward)
        app.router.add_get("/link", self._link)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._address = f"127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield f"http://{self._address}/api"
        finally:
            await runner.cleanup()

    async def _connect(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == "Bearer xapp-sandbox"
        if self.refusals:
            self.refusals -= 1
            return web.json_response({"ok": False, "error": "internal_error"})
        return web.json_response({"ok": True, "url": f"ws://{self._address}/link"})

    async def _forward(self, request: web.Request) -> web.Response:
        async with httpx.AsyncClient() as http:
            headers = {
                name: request.headers[name]
                for name in ("Authorization", "Content-Type")
                if name in request.headers
            }
            url = f"{self._api}/{request.match_info['method']}"
            answer = await http.request(request.method, url, headers=headers, content=await request.read())
        return web.json_response(answer.json())

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        self._socket = web.WebSocketResponse()
        await self._socket.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        self._transport = request.transport
        await self._socket.send_json({"type": "hello", "num_connections": 1})
        self.connected.set()
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                self.answers.put_nowait(message.json())
        return self._socket


@asynccontextmanager
async def listening(tmp_path: Path, refusals: int = 0) -> AsyncIterator[tuple[Office, SocketModeServer]]:
    """An office whose bot listens by Socket Mode as well."""
    async with open_office(sqlite_database(tmp_path)) as office:
        gate = SocketModeServer(office.settings.slack_api_url)
        gate.refusals = refusals
        async with gate.open() as api:
            changed = {"slack_app_token": SecretStr("xapp-sandbox"), "slack_api_url": api}
            office.settings = office.settings.model_copy(update=changed)
            async with office.bot():
                yield office, gate


async def asks_for_help(gate: SocketModeServer) -> str:
    """Ann types `/webinar help`; the answer."""
    asked = {"command": "/webinar", "text": "help", "trigger_id": "1", "user_id": "U0ANN"}
    answer = await gate.send("slash_commands", {**asked, "team_id": "T0SANDBOX", "channel_id": "C0GENERAL"})
    return str(answer["payload"]["text"])


async def readiness(office: Office) -> dict[str, str]:
    """The readiness of the bot, asked once: it remembers for some seconds."""
    async with httpx.AsyncClient(base_url=office.bot_url) as http:
        states: dict[str, str] = (await http.get("/readyz")).json()
    return states


async def test_a_command_over_socket_mode_is_answered(tmp_path: Path) -> None:
    async with listening(tmp_path) as (office, gate):
        await asyncio.wait_for(gate.connected.wait(), extended(5))
        assert "open the form" in await asks_for_help(gate)
        assert (await readiness(office))["socket_mode"] == "works"


async def test_a_broken_connection_is_back_within_two_seconds(tmp_path: Path) -> None:
    async with listening(tmp_path) as (_, gate):
        await asyncio.wait_for(gate.connected.wait(), extended(5))
        gate.breaks()
        await asyncio.wait_for(gate.connected.wait(), extended(2))
        assert "open the form" in await asks_for_help(gate)


async def test_without_a_connection_http_is_served_and_readiness_says_so(tmp_path: Path) -> None:
    async with listening(tmp_path, refusals=1000) as (office, gate):
        assert (await readiness(office))["socket_mode"] == "does not work"
        async with httpx.AsyncClient(base_url=office.bot_url) as http:
            assert (await http.get("/healthz")).is_success
        gate.refusals = 0
        await asyncio.wait_for(gate.connected.wait(), extended(20))
