"""Waiting to be woken."""

import asyncio

import pytest

from bot.jobs.runner import until


async def forever(woken: asyncio.Event) -> None:
    """Go on until cancelled, as the watch does."""
    while True:
        woken.clear()
        await until(woken, 60)


async def test_who_is_woken_and_cancelled_in_one_moment_ends() -> None:
    woken = asyncio.Event()
    watching = asyncio.create_task(forever(woken))
    await asyncio.sleep(0)
    woken.set()
    await asyncio.sleep(0)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(watching, 1)


async def test_nobody_waits_longer_than_said() -> None:
    await until(asyncio.Event(), 0)
