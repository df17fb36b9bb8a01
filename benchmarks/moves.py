"""`python -m benchmarks.moves`: 200 webinars with cards in 5 channels each, all moved at once in RingCentral's own app.

Both sides' limits are the real ones, sped up alike. The exit status is 0 when every card was right at the end, every
thread told once, and neither side answered 429.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence

from benchmarks.figures import made_by, record, table
from tests.load.moved_webinars import MovePlan, MoveResult, run_moves
from tests.load.scene import fresh_database


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    asked = _asked(arguments)
    kinds = ("sqlite", "postgresql") if asked.database == "both" else (asked.database,)
    found = {kind: _on(kind, asked) for kind in kinds}
    print(_table(found))
    if asked.record:
        record("moves", f"{_table(found)}\n\n{made_by()}")
    return 0 if all(result.is_right for result in found.values()) else 1


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.moves")
    parser.add_argument("--webinars", type=int, default=200)
    parser.add_argument("--cards", type=int, default=5)
    parser.add_argument("--haste", type=float, default=30, help="how many times the real limits")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    return parser.parse_args(arguments)


def _on(kind: str, asked: argparse.Namespace) -> MoveResult:
    move = MovePlan(webinars=asked.webinars, cards=asked.cards, haste=asked.haste)
    print(
        f"── {kind}: {move.webinars} webinars, {move.cards} cards each, limits × {move.haste:g}", flush=True
    )
    with fresh_database(kind) as (url, _):
        return asyncio.run(run_moves(move, url))


def _table(found: dict[str, MoveResult]) -> str:
    rows = [("", *found)]
    for name, say in _FIGURES.items():
        rows.append((name, *(say(one) for one in found.values())))
    return table(*rows)


_FIGURES: dict[str, Callable[[MoveResult], str]] = {
    "cards that are right at the end": lambda one: f"{one.right} of {one.move.webinars * one.move.cards}",
    "threads that tell it, once each": lambda one: f"{one.told} of {one.move.webinars * one.move.cards}",
    "Heavy calls (1 list can tell all)": lambda one: (
        f"{one.reads}: {', '.join(f'{count} {name}' for name, count in one.calls.items())}"
    ),
    "edits (one a card is the minimum)": lambda one: str(one.edits),
    "messages (one a thread is the minimum)": lambda one: str(one.posts),
    "answers of 429, of both": lambda one: str(one.refused),
    "until all were right": lambda one: (
        f"{one.seconds:.0f} s, {one.seconds * one.move.haste / 60:.0f} min at the real limits"
    ),
}


if __name__ == "__main__":
    sys.exit(main())
