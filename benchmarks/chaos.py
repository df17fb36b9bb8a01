"""`python -m benchmarks.chaos`: creations under `kill -9`, lost answers and faults, each made exactly once.

The bot runs as real processes between a sandbox Slack and a sandbox Webinar API: one process on SQLite, two
workers on PostgreSQL. The exit status is 0 only when everything is there exactly once.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from benchmarks.figures import made_by, record, table
from tests.load.chaos import run_chaos
from tests.load.chaos_plan import ChaosPlan, ChaosResult
from tests.load.scene import fresh_database

_SAID_AT_MOST = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    asked = _asked(arguments)
    kinds = ("sqlite", "postgresql") if asked.database == "both" else (asked.database,)
    results = {kind: _on(kind, asked) for kind in kinds}
    if asked.record:
        record("chaos", f"{_table(results)}\n\n{made_by()}")
    return 1 if any(result.complaints for result in results.values()) else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chaos")
    parser.add_argument("--creations", type=int, default=300)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=15, help="give up after so many, for each database")
    parser.add_argument("--careless", action="store_true", help="without the look-up before re-sending")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    return parser.parse_args(arguments)


def _on(kind: str, asked: argparse.Namespace) -> ChaosResult:
    plan = ChaosPlan.on(
        kind,
        creations=asked.creations,
        kills=asked.kills,
        seed=asked.seed,
        minutes=asked.minutes,
        program="tests.load.bot_without_lookup" if asked.careless else "bot",
    )
    print(f"── {kind}, {plan.workers} worker{'s' * (plan.workers > 1)}, seed {plan.seed}", flush=True)
    with fresh_database(kind) as (url, folder):
        result = asyncio.run(run_chaos(plan, url, folder, lambda line: print(line, flush=True)))
    print(result)
    for complaint in result.complaints[:_SAID_AT_MOST]:
        print(f"   ✗ {complaint}")
    print(f"   {_sentence(result)}", flush=True)
    return result


def _sentence(result: ChaosResult) -> str:
    if result.complaints:
        return f"{len(result.complaints)} things are not as they should be."
    return f"{result.created} webinars, sessions and ends told, each once; nothing doubled, missing or left over."


def _table(results: dict[str, ChaosResult]) -> str:
    head = (
        "database",
        "workers",
        "created",
        "kill -9",
        "database restarts",
        "faults",
        "doubled or missing",
        "s",
    )
    rows = [
        (
            kind,
            2 if kind == "postgresql" else 1,
            result.created,
            result.kills,
            result.restarts,
            result.faults,
            len(result.complaints),
            f"{result.seconds:.0f}",
        )
        for kind, result in results.items()
    ]
    return table(head, *rows)


if __name__ == "__main__":
    sys.exit(main())
