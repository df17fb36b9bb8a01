"""Scenes: what somebody may find when they come in, played by the people of the world with their own hands."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sandbox.ringcentral import WebinarAPI
from sandbox.slack import SlackUser
from sandbox.world import World

_REGISTRATIONS: Final = 120
_BETWEEN: Final = 0.25
_FIRST: Final = ("Alex", "Bo", "Cam", "Dara", "Emre", "Fay", "Gil", "Hana", "Ines", "Jun", "Kai", "Lena")
_LAST: Final = ("Adams", "Brandt", "Costa", "Diaz", "Endo", "Fischer", "Garcia", "Hughes", "Ito", "Jansen")


@dataclass(frozen=True)
class Scene:
    """A scene: its name, its content, the way it comes about, and its channel."""

    title: str
    story: str
    play: Callable[[World], Awaitable[None]]
    channel: str = "general"


def strangers(ringcentral: WebinarAPI) -> tuple[str, str, str]:
    """Somebody who has not registered yet: first name, last name and e-mail."""
    number = len(ringcentral.registrants) + len(ringcentral.participants)
    first = _FIRST[number % len(_FIRST)]
    last = _LAST[number // len(_FIRST) % len(_LAST)]
    return first, last, f"{first}.{last}.{number + 1}@example.net".lower()


async def _nothing(_world: World) -> None:
    """Leave the workspace as it is."""


async def _tomorrow(world: World) -> None:
    await _creates(world, "Q4 All-Hands tomorrow at 10am for 45 minutes", "#general")


async def _storm(world: World) -> None:
    await _creates(world, "Product Launch next Tuesday at 9am for 1 hour", "#marketing", registered=True)
    await _dismissed(world.slack.person("ann"))
    (session,) = world.ringcentral.sessions.values()
    for _ in itertools.repeat(None, _REGISTRATIONS):
        world.ringcentral.register(session.id, *strangers(world.ringcentral))
        await asyncio.sleep(_BETWEEN)


async def _creates(world: World, line: str, channel: str, *, registered: bool = False) -> None:
    """Let Ann create a webinar in one line."""
    ann = world.slack.person("ann")
    await ann.types(f"/webinar create {line}", channel)
    await ann.sees(lambda: "Time zone" in ann.modal.labels, 20)
    if registered:
        await ann.fill("Who is it for?", "Registered event")
    before = ann.modal.title
    await ann.submits()
    await ann.sees(lambda: ann.modal.title not in (before, "Creating …") and ann.messages(channel), 30)
    await _dismissed(ann)


async def _dismissed(person: SlackUser) -> None:
    if person.modal:
        await person.closes(everything=True)


SCENES: Final[Mapping[str, Scene]] = {
    "fresh": Scene("A fresh workspace", "Nobody said anything yet.", _nothing),
    "tomorrow": Scene("A webinar tomorrow", "Ann announced an all-hands in #general.", _tomorrow),
    "storm": Scene(
        "A storm of registrations",
        "Ann announced a registered event in #marketing, and everybody signs up at once.",
        _storm,
        channel="marketing",
    ),
}
