"""Faults on the wire, put there on purpose.

A `Fault` says which requests it hits and what happens to them; `Faults` holds the faults in force; `Faulty`
is the ASGI middleware that lets them happen. Broken connections need an app served by `sandbox.serve`.
"""

import asyncio
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.serve import HANG_UP


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Hits requests of this `method` whose path has a match of the regex `path` (None: any).

    The first `skip` matches pass unharmed, then it hits `times` times (None: always), each with `chance`.
    """

    method: str | None = None
    path: str | None = None
    times: int | None = 1
    skip: int = 0
    chance: float = 1.0

    def matches(self, method: str, path: str) -> bool:
        """Tell whether a request is of the kind that this fault hits."""
        return self.method in (None, method) and (self.path is None or bool(re.search(self.path, path)))


@dataclass(frozen=True)
class Latency(Fault):
    """The app hears of the request `seconds` late."""

    seconds: float


@dataclass(frozen=True)
class Hold(Fault):
    """The request waits until `release()`; `reached` is set once one has arrived."""

    reached: asyncio.Event = field(default_factory=asyncio.Event, init=False, compare=False)
    released: asyncio.Event = field(default_factory=asyncio.Event, init=False, compare=False)

    def release(self) -> None:
        """Let all waiting requests go on, and any later ones pass."""
        self.released.set()


@dataclass(frozen=True)
class DropBefore(Fault):
    """The connection breaks before the app hears of the request: nothing was done."""


@dataclass(frozen=True)
class DropAfter(Fault):
    """The app does its work, and the connection breaks before the answer: the client cannot know."""


@dataclass(frozen=True)
class _ClientAnswer(Fault):
    """The client is answered `code`, whatever the app thinks; a `body` that is no string goes as JSON."""

    code: int
    body: Any = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        kind = Response if isinstance(self.body, str) else JSONResponse
        return kind(self.body, self.code, self.headers)


@dataclass(frozen=True)
class Status(_ClientAnswer):
    """The client is answered `code` (with `body`, a string or JSON), and the app never hears of the request."""


@dataclass(frozen=True)
class StatusAfter(_ClientAnswer):
    """The app does its work, and the client is answered `code` all the same, as by a gateway."""


FaultT = TypeVar("FaultT", bound=Fault)


@dataclass
class _Armed:
    """A fault in force, and how often it has met and hit a request."""

    fault: Fault
    met: int = 0
    hits: int = 0

    def strikes(self, method: str, path: str, chance: random.Random) -> bool:
        fault = self.fault
        if self.hits == fault.times or not fault.matches(method, path):
            return False
        self.met += 1
        if self.met <= fault.skip or (fault.chance < 1 and chance.random() >= fault.chance):
            return False
        self.hits += 1
        return True


class Faults:
    """The faults in force, in the order they were added; `chance` decides those that may or may not hit."""

    def __init__(self, *faults: Fault, chance: random.Random | None = None) -> None:
        self._chance = chance or random.Random(0)  # noqa: S311 - repeatable, no secret hangs on it
        self._armed = [_Armed(fault) for fault in faults]

    def add(self, fault: FaultT) -> FaultT:
        """Put `fault` in force, and return it, so that a test can hold on to it."""
        self._armed.append(_Armed(fault))
        return fault

    def clear(self) -> None:
        """Make the wire whole again; requests that are held stay held until released."""
        self._armed.clear()

    def hits(self, fault: Fault) -> int:
        """Count the requests that `fault` has hit so far."""
        return sum(armed.hits for armed in self._armed if armed.fault is fault)

    def strike(self, method: str, path: str) -> Iterator[Fault]:
        """Give the faults that hit this request, each counted as it is taken."""
        return (armed.fault for armed in tuple(self._armed) if armed.strikes(method, path, self._chance))


class Faulty:
    """An ASGI app on a faulty wire; a fault that answers or hangs up leaves nothing to those behind it."""

    def __init__(self, app: ASGIApp, faults: Faults) -> None:
        self._app = app
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._meet(self._faults.strike(scope["method"], scope["path"]), scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _meet(self, faults: Iterator[Fault], scope: Scope, receive: Receive, send: Send) -> None:
        """Let the next fault happen, and pass on what it leaves."""
        match next(faults, None):
            case Latency() as late:
                request = await _whole(receive)
                await asyncio.sleep(late.seconds)
                await self._meet(faults, scope, request, send)
            case Hold() as hold:
                request = await _whole(receive)
                hold.reached.set()
                await hold.released.wait()
                await self._meet(faults, scope, request, send)
            case DropBefore():
                await scope["extensions"][HANG_UP]()
            case DropAfter():
                await self._meet(faults, scope, receive, _unheard)
                await scope["extensions"][HANG_UP]()
            case Status() as told:
                await told.response()(scope, receive, send)
            case StatusAfter() as told:
                await self._meet(faults, scope, receive, _unheard)
                await told.response()(scope, receive, send)
            case _:
                await self._app(scope, receive, send)


async def _whole(receive: Receive) -> Receive:
    """The request once all of it is here: it will be carried out even if its sender is gone by then."""
    parts = [await receive()]
    while parts[-1].get("more_body"):
        parts.append(await receive())

    async def again() -> Message:
        return parts.pop(0) if parts else await receive()

    return again


async def _unheard(message: Message) -> None:
    """Take an answer that nobody will hear."""
