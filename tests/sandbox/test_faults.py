"""Faults on the wire look to a client as they do in life."""

import asyncio
import logging
import random
import time
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from sandbox.faults import DropAfter, DropBefore, Fault, Faults, Faulty, Hold, Latency, Status, StatusAfter
from sandbox.serve import serve


class OrderApp:
    """An app that counts the orders it took, on a wire that can be broken."""

    def __init__(self) -> None:
        self.orders = 0
        self.faults = Faults()
        self.app = Faulty(
            Starlette(routes=[Route("/orders", self.take, methods=["POST", "GET"])]), self.faults
        )

    async def take(self, request: Request) -> JSONResponse:
        await request.body()
        self.orders += 1
        return JSONResponse({"order": self.orders}, 201)


@pytest.fixture
def shop() -> OrderApp:
    return OrderApp()


@pytest.fixture
async def client(shop: OrderApp) -> AsyncIterator[httpx.AsyncClient]:
    async with serve(shop.app) as url, httpx.AsyncClient(base_url=url) as client:
        yield client


async def codes(
    client: httpx.AsyncClient, times: int, method: str = "POST", path: str = "/orders"
) -> list[int]:
    return [(await client.request(method, path)).status_code for _ in range(times)]


async def test_without_faults_the_wire_is_whole(shop: OrderApp, client: httpx.AsyncClient) -> None:
    assert await codes(client, 2) == [201, 201]


@pytest.mark.parametrize("reused", [False, True], ids=["first request", "kept-alive connection"])
@pytest.mark.parametrize(("fault", "done"), [(DropBefore(), 0), (DropAfter(), 1)])
async def test_a_dropped_connection_is_a_transport_error(
    shop: OrderApp,
    client: httpx.AsyncClient,
    caplog: pytest.LogCaptureFixture,
    fault: Fault,
    done: int,
    reused: bool,  # noqa: FBT001 - pytest passes it by name
) -> None:
    caplog.set_level(logging.WARNING)
    if reused:
        assert await codes(client, 1) == [201]
    before = shop.orders
    shop.faults.add(fault)
    with pytest.raises(httpx.TransportError):
        await client.post("/orders", json={"what": "tea"})
    assert shop.orders - before == done
    assert not caplog.records
    assert await codes(client, 1) == [201]


async def test_a_drop_breaks_only_its_own_connection(shop: OrderApp, client: httpx.AsyncClient) -> None:
    hold = shop.faults.add(Hold(method="GET"))
    waiting = asyncio.create_task(client.get("/orders"))
    await hold.reached.wait()
    shop.faults.add(DropAfter(method="POST"))
    with pytest.raises(httpx.TransportError):
        await client.post("/orders")
    hold.release()
    assert (await waiting).status_code == 201


async def test_an_error_before_the_app_leaves_nothing_done(shop: OrderApp, client: httpx.AsyncClient) -> None:
    shop.faults.add(Status(503, {"error": "later"}, {"Retry-After": "2"}))
    answer = await client.post("/orders")
    assert (answer.status_code, answer.json(), answer.headers["Retry-After"]) == (
        503,
        {"error": "later"},
        "2",
    )
    assert shop.orders == 0


async def test_an_error_after_the_app_hides_that_the_work_was_done(
    shop: OrderApp, client: httpx.AsyncClient
) -> None:
    shop.faults.add(StatusAfter(502, "<h1>Bad Gateway</h1>"))
    answer = await client.post("/orders")
    assert (answer.status_code, answer.text) == (502, "<h1>Bad Gateway</h1>")
    assert shop.orders == 1


async def test_latency_comes_before_the_work(shop: OrderApp, client: httpx.AsyncClient) -> None:
    shop.faults.add(Latency(0.01))
    start = time.perf_counter()
    assert await codes(client, 1) == [201]
    assert time.perf_counter() - start >= 0.01


async def test_a_held_request_waits_for_the_test(shop: OrderApp, client: httpx.AsyncClient) -> None:
    hold = shop.faults.add(Hold(times=None))
    waiting = asyncio.create_task(client.post("/orders"))
    await hold.reached.wait()
    assert shop.orders == 0
    hold.release()
    assert (await waiting).status_code == 201
    assert await codes(client, 1) == [201]


async def test_a_request_under_way_lands_though_its_sender_is_gone(
    shop: OrderApp, client: httpx.AsyncClient
) -> None:
    hold = shop.faults.add(Hold())
    waiting = asyncio.create_task(client.post("/orders", json={"what": "tea"}))
    await hold.reached.wait()
    waiting.cancel()
    assert await codes(client, 1, "GET") == [201]
    hold.release()
    assert await codes(client, 1, "GET") == [201]
    assert shop.orders == 3


async def test_a_fault_hits_its_method_and_path_only(shop: OrderApp, client: httpx.AsyncClient) -> None:
    shop.faults.add(Status(500, method="POST", path=r"^/orders$", times=None))
    assert await codes(client, 1, "GET") == [201]
    assert await codes(client, 1, path="/orders/1") == [404]
    assert await codes(client, 1) == [500]


async def test_a_fault_hits_once_unless_told_otherwise(shop: OrderApp, client: httpx.AsyncClient) -> None:
    shop.faults.add(Status(500))
    assert await codes(client, 2) == [500, 201]


async def test_a_fault_can_let_the_first_requests_pass(shop: OrderApp, client: httpx.AsyncClient) -> None:
    fault = shop.faults.add(Status(500, skip=1, times=2))
    assert await codes(client, 4) == [201, 500, 500, 201]
    assert shop.faults.hits(fault) == 2


async def test_chance_is_repeatable() -> None:
    async def some() -> list[int]:
        faults = Faults(Status(500, times=None, chance=0.5), chance=random.Random(7))  # noqa: S311
        async with serve(Faulty(OrderApp().app, faults)) as url, httpx.AsyncClient(base_url=url) as caller:
            return await codes(caller, 12)

    first = await some()
    assert set(first) == {201, 500}
    assert first == await some()


async def test_faults_happen_in_the_order_they_were_added(shop: OrderApp, client: httpx.AsyncClient) -> None:
    hold, told = shop.faults.add(Hold()), shop.faults.add(Status(500))
    behind = shop.faults.add(Status(501))
    waiting = asyncio.create_task(client.post("/orders"))
    await hold.reached.wait()
    hold.release()
    assert (await waiting).status_code == 500
    assert [shop.faults.hits(fault) for fault in (hold, told, behind)] == [1, 1, 0]


async def test_clearing_makes_the_wire_whole(shop: OrderApp, client: httpx.AsyncClient) -> None:
    shop.faults.add(Status(500, times=None))
    shop.faults.clear()
    assert await codes(client, 1) == [201]
