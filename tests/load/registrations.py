"""A crowd that registers for one event within a minute, while its host plans another and a worker is killed."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from sandbox.ringcentral import Limit
from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from tests.bot_process import BotProcess
from tests.load.fast_clock_bot import CLOCK_SPEED
from tests.load.rate_queue import QueuedPerson, QueuePlan, QueueResult
from tests.load.scene import LoadScene, open_scene
from tests.scenarios.form_actions import fills, opens_the_form

_TIMEOUT: Final = 2.0
_HEAVY: Final = 10
_WINDOW: Final = 60 / CLOCK_SPEED
_FILLING: Final = 30 / CLOCK_SPEED
"""The time that the host takes over a form: half a minute."""
_AGAIN_AFTER: Final = 3.0
_ANSWER: Final = 30.0
_LOOK: Final = 0.5
_LINK: Final = "You’re registered for"
_EVENT: Final = {"Date": "2036-03-10", "Start time": "15:00", "Duration": "45 minutes"}


@dataclass(frozen=True, kw_only=True)
class RegistrationPlan:
    """So many people who click within `seconds`, of whom `again` click once more; before it and in the middle of it
    the host plans so many webinars.
    """

    people: int = 1000
    again: int = 200
    webinars: int = 3
    seconds: float = 60.0
    workers: int = 1
    patience: float = 1200.0


@dataclass(frozen=True)
class RegistrationResult:
    """The result: the queue, the time of each answer, and of each creation before and in the middle (seconds)."""

    crowd: RegistrationPlan
    line: QueueResult
    answers: Sequence[float]
    twice: int
    told: int
    before: Sequence[float]
    meanwhile: Sequence[float]

    @property
    def slowest(self) -> float:
        """The longest that anybody waited for an answer."""
        return max(self.answers)


async def run_registrations(
    crowd: RegistrationPlan, database_url: str, folder: Path, say: Callable[[str], None]
) -> RegistrationResult:
    """Let the crowd click; `say` hears how it goes."""
    limits = {"Heavy": Limit(_HEAVY, _WINDOW), "Auth": Limit(60, 1)}
    async with (
        open_scene(crowd.people + 1, limits) as scene,
        _at_work(crowd, scene, database_url, folder) as bots,
    ):
        return await _RegistrationRun(crowd, scene, bots, say).happens()


@asynccontextmanager
async def _at_work(
    crowd: RegistrationPlan, scene: LoadScene, database_url: str, folder: Path
) -> AsyncIterator[list[BotProcess]]:
    async with AsyncExitStack() as stack:
        bots = []
        for number in range(1, crowd.workers + 1):
            settings = scene.settings(database_url, number, _TIMEOUT)
            (log := folder / settings.worker_id).mkdir()
            bot = BotProcess(settings, log, "tests.load.fast_clock_bot")
            await bot.start()
            stack.push_async_callback(bot.kill)
            bots.append(bot)
        yield bots


class _RegistrationRun:
    """One crowd in one scene; the host is its first person."""

    def __init__(
        self, crowd: RegistrationPlan, scene: LoadScene, bots: list[BotProcess], say: Callable[[str], None]
    ) -> None:
        self._crowd, self._scene, self._bots, self._say = crowd, scene, bots, say
        self._host = scene.slack.person(scene.people[0])
        self._everybody = [scene.slack.person(name) for name in scene.people[1:]]
        self._channel = scene.channels[0]
        self._clicked: dict[str, float] = {}
        self._placed: dict[str, float] = {}
        self._answers: list[float] = []
        self._chance = Random(1)
        self._all_clicked = asyncio.Event()
        self._deliver_to(0)

    async def happens(self) -> RegistrationResult:
        """Everything, until everybody is registered and knows it."""
        await self._creates(
            "The event", {"Who is it for?": "Registered event", "Announce in": [self._channel]}
        )
        card = self._card()
        await asyncio.sleep(_WINDOW)
        before = await self._creates_several("Before the rush")
        await asyncio.sleep(_WINDOW)
        middle = asyncio.create_task(self._in_the_middle())
        telling = asyncio.create_task(self._tells())
        await self._everybody_clicks(card)
        self._say("everybody has clicked")
        self._all_clicked.set()
        with suppress(TimeoutError):  # whoever was lost is counted
            async with asyncio.timeout(self._crowd.patience):
                while self._told() < len(self._everybody):  # noqa: ASYNC110 - asked at every change it would be busy
                    await asyncio.sleep(_LOOK)
        telling.cancel()
        meanwhile = await middle
        return RegistrationResult(
            self._crowd, self._line(), self._answers, self._twice(), self._told(), before, meanwhile
        )

    async def _everybody_clicks(self, card: ScreenMessage) -> None:
        began, clicking = time.time(), []
        apart = self._crowd.seconds / len(self._everybody)
        again = set(self._chance.sample(range(len(self._everybody)), self._crowd.again))
        for number, person in enumerate(self._everybody):
            await asyncio.sleep(max(0.0, began + number * apart - time.time()))
            self._deliver_to(number)
            clicking.append(asyncio.create_task(self._clicks(person, card, again=number in again)))
        await asyncio.gather(*clicking)

    async def _clicks(self, person: SlackUser, card: ScreenMessage, *, again: bool) -> None:
        """The first click asks, the yes is answered with a place; perhaps another click comes later."""
        await self._answered(
            person.presses("Register me", message=card),
            lambda: person.modal.submit_label == "Register me",
            person,
        )
        self._clicked[person.id] = time.time()
        await self._answered(person.submits(), lambda: not person.modal.submit_label, person)
        self._placed[person.id] = time.time()
        await person.closes()
        if again:
            await asyncio.sleep(_AGAIN_AFTER)
            seen = len(person.messages(self._channel))
            await self._answered(
                person.presses("Register me", message=card),
                lambda: len(person.messages(self._channel)) > seen,
                person,
            )

    async def _answered(self, act: object, seen: Callable[[], bool], person: SlackUser) -> None:
        began = time.monotonic()
        await act  # type: ignore[misc]
        await person.sees(seen, _ANSWER)
        self._answers.append(time.monotonic() - began)

    async def _in_the_middle(self) -> list[float]:
        """Creations when a third of the crowd is registered, and kill -9 for the first worker when two thirds are; alone,
        it is started again. The seconds that each creation took.
        """
        await self._registered(1 / 3)
        took = await self._creates_several("In the middle")
        await self._registered(2 / 3)
        await self._bots[0].kill()
        self._say("a worker was killed")
        if len(self._bots) == 1:
            await self._bots[0].start()
        return took

    async def _creates_several(self, title: str) -> list[float]:
        return [await self._creates(f"{title}, {number}", {}) for number in range(self._crowd.webinars)]

    async def _creates(self, title: str, fields: dict[str, object]) -> float:
        """The host plans a webinar, and takes half a minute for the form; the seconds from its sending to its end."""
        await opens_the_form(self._host, self._channel)
        await fills(self._host, {**_EVENT, "Title": title, **fields})
        await asyncio.sleep(_FILLING)
        began = time.monotonic()
        await self._host.submits()
        await self._host.sees(lambda: self._host.modal.title == "Webinar created", 60)
        took = time.monotonic() - began
        await self._host.closes()
        return took

    async def _registered(self, share: float) -> None:
        """Wait until everybody has clicked, since without any worker nobody is answered, and so many are registered."""
        await self._all_clicked.wait()
        ringcentral, wanted = self._scene.ringcentral, share * len(self._everybody)
        await ringcentral.wait_until(lambda: len(ringcentral.registrants) >= wanted, self._crowd.patience)

    async def _tells(self) -> None:
        while True:
            await asyncio.sleep(10)
            self._say(f"{len(self._scene.ringcentral.registrants)} registered, {self._told()} told")

    def _deliver_to(self, number: int) -> None:
        """Worker after worker hears of it, as long as it lives."""
        alive = [bot for bot in self._bots if bot.lives] or self._bots
        self._scene.slack.request_url = f"{alive[number % len(alive)].url}/slack/events"

    def _card(self) -> ScreenMessage:
        return next(one for one in self._host.messages(self._channel) if "The event" in one.plain)

    def _told(self) -> int:
        """The number of people who have their own link by direct message."""
        return len(self._links())

    def _links(self) -> Counter[str]:
        """The number of own links that each person was sent."""
        posts = (one.request for one in self._scene.slack.exchanges if one.method == "chat.postMessage")
        return Counter(str(one["channel"]) for one in posts if _LINK in str(one.get("text")))

    def _twice(self) -> int:
        """The number of people who registered more than once, or were told so."""
        addresses = [one.email for one in self._scene.ringcentral.registrants.values()]
        return len(addresses) - len(set(addresses)) + sum(count - 1 for count in self._links().values())

    def _line(self) -> QueueResult:
        heavy = [one for one in self._scene.ringcentral.exchanges if one.group == "Heavy"]
        done = {
            one.request["email"]: one.at
            for one in heavy
            if one.operation_id == "rcwRegCreateRegistrant" and one.status == 201
        }
        people = sorted(self._everybody, key=lambda person: self._clicked[person.id])
        asked = [
            QueuedPerson(
                self._clicked[person.id],
                done.get(f"{person.id.lower()}@example.com"),
                told=None,
                placed=self._placed[person.id],
            )
            for person in people
        ]
        size = QueuePlan(creates=len(asked), limit=_HEAVY, window=_WINDOW, workers=self._crowd.workers)
        first = min((one.asked for one in asked), default=0.0)
        last = max((one.done for one in asked if one.done is not None), default=first)
        calls = [one.at for one in heavy if one.status != 429 and first <= one.at <= last]
        return QueueResult(size, asked, calls, self._scene.ringcentral.penalties)
