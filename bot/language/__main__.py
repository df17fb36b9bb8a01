"""`python -m bot.language`: one JSON object {text, now, tz, locale} a line in, what was understood a line out."""

import json
import sys
from datetime import datetime, timedelta
from typing import TypedDict

from bot.language.pipeline import understand
from bot.models.understood import Speech, Understood


class LineResult(TypedDict, total=False):
    """A line of output; `date` stands there when a day was said without a time."""

    title: str | None
    start: str | None
    date: str
    duration_minutes: float | None
    timezone: str | None
    registration: bool | None
    flags: list[str]
    error: str


def main() -> None:
    """Answer every line, also those that are no request."""
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(line), ensure_ascii=False), flush=True)  # noqa: T201 - a command that answers


def answer(line: str) -> LineResult:
    """Find what a line asks, or why it cannot be answered."""
    try:
        asked = json.loads(line)
        now = datetime.fromisoformat(asked["now"])
        return shown(understand(asked["text"], now=now, zone=asked["tz"], locale=asked["locale"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        return {"error": f"{type(problem).__name__}: {problem}"[:200]}


def shown(found: Understood) -> LineResult:
    """Find what was understood, in the shape of the examples."""
    minutes = found.duration / timedelta(minutes=1) if found.duration else None
    told: LineResult = {
        "title": found.title,
        "start": found.start.isoformat() if found.start else None,
        "duration_minutes": int(minutes) if minutes is not None and minutes == int(minutes) else minutes,
        "timezone": found.zone,
        "registration": found.registration,
        "flags": [flag.value for flag in found.flags],
    }
    if found.date and not found.start:
        told["date"] = found.date.isoformat()
    if found.speech is not Speech.REQUEST:
        told |= {"title": None, "start": None, "flags": [*told["flags"], found.speech.value]}
        told.pop("date", None)
    return told


if __name__ == "__main__":
    main()
