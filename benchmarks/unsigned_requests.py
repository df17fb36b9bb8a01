"""`python -m benchmarks.unsigned_requests`: what unsigned megabytes cost the bot, and how long a log line takes to scrub."""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.figures import made_by, table
from bot.logs import without_secrets
from tests.bot_process import bot_process
from tests.office import open_office
from tests.unsigned_requests import ROUTES, kinds, measured_meanwhile, sent

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
UNITS = ("a", "eyJ", "@", "a://", "password", "Bearer ", "token:", " ")
AT_ONCE = 8
"""Requests at a time."""


def main() -> None:
    """Print two tables."""
    print(scrubbing(), "", asyncio.run(attack()), "", made_by(), sep="\n")


def scrubbing() -> str:
    """Milliseconds that one log line takes, by its length."""
    rows = [(f"`{unit}`…", *(f"{scrubbed(unit, length):.2f} ms" for length in LENGTHS)) for unit in UNITS]
    return table(("text", *(f"{length // 1000:,} kB" for length in LENGTHS)), *rows)


def scrubbed(unit: str, length: int) -> float:
    """The shortest of three tries."""
    text = unit * (length // len(unit))

    def once() -> float:
        began = time.perf_counter()
        without_secrets(None, "info", {"event": text})
        return (time.perf_counter() - began) * 1000

    return min(once() for _ in range(3))


async def attack() -> str:
    """Forty kinds of bodies to every route, with and without headers that look like Slack's."""
    forged = f"X-Slack-Request-Timestamp: {int(time.time())}\r\nX-Slack-Signature: v0={'0' * 64}\r\n"
    folder = Path(tempfile.mkdtemp())
    async with open_office(f"sqlite:///{folder}/webinars.sqlite") as office:
        office.opens_to_webhooks()
        async with bot_process(office.settings, folder) as bot:
            at_rest = await run_meanwhile(bot.port, asyncio.sleep(2))
            answered: list[float] = []
            under_attack = await run_meanwhile(bot.port, all_requests(bot.port, ("", forged), answered))
            logged = len(bot.log)
    rows = [
        ("`/healthz` at rest", len(at_rest), *median_and_longest(at_rest)),
        ("`/healthz` meanwhile", len(under_attack), *median_and_longest(under_attack)),
        ("refused requests of 2 MB", len(answered), *median_and_longest(answered)),
    ]
    return (
        table(("", "requests", "median", "slowest"), *rows)
        + f"\n\n{logged:,} bytes were logged. Aim: 100 ms."
    )


async def all_requests(port: int, heads: tuple[str, ...], answered: list[float]) -> None:
    """Every kind to every route."""
    limit = asyncio.Semaphore(AT_ONCE)

    async def one(route: str, head: str) -> None:
        for kind in kinds():
            async with limit:
                answered.append((await sent("127.0.0.1", port, route, kind, head)).seconds)

    await asyncio.gather(*(one(route, head) for route in ROUTES for head in heads))


async def run_meanwhile(port: int, work: object) -> list[float]:
    """The time that `/healthz` takes while this work is done, asked from a thread of its own."""
    working = asyncio.ensure_future(work)  # type: ignore[call-overload]
    done = False

    def ask() -> list[float]:
        return asyncio.run(measured_meanwhile("127.0.0.1", port, lambda: not done))

    asking = asyncio.create_task(asyncio.to_thread(ask))
    await working
    done = True
    return await asking


def median_and_longest(seconds: list[float]) -> tuple[str, str]:
    """The middle and the longest."""
    return f"{median(seconds) * 1000:.1f} ms", f"{max(seconds) * 1000:.1f} ms"


if __name__ == "__main__":
    main()
