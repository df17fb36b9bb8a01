"""Figures of the benchmarks, recorded as small tables in `figures/`."""

import os
import shlex
import sys
from pathlib import Path

FIGURES = Path(__file__).resolve().parent / "figures"


def record(name: str, markdown: str) -> Path:
    """Keep the figures of the benchmark `name`, in place of its earlier ones."""
    FIGURES.mkdir(exist_ok=True)
    path = FIGURES / f"{name}.md"
    path.write_text(markdown.rstrip() + "\n", encoding="utf-8")
    return path


def table(*rows: tuple[object, ...]) -> str:
    """A markdown table; the first row is its head."""
    head, *body = ([str(cell) for cell in row] for row in rows)
    return "\n".join(_line(cells) for cells in (head, ["---"] * len(head), *body))


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a recorded table, each with its cells by the names in the table's head."""
    lines = [
        line for line in (FIGURES / f"{name}.md").read_text(encoding="utf-8").splitlines() if line[:1] == "|"
    ]
    head, _, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [dict(zip(head, cells, strict=True)) for cells in body]


def made_by() -> str:
    """The command that is running, and on how many cores, as one line below a table."""
    module = f"benchmarks.{Path(sys.argv[0]).stem}"
    command = shlex.join(["python", "-m", module, *sys.argv[1:]])
    return f"Measured by `{command}` on {os.cpu_count()} cores with Python {sys.version.split()[0]}."


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
