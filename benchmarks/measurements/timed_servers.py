"""A Slack and a RingCentral between which bots are measured, with a stopwatch on each wire."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.measurements.programs import Program
from sandbox.faults import Latency
from sandbox.ringcentral import Limit, WebinarAPI
from sandbox.serve import serve
from sandbox.slack import SlackServer
from tests.office import manifest
from tests.scenarios.form_actions import ALL_HANDS, fills, opens_the_form

FAR: Final = {**ALL_HANDS, "Date": "2036-03-10"}
HOSTS: Final = {f"jwt-{number}": str(number) for number in range(101, 109)}
"""The RingCentral users, one for each bot, by what signs them in."""
_ROOMY: Final = {group: Limit(1000, 2.0) for group in ("Heavy", "Medium", "Light", "Auth")}
_WITHIN: Final = 30.0


@dataclass
class TimedCall:
    """One call of a bot: when it arrived, and when its answer was complete (epoch seconds)."""

    path: str
    began: float
    ended: float = 0.0


@dataclass
class Stopwatch:
    """Notes every call that a bot makes; `posting` is set when a message arrives."""

    calls: list[TimedCall] = field(default_factory=list)
    posting: asyncio.Event = field(default_factory=asyncio.Event)

    def restart(self) -> None:
        """Forget the earlier calls."""
        self.calls.clear()
        self.posting.clear()

    def on(self, app: ASGIApp) -> ASGIApp:
        """The app, with the stopwatch on its wire."""

        async def timed(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            call = TimedCall(scope["path"], time.time())
            self.calls.append(call)
            if call.path.endswith("chat.postMessage"):
                self.posting.set()
            await app(scope, receive, send)
            call.ended = time.time()

        return timed


@dataclass(frozen=True)
class TimedCreation:
    """The time from the form that was sent off to the card (seconds), and the calls before it."""

    took: float
    calls: tuple[str, ...]
    waited: float

    @property
    def own(self) -> float:
        """The time that is not spent waiting for those calls."""
        return self.took - self.waited


@dataclass
class TimedServers:
    """Servers between which bots are measured, one creation at a time."""

    slack: SlackServer
    ringcentral: WebinarAPI
    watch: Stopwatch

    async def create(self, bot: Program, latency: float = 0.0) -> TimedCreation:
        """Create one webinar by one bot; until its card arrives, every call is heard `latency` seconds late."""
        self.slack.request_url = f"{bot.url}/slack/events"
        ann = self.slack.person("U0ANN")
        await opens_the_form(ann)
        await fills(ann, FAR)
        self._late(latency)
        self.watch.restart()
        submitting = asyncio.create_task(ann.submits())
        async with asyncio.timeout(_WITHIN):
            await self.watch.posting.wait()
        self._late(0)
        await submitting
        await ann.sees(lambda: ann.modal.title == "Webinar created", _WITHIN)
        await ann.closes(everything=True)
        return self._creation()

    def _late(self, seconds: float) -> None:
        for faults in (self.slack.faults, self.ringcentral.faults):
            faults.clear()
            if seconds:
                faults.add(Latency(times=None, seconds=seconds))

    def _creation(self) -> TimedCreation:
        """The creation that just ended, as the stopwatch measured it."""
        submitted = next(
            one.at for one in reversed(self.slack.sent) if one.payload["type"] == "view_submission"
        )
        card = next(call.began for call in self.watch.calls if call.path.endswith("chat.postMessage"))
        before = [call for call in self.watch.calls if submitted <= call.began < card]
        waited = sum(min(call.ended, card) - call.began for call in before)
        return TimedCreation(card - submitted, tuple(call.path for call in before), waited)


@asynccontextmanager
async def stage() -> AsyncIterator[TimedServers]:
    """A Slack and a RingCentral whose limits nobody meets."""
    slack = SlackServer.with_people(rate_limits=False, trigger_seconds=_WITHIN)
    slack.install(manifest())
    ringcentral = WebinarAPI(assertions=HOSTS, limits=_ROOMY)
    watch = Stopwatch()
    async with AsyncExitStack() as stack:
        slack.url = await stack.enter_async_context(serve(watch.on(slack.app)))
        ringcentral.url = await stack.enter_async_context(serve(watch.on(ringcentral.app)))
        yield TimedServers(slack, ringcentral, watch)
