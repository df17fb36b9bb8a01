"""A served Webinar API with a signed-in client, for tests of the sandbox; every exchange meets the contract."""

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from sandbox.ringcentral import Limit, WebinarAPI
from sandbox.serve import serve
from tests.sandbox import contract

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
BASIC = ("sandbox-client", "sandbox-secret")
CONFIGURATION = "/webinar/configuration/v1"
REGISTRATION = "/webinar/registration/v1/sessions"
START = "2026-12-01T15:00:00Z"
WHEN = {"scheduledStartTime": START, "scheduledDuration": 3600, "timeZone": "Europe/Berlin"}
EVE = {"firstName": "Eve", "lastName": "Early", "email": "eve@example.com"}
PLENTY = {"Heavy": Limit(1000), "Auth": Limit(1000)}


class ApiClock:
    """The time, as a test wants it."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class ApiClient:
    """The API, its clock, and the hands of a client that is signed in as user 100."""

    api: WebinarAPI
    clock: ApiClock
    http: httpx.AsyncClient
    headers: dict[str, str] = field(default_factory=dict)

    async def sign_in(self, jwt: str = "sandbox-jwt") -> dict[str, Any]:
        """Sign in, and use the token from now on."""
        form = {"grant_type": JWT_BEARER, "assertion": jwt}
        answer = await self.http.post("/restapi/oauth/token", data=form, auth=BASIC)
        answer.raise_for_status()
        tokens: dict[str, Any] = answer.json()
        self.headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        return tokens

    async def call(self, method: str, path: str, body: Any = None, **query: Any) -> httpx.Response:
        """Send one request; paths below /webinar/configuration/v1 may be shortened."""
        if not path.startswith("/webinar/"):
            path = f"{CONFIGURATION}{path}"
        return await self.http.request(method, path, json=body, params=query or None, headers=self.headers)

    async def done(self, method: str, path: str, body: Any = None, **query: Any) -> dict[str, Any]:
        """Send a request that is granted, and give its answer."""
        answer = await self.call(method, path, body, **query)
        assert answer.is_success, answer.text
        said: dict[str, Any] = answer.json() if answer.content else {}
        return said

    async def refused(self, code: int, method: str, path: str, body: Any = None, **query: Any) -> list[str]:
        """Send a request that is refused, and name the parameters that it is refused for."""
        answer = await self.call(method, path, body, **query)
        assert answer.status_code == code, answer.text
        return [each.get("parameterName", "") for each in answer.json()["errors"]]

    async def webinar(self, title: str = "All-hands", /, **settings: Any) -> str:
        """Create a webinar, and give its path."""
        made = await self.done("POST", "/webinars", {"title": title, "settings": settings})
        return f"/webinars/{made['id']}"

    async def session(self, title: str = "All-hands", /, **settings: Any) -> str:
        """Create a webinar with a session, and give the session's path."""
        webinar = await self.webinar(title, **settings)
        made = await self.done("POST", f"{webinar}/sessions", WHEN)
        return f"{webinar}/sessions/{made['id']}"

    async def registration(self) -> str:
        """Create a webinar that people register for, and give the path of its registration."""
        session = await self.session(registrationEnabled=True)
        return f"{REGISTRATION}/{id_of(session)}"


def id_of(path: str) -> str:
    """Give the last id of a path."""
    return path.rsplit("/", 1)[1]


@asynccontextmanager
async def opened(
    *, signed_in: bool = True, conforming: bool = True, **knobs: Any
) -> AsyncIterator[ApiClient]:
    """Serve an API and sign in; afterwards hold everything that was said against the contract, if it is here."""
    clock = ApiClock()
    api = WebinarAPI(**{"clock": clock, "limits": PLENTY, **knobs})
    no_tls = ssl.SSLContext(
        ssl.PROTOCOL_TLS_CLIENT
    )  # spares each test the 40 ms of reading trusted certificates
    async with serve(api.app) as url, httpx.AsyncClient(base_url=url, verify=no_tls) as http:
        api.url = url
        world = ApiClient(api, clock, http)
        if signed_in:
            await world.sign_in()
        yield world
    if conforming:
        found = [problem for exchange in api.exchanges for problem in contract.problems(exchange)]
        assert not found, "\n".join(found)


def without(facts: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Leave some fields out."""
    return {name: value for name, value in facts.items() if name not in names}
