"""With an app-level token the bot listens over Socket Mode as well."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from aiohttp import WSMsgType, web
from pydantic import SecretStr

from tests.databases import sqlite_database
from tests.office import open_office


class Gate:
    """Slack's Socket Mode side; every other Web API call goes on to the sandbox."""

    def __init__(self, api: str) -> None:
        self._api = api
        self._address = ""
        self.connected = asyncio.Event()
        self.answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._socket: web.WebSocketResponse | None = None

    async def send(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope; the bot's answer to it."""
        assert self._socket is not None
        envelope = {"envelope_id": "e1", "type": kind, "payload": payload, "accepts_response_payload": True}
        await self._socket.send_json(envelope)
        return await asyncio.wait_for(self.answers.get(), 5)

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
        await self._socket.send_json({"type": "hello", "num_connections": 1})
        self.connected.set()
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                self.answers.put_nowait(message.json())
        return self._socket


async def test_a_command_over_socket_mode_is_answered(tmp_path: Any) -> None:
    async with open_office(sqlite_database(tmp_path)) as office:
        gate = Gate(office.settings.slack_api_url)
        async with gate.open() as api:
            changed = {"slack_app_token": SecretStr("xapp-sandbox"), "slack_api_url": api}
            office.settings = office.settings.model_copy(update=changed)
            async with office.bot():
                await asyncio.wait_for(gate.connected.wait(), 5)
                asked = {"command": "/webinar", "text": "help", "trigger_id": "1", "user_id": "U0ANN"}
                answer = await gate.send(
                    "slash_commands", {**asked, "team_id": "T0SANDBOX", "channel_id": "C0GENERAL"}
                )
    assert "open the form" in answer["payload"]["text"]
