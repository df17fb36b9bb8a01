"""A webhook that listens to the local RingCentral, as well or badly behaved as a test wants it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.serve import serve
from tests.sandbox.api_client import ApiClient

SUBSCRIPTIONS = "/webinar/notifications/v1/subscriptions"
SESSIONS = "/webinar/configuration/v1/company/sessions"
STATE = "/webinar/runtime/v1/company/sessions/state"
REGISTRATION_STATE = "/webinar/registration/v1/company/sessions/state"
REGISTRANTS = "/webinar/registration/v1/company/sessions/registrants"
EVERYTHING = (SESSIONS, STATE, REGISTRATION_STATE, REGISTRANTS)


@dataclass
class WebhookListener:
    """Keeps the envelopes it got, with their tokens; `status`, `echo` … are how it answers."""

    url: str = ""
    status: int = 200
    echo: bool = True
    kind: str = "application/json"
    padding: int = 0
    slow: float = 0
    envelopes: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    validations: int = 0

    async def take(self, request: Request) -> Response:
        await asyncio.sleep(self.slow)
        headers = {}
        if proof := request.headers.get("validation-token"):
            self.validations += 1
            headers = {"Validation-Token": proof} if self.echo else {}
        else:
            self.envelopes.append(await request.json())
            self.tokens.append(request.headers.get("verification-token"))
        return Response(b" " * self.padding, self.status, headers, media_type=self.kind)

    def heard(self, name: str = "changeType") -> list[Any]:
        """The values of the bodies by this name."""
        return [each["body"].get(name) for each in self.envelopes]

    def request(self, *filters: str, **more: Any) -> dict[str, Any]:
        """The body that subscribes this webhook, to everything unless told otherwise."""
        mode = {"transportType": "WebHook", "address": self.url, "verificationToken": "sesame"}
        return {"eventFilters": list(filters or EVERYTHING), "deliveryMode": mode, **more}

    async def subscribe(self, world: ApiClient, *filters: str, **more: Any) -> dict[str, Any]:
        """Subscribe, as the one who is signed in."""
        return await world.done("POST", SUBSCRIPTIONS, self.request(*filters, **more))


@asynccontextmanager
async def listening() -> AsyncIterator[WebhookListener]:
    listener = WebhookListener()
    app = Starlette(routes=[Route("/hook", listener.take, methods=["POST"])])
    async with serve(app) as url:
        listener.url = f"{url}/hook"
        yield listener
