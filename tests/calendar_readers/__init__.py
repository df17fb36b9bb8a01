"""Calendar files, read by libraries that other calendars are built on: ical.js and node-ical, which run on Node."""

import base64
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.models import Webinar

HERE: Final = Path(__file__).parent
JOINER: Final = "\u2060"
"""Stands unseen where some readers would find a line break."""
READERS: Final = ("ical.js", "node-ical")
TITLES: Final = (
    r"DOMAIN\Nina",
    "Q3 All-Hands",
    r"C:\new\Notes",
    r"a\\nb \, and \; too",
    "semi; colon, comma: “quotes” 'and' \"more\"",
    "Übersicht für São Paulo und 東京 🎉" * 5,
    r"ends with \ ".strip(),
    "BEGIN:VEVENT",
    "تخطيط الربع الثالث",
)
DESCRIPTIONS: Final = ("", "One line.", "Two\n\nparagraphs; with, marks\\n and \\N.\n", "長い説明。" * 200)


def installed() -> Path:
    """The folder of Node and the readers; skips the test, and says why, where they cannot be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("NOT CHECKED: calendar files in other readers, which need node and npm")
    if not (HERE / "node_modules").is_dir():
        done = subprocess.run(  # noqa: S603 - npm of this machine
            [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
            cwd=HERE,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"NOT CHECKED: calendar files in other readers, npm ci failed: {done.stderr[-200:]}")
    return Path(node)


def read_by_others(node: Path, files: Iterable[bytes]) -> Iterator[dict[str, dict[str, Any]]]:
    """The content of each file as each reader understands it."""
    lines = b"\n".join(base64.b64encode(file) for file in files)
    done = subprocess.run([node, HERE / "read.mjs"], input=lines, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return (json.loads(line) for line in done.stdout.splitlines())


def differences(webinar: Webinar, description: str, read: dict[str, dict[str, Any]]) -> list[str]:
    """The differences between the meaning of a file and a reader's understanding."""
    meant = {
        "start": webinar.start,
        "end": webinar.end,
        "summary": webinar.title,
        "description": description,
        "location": webinar.join_uri or "",
    }
    found = {
        reader: {
            **{name: datetime.fromisoformat(read[reader][name]) for name in ("start", "end")},
            **{
                name: read[reader][name].replace(JOINER, "")
                for name in ("summary", "description", "location")
            },
        }
        for reader in READERS
    }
    return [
        f"{reader}: {name} is {found[reader][name]!r}, not {meant[name]!r}"
        for reader in READERS
        for name in meant
        if found[reader][name] != meant[name]
    ]


def zones() -> list[str]:
    """Every zone that a webinar can have."""
    return sorted(zone for zone in available_timezones() if zone not in {"Factory", "localtime"})


def changes_of_clock(zone: str, first: int, last: int) -> Iterator[datetime]:
    """The instants at which a zone's clocks change in these years."""
    there = ZoneInfo(zone)
    day, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while day < end:
        after = day + timedelta(days=1)
        if day.astimezone(there).utcoffset() != after.astimezone(there).utcoffset():
            yield _change(there, day, after)
        day = after


def _change(there: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = low.astimezone(there).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if middle.astimezone(there).utcoffset() == before else (low, middle)
    return high.replace(second=0, microsecond=0)


def moments(zone: str, first: int, last: int) -> Iterator[datetime]:
    """The beginning of each month, and half an hour before and after each change of clocks."""
    for year in range(first, last + 1):
        for month in range(1, 13):
            yield datetime(year, month, 1, 13, 7, tzinfo=UTC)
    for change in changes_of_clock(zone, first, last):
        yield change - timedelta(minutes=30)
        yield change + timedelta(minutes=30)
