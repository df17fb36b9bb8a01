"""Waiting for something to become true in the workspace, without polling."""

import asyncio
from collections.abc import Callable

from sandbox.timeouts import extended


class SlackChanges:
    """Wakes whoever waits each time anything in the workspace changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def tell(self) -> None:
        """Something changed: let those who wait look again."""
        for event in self._waiting:
            event.set()

    async def wait_until(
        self, predicate: Callable[[], object], *, seconds: float, describe: Callable[[], str]
    ) -> None:
        """Return once `predicate()` is true; after `seconds` raise AssertionError with what `describe()` shows."""
        changed = asyncio.Event()
        self._waiting.add(changed)
        why = "it stayed false"
        try:
            async with asyncio.timeout(extended(seconds)):
                while (why := _why_not(predicate)) != "":
                    await changed.wait()
                    changed.clear()
        except TimeoutError:
            raise AssertionError(f"After {seconds} s {why}. This is what people see:\n{describe()}") from None
        finally:
            self._waiting.discard(changed)


def _why_not(predicate: Callable[[], object]) -> str:
    """Say why `predicate` does not hold yet; what is not there yet may raise, and counts as not yet."""
    try:
        return "" if predicate() else "it stayed false"
    except (AssertionError, AttributeError, LookupError) as error:
        return f"it still raised {type(error).__name__}: {error}"
