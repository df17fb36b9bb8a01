"""`python -m benchmarks.lost_answers`: a write is done and its answer lost; how soon is the card there, and is it one?

Answers are dropped, replaced by a gateway's fault or an empty body, requests are lost before they arrive, or land
after we gave up. The exit status is 0 when half of the cards are there within two seconds of the loss, and every
creation under random faults made exactly one webinar, one session and one card.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from benchmarks.figures import made_by, record, table
from bot.logs import set_up
from tests.load.lost_answers import LostAnswers, run_lost_answers
from tests.load.scene import fresh_database

_AIM: float = 2.0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    asked = _asked(arguments)
    set_up("ERROR")
    kinds = ("sqlite", "postgresql") if asked.database == "both" else (asked.database,)
    results = {kind: _on(kind, asked) for kind in kinds}
    print(_table(results))
    if asked.record:
        record("lost_answers", f"{_table(results)}\n\n{made_by()}")
    good = (one.median_seconds <= _AIM and one.are_exact for one in results.values())
    return 0 if all(good) else 1


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lost_answers")
    parser.add_argument("--measured", type=int, default=40, help="losses that are timed one by one")
    parser.add_argument("--trials", type=int, default=1000, help="creations under random faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    return parser.parse_args(arguments)


def _on(kind: str, asked: argparse.Namespace) -> LostAnswers:
    print(f"── {kind}", flush=True)
    with fresh_database(kind) as (url, _):
        return asyncio.run(
            run_lost_answers(
                url,
                measured=asked.measured,
                trials=asked.trials,
                seed=asked.seed,
                say=lambda line: print(f"   {line}", flush=True),
            )
        )


def _table(results: dict[str, LostAnswers]) -> str:
    return table(
        ("", *results),
        ("loss → card, median", *(f"{one.median_seconds:.2f} s" for one in results.values())),
        ("loss → card, slowest", *(f"{max(one.seconds):.2f} s" for one in results.values())),
        ("creations under random faults", *(one.trials for one in results.values())),
        ("faults that struck", *(one.faults for one in results.values())),
        ("webinars made", *(one.webinars for one in results.values())),
        ("sessions made", *(one.sessions for one in results.values())),
        ("cards posted", *(one.cards for one in results.values())),
    )


if __name__ == "__main__":
    sys.exit(main())
