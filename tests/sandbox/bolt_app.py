"""A Bolt app beside the workspace, as the real bot stands beside the real Slack."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.serve import serve
from sandbox.slack import SlackServer

Call = Callable[..., Awaitable[dict[str, Any]]]


@asynccontextmanager
async def staged(slack: SlackServer) -> AsyncIterator[AsyncApp]:
    """Serve the workspace and an empty Bolt app that know of each other."""
    async with serve(slack.app) as url:
        slack.url = url
        client = AsyncWebClient(token=slack.bot_token, base_url=f"{url}/api/")
        bot = AsyncApp(signing_secret=slack.signing_secret, client=client)
        handler = AsyncSlackRequestHandler(bot)

        async def events(request: Request) -> Response:
            return await handler.handle(request)

        async with serve(Starlette(routes=[Route("/slack/events", events, methods=["POST"])])) as bot_url:
            slack.request_url = f"{bot_url}/slack/events"
            yield bot


def plain(text: str) -> dict[str, Any]:
    """A plain_text object."""
    return {"type": "plain_text", "text": text}


def input_block(block_id: str, label: str, element: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An input block whose action_id is its block_id."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": block_id, **element},
        **more,
    }


def modal(*blocks: dict[str, Any], title: str = "Webinar", **more: Any) -> dict[str, Any]:
    """A modal with a submit button."""
    return {
        "type": "modal",
        "callback_id": "webinar",
        "title": plain(title),
        "submit": plain("Create"),
        "blocks": list(blocks),
        **more,
    }


def section(text: str, **more: Any) -> dict[str, Any]:
    """A section of mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str, text: str, **more: Any) -> dict[str, Any]:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    """A block of elements that act at once."""
    return {"type": "actions", "block_id": "acts", "elements": list(elements)}


@asynccontextmanager
async def calling(slack: SlackServer) -> AsyncIterator[Call]:
    """Serve the workspace alone, and give a way to call its Web API: `await call("auth.test")`."""
    async with serve(slack.app) as slack.url, calling_on(slack) as call:
        yield call


@asynccontextmanager
async def calling_on(slack: SlackServer) -> AsyncIterator[Call]:
    """A way to call the Web API of a workspace that is being served."""
    async with browsing() as http:

        async def call(method: str, **arguments: Any) -> dict[str, Any]:
            headers = {"Authorization": f"Bearer {slack.bot_token}"}
            answer = await http.post(f"{slack.url}/api/{method}", json=arguments, headers=headers)
            body: dict[str, Any] = answer.json()
            return body

        yield call


def browsing() -> httpx.AsyncClient:
    """A client for loopback, made without the tenth of a second that reading certificates takes."""
    return httpx.AsyncClient(trust_env=False, verify=False)  # noqa: S501
