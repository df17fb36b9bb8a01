"""`python -m benchmarks.calendar_files`: whether other readers understand calendar files as they were meant.

Every zone, each month and each change of clocks through 2035, with texts that are hard to escape, read by ical.js and
node-ical.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from bot.models import Webinar
from bot.webinars.icalendar import calendar_file, local_time
from tests.blocks.example_webinar import JOIN, webinar
from tests.calendar_readers import (
    DESCRIPTIONS,
    TITLES,
    differences,
    installed,
    moments,
    read_by_others,
    zones,
)

FIRST, LAST = 2026, 2035
STAMP = datetime(2026, 3, 2, 17, tzinfo=UTC)
AT_ONCE = 5_000


def main() -> int:
    """Print what differs, and how much was read; 1 when anything differs."""
    node, read, found = installed(), 0, Counter[str]()
    made = all_files()
    while some := list(islice(made, AT_ONCE)):
        answers = read_by_others(node, (calendar_file(each, STAMP) for each in some))
        for each, answer in zip(some, answers, strict=True):
            problems = differences(each, described(each), answer)
            read += 1
            found.update(problem.partition(" is ")[0] for problem in problems)
            if problems and len(found) < 10:
                print(each.time_zone, each.start, *problems, sep="\n  ")
        print(f"{read} files read, {found.total()} differences", flush=True)
    print(dict(found) or f"{read} of {read} files mean the same in both readers.")
    return 1 if found else 0


def described(made: Webinar) -> str:
    """The text of a file's description."""
    ways = f"{local_time(made)}\n\nJoin: {JOIN}"
    return f"{ways}\n\n{made.description}" if made.description else ways


def all_files() -> Iterator[Webinar]:
    """A webinar for each zone and moment, each with another title and description."""
    number = 0
    for zone in zones():
        for start in moments(zone, FIRST, LAST):
            yield webinar(
                start=start,
                time_zone=zone,
                duration=timedelta(minutes=30 + number % 90),
                title=TITLES[number % len(TITLES)],
                description=DESCRIPTIONS[number % len(DESCRIPTIONS)],
            )
            number += 1


if __name__ == "__main__":
    sys.exit(main())
