"""The HTTP side: whether we live and work, and the routes of those who call us."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog
from cachetools import TTLCache
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


def web_application(checks: Mapping[str, Check], clock: Clock, *routes: Route) -> Starlette:
    """`GET /healthz`, and `GET /readyz`, which tells what the checks find; and the routes."""
    known: TTLCache[str, str] = TTLCache(len(checks), _KNOWN_FOR, timer=lambda: clock().timestamp())
    one_at_a_time = {name: asyncio.Lock() for name in checks}

    async def state(name: str) -> str:
        async with one_at_a_time[name]:  # a thousand who ask at once make one check
            if name not in known:
                known[name] = await _state(name, checks[name])
            return known[name]

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def ready(_: Request) -> Response:
        states = dict(zip(checks, await asyncio.gather(*map(state, checks)), strict=True))
        works = all(said == "works" for said in states.values())
        return JSONResponse(states, status_code=200 if works else 503)

    return Starlette(routes=[Route("/healthz", alive), Route("/readyz", ready), *routes])


async def _state(name: str, check: Check) -> str:
    try:
        async with asyncio.timeout(_WITHIN):
            await check()
    except Exception as error:  # noqa: BLE001 - whatever it is, it does not work
        log.warning("not_ready", check=name, error=type(error).__name__)
        return "does not work"
    return "works"
