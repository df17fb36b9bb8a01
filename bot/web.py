"""The HTTP side: what Slack sends, and whether we live and work."""

from collections.abc import Awaitable, Callable, Mapping

import structlog
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Check = Callable[[], Awaitable[object]]
log = structlog.get_logger()


def web_application(bolt: AsyncApp, checks: Mapping[str, Check]) -> Starlette:
    """`POST /slack/events`, `GET /healthz` and `GET /readyz`, which runs the checks."""
    slack = AsyncSlackRequestHandler(bolt)

    async def events(request: Request) -> Response:
        return await slack.handle(request)

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def ready(_: Request) -> Response:
        states = {name: await _state(name, check) for name, check in checks.items()}
        works = all(state == "works" for state in states.values())
        return JSONResponse(states, status_code=200 if works else 503)

    return Starlette(
        routes=[
            Route("/slack/events", events, methods=["POST"]),
            Route("/healthz", alive),
            Route("/readyz", ready),
        ]
    )


async def _state(name: str, check: Check) -> str:
    try:
        await check()
    except Exception as error:  # noqa: BLE001 - whatever it is, it does not work
        log.warning("not ready", check=name, error=type(error).__name__)
        return "does not work"
    return "works"
