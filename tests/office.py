"""The office in which tests take place: a Slack, a RingCentral, and the real bot between them, over real HTTP."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import SecretStr
from starlette.applications import Starlette

from bot.app import BotTiming, running
from bot.models.clock import Clock
from bot.ringcentral import RingCentralTiming
from bot.settings import Settings
from bot.slack.client import SlackTiming
from sandbox.ringcentral import WebinarAPI
from sandbox.ringcentral.state.store import Session, StoredWebinar
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.timeouts import extended
from tests.leaks import leaks, strangers

ROOT = Path(__file__).resolve().parent.parent
MONDAY = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
"""The time of the stories: Monday morning in Los Angeles, a week before its clocks go forward."""
QUICK = BotTiming(
    ringcentral=RingCentralTiming(timeout=0.4, pause=0.01, longest_pause=0.05),
    slack=SlackTiming(pause=0.01, longest_pause=0.05, later=0.05, timeout=1.0, haste=1000),
    drain=2,
    tick=0.4,
)
_LOOKS = 3
_REST_SECONDS = 2.0
"""Work that waits for RingCentral may go on for longer than a look waits."""


def ticking_from(start: datetime) -> Clock:
    """A clock that shows `start` now and goes on from there."""
    began = time.monotonic()
    return lambda: datetime.fromtimestamp(start.timestamp() + time.monotonic() - began, UTC)


def manifest() -> dict[str, Any]:
    """The app's manifest."""
    return deepcopy(_manifest())


@cache
def _manifest() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
    return read


@dataclass
class Office:
    """Everything a story needs."""

    slack: SlackServer
    ringcentral: WebinarAPI
    settings: Settings
    clock: Clock
    bot_url: str = ""
    port: int = 0
    timing: BotTiming = field(default_factory=lambda: QUICK)
    webs: list[Starlette] = field(default_factory=list)
    """The bots at work."""

    def person(self, name: str) -> SlackUser:
        """Somebody who works here."""
        return self.slack.person(name)

    @property
    def ann(self) -> SlackUser:
        return self.person("U0ANN")

    @property
    def ben(self) -> SlackUser:
        return self.person("U0BEN")

    @property
    def operations(self) -> list[str]:
        """The calls to RingCentral, in order, without the sign-ins."""
        asked = [exchange.operation_id or exchange.path for exchange in self.ringcentral.exchanges]
        return [operation for operation in asked if operation != "getToken"]

    @property
    def webinar(self) -> StoredWebinar:
        """The one webinar at RingCentral."""
        (webinar,) = self.ringcentral.webinars.values()
        return webinar

    @property
    def session(self) -> Session:
        """The one session at RingCentral."""
        (session,) = self.ringcentral.sessions.values()
        return session

    def link(self, code: str) -> str:
        """A join link."""
        return f"{self.ringcentral.url}/join/{code}"

    @property
    def attendee_link(self) -> str:
        return self.link(self.session.attendee_code)

    @property
    def host_link(self) -> str:
        return self.link(self.session.host_code)

    async def looks_around(self) -> None:
        """Have the bot look at everything several times: a look may find what the one before it did."""
        for _ in range(_LOOKS):
            for web in self.webs:
                await web.state.jobs.look()
                await web.state.workflows.rest(_REST_SECONDS)

    async def handles(self, within: float = 30.0) -> None:
        """Wait until the bot has done what people asked of it until now: events, listeners and workflows."""
        async with asyncio.timeout(extended(within)):
            await asyncio.gather(*self.slack.state.tasks)
            for web in self.webs:
                await web.state.listeners.drained(within)
                await web.state.workflows.rest(within)

    def opens_to_webhooks(self) -> None:
        """From its next start the bot is where RingCentral finds it."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        told = {
            "public_url": f"http://127.0.0.1:{self.port}",
            "ringcentral_webhook_token": SecretStr("sandbox-webhook-token"),
        }
        self.settings = self.settings.model_copy(update=told)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        """The bot at work."""
        async with (
            running(self.settings, self.clock, self.timing) as web,
            serve(web, port=self.port) as url,
        ):
            self.bot_url = url
            self.slack.request_url = f"{url}/slack/events"
            self.webs.append(web)
            try:
                yield
            finally:
                self.webs.remove(web)
        assert self.slack.refusals == [], "Slack could not take an answer of the bot"


@asynccontextmanager
async def open_office(database_url: str, clock: Clock | None = None, **knobs: Any) -> AsyncIterator[Office]:
    """An office whose bot is not at work yet; `knobs` go to RingCentral."""
    clock = clock or ticking_from(MONDAY)
    slack = SlackServer.with_people()
    slack.install(manifest())
    ringcentral = WebinarAPI(clock=lambda: clock().timestamp(), **knobs)
    async with serve(slack.app) as slack.url, serve(ringcentral.app) as ringcentral.url:
        yield Office(slack, ringcentral, settings_for(slack.url, ringcentral.url, database_url), clock)
    assert leaks(slack, ringcentral) == [], "a channel saw what is one person's alone"
    assert strangers(slack, ringcentral) == [], "somebody else saw what is one person's alone"


def settings_for(slack_url: str, ringcentral_url: str, database_url: str) -> Settings:
    """The settings of a bot in the sandbox."""
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr("xoxb-sandbox"),
        slack_signing_secret=SecretStr("sandbox-signing-secret"),
        slack_app_token=None,
        slack_api_url=f"{slack_url}/api",
        ringcentral_server_url=ringcentral_url,
        ringcentral_client_id="sandbox-client",
        ringcentral_client_secret=SecretStr("sandbox-secret"),
        ringcentral_jwt=SecretStr("sandbox-jwt"),
        public_url=None,
        ringcentral_webhook_token=None,
        slack_timeout=1.0,
        database_url=database_url,
        encryption_keys=None,
        worker_id="worker-1",
    )
