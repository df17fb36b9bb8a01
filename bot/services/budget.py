"""The rate budget of one RingCentral user: requests wait in line here, first come first served."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Final

from bot.errors import Limited
from bot.models.clock import Clock
from bot.models.waiting import Tell, Wait, WaitReason
from bot.storage.rates import Allowance, Rates, Standing

_DEFAULTS: Final = {
    "Heavy": Allowance(limit=10, window=60),
    "Medium": Allowance(limit=40, window=60),
    "Light": Allowance(limit=50, window=60),
    "Auth": Allowance(limit=5, window=60),
}
_TELL_FROM: Final = 2.0
_LONGEST: Final = 3600.0
_ROUNDING: Final = 0.01


class SharedBudget:
    """Keeps every request inside what the headers allow, and tells whoever waits for how long."""

    def __init__(
        self,
        rates: Rates,
        clock: Clock,
        timeout: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._rates = rates
        self._clock = clock
        self._timeout = timeout
        self._sleep = sleep
        self._lines: dict[str, _Line] = {}

    @asynccontextmanager
    async def turn(self, group: str, tell: Tell) -> AsyncIterator["GrantedTurn"]:
        """Wait for a turn; raises Limited when it would take more than an hour."""
        line = self._lines.setdefault(group, _Line())
        ticket = line.join()
        try:
            send = await self._wait(group, line, ticket, tell)
        finally:
            line.leave(ticket)
        turn = GrantedTurn(self, group, send)
        try:
            yield turn
        finally:
            await self._rates.arrived(send, self._now())

    async def _wait(self, group: str, line: "_Line", ticket: object, tell: Tell) -> int:
        while True:
            moved, ahead, now = line.moved, line.ahead(ticket), self._now()
            standing = await self._standing(group, line, ahead, now)
            if standing.send is not None:
                return standing.send
            if moved.is_set():
                continue
            await self._say(standing, ahead, now, tell)
            if ahead:
                await moved.wait()
            else:
                await self._sleep(max(0.0, standing.turn_at(0, now) - self._now()) + _ROUNDING)

    async def _standing(self, group: str, line: "_Line", ahead: int, now: float) -> Standing:
        """The first in line asks for a turn; the others go by what it was last told."""
        if not ahead:
            line.standing = await self._rates.reserve(group, _DEFAULTS[group], now, now + self._timeout)
        elif line.standing is None:
            line.standing = await self._rates.look(group, _DEFAULTS[group], now)
        return line.standing if not ahead else line.standing.model_copy(update={"send": None})

    async def _say(self, standing: Standing, ahead: int, now: float, tell: Tell) -> None:
        seconds = standing.turn_at(ahead, now) - now
        if seconds > _LONGEST:
            raise Limited("RingCentral allows no more calls for over an hour. Try again later.", seconds)
        if seconds >= _TELL_FROM:
            reason = WaitReason.PENALTY if standing.penalty_until > now else WaitReason.BUDGET
            allowed = standing.allowance
            await tell(
                Wait(reason=reason, seconds=seconds, ahead=ahead, limit=allowed.limit, window=allowed.window)
            )

    async def learned(self, group: str, headers: Mapping[str, str]) -> None:
        """Take over the limit, the window and what remains, when the answer tells all three of this group."""
        if headers.get("X-Rate-Limit-Group", group).casefold() != group.casefold():
            return
        try:
            limit = int(headers["X-Rate-Limit-Limit"])
            remaining = int(headers["X-Rate-Limit-Remaining"])
            window = float(headers["X-Rate-Limit-Window"])
        except (KeyError, ValueError):
            return
        if limit > 0 and 0 < window < _LONGEST:
            self._lines[group].standing = None
            await self._rates.learn(group, Allowance(limit=limit, window=window), remaining, self._now())

    async def penalised(self, group: str, seconds: float) -> None:
        """Nobody sends in this group for so many seconds."""
        self._lines[group].standing = None
        await self._rates.penalise(group, self._now() + seconds)

    def _now(self) -> float:
        return self._clock().timestamp()


class GrantedTurn:
    """The right to send one request now, and to tell what came of it."""

    def __init__(self, budget: SharedBudget, group: str, send: int) -> None:
        self._budget = budget
        self._group = group
        self.send = send

    async def answered(self, headers: Mapping[str, str]) -> None:
        """Learn from the X-Rate-Limit headers of the answer."""
        await self._budget.learned(self._group, headers)

    async def penalised(self, seconds: float) -> None:
        """RingCentral answered 429."""
        await self._budget.penalised(self._group, seconds)


class _Line:
    """Who waits, in order; `moved` is set when somebody leaves."""

    def __init__(self) -> None:
        self._waiting: deque[object] = deque()
        self.moved = asyncio.Event()
        self.standing: Standing | None = None

    def join(self) -> object:
        ticket = object()
        self._waiting.append(ticket)
        return ticket

    def ahead(self, ticket: object) -> int:
        return self._waiting.index(ticket)

    def leave(self, ticket: object) -> None:
        self._waiting.remove(ticket)
        self.moved.set()
        self.moved = asyncio.Event()
