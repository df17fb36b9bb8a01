"""`python -m benchmarks.conversation`: how long a turn takes to read and to take effect, and the longest messages.

Processor time is measured, so that a busy machine gives the same figures.
"""

import argparse
import json
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from benchmarks.figures import made_by, record, table
from bot.conversation import phrase_book
from bot.conversation.acts import ChangeDraft
from bot.conversation.effects import Surroundings, changed
from bot.conversation.proposal import begun_with
from bot.conversation.reader import TurnContext, Venue
from bot.conversation.rules import RuleReader
from bot.language import understand, warm_up

TURNS: Final = Path(__file__).parents[1] / "tests/language"
FILES: Final = ("corrections.jsonl", "our_conversations.jsonl")
LONGEST: Final = 10_000
SEEDS: Final = (
    "make it friday ",
    "a",
    "call it ",
    "30 minutes later ",
    "<@U0BEN> ",
    "9 ",
    "nein ",
    "金曜日に",
    "“",
    "and ",
)


def main() -> None:
    """Print a table."""
    options = argparse.ArgumentParser()
    options.add_argument("--record", action="store_true", help="keep the table among the recorded figures")
    warm_up()
    phrase_book.compile_phrases()
    each = list(turns())
    short = sorted(taken(turn) for turn in each * 3)
    long = [taken(each[0].model_copy(update={"text": (seed * LONGEST)[:LONGEST]})) for seed in SEEDS]
    figures = table(
        ("what", "median", "p99", "max"),
        ("a turn", f"{median(short):.2f} ms", f"{quantiles(short, n=100)[98]:.2f} ms", f"{short[-1]:.2f} ms"),
        (f"{LONGEST} characters", f"{median(long):.0f} ms", "", f"{max(long):.0f} ms"),
    )
    print(figures)
    if options.parse_args().record:
        record("conversation", f"{figures}\n\n{made_by()}")


def turns() -> Iterator[TurnContext]:
    """Every labelled correction, with its draft open."""
    for name in FILES:
        for line in (TURNS / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            now, zone, locale = datetime.fromisoformat(row["now"]), row["tz"], row["locale"]
            said = understand(row["draft_from"], now=now, zone=zone, locale=locale)
            yield TurnContext(
                text=row["say"],
                author="U0ANN",
                owner="U0ANN",
                venue=Venue.DIRECT,
                now=now,
                zone=zone,
                locale=locale,
                draft=begun_with(said),
            )


def taken(turn: TurnContext) -> float:
    """Milliseconds for a turn, with its effects."""
    began = time.process_time()
    for act in RuleReader().read(turn):
        if isinstance(act, ChangeDraft) and turn.draft is not None:
            changed(turn.draft, act.changes, Surroundings(turn.now, turn.zone))
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
