"""Requests that nobody signed: forty kinds of bodies, each of two megabytes and with a mark in it."""

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

MARK: Final = "marked-7f3a"
"""Stands in every body, so that the log can be searched for it."""
SIZE: Final = 2_000_000
ROUTES: Final = ("/slack/events", "/ringcentral/events", "/healthz", "/readyz", "/nowhere")
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_UNITS: Final = (
    "a",
    " ",
    "\n",
    "\x00",
    "@",
    "a@b.",
    "eyJ",
    "://",
    "xoxb-",
    "password",
    "password=",
    "Bearer ",
    "'",
    "\\",
    "%",
    "%00",
    "+",
    "&",
    "=",
    "a=1&",
    "payload=",
    "é",
    "😀",
    "\u3000",
    "1",
    "1e",
    "-",
    "[",
    '{"a":',
    '"',
)


class BodyKind(NamedTuple):
    """One kind of request; `chunk` is the length of its chunks, where it has no length of its own."""

    name: str
    content_type: str
    body: bytes
    chunk: int | None = None


class RefusedRequests(NamedTuple):
    """An answer, 0 where the connection was cut, and the seconds until it came."""

    status: int
    seconds: float


def kinds(size: int = SIZE) -> Iterator[BodyKind]:
    """All kinds."""
    mark = MARK.encode()
    for unit in _UNITS:
        each = unit.encode()
        yield BodyKind(f"many {unit!r}", _FORM, mark + each * (size // len(each)))
    text = "a" * size
    command = f"command=%2Fwebinar&text={MARK}{text}&response_url=https%3A%2F%2Fhooks.slack.com%2F{MARK}"
    yield BodyKind("a command", _FORM, command.encode())
    yield BodyKind(
        "a form", _FORM, f"payload=%7B%22type%22%3A%22view_submission%22%2C%22a%22%3A%22{MARK}{text}".encode()
    )
    yield BodyKind(
        "an event",
        _JSON,
        f'{{"type":"event_callback","token":"{MARK}","event":{{"text":"{text}"}}}}'.encode(),
    )
    yield BodyKind("a challenge", _JSON, f'{{"type":"url_verification","challenge":"{MARK}{text}"}}'.encode())
    yield BodyKind("a check", _FORM, f"ssl_check=1&token={MARK}&a={text}".encode())
    yield BodyKind("deep lists", _JSON, f'["{MARK}",'.encode() + b"[" * size)
    yield BodyKind("a long number", _JSON, f'{{"a":"{MARK}","n":{"9" * size}}}'.encode())
    yield BodyKind("bytes of no text", "application/octet-stream", mark + b"\xff\xfe" * (size // 2))
    yield BodyKind("large chunks", _FORM, mark + b"a" * size, chunk=65_536)
    yield BodyKind("tiny chunks", _FORM, mark + b"a" * (size // 6), chunk=1)


async def sent(host: str, port: int, route: str, kind: BodyKind, headers: str = "") -> RefusedRequests:
    """Send a request as it stands, and read the answer while the rest is still being sent."""
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection(host, port)
    length = f"Content-Length: {len(kind.body)}" if kind.chunk is None else "Transfer-Encoding: chunked"
    head = f"POST {route} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind.content_type}\r\n{length}\r\n{headers}\r\n"
    sending = asyncio.create_task(_send(writer, head.encode() + _framed(kind)))
    try:
        line = await reader.readline()
    except ConnectionError:
        line = b""
    seconds = time.perf_counter() - began
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    writer.transport.abort()
    return RefusedRequests(int(line.split()[1]) if line else 0, seconds)


async def _send(writer: asyncio.StreamWriter, wire: bytes) -> None:
    for begin in range(0, len(wire), 65_536):
        writer.write(wire[begin : begin + 65_536])
        await writer.drain()


def _framed(kind: BodyKind) -> bytes:
    """The body as it goes over the wire."""
    if kind.chunk is None:
        return kind.body
    if kind.chunk == 1:
        return b"1\r\na\r\n" * len(kind.body)
    parts = (kind.body[begin : begin + kind.chunk] for begin in range(0, len(kind.body), kind.chunk))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


async def measured_meanwhile(host: str, port: int, busy: Callable[[], bool]) -> list[float]:
    """The seconds that `/healthz` takes, again and again while others are busy."""
    taken: list[float] = []
    while busy():
        began = time.perf_counter()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n")
        assert (await reader.readline()).split()[1] == b"200"
        taken.append(time.perf_counter() - began)
        writer.close()
        await asyncio.sleep(0.005)
    return taken
