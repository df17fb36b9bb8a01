"""Creations whose writes lose their answers: how long until the card, and whether anything is made twice."""

import asyncio
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from statistics import median
from typing import Final, NamedTuple

from bot.app import BotTiming
from bot.models.clock import system_clock
from bot.ringcentral import RingCentralTiming
from bot.slack.client import SlackTiming
from sandbox.faults import DropAfter, DropBefore, Fault, Latency, StatusAfter
from sandbox.ringcentral import Limit
from sandbox.slack import SlackUser
from tests.office import Office, open_office
from tests.scenarios.form_actions import creates

_PLENTY: Final = {"Heavy": Limit(100_000, 60)}
_TIMEOUT: Final = 1.0
_TIMING: Final = BotTiming(
    ringcentral=RingCentralTiming(timeout=_TIMEOUT, pause=0.05, longest_pause=0.5),
    slack=SlackTiming(pause=0.05, longest_pause=0.5, later=1.0, timeout=5.0, haste=1000),
    drain=5,
    tick=0.5,
)
_PEOPLE: Final = ("U0ANN", "U0BEN", "U0CHIE")
_DAY: Final = "2030-03-12"
_WITHIN: Final = 60.0
_WRITES: Final = ("/webinars$", "/sessions$")
_CHANCE: Final = 0.08


class LostAnswers(NamedTuple):
    """The seconds from each loss to the card, and what was made of so many creations under random faults."""

    seconds: list[float]
    trials: int
    faults: int
    webinars: int
    sessions: int
    cards: int

    @property
    def median_seconds(self) -> float:
        """The median time from the loss to the card."""
        return median(self.seconds)

    @property
    def are_exact(self) -> bool:
        """Tell whether every creation made one webinar, one session and one card."""
        return self.webinars == self.sessions == self.cards == self.trials


async def run_lost_answers(
    database_url: str, *, measured: int, trials: int, seed: int, say: Callable[[str], None]
) -> LostAnswers:
    """Measure some losses one by one, then let creations run under random faults."""
    async with open_office(database_url, clock=system_clock, limits=_PLENTY) as office:
        office.timing = _TIMING
        async with office.bot():
            seconds = [await _loss_to_card(office, number) for number in range(measured)]
            say(f"{measured} losses measured, median {median(seconds):.2f} s")
        async with office.bot():
            faults = await _storm(office, trials, seed, say)
        made = {one.title for one in office.ringcentral.webinars.values() if one.title.startswith("Trial")}
        ids = [one.id for one in office.ringcentral.webinars.values() if one.title in made]
        sessions = [one for one in office.ringcentral.sessions.values() if one.webinar_id in ids]
        return LostAnswers(seconds, trials, faults, len(ids), len(sessions), len(_cards(office, "Trial")))


async def _loss_to_card(office: Office, number: int) -> float:
    """The seconds from the loss of an answer, of a write that was done, to the card."""
    path, title = _WRITES[number % len(_WRITES)], f"Measured {number:03}"
    office.ringcentral.faults.add(DropAfter(path=path, method="POST"))
    await creates(office.ann, {"Title": title, "Date": _DAY}, within=_WITHIN)
    await office.ann.closes(everything=True)
    lost = max(
        one.at
        for one in office.ringcentral.exchanges
        if one.method == "POST" and one.path.endswith(path[:-1])
    )
    posts = [one for one in office.slack.exchanges if one.method == "chat.postMessage"]
    return min(one.at for one in posts if title in str(one.request.get("text"))) - lost


async def _storm(office: Office, trials: int, seed: int, say: Callable[[str], None]) -> int:
    """Let people create webinars while any write may lose its answer, or land late; how often it went wrong."""
    office.ringcentral.faults.clear()
    chance = random.Random(seed)
    faults = [office.ringcentral.faults.add(fault) for fault in _random_faults()]
    numbers = iter(range(trials))
    await asyncio.gather(*(_create(office, office.person(name), numbers, chance, say) for name in _PEOPLE))
    return sum(office.ringcentral.faults.hits(fault) for fault in faults)


def _random_faults() -> Iterator[Fault]:
    for path in _WRITES:
        yield DropAfter(path=path, method="POST", times=None, chance=_CHANCE)
        yield DropBefore(path=path, method="POST", times=None, chance=_CHANCE)
        yield StatusAfter(path=path, method="POST", times=None, chance=_CHANCE, code=502)
        yield StatusAfter(path=path, method="POST", times=None, chance=_CHANCE, code=200, body="")
        yield Latency(path=path, method="POST", times=None, chance=_CHANCE, seconds=_TIMEOUT * 1.5)


async def _create(
    office: Office,
    person: SlackUser,
    numbers: Iterator[int],
    chance: random.Random,
    say: Callable[[str], None],
) -> None:
    """Create one webinar after another until all numbers are taken; a form that comes back is sent off again."""
    for number in numbers:
        await asyncio.sleep(chance.random() / 10)
        title = f"Trial {number:04}"
        with suppress(AssertionError):
            await creates(person, {"Title": title, "Date": _DAY}, within=_WITHIN)
        while not _cards(office, title):
            await person.submits()
            with suppress(AssertionError):
                await person.sees(lambda: person.modal.title == "Webinar created", _WITHIN)
        await person.closes(everything=True)
        if number % 50 == 0:
            say(f"{title} is there")


def _cards(office: Office, title: str) -> list[str]:
    messages = office.slack.state.workspace.find_channel("#general").messages
    return [one.text for one in messages if title in one.text and one.thread_ts is None]
