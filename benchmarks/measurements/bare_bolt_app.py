"""`python -m benchmarks.measurements.bare_bolt_app [--only-ack]`: `/webinar` as anybody writes it with Bolt, to measure the bot against.

On the same server with the same settings, and with the same modal, drawn once. It reads PORT and SLACK_API_URL.
"""

import os
import sys
from typing import Any, Final

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from blocks.form import FormState, draw_form
from bot.models.form import Form, Options

MODAL: Final = draw_form(Form(announce_here=True), Options(), FormState(webinar_key="0" * 32), None)


async def opens(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient) -> None:
    """Acknowledge, and open the modal."""
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=MODAL)


async def acknowledges(ack: AsyncAck) -> None:
    """Acknowledge, and nothing else."""
    await ack()


def application() -> Starlette:
    """The web application."""
    bolt = AsyncApp(
        token=os.environ["SLACK_BOT_TOKEN"],
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        client=AsyncWebClient(os.environ["SLACK_BOT_TOKEN"], f"{os.environ['SLACK_API_URL']}/", timeout=3),
    )
    bolt.command("/webinar")(acknowledges if "--only-ack" in sys.argv else opens)
    slack = AsyncSlackRequestHandler(bolt)

    async def events(request: Request) -> Response:
        return await slack.handle(request)

    return Starlette(routes=[Route("/slack/events", events, methods=["POST"])])


def configuration() -> uvicorn.Config:
    """The server, as `python -m bot` sets it up."""
    return uvicorn.Config(
        application(),
        os.environ["HOST"],
        int(os.environ["PORT"]),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    uvicorn.Server(configuration()).run()
