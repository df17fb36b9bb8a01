"""What the README tells, made from what is; `python -m tests.readme` writes it anew."""

import asyncio
import re
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.figures import FIGURES
from bot.settings import Settings
from tests.databases import sqlite_database
from tests.office import ROOT, Office, open_office
from tests.scenarios.form_actions import ALL_HANDS, fills, opens_the_form

README = ROOT / "README.md"
_HEADINGS = {
    "chaos": "Killed, cut off and refused at random",
    "rate_limit": "Sixty webinars at once, ten calls a window",
    "speed_ack": "Fifty type `/webinar` at once",
    "speed_card": "From the form to the card",
    "speed_lag": "How long anything holds the others up",
    "speed_memory": "Memory",
    "speed_start": "Start",
    "moves": "Two hundred webinars moved at once",
    "registrations": "A thousand people register within a minute",
    "growth": "With ten thousand webinars",
    "language": "Understanding a line",
}
_PART = r"(<!-- {name} -->\n)(.*?)(<!-- end of {name} -->)"


def written(name: str) -> str:
    """What stands in a part of the README."""
    found = re.search(_PART.format(name=name), README.read_text(), re.DOTALL)
    assert found is not None, f"the README has no part “{name}”"
    return found[2]


async def transcript(folder: Path) -> str:
    """The main job, played in an office."""
    async with open_office(sqlite_database(folder)) as office, office.bot():
        return f"```text\n{await _story(office)}```\n"


def settings() -> str:
    """The table of settings."""
    rows = [f"| `{name.upper()}` | {_explained(name)} |" for name in Settings.model_fields]
    return "\n".join(["| setting | what it is |", "| --- | --- |", *rows, ""])


def figures() -> str:
    """What the benchmarks measured, under their headings, as far as it is recorded."""
    told = []
    for name, heading in _HEADINGS.items():
        recorded = FIGURES / f"{name}.md"
        if recorded.exists():
            told += [f"### {heading}", "", recorded.read_text().strip(), ""]
    return "\n".join(told)


async def _story(office: Office) -> str:
    ann, told = office.ann, ["Ann types /webinar in #general. A form opens, and she fills it in:"]
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    told += [f"    {label}: {ann.modal.value(label)}" for label in ann.modal.labels]
    told += [f"    ({ann.modal.submit_label})", "", "She sends it off, and it turns into:"]
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created" and ann.dm)
    told += _indented(ann.modal.text)
    (card,) = ann.messages("#general")
    told += ["", "#general has one card:", *_indented(card.plain)]
    told += ["", "Notifications and screen readers say:", *_indented(card.text)]
    hers = [line for line in _indented(ann.dm[0].plain) if "For you alone" in line]
    told += ["", "By direct message, for Ann alone, there is also:", *hers]
    return _as_slack_shows("\n".join(told) + "\n", office)


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]


def _as_slack_shows(text: str, office: Office) -> str:
    """Mentions, links and times as Ann reads them, with the addresses of a real RingCentral."""
    text = text.replace(office.attendee_link, "https://v.ringcentral.com/w/a/join/…")
    text = text.replace(office.host_link, "https://v.ringcentral.com/w/join/…")
    text = re.sub(r"<!date\^(\d+)\^[^|]*\|[^>]*>", _in_los_angeles, text)
    text = re.sub(r"<(https?:[^|>]*)\|([^>]*)>", r"\2", text)
    text = re.sub(r"<(https?:[^|>]*)>", r"\1", text)
    return text.replace("<@U0ANN>", "@ann").replace("<#C0GENERAL>", "#general")


def _in_los_angeles(date: re.Match[str]) -> str:
    there = datetime.fromtimestamp(int(date[1]), ZoneInfo("America/Los_Angeles"))
    return f"{there:%b} {there.day}, {there.year} at {there.hour % 12 or 12}:{there:%M %p}"


def _explained(name: str) -> str:
    field = Settings.model_fields[name]
    if field.default_factory is not None:
        return f"{field.description} (default: the host name)"
    default = "" if field.is_required() or field.default is None else f" (default `{field.default}`)"
    return f"{field.description}{default}"


async def _rewrite() -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = {"transcript": await transcript(Path(folder)), "settings": settings(), "figures": figures()}
    text = README.read_text()
    for name, part in parts.items():
        text = (
            text.replace(written(name), part)
            if written(name)
            else text.replace(f"<!-- {name} -->\n", f"<!-- {name} -->\n{part}")
        )
    README.write_text(text)


if __name__ == "__main__":
    asyncio.run(_rewrite())
