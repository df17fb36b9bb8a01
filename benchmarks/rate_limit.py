"""`python -m benchmarks.rate_limit`: many creations at once for one RingCentral user, within what it allows.

The limit is the real one, ten Heavy calls; its window is shortened. One worker on SQLite, two on PostgreSQL. The
exit status is 0 when there was no 429, nobody was lost or overtaken by another turn of the limit, and at least
95 % of the allowance was used.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from benchmarks.figures import made_by, record, table
from tests.load.creations import run_creations
from tests.load.rate_queue import AT_ONCE, QueuePlan, QueueResult
from tests.load.scene import fresh_database

_WORKERS = {"sqlite": 1, "postgresql": 2}
_USE = 0.95


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    asked = _asked(arguments)
    kinds = list(_WORKERS) if asked.database == "both" else [asked.database]
    lines = {kind: _on(kind, asked) for kind in kinds}
    print(_table(lines))
    if asked.record:
        record("rate_limit", f"{_table(lines)}\n\n{made_by()}")
    return 0 if all(_good(line) for line in lines.values()) else 1


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rate_limit")
    parser.add_argument("--creates", type=int, default=60)
    parser.add_argument(
        "--window", type=float, default=6, help="seconds, in which ten Heavy calls are allowed"
    )
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    return parser.parse_args(arguments)


def _on(kind: str, asked: argparse.Namespace) -> QueueResult:
    rush = QueuePlan(creates=asked.creates, window=asked.window, workers=_WORKERS[kind])
    print(f"── {kind}: {rush.creates} creates, {rush.limit} calls in {rush.window:g} s", flush=True)
    with fresh_database(kind) as (url, folder):
        return asyncio.run(run_creations(rush, url, folder))


def _good(line: QueueResult) -> bool:
    return line.refused == line.lost == line.overtakings == 0 and line.use >= _USE


def _table(lines: dict[str, QueueResult]) -> str:
    measured = [("", *(f"{kind}, workers: {_WORKERS[kind]}" for kind in lines))]
    for name, say in _FIGURES.items():
        measured.append((name, *(say(line) for line in lines.values())))
    return table(*measured)


def _wait_errors(line: QueueResult) -> str:
    told = len(line.errors)
    return f"{line.error_at(50):.0%} / {line.error_at(90):.0%} ({told} of {len(line.people)} were told)"


_FIGURES = {
    "webinars done": lambda line: (
        f"{line.rush.creates - line.lost} of {line.rush.creates} in {line.seconds:.1f} s"
    ),
    "answers of 429": lambda line: str(line.refused),
    "until the allowance was first spent": lambda line: f"{line.ramp:.1f} s",
    "allowance used while there was a line": lambda line: f"{line.use:.1%}",
    "pairs done in another order than asked": lambda line: str(line.inversions),
    f"of these: asked over {AT_ONCE:g} s later, done over half a window sooner": lambda line: str(
        line.overtakings
    ),
    "first stated wait against the true one, off by (median / p90)": _wait_errors,
}


if __name__ == "__main__":
    sys.exit(main())
