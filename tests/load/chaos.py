"""Many people create webinars while workers are killed and the wire is faulty."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from sandbox.faults import Fault, Faults, Latency
from sandbox.ringcentral import Limit
from tests.load.audit import Audit
from tests.load.chaos_plan import ChaosPlan, ChaosResult
from tests.load.customers import Customer, WebinarRequest
from tests.load.scene import LoadScene, open_scene
from tests.load.workers import WorkerFleet

LIMITS: Final = {group: Limit(60, 2) for group in ("Heavy", "Medium", "Light", "Auth")}
_SHARE_A_TITLE: Final = 4
_TELLS_EVERY = 5.0
_LOOKS_EVERY = 0.05


async def run_chaos(
    plan: ChaosPlan, database_url: str, folder: Path, say: Callable[[str], None]
) -> ChaosResult:
    """Let the storm rage over a database; `say` hears how it goes."""
    at_ringcentral = Faults(*plan.at_ringcentral, chance=Random(plan.seed))
    at_slack = Faults(*plan.at_slack, chance=Random(plan.seed + 1))
    async with open_scene(plan.people, LIMITS, at_ringcentral, at_slack) as scene:
        slots = [scene.settings(database_url, worker + 1, plan.timeout) for worker in range(plan.workers)]
        fleet = WorkerFleet(slots, folder, plan.program, Random(plan.seed + 2))
        return await ChaosRun(plan, scene, fleet, say).happens()


class ChaosRun:
    """One storm over one scene."""

    def __init__(
        self, plan: ChaosPlan, scene: LoadScene, fleet: WorkerFleet, say: Callable[[str], None]
    ) -> None:
        self._plan, self._scene, self._fleet, self._say = plan, scene, fleet, say
        self._chance = Random(plan.seed + 3)
        self._began = time.monotonic()
        self._finished = asyncio.Event()
        self._stall = 0.0
        self._requests: list[WebinarRequest] = []
        self._complaints: list[str] = []
        self._created = 0

    async def happens(self) -> ChaosResult:
        """Let it all happen, and look at what is there afterwards."""
        aside = [asyncio.create_task(one) for one in (self._tells(), self._watches())]
        try:
            async with asyncio.timeout(self._plan.minutes * 60), self._fleet.at_work():
                everybody = (self._creates(person) for person in self._scene.people)
                await asyncio.gather(self._kills(), self._cuts_off(), *everybody)
                await self._quiet()
        except TimeoutError:
            self._complaints.append(f"it was not done within {self._plan.minutes:g} minutes")
        finally:
            for task in aside:
                task.cancel()
        audit = Audit(self._scene.slack, self._scene.ringcentral, self._requests)
        return self._aftermath([*self._complaints, *audit.complaints])

    async def _creates(self, name: str) -> None:
        """One person wants one webinar after the other, as long as there are some to make."""
        slack = self._scene.slack
        chance = Random(f"{self._plan.seed} {name}")
        customer = Customer(
            slack, slack.person(name), chance, balance=self._balance, unscheduled=self._unscheduled
        )
        while len(self._requests) < self._plan.creations:
            request = self._request(name)
            self._requests.append(request)
            try:
                await customer.gets(request)
            except TimeoutError:
                self._complaints.append(f"{name} waited for “{request.title}” and heard of no end")
            self._created += 1
            self._finished.set()

    def _request(self, owner: str) -> WebinarRequest:
        """The next wish; some have the title of others that are made at the same moment."""
        number, chance = len(self._requests), self._chance
        group = number // _SHARE_A_TITLE
        title = f"Briefing {number}" if group % 2 else f"Town hall {group}"
        if any((request.owner, request.title) == (owner, title) for request in self._requests):
            title = f"Briefing {number}"
        others = [person for person in self._scene.people if person != owner]
        return WebinarRequest(
            owner=owner,
            title=title,
            channels=tuple(chance.sample(self._scene.channels, chance.choice((1, 1, 2)))),
            panelists=(chance.choice(others),) if chance.random() < 0.25 else (),
            registered=chance.random() < 0.25,
        )

    def _balance(self) -> None:
        """The next act goes to any worker, dead or alive."""
        self._scene.slack.request_url = f"{self._chance.choice(self._fleet.urls)}/slack/events"

    def _unscheduled(self, title: str) -> list[str]:
        """The webinars of this title that have no session."""
        store = self._scene.ringcentral.store
        found = [webinar.id for webinar in store.webinars.values() if webinar.title == title]
        return [webinar_id for webinar_id in found if store.session_of(webinar_id) is None]

    async def _kills(self) -> None:
        for moment in self._moments(self._plan.kills):
            await self._until_created(moment)
            await self._fleet.kill_one()

    async def _cuts_off(self) -> None:
        for moment in self._moments(self._plan.restarts):
            await self._until_created(moment)
            await self._fleet.restart_database()

    def _moments(self, count: int) -> list[float]:
        """The moments to strike, in webinars created: at any time, but while there is work under way."""
        return sorted(self._chance.uniform(0, 0.95 * self._plan.creations) for _ in range(count))

    async def _until_created(self, number: float) -> None:
        while self._created < int(number):
            self._finished.clear()
            await self._finished.wait()

    async def _quiet(self) -> None:
        """Wait until nobody has said anything for a while."""
        before = -1
        while before != (before := self._said()):  # noqa: ASYNC110 - the absence of events sets none
            await asyncio.sleep(self._plan.settle)

    def _said(self) -> int:
        """The number of requests to Slack and RingCentral so far."""
        return len(self._scene.slack.exchanges) + len(self._scene.ringcentral.exchanges)

    async def _tells(self) -> None:
        while True:
            await asyncio.sleep(_TELLS_EVERY)
            self._say(
                f"{time.monotonic() - self._began:4.0f} s: {self._created} of {self._plan.creations} created, "
                f"{self._fleet.kills} of {self._plan.kills} kills, {self._faults()} faults"
            )

    async def _watches(self) -> None:
        """Measure how long the sandbox stood still, since a sandbox that does makes requests land late."""
        while True:
            before = time.monotonic()
            await asyncio.sleep(_LOOKS_EVERY)
            self._stall = max(self._stall, time.monotonic() - before - _LOOKS_EVERY)

    def _faults(self) -> int:
        slack, ringcentral = self._scene.slack.faults, self._scene.ringcentral.faults
        counted = [(ringcentral, one) for one in self._plan.at_ringcentral]
        counted += [(slack, one) for one in self._plan.at_slack]
        return sum(faults.hits(fault) for faults, fault in counted if not _everyday(fault))

    def _aftermath(self, complaints: list[str]) -> ChaosResult:
        said = [exchange.request.get("text", "") for exchange in self._scene.slack.exchanges]
        return ChaosResult(
            complaints=complaints,
            created=self._created,
            kills=self._fleet.kills,
            restarts=self._fleet.restarts,
            ended_alone=self._fleet.ended_alone,
            faults=self._faults(),
            failures_told=sum(str(text).startswith(":warning: *") for text in said),
            questions=sum(str(text).startswith(":grey_question: *") for text in said),
            seconds=time.monotonic() - self._began,
            longest_stall=self._stall,
        )


def _everyday(fault: Fault) -> bool:
    """True for a fault that only makes the wire as slow as wires are."""
    return isinstance(fault, Latency) and fault.chance == 1
