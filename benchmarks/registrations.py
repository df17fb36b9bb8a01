"""`python -m benchmarks.registrations`: a thousand people register for one event within a minute.

The limit is the real one, ten Heavy calls a minute, in a world whose clock goes twenty times as fast; people click at
their own pace. One worker on SQLite, two on PostgreSQL; one is killed with -9 when two thirds of the crowd are
registered. The exit status is 0 when everybody was answered within a second and is registered once, in the order of
their clicks, without a 429, at least 95 % of the allowance was used, and a webinar planned in the middle took no longer
than before: the median of three, since a single one differs by as much as is looked for.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

from benchmarks.figures import made_by, record, table
from tests.load.registrations import RegistrationPlan, RegistrationResult, run_registrations
from tests.load.scene import fresh_database

_WORKERS = {"sqlite": 1, "postgresql": 2}
_ANSWERED = 1.0
_USE = 0.95
_NOISE = 0.15
"""Seconds by which the creations may differ: half of what one place in line takes in that world."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    asked = _asked(arguments)
    kinds = list(_WORKERS) if asked.database == "both" else [asked.database]
    measured = {kind: _on(kind, asked) for kind in kinds}
    print(_table(measured))
    if asked.record:
        record("registrations", f"{_table(measured)}\n\n{made_by()}")
    return 0 if all(_good(one) for one in measured.values()) else 1


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.registrations")
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--again", type=int, default=200, help="how many click once more")
    parser.add_argument("--seconds", type=float, default=60, help="within which everybody clicks")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    return parser.parse_args(arguments)


def _on(kind: str, asked: argparse.Namespace) -> RegistrationResult:
    crowd = RegistrationPlan(
        people=asked.people, again=asked.again, seconds=asked.seconds, workers=_WORKERS[kind]
    )
    print(
        f"── {kind}: {crowd.people} people, {crowd.again} of them twice, in {crowd.seconds:g} s", flush=True
    )
    with fresh_database(kind) as (url, folder):
        return asyncio.run(
            run_registrations(crowd, url, folder, lambda said: print(f"   {said}", flush=True))
        )


def _good(one: RegistrationResult) -> bool:
    right = one.line.lost == one.twice == one.line.refused == one.line.out_of_order == 0
    prompt = one.slowest <= _ANSWERED and median(one.meanwhile) <= median(one.before) + _NOISE
    return right and prompt and one.told == one.crowd.people and one.line.use >= _USE


def _table(measured: dict[str, RegistrationResult]) -> str:
    rows = [("", *(f"{kind}, workers: {_WORKERS[kind]}" for kind in measured))]
    for name, say in _FIGURES.items():
        rows.append((name, *(say(one) for one in measured.values())))
    return table(*rows)


def _at(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _creations(took: Sequence[float]) -> str:
    return f"{median(took):.2f} / {max(took):.2f} s ({len(took)})"


_FIGURES: Final[dict[str, Callable[[RegistrationResult], str]]] = {
    "registered once": lambda one: f"{one.crowd.people - one.line.lost - one.twice} of {one.crowd.people}",
    "told, with their own link": lambda one: f"{one.told} of {one.crowd.people}",
    "answers to clicks: median / p99 / slowest": lambda one: (
        f"{_at(one.answers, 0.5):.2f} / {_at(one.answers, 0.99):.2f} / {one.slowest:.2f} s ({len(one.answers)})"
    ),
    "pairs registered in another order than clicked": lambda one: str(one.line.out_of_order),
    "answers of 429": lambda one: str(one.line.refused),
    "allowance used": lambda one: f"{one.line.use:.1%}",
    "from the form to the webinar, before: median / slowest": lambda one: _creations(one.before),
    "from the form to the webinar, in the middle: median / slowest": lambda one: _creations(one.meanwhile),
}


if __name__ == "__main__":
    sys.exit(main())
