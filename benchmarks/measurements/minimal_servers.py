"""`python -m benchmarks.measurements.minimal_servers`: the least Slack and RingCentral that let a bot open forms, at the port PORT.

A process of its own that costs next to nothing, so that a load measures the bot; `GET /opened` counts the forms.
"""

import os
from itertools import count
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

_IDENTITY: Final = {
    "ok": True,
    "url": "https://sandbox.slack.com/",
    "team": "Sandbox",
    "team_id": "T0SANDBOX",
    "user": "webinars",
    "user_id": "U0BOT",
    "bot_id": "B0BOT",
}
_TOKEN: Final = {"access_token": "stand-in", "token_type": "bearer", "expires_in": 3600, "owner_id": "100"}


def minimal_application() -> Starlette:
    """Answers every method of Slack's Web API and the sign-in of RingCentral."""
    opened = 0
    numbers = count(1)

    async def slack(request: Request) -> JSONResponse:
        nonlocal opened
        await request.body()
        method = request.path_params["method"]
        opened += method == "views.open"
        return JSONResponse(_answer(method, request.query_params.get("user", ""), next(numbers)))

    async def sign_in(_: Request) -> JSONResponse:
        return JSONResponse(_TOKEN)

    async def told(_: Request) -> PlainTextResponse:
        return PlainTextResponse(str(opened))

    return Starlette(
        routes=[
            Route("/api/{method}", slack, methods=["GET", "POST"]),
            Route("/restapi/oauth/token", sign_in, methods=["POST"]),
            Route("/opened", told),
        ]
    )


def _answer(method: str, user: str, number: int) -> dict[str, Any]:
    match method:
        case "auth.test":
            return _IDENTITY
        case "users.info":
            return {"ok": True, "user": {"id": user, "name": "somebody", "tz": "America/Los_Angeles"}}
        case _:
            return {"ok": True, "view": {"id": f"V{number}", "hash": f"{number}.1"}}


if __name__ == "__main__":
    uvicorn.run(minimal_application(), port=int(os.environ["PORT"]), log_config=None, access_log=False)
