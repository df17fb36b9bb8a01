"""All the parts of the workspace together, so that each family of methods sees the same world."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sandbox.slack.blockkit.element_search import Completion
from sandbox.slack.blockkit.view_state import State
from sandbox.slack.constants import Json
from sandbox.slack.delivery.app_requests import AppRequests
from sandbox.slack.delivery.response_urls import ResponseUrls
from sandbox.slack.delivery.triggers import Triggers
from sandbox.slack.state.changes import SlackChanges
from sandbox.slack.state.file_storage import FileStorage
from sandbox.slack.state.installation import Installation
from sandbox.slack.state.surfaces import Surfaces
from sandbox.slack.state.workspace import Workspace


class SlackExchange(NamedTuple):
    """One Web API call: when (epoch seconds), which method, what was asked (never the token), what was answered."""

    at: float
    method: str
    request: Json
    response: Json


class RefusedResponse(NamedTuple):
    """An answer of the bot that Slack could not take: when, to what, and why."""

    at: float
    what: str
    problems: list[str]


@dataclass(kw_only=True)
class SlackState:
    """The state of everything, and the clock it goes by."""

    clock: Callable[[], float]
    installation: Installation
    workspace: Workspace
    shelf: FileStorage
    surfaces: Surfaces
    completion: Completion
    triggers: Triggers
    response_urls: ResponseUrls
    delivery: AppRequests
    changes: SlackChanges
    exchanges: list[SlackExchange] = field(default_factory=list)
    refusals: list[RefusedResponse] = field(default_factory=list)
    notices: dict[str, list[str]] = field(default_factory=dict)
    typed_in_messages: dict[tuple[str, str, str], State] = field(default_factory=dict)  # person, channel, ts
    event_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def notice(self, person: str, text: str) -> None:
        """Slack itself tells a person something."""
        self.notices.setdefault(person, []).append(text)
        self.changes.tell()

    def refuse(self, what: str, problems: list[str]) -> None:
        """Keep a record of an answer of the bot that Slack could not take."""
        self.refusals.append(RefusedResponse(self.clock(), what, problems))

    def start_task(self, doing: Coroutine[object, object, None]) -> asyncio.Task[None]:
        """Have something done in the background, for as long as the world stands."""
        task = asyncio.create_task(doing)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def close(self) -> None:
        """Drop what is still under way in the background, and let go of the connections to the bot."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.delivery.aclose()
