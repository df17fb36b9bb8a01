"""Lets a test wait for something to become true, without polling."""

import asyncio
from collections.abc import Callable

from sandbox.timeouts import extended


class ApiChanges:
    """Tells those who wait that something has changed."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def tell(self) -> None:
        """Say that something has changed."""
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, predicate: Callable[[], bool], seconds: float) -> None:
        """Return once `predicate` holds, looked at anew after each change; raise TimeoutError after `seconds`."""
        async with asyncio.timeout(extended(seconds)):
            while True:
                changed = self._next
                if predicate():
                    return
                await changed.wait()
