"""An app served on loopback is a real server, and leaves nothing behind."""

import asyncio
import logging
import signal
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from sandbox.serve import serve


async def hello(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


GREETER = Starlette(routes=[Route("/", hello)])


async def test_a_served_app_answers_at_the_address_it_gives() -> None:
    async with serve(GREETER) as url, httpx.AsyncClient() as client:
        answer = await client.get(url)
    assert url.startswith("http://127.0.0.1:")
    assert answer.text == "hello"


async def test_half_a_request_whose_sender_died_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    gone = asyncio.Event()

    async def read(request: Request) -> PlainTextResponse:
        try:
            await request.body()
        finally:
            gone.set()
        return PlainTextResponse("read")

    async with serve(Starlette(routes=[Route("/", read, methods=["POST"])])) as url:
        _, writer = await asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2]))
        writer.write(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\nhal")
        await writer.drain()
        writer.close()
        await gone.wait()
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_many_apps_are_served_side_by_side() -> None:
    async with serve(GREETER) as one, serve(GREETER) as two, httpx.AsyncClient() as client:
        assert one != two
        assert [(await client.get(url)).text for url in (one, two)] == ["hello", "hello"]


async def test_nobody_answers_once_the_context_is_left() -> None:
    async with httpx.AsyncClient() as client:
        async with serve(GREETER) as url:
            await client.get(url)
        with pytest.raises(httpx.ConnectError):
            await client.get(url)


async def test_leaving_does_not_wait_for_open_connections_nor_for_unfinished_requests(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    arrived = asyncio.Event()

    async def never(_request: Request) -> PlainTextResponse:
        arrived.set()
        await asyncio.Event().wait()
        raise AssertionError("unreachable")

    async with httpx.AsyncClient() as client:
        async with serve(Starlette(routes=[Route("/", hello), Route("/never", never)])) as url:
            await client.get(url)
            waiting = asyncio.create_task(client.get(f"{url}/never"))
            await arrived.wait()
            left = time.perf_counter()
        assert time.perf_counter() - left < 0.5
        with pytest.raises(httpx.TransportError):
            await waiting
    assert not caplog.records


async def test_start_and_end_of_the_app_happen_inside_the_context() -> None:
    told: list[str] = []

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        told.append("start")
        yield
        told.append("end")

    async with serve(Starlette(lifespan=lifespan)):
        told.append("served")
    assert told == ["start", "served", "end"]


async def test_an_app_that_does_not_start_is_an_error_to_whoever_serves_it() -> None:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        if GREETER.routes:
            raise ValueError("no database")
        yield

    with pytest.raises(RuntimeError, match="did not start"):
        async with serve(Starlette(lifespan=lifespan)):
            pass


async def test_a_taken_port_is_an_ordinary_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        async with serve(GREETER, port=taken.getsockname()[1]):
            pass


async def test_serving_leaves_the_signals_alone() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    async with serve(GREETER):
        assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
