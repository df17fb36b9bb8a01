"""Where the bot works: the local RingCentral and Slack over real HTTP, and a database, in time that only sleep moves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import aiohttp

from bot.models import Person, Plan, Role, Webinar
from bot.models.form import Form, Options
from bot.models.rate_limit import Caller, Priority, Wait, WaitReason
from bot.models.registration import RegistrationEntry, SignupClick
from bot.models.submission import Submission
from bot.models.tracked import TrackedWebinar
from bot.slack.client import SlackClient, SlackTiming
from bot.storage import Cipher
from bot.storage.rate_limits import Allowance, RateLimitStore
from bot.storage.rate_queue import QueueEntry
from bot.storage.stores import Stores
from bot.storage.subscriptions import Subscriptions
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.queries import WebinarQueries
from bot.webinars.sync import WebinarSync
from bot.wiring import build_resources, build_stores
from sandbox.ringcentral import SessionRole, WebinarAPI
from sandbox.serve import serve
from sandbox.slack import SlackServer
from tests.blocks.example_webinar import plan_of, webinar
from tests.bot.ringcentral.local_api import LocalApi, connected
from tests.bot.virtual_time import VirtualTime
from tests.office import manifest

_HASTY: Final = SlackTiming(tries=1, pause=0.001, longest_pause=0.001, timeout=2.0, haste=1000)
_FULL: Final = Allowance(limit=0, window=60)
PLAN: Final = plan_of(webinar())
BEN: Final = Person(
    id="U0BEN", name="Ben Bauer", first_name="Ben", last_name="Bauer", email="Ben@example.com"
)
CHIE: Final = Person(id="U0CHIE", name="Chie", first_name="Chie", last_name="Sato", email="chie@example.com")


@dataclass
class Workplace:
    """Everything that one worker of the bot has at hand, and what the person was told meanwhile."""

    ringcentral: LocalApi
    slack: SlackServer
    slack_client: SlackClient
    stores: Stores
    told: list[Wait] = field(default_factory=list)

    def __post_init__(self) -> None:
        client, stores, clock = self.ringcentral.ringcentral, self.stores, self.clock
        self.resources = build_resources(
            clock=clock,
            database=self.ringcentral.database,
            stores=stores,
            rate_limiter=self.ringcentral.rate_limiter,
            ringcentral=client,
            slack=self.slack_client,
            bot_name="webinars",
        )
        self.people, self.once = self.resources.people, self.resources.once
        self.creation = self.resources.webinar_creation
        self.sync = WebinarSync(client, stores.webinars, clock)
        self.queries = WebinarQueries(stores, self.people)

    @property
    def clock(self) -> VirtualTime:
        return self.ringcentral.clock

    @property
    def api(self) -> WebinarAPI:
        return self.ringcentral.api

    @property
    def caller(self) -> Caller:
        """Somebody who waits, and for whom time passes while something may still land."""
        return Caller(id="story", asked_at=self.clock(), tell=self._tell)

    async def _tell(self, wait: Wait) -> None:
        self.told.append(wait)
        self.clock.passes(wait.seconds)

    def asked_since(self, count: int) -> list[str]:
        """The operations that arrived after the first `count`."""
        return self.ringcentral.asked[count:]

    def said_to(self, channel: str) -> list[str]:
        """The texts that we posted to a channel or a person, in order."""
        posts = [one for one in self.slack.exchanges if one.method in {"chat.postMessage", "chat.update"}]
        return [one.request["text"] for one in posts if one.request["channel"] == channel]

    async def submitted(self, plan: Plan = PLAN, webinar_key: str = "d1", **facts: Any) -> Submission:
        """A form that was sent off and is stored."""
        submission = Submission(
            webinar_key=webinar_key,
            owner="U0ANN",
            form=Form(),
            options=Options(),
            plan=plan,
            **{"attempt": 0, **facts},
        )
        await self.stores.submissions.add(submission)
        return submission

    async def made(self, plan: Plan = PLAN, webinar_key: str = "d1") -> TrackedWebinar:
        """A webinar that we made at RingCentral and follow."""
        submission = await self.submitted(plan, webinar_key)
        await self.creation.make(submission, self.caller)
        await self.creation.schedule(submission, self.caller)
        return await self.tracked(webinar_key)

    async def tracked(self, webinar_key: str = "d1") -> TrackedWebinar:
        """The webinar as it is stored now."""
        found = await self.stores.webinars.get_tracked(webinar_key)
        assert found is not None
        return found

    async def change(self, webinar_key: str = "d1", **changed: Any) -> Webinar:
        """Something else is known of a webinar."""
        found = await self.stores.webinars.change(
            webinar_key, lambda webinar: webinar.model_copy(update=changed)
        )
        assert found is not None
        return found

    async def enters(self, user: str, webinar_key: str = "d1", **click: Any) -> RegistrationEntry:
        """Somebody clicks Register me."""
        return await self.stores.registrations.enter(SignupClick(webinar_key=webinar_key, user=user, **click))

    async def penalised(self, seconds: float = 30) -> None:
        """RingCentral answers 429: nothing may leave for so many seconds."""
        limiter = self.ringcentral.rate_limiter
        async with limiter.turn("rcwConfigCreateWebinar", "Heavy", self.caller) as turn:
            await turn.penalised(seconds)
        self.told.clear()

    @property
    def told_of(self) -> list[WaitReason]:
        """Why the person who waits was told to wait."""
        return [one.reason for one in self.told]

    async def calls_ahead(self, priority: Priority = Priority.CROWD) -> int:
        """How many calls would go before one that somebody asked for now."""
        caller = Caller(id="newcomer", asked_at=self.clock(), priority=priority)
        entry = QueueEntry(id="ticket", caller=caller.id, rank=caller.rank)
        now = self.ringcentral.rate_limiter.now()
        line = RateLimitStore(self.ringcentral.database, "host")
        advance = await line.advance("Heavy", _FULL, now, now, [entry])
        await line.leave_line("ticket")
        return advance.line.ahead()["ticket"].calls

    def panel(self, webinar_id: str) -> dict[str, Role]:
        """Everybody on the panel at RingCentral but the host, with their role."""
        session = self.api.store.session_of(webinar_id)
        assert session is not None
        there = self.api.store.invitees_of(session.id)
        return {one.email: Role(one.role.value) for one in there if one.role is not SessionRole.HOST}

    def subscription(self, *, trusted: bool = False) -> WebhookSubscription:
        """A subscription to webhooks of which the test says whether it lives."""
        client, stores = self.ringcentral.ringcentral, self.stores
        subscriptions = Subscriptions(self.ringcentral.database, "host")
        subscription = _Webhooks(client, subscriptions, stores.webhook_events, self.clock, None)
        subscription.alive = trusted
        return subscription


class _Webhooks(WebhookSubscription):
    alive = False

    @property
    def trusted(self) -> bool:
        return self.alive


@asynccontextmanager
async def workplace(folder: Path, like: Path | None = None, **knobs: Any) -> AsyncIterator[Workplace]:
    """A place of work on SQLite; `knobs` go to RingCentral's API."""
    slack = SlackServer.with_people()
    slack.install(manifest())
    async with (
        connected(folder, like=like, **knobs) as ringcentral,
        serve(slack.app) as slack.url,
        aiohttp.ClientSession() as session,
    ):
        clock = ringcentral.clock
        client = partial(SlackClient, "xoxb-sandbox", f"{slack.url}/api", session=session)
        stores = build_stores(ringcentral.database, Cipher("a secret"), clock)
        yield Workplace(ringcentral, slack, client(clock=clock, timing=_HASTY), stores)
