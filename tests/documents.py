"""Generates the parts of the documents that follow from the code; `python -m tests.documents` writes them anew.

README.md             five figures that matter
docs/example.md       one webinar as people see it, played in an office
docs/operating.md     the table of settings
benchmarks/README.md  every recorded figure
.env.example          the settings, to be filled in
"""

import asyncio
import re
import tempfile
import textwrap
from pathlib import Path
from typing import Final

from benchmarks.figures import FIGURES, read_table, table
from bot.settings import Settings
from sandbox.slack.blockkit import date_marks
from tests.databases import sqlite_database
from tests.office import ROOT, Office, open_office
from tests.scenarios.form_actions import ALL_HANDS, fills, opens_the_form

README: Final = ROOT / "README.md"
EXAMPLE: Final = ROOT / "docs/example.md"
OPERATING: Final = ROOT / "docs/operating.md"
BENCHMARKS: Final = ROOT / "benchmarks/README.md"
ENVIRONMENT: Final = ROOT / ".env.example"
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


def written(document: Path, name: str) -> str:
    """The text of a generated part, as it stands in its document."""
    found = re.search(_PART.format(name=name), document.read_text(), re.DOTALL)
    assert found is not None, f"{document.name} has no part “{name}”"
    return found[2]


async def transcript(folder: Path) -> str:
    """The main job, played in an office."""
    async with open_office(sqlite_database(folder)) as office, office.bot():
        return f"```text\n{await _story(office)}```\n"


def settings() -> str:
    """The table of settings."""
    rows = [f"| `{name.upper()}` | {_explained(name)} |" for name in Settings.model_fields]
    return "\n".join(["| setting | what it is |", "| --- | --- |", *rows, ""])


def environment() -> str:
    """The settings as a file to fill in: required ones empty, the others as comments with their defaults."""
    head = [
        "# Copy this file to .env and fill in the empty settings.",
        "# The other settings have defaults: take the # away to change one.",
    ]
    return "\n".join([*head, *(line for name in Settings.model_fields for line in _example(name))]) + "\n"


def figures() -> str:
    """All recorded figures of the benchmarks, under their headings."""
    told = []
    for name, heading in _HEADINGS.items():
        recorded = FIGURES / f"{name}.md"
        if recorded.exists():
            told += [f"### {heading}", "", recorded.read_text().strip(), ""]
    return "\n".join(told)


def highlights() -> str:
    """The five figures that matter to somebody who tries the bot."""
    chaos = read_table("chaos")
    acknowledged = {row[""]: row for row in read_table("speed_ack")}["the bot"]
    cards = [row for row in read_table("speed_card") if row["each call answers after"] == "200 ms"]
    in_line = {row[""]: list(row.values())[1:] for row in read_table("rate_limit")}
    registered = {row[""]: list(row.values())[1:] for row in read_table("registrations")}
    answers = "answers to clicks: median / p99 / slowest"
    killed, created = (sum(int(row[key]) for row in chaos) for key in ("kill -9", "created"))
    return (
        table(
            ("figure", "measured", "command"),
            (
                f"webinars doubled or missing of {created}, while workers were killed {killed} times",
                sum(int(row["doubled or missing"]) for row in chaos),
                _command("chaos"),
            ),
            (
                "`/webinar` acknowledged while fifty people type it at once (Slack allows 3 s)",
                f"{acknowledged['median']} median, {acknowledged['p99']} p99",
                _command("speed"),
            ),
            (
                "form sent off → card, when each call to RingCentral and Slack takes 200 ms",
                " · ".join(f"{row['form sent off → card, median']} on {row['database']}" for row in cards),
                _command("speed"),
            ),
            (
                "use of RingCentral's rate limit by sixty webinars at once",
                " · ".join(in_line["allowance used while there was a line"])
                + f"; {sum(map(int, in_line['answers of 429']))} refused calls",
                _command("rate_limit"),
            ),
            (
                "answer to a click while a thousand people register: median / p99 / slowest",
                " · ".join(told.partition(" (")[0] for told in registered[answers]),
                _command("registrations"),
            ),
        )
        + "\n"
    )


def _command(name: str) -> str:
    return f"`python -m benchmarks.{name}`"


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
    hers = [line for line in _indented(ann.dm[0].plain) if "Only visible to you" in line]
    told += ["", "By direct message, for Ann alone, there is also:", *hers]
    return _as_slack_shows("\n".join(told) + "\n", office)


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]


def _as_slack_shows(text: str, office: Office) -> str:
    """Mentions, links and times as Ann reads them, with the addresses of a real RingCentral."""
    text = text.replace(office.attendee_link, "https://v.ringcentral.com/w/a/join/…")
    text = text.replace(office.host_link, "https://v.ringcentral.com/w/join/…")
    text = date_marks.read_date_mark(text, zone="America/Los_Angeles", now=0, twelve_hours=True)
    text = re.sub(r"<(https?:[^|>]*)\|([^>]*)>", r"\2", text)
    text = re.sub(r"<(https?:[^|>]*)>", r"\1", text)
    return text.replace("<@U0ANN>", "@ann").replace("<#C0GENERAL>", "#general")


def _explained(name: str) -> str:
    field = Settings.model_fields[name]
    if field.default_factory is not None:
        return f"{field.description} (default: the host name)"
    default = "" if field.is_required() or field.default is None else f" (default `{field.default}`)"
    return f"{field.description}{default}"


def _example(name: str) -> list[str]:
    field = Settings.model_fields[name]
    told = (field.description or "").strip()
    comment = textwrap.wrap(
        told[0].upper() + told[1:] + ("" if told.endswith("…") else "."), 100, break_on_hyphens=False
    )
    default = "" if field.is_required() or field.default_factory or field.default is None else field.default
    mark = "" if field.is_required() else "# "
    return ["", *(f"# {line}" for line in comment), f"{mark}{name.upper()}={default}"]


def _replace(document: Path, name: str, part: str) -> None:
    filled = re.compile(_PART.format(name=name), re.DOTALL)
    document.write_text(filled.sub(lambda found: f"{found[1]}{part}{found[3]}", document.read_text()))


async def _rewrite() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _replace(EXAMPLE, "transcript", await transcript(Path(folder)))
    _replace(OPERATING, "settings", settings())
    _replace(BENCHMARKS, "figures", figures())
    _replace(README, "highlights", highlights())
    ENVIRONMENT.write_text(environment())


if __name__ == "__main__":
    asyncio.run(_rewrite())
