"""The HTTP side: what Slack sends, and whether we live and work."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog
from cachetools import TTLCache
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.models.clock import Clock

_WITHIN: Final = 2.0
_KNOWN_FOR: Final = 15.0
"""Seconds; asking more often would use up the few sign-ins a minute that RingCentral allows."""
Check = Callable[[], Awaitable[object]]
log = structlog.get_logger()


def web_application(bolt: AsyncApp, checks: Mapping[str, Check], clock: Clock, *others: Route) -> Starlette:
    """`POST /slack/events`, `GET /healthz` and `GET /readyz`, which tells what the checks find; and the others."""
    slack = AsyncSlackRequestHandler(bolt)
    known: TTLCache[str, str] = TTLCache(len(checks), _KNOWN_FOR, timer=lambda: clock().timestamp())

    async def state(name: str) -> str:
        if name not in known:
            known[name] = await _state(name, checks[name])
        return known[name]

    async def events(request: Request) -> Response:
        return await slack.handle(request)

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def ready(_: Request) -> Response:
        states = dict(zip(checks, await asyncio.gather(*map(state, checks)), strict=True))
        works = all(said == "works" for said in states.values())
        return JSONResponse(states, status_code=200 if works else 503)

    return Starlette(
        routes=[
            Route("/slack/events", events, methods=["POST"]),
            Route("/healthz", alive),
            Route("/readyz", ready),
            *others,
        ]
    )


async def _state(name: str, check: Check) -> str:
    try:
        async with asyncio.timeout(_WITHIN):
            await check()
    except Exception as error:  # noqa: BLE001 - whatever it is, it does not work
        log.warning("not ready", check=name, error=type(error).__name__)
        return "does not work"
    return "works"
