"""Our client before a real server: the local Webinar API, over real HTTP, in time that only sleep moves."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import httpx

from bot.models import WebinarSettings
from bot.models.rate_limit import Caller, Wait
from bot.rate_limit.limiter import RateLimiter
from bot.ringcentral import Credentials, RingCentral, RingCentralTiming
from bot.ringcentral.requests import NewSession, NewWebinar
from bot.ringcentral.responses import WebinarAnswer
from bot.storage import Cipher, Database, open_database
from bot.storage.rate_limits import RateLimitStore
from bot.storage.tokens import Tokens
from sandbox.faults import Fault, FaultT
from sandbox.ringcentral import WebinarAPI
from sandbox.serve import serve
from tests.bot.virtual_time import MONDAY, VirtualTime
from tests.databases import sqlite_database

PACE: Final = RingCentralTiming(timeout=5, pause=0.001, longest_pause=0.002)
GOOD: Final = Credentials(client_id="sandbox-client", client_secret="sandbox-secret", jwt="sandbox-jwt")
ALL_HANDS: Final = NewWebinar(title="Q3", settings=WebinarSettings(registration_enabled=False))
EVENT: Final = NewWebinar(title="Launch", settings=WebinarSettings(registration_enabled=True))
START: Final = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
SESSION: Final = NewSession(scheduled_start_time=START, scheduled_duration=2700, time_zone="America/New_York")


@dataclass
class LocalApi:
    """The client, the server, and what the person was told meanwhile."""

    api: WebinarAPI
    clock: VirtualTime
    ringcentral: RingCentral
    server: AsyncExitStack
    database: Database
    rate_limiter: RateLimiter
    told: list[Wait] = field(default_factory=list)

    async def tell(self, wait: Wait) -> None:
        """Take down what the person is told."""
        self.told.append(wait)

    @property
    def asked(self) -> list[str]:
        """The operations that arrived, in order, without the signing in."""
        return [said.operation_id or "" for said in self.api.exchanges if said.operation_id != "getToken"]

    @property
    def sign_ins(self) -> int:
        """The number of requests for a token."""
        return sum(said.operation_id == "getToken" for said in self.api.exchanges)

    def add(self, fault: FaultT) -> FaultT:
        """Let something go wrong."""
        return self.api.faults.add(fault)

    def hits(self, fault: Fault) -> int:
        """The number of requests that failed by this fault."""
        return self.api.faults.hits(fault)

    async def goes_down(self) -> None:
        """From now on nobody listens there."""
        await self.server.aclose()

    async def listed(self) -> list[WebinarAnswer]:
        """All of the host's webinars."""
        return await self.ringcentral.list_webinars(MONDAY)


@asynccontextmanager
async def connected(
    folder: Path,
    *,
    credentials: Credentials = GOOD,
    address: str | None = None,
    like: Path | None = None,
    **knobs: Any,
) -> AsyncIterator[LocalApi]:
    """A client that is connected to the API, or to another `address`; `knobs` go to the API.

    Its database is new, or a copy of the SQLite file that it shall be `like`.
    """
    clock = VirtualTime()
    api = WebinarAPI(clock=lambda: clock.seconds, **knobs)
    async with (
        open_database(sqlite_database(folder, like)) as database,
        AsyncExitStack() as leaving,
        AsyncExitStack() as server,
        httpx.AsyncClient() as http,
    ):
        api.url = await server.enter_async_context(serve(api.app))
        http.base_url = httpx.URL(address or api.url)
        rates = RateLimitStore(database, "host")
        rate_limiter = await leaving.enter_async_context(RateLimiter(rates, clock, PACE.timeout, clock.sleep))
        token_storage = Tokens(database, Cipher("secret"), "host")
        ringcentral = RingCentral(
            http, credentials, rate_limiter=rate_limiter, token_storage=token_storage, clock=clock, pace=PACE
        )
        local_api = LocalApi(api, clock, ringcentral, server, database, rate_limiter)
        local_api.ringcentral = ringcentral.on_behalf_of(
            Caller(id="story", asked_at=clock(), tell=local_api.tell)
        )
        yield local_api
