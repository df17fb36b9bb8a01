"""Reading a line is fast: the time of this thread is measured, whatever else the machine does."""

import time
from datetime import UTC, datetime
from statistics import median, quantiles

import pytest

from bot.language import understand, warm_up
from tests.bot.language.scoring import OWN, SHARED, labelled, reading

LONGEST = 10_000
SEEDS = (
    "1", "a ", "at 3 ", "tomorrow ", "12/12 ", "<@U0> ", "“", '"a ', "3 - ", "every monday ", "半時", "(", "1:", "mondxy ", "for 1 h ", "webinar ",
    "please ", "no recording, ", "password: a ", "title: a ", "Dana Kim as panelist ", "明日の",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    warm_up()


def test_a_line_takes_two_milliseconds() -> None:
    took = []
    for path in (*OWN.glob("*.jsonl"), *SHARED.glob("examples*.jsonl")):
        for line in labelled(path):
            if len(line["text"]) < 1000:
                began = time.thread_time()
                reading(line)
                took.append((time.thread_time() - began) * 1000)
    assert median(took) <= 2
    assert quantiles(took, n=100)[98] <= 10


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("locale", ["en-US", "de-DE", "es-ES", "ja-JP"])
def test_the_longest_text_takes_a_quarter_of_a_second(seed: str, locale: str) -> None:
    text = (seed * LONGEST)[:LONGEST]
    began = time.thread_time()
    understand(text, now=datetime(2027, 4, 8, 15, tzinfo=UTC), zone="Europe/Berlin", locale=locale)
    assert time.thread_time() - began <= 0.25
