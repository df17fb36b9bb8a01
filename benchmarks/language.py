"""`python -m benchmarks.language`: how long one line takes to understand, and how long the longest texts take."""

import argparse
import importlib.util
import json
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from bot.language import understand, warm_up

ROOT = Path(__file__).parents[1]
LINES = (
    ROOT / "tests/bot/language/lines/seen.jsonl",
    ROOT / "tests/bot/language/lines/unseen.jsonl",
    ROOT / "tests/bot/language/lines/further.jsonl",
    ROOT / "tests/language/examples.jsonl",
    ROOT / "tests/language/examples_2.jsonl",
)
LONGEST = 10_000
LOCALES = {
    "en-US": "America/Los_Angeles",
    "de-DE": "Europe/Berlin",
    "fr-FR": "Europe/Paris",
    "es-ES": "Europe/Madrid",
    "pt-BR": "America/Sao_Paulo",
    "ja-JP": "Asia/Tokyo",
}
SEEDS = (
    "1",
    "a",
    "a ",
    "at 3 ",
    "tomorrow ",
    "12/12 ",
    "\u202eé",
    "<@U0> ",
    "“",
    "\x00",
    "3 - ",
    "every monday ",
    "半時",
    "(",
    "1:",
    "mondxy ",
    "for 1 h ",
    "...",
    "webinar ",
    "'a ",
)


def main() -> None:
    """Print a table."""
    options = argparse.ArgumentParser()
    options.add_argument("--record", action="store_true", help="keep the table among the recorded figures")
    began = time.perf_counter()
    warm_up()
    warm = (time.perf_counter() - began) * 1000
    rows = [("lines", timed(lines())), (f"texts of {LONGEST} characters", timed(longest()))]
    table = ["| what | median | p99 | max |", "|---|---|---|---|"]
    table += [
        f"| {name} | {median(took):.2f} ms | {quantiles(took, n=100)[98]:.2f} ms | {max(took):.2f} ms |"
        for name, took in rows
    ]
    table.append(f"| warm-up, once | {warm:.0f} ms | | |")
    print("\n".join(table))
    if options.parse_args().record:
        record_scores("language", "\n".join(table))


def record_scores(name: str, markdown: str) -> None:
    """Keep a table where the other figures are, if they are kept."""
    if importlib.util.find_spec("benchmarks.figures"):
        importlib.import_module("benchmarks.figures").record(name, markdown)
    else:
        print("No figures are kept here.")


def lines() -> Iterator[tuple[str, datetime, str, str]]:
    """Every labelled line, three times."""
    for path in LINES * 3:
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            asked = json.loads(line)
            if len(asked["text"]) < 1000:
                yield asked["text"], datetime.fromisoformat(asked["now"]), asked["tz"], asked["locale"]


def longest() -> Iterator[tuple[str, datetime, str, str]]:
    """Texts as long as they may be, in every language."""
    chance, now = random.Random(1), datetime(2026, 11, 23, 18, tzinfo=UTC)
    words = [word for text, *_ in lines() for word in text.split()]
    mixed = " ".join(chance.choices(words, k=3 * LONGEST))
    for locale, zone in LOCALES.items():
        for seed in (*SEEDS, mixed):
            yield (seed * LONGEST)[:LONGEST], now, zone, locale


def timed(asked: Iterator[tuple[str, datetime, str, str]]) -> list[float]:
    """Milliseconds for each."""
    took = []
    for text, now, zone, locale in asked:
        began = time.perf_counter()
        understand(text, now=now, zone=zone, locale=locale)
        took.append((time.perf_counter() - began) * 1000)
    return took


if __name__ == "__main__":
    main()
