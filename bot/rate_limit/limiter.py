"""The rate limiter of one RingCentral user: calls wait in line here, in the order of their callers.

The line stands in the database, so that all workers share it. In each worker one dispatcher for each rate group looks
when something may have changed, takes the turns that are due, and tells those who wait how long it will be.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, Self

import structlog

from bot.errors import Limited
from bot.models.clock import Clock
from bot.models.rate_limit import Caller, Wait, WaitReason
from bot.rate_limit.permit import DEFAULTS, LONGEST, GrantedPermit
from bot.rate_limit.waiters import TELL_FROM, Waiters
from bot.storage.rate_limits import QueueAdvance, RateLimitStore
from bot.storage.rate_queue import ALIVE, QueueEntry

_ROUNDING: Final = 0.01
_LOOK: Final = 0.05
"""Seconds until we look again while those ahead, perhaps of another worker, may leave and have not."""
_PULSE: Final = 3.0
_MOST: Final = "Heavy"
Sleep = Callable[[float], Awaitable[None]]
log = structlog.get_logger()


class RateLimiter:
    """Keeps every request inside what the headers allow, and tells whoever waits for how long."""

    def __init__(
        self, rates: RateLimitStore, clock: Clock, timeout: float, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._rates = rates
        self._clock = clock
        self._timeout = timeout
        self._sleep = sleep
        self._offset = 0.0
        self._names: dict[str, str] = {}
        self._lines: dict[str, Waiters] = {}
        self._settling: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Learn what the other workers know: their clock, and which group each operation counts in."""
        self._offset = await self._rates.clock_offset(self._clock)
        self._names = await self._rates.group_names()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let nobody wait any longer."""
        dispatchers = [line.dispatcher for line in self._lines.values() if line.dispatcher is not None]
        for dispatcher in dispatchers:
            dispatcher.cancel()
        await asyncio.gather(*dispatchers, *self._settling, return_exceptions=True)

    @asynccontextmanager
    async def turn(self, operation: str, group: str, caller: Caller) -> AsyncIterator[GrantedPermit]:
        """Wait for a turn; raises Limited when it would take more than an hour."""
        if self._settling:
            await asyncio.wait(self._settling)  # what the last answer said is for the next request already
        group = self._names.get(operation, group)
        turn = GrantedPermit(self._rates, group, operation, await self._wait(group, caller), self.now)
        try:
            yield turn
        finally:
            settling = asyncio.create_task(self._settle(turn, self.now(), operation))
            self._settling.add(settling)
            settling.add_done_callback(self._settling.discard)

    async def keep_places(self, caller: Caller, kept: float = ALIVE, most: int | None = None) -> None:
        """Keep places in line for so many seconds for a caller's Heavy calls, which are on their way.

        Where as many callers of that kind may keep `most` places in all, this one may go without.
        """
        ask = QueueEntry(id=caller.id, caller=caller.id, rank=caller.rank, calls=caller.calls)
        await self._rates.keep_places(_MOST, ask, self.now(), kept, most)

    async def seconds_per_call(self) -> float:
        """The seconds between two Heavy calls when they leave one by one."""
        allowance = await self._rates.allowance(_MOST, DEFAULTS[_MOST])
        return allowance.window / allowance.limit

    async def penalty_seconds(self) -> float:
        """For how many seconds no Heavy call may leave, since there was a 429."""
        return max(0.0, await self._rates.penalty_until(_MOST) - self.now())

    async def free_places(self, caller: str) -> None:
        """A caller needs no more calls: its places are free for others."""
        await self._rates.free_places(caller)
        for line in self._lines.values():
            line.moved.set()

    def now(self) -> float:
        """The present by the clock that all workers share, in epoch seconds."""
        return self._clock().timestamp() + self._offset

    async def _settle(self, turn: GrantedPermit, at: float, operation: str) -> None:
        """Write down what came of a request, while the work goes on; until then it counts for longer."""
        try:
            await turn.end(at)
        except Exception:
            log.exception("send_not_settled")
        if turn.renamed:
            self._names[operation] = turn.renamed
        self._lines[turn.group].moved.set()

    async def _wait(self, group: str, caller: Caller) -> int:
        line = self._lines.setdefault(group, Waiters())
        waiter = line.join(caller)
        if line.dispatcher is None or line.dispatcher.done():
            line.dispatcher = asyncio.create_task(self._carry(group, line))
        try:
            return await waiter.turn
        except asyncio.CancelledError:
            if waiter.turn.done() and not waiter.turn.cancelled():
                await self._rates.cancel_send(waiter.turn.result())
            raise
        finally:
            if line.waiting.pop(waiter.id, None) is not None:
                await self._rates.leave_line(waiter.id)
                line.moved.set()

    async def _carry(self, group: str, line: Waiters) -> None:
        """While somebody waits, get them their turns; whatever fails, they hear of it."""
        default = DEFAULTS.get(group, DEFAULTS["Heavy"])
        while line.waiting:
            line.moved.clear()
            asks = [waiter.ask for waiter in line.waiting.values()]
            now = self.now()
            try:
                advance = await self._rates.advance(group, default, now, now + self._timeout, asks)
                for send in line.grant(advance.granted):
                    await self._rates.cancel_send(send)
                await self._say(line, advance, now)
            except Exception as fault:  # noqa: BLE001 - each of those who wait decides what to make of it
                line.fail(fault)
            else:
                await self._pause(line, advance, now)

    async def _pause(self, line: Waiters, advance: QueueAdvance, now: float) -> None:
        """Until something moves here, the next request may leave, or another worker may have done something."""
        opens = advance.standing.opens_at(now)
        seconds = min(opens - now + _ROUNDING, _PULSE) if opens > now else _LOOK
        sleeping = asyncio.ensure_future(self._sleep(seconds))
        moving = asyncio.ensure_future(line.moved.wait())
        await asyncio.wait({sleeping, moving}, return_when=asyncio.FIRST_COMPLETED)
        sleeping.cancel()
        moving.cancel()

    async def _say(self, line: Waiters, advance: QueueAdvance, now: float) -> None:
        """Tell everybody how long it will be, unless they know already."""
        standing, places = advance.standing, advance.line.ahead()
        reason = WaitReason.PENALTY if standing.penalty_until > now else WaitReason.BUDGET
        limit, window = standing.allowance.limit, standing.allowance.window
        for waiter, ahead in [
            (waiter, places[name]) for name, waiter in line.waiting.items() if name in places
        ]:
            turn = standing.turn_at(ahead.calls, now) - now
            if turn > LONGEST:
                waiter.refuse(Limited("RingCentral allows no more calls for over an hour. Try again later."))
            elif turn >= TELL_FROM:
                seconds = standing.turn_at(ahead.calls_to_end, now) - now
                wait = Wait(reason=reason, seconds=seconds, ahead=ahead.callers, limit=limit, window=window)
                await waiter.tell(wait, now)
