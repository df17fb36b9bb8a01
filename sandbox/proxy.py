"""A small HTTP proxy, as companies put between their machines and the internet; it remembers what went through it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlsplit

_HEAD_END: Final = b"\r\n\r\n"


class Proxy:
    """Passes requests on; `seen` has method and address of each, and for a tunnel where it leads."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """Serve; gives the address for HTTP_PROXY and HTTPS_PROXY."""
        server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0)
        async with server:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(_HEAD_END)
            await self._lead(head, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _lead(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        method, target, _ = head.split(b" ", 2)
        self.seen.append(f"{method.decode()} {target.decode()}")
        tunnel = method == b"CONNECT"
        address = urlsplit(f"//{target.decode()}" if tunnel else target.decode())
        far_reader, far_writer = await asyncio.open_connection(address.hostname, address.port or 80)
        if tunnel:
            writer.write(b"HTTP/1.1 200 Connection established" + _HEAD_END)
        else:
            far_writer.write(_for_the_origin(head, address.netloc.encode()))
        await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))


def _for_the_origin(head: bytes, host: bytes) -> bytes:
    """The head of a request as its server wants it, for a connection that serves one request."""
    first, *rest = head.removesuffix(_HEAD_END).split(b"\r\n")
    first = first.replace(b"http://" + host, b"", 1)
    kept = [line for line in rest if not line.lower().startswith((b"connection:", b"proxy-"))]
    return b"\r\n".join([first, *kept, b"Connection: close"]) + _HEAD_END


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while part := await reader.read(65_536):
            writer.write(part)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()
