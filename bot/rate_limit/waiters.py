"""Those of this process who wait for their turn, and what they were told."""

import asyncio
from collections.abc import Mapping
from typing import Final
from uuid import uuid4

from bot.models.rate_limit import Caller, Wait
from bot.storage.rate_queue import QueueEntry

TELL_FROM: Final = 2.0
"""Seconds: a shorter wait is not worth telling."""
_OFF: Final = 0.1
"""By how much of the wait what was told may be wrong before it is told anew."""
_AGED: Final = 0.2


class Waiter:
    """Somebody of this process who waits, and what they were told: when, and how many seconds."""

    def __init__(self, caller: Caller) -> None:
        self.id = uuid4().hex
        self.caller = caller
        self.ask = QueueEntry(id=self.id, caller=caller.id, rank=caller.rank, calls=caller.calls)
        self.turn: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.told: tuple[float, float] | None = None

    async def tell(self, wait: Wait, now: float) -> None:
        """Tell it, unless what was told before is still near the truth and not long ago."""
        if not self._knows(wait.seconds, now):
            self.told = (now, wait.seconds)
            await self.caller.tell(wait)

    def refuse(self, fault: Exception) -> None:
        """There is no turn to be had."""
        if not self.turn.done():
            self.turn.set_exception(fault)

    def _knows(self, seconds: float, now: float) -> bool:
        if self.told is None:
            return False
        at, told = self.told
        off = abs(at + told - now - seconds)
        return off <= max(1.0, _OFF * seconds) and now - at <= max(TELL_FROM, _AGED * told)


class Waiters:
    """Those of this process who wait in one rate group, and the dispatcher who gets them their turns."""

    def __init__(self) -> None:
        self.waiting: dict[str, Waiter] = {}
        self.moved = asyncio.Event()
        self.dispatcher: asyncio.Task[None] | None = None

    def join(self, caller: Caller) -> Waiter:
        waiter = Waiter(caller)
        self.waiting[waiter.id] = waiter
        self.moved.set()
        return waiter

    def grant(self, sends: Mapping[str, int]) -> list[int]:
        """Give the turns to those who wait for them; the ones that nobody wants any more are left over."""
        left = []
        for ticket, send in sends.items():
            waiter = self.waiting.pop(ticket, None)
            if waiter is None or waiter.turn.done():
                left.append(send)
            else:
                waiter.turn.set_result(send)
        return left

    def fail(self, fault: Exception) -> None:
        for waiter in self.waiting.values():
            waiter.refuse(fault)
        self.waiting.clear()
