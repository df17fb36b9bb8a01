"""Telling open pages that something changed, by server-sent events."""

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Final

from starlette.responses import StreamingResponse

from sandbox.world import World

_LONGEST: Final = 5.0
"""Seconds until a page looks again by itself: clocks and the rate budget change without an event."""

Look = Callable[[], bool]
Source = Callable[[Look], Awaitable[None]]


def live(world: World) -> StreamingResponse:
    """A stream with one event at the start, after each change, and now and then, until the world is over."""
    sources: list[Source] = [
        lambda look: world.slack.wait_until(look, math.inf),
        lambda look: world.ringcentral.wait_until(look, math.inf),
    ]
    return StreamingResponse(
        _events(world, sources), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _events(world: World, sources: list[Source]) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    async for _ in beats(sources):
        yield "data: changed\n\n"
        if world.is_over:
            return


async def beats(sources: list[Source]) -> AsyncIterator[None]:
    """One beat at once and one after each change; changes that come at the same time share one."""
    changed = asyncio.Event()

    def look() -> bool:
        changed.set()
        return False  # so that whoever waits is asked again at the next change

    watching = [asyncio.ensure_future(source(look)) for source in sources]
    try:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(_LONGEST):
                    await changed.wait()
            changed.clear()
            yield
    finally:
        for watch in watching:
            watch.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
