"""Labelled lines, read again and compared field by field, as the project is judged."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.language import understand
from bot.models.understood import Speech, Understood

OWN = Path(__file__).parent / "lines"
SHARED = Path(__file__).parents[2] / "language"
NEAR = timedelta(seconds=60)


@dataclass
class Score:
    """The score of read lines; the wrong ones with their differences."""

    lines: int = 0
    wrong_starts: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    """Lines that ask for nothing and yet would begin a draft."""

    def share(self, failures: list[str]) -> float:
        return 1 - len(failures) / self.lines


def labelled(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def reading(line: dict[str, Any]) -> Understood:
    now = datetime.fromisoformat(line["now"])
    return understand(line["text"], now=now, zone=line["tz"], locale=line["locale"])


def score(path: Path) -> Score:
    """All lines of a file."""
    total = Score()
    for line in labelled(path):
        found, text = reading(line), line["text"][:80]
        total.lines += 1
        if "not" in line["tags"]:
            total.begun += [text] if found.speech is Speech.REQUEST else []
            continue
        problems = list(differences(line, found))
        if "start" in problems:
            total.wrong_starts.append(text)
            if not found.flags:
                total.silent.append(text)
        if problems:
            total.wrong.append(f"{', '.join(problems)}: {text}")
        if "no_date" in line["expect"].get("flags", ()) and (found.start or found.date):
            total.invented.append(text)
    return total


def differences(line: dict[str, Any], found: Understood) -> Iterator[str]:
    """The names of the fields that are not as labelled."""
    expect, tags = line["expect"], set(line["tags"])
    minutes = found.duration / timedelta(minutes=1) if found.duration else None
    titles = [expect["title"], *expect.get("title_ok", ())]
    asked = expect.get("ask_ok", False) and found.flags
    if "start_unchecked" not in tags and not asked and not same(expect["start"], found.start):
        yield "start"
    if not {"title_unchecked", "long"} & tags and found.title not in titles:
        yield "title"
    if "duration_unchecked" not in tags and expect["duration_minutes"] != minutes:
        yield "duration"
    if "zone_unchecked" not in tags and expect["timezone"] != found.zone:
        yield "zone"
    if "date" in expect and expect["date"] != (found.date.isoformat() if found.date else None):
        yield "date"
    if any(getattr(found.settings, name) != value for name, value in expect.get("settings", {}).items()):
        yield "settings"
    if "registration" in expect and expect["registration"] is not found.registration:
        yield "registration"
    if "flags_unchecked" not in tags and not set(expect.get("flags", ())) <= set(found.flags):
        yield "flags"


def same(expected: str | None, start: datetime | None) -> bool:
    if expected is None or start is None:
        return expected is None and start is None
    return abs(datetime.fromisoformat(expected) - start) <= NEAR
