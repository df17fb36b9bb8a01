"""`python -m benchmarks.speed [--part NAME] [--record]`: how fast the bot is, each part side by side in one run."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from benchmarks.figures import made_by, record
from benchmarks.measurements import acknowledgement, card_time, event_loop, footprint

PARTS: Final[dict[str, Callable[[], Awaitable[str]]]] = {
    "ack": acknowledgement.measure_acknowledgement,
    "card": card_time.measure_card_time,
    "lag": event_loop.measure,
    "memory": footprint.measure_memory,
    "start": footprint.measure_start,
}


async def _measure(names: list[str], *, keep: bool) -> None:
    for name in names:
        figures = f"{await PARTS[name]()}\n\n{made_by()}"
        print(f"\n{figures}\n", flush=True)
        if keep:
            record(f"speed_{name}", figures)


def main() -> None:
    """Measure the parts that are asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="one part alone")
    parser.add_argument("--record", action="store_true", help="keep the figures in benchmarks/figures")
    asked = parser.parse_args()
    asyncio.run(_measure(asked.part or list(PARTS), keep=asked.record))


if __name__ == "__main__":
    main()
