"""Serves an ASGI app over real HTTP on loopback, inside the running event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

import uvicorn
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

_QUIET: Final[dict[str, Any]] = {
    "log_config": None,
    "access_log": False,
    "date_header": False,
    "server_header": False,
    "proxy_headers": False,
}
HANG_UP: Final = "sandbox.hang_up"
"""The ASGI extension through which an app breaks the connection its request came by."""


@asynccontextmanager
async def serve(app: ASGIApp, *, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve `app` while the context lasts, and yield its base URL once it accepts connections.

    Port 0 takes any free one. Leaving cuts open connections and cancels requests in progress.
    """
    listener = socket.create_server((host, port))
    # inherited by each connection: without it every small answer waits 40 ms for the client's acknowledgement
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    site = _Site(app)
    config = uvicorn.Config(site, http="h11", ws="none", lifespan="on", **_QUIET)
    config.load()
    server = site.server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    try:
        await server.startup(sockets=[listener])
    except SystemExit as problem:
        listener.close()
        raise RuntimeError("the app did not start; its own error is in the log") from problem
    try:
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        await _close(server)


class _Site:
    """The app, with a way to hang up in each request's scope."""

    server: uvicorn.Server

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def hang_up() -> None:
            self._cut(scope["client"])
            while (await receive())["type"] != "http.disconnect":
                pass

        scope["extensions"] = {**scope.get("extensions", {}), HANG_UP: hang_up}
        # only _close cancels, and a disconnect is half a request: there is nobody left to answer
        with suppress(asyncio.CancelledError, ClientDisconnect):
            await self._app(scope, receive, send)

    def _cut(self, client: tuple[str, int]) -> None:
        for connection in self.server.server_state.connections:
            if isinstance(connection, H11Protocol) and connection.client == client:
                connection.transport.abort()


async def _close(server: uvicorn.Server) -> None:
    """Close at once; uvicorn's own shutdown polls in tenths of a second, too slow for many small tests."""
    for listener in server.servers:
        listener.close()
    for connection in server.server_state.connections:
        connection.transport.abort()
    await asyncio.sleep(0)  # one turn of the loop, in which every connection learns that it is gone
    requests = list(server.server_state.tasks)
    for request in requests:
        request.cancel()
    await asyncio.gather(*requests, return_exceptions=True)
    await server.lifespan.shutdown()
