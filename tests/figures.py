"""`python -m tests.figures` prints how the code is built; `--tree PATH` does it for another checkout, to compare.

Rooms count `.py` files. A function's length is its lines from `def` to its end; tokens are counted in each line that
has code. Complexity is McCabe's, as ruff counts it. Commands may each have a `main`.
"""

import argparse
import ast
import io
import json
import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from sandbox.environment import ROOT
from tests.check import RECORD

PRODUCT: Final = ("bot", "handlers", "blocks")
ROOMS: Final = (*PRODUCT, "sandbox", "tests", "benchmarks")
OF_THE_SANDBOX: Final = ("tests/sandbox", "tests/browser")
_NO_CODE: Final = {
    *(tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT),
    *(tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER),
}
_NOUN_CLAUSE: Final = re.compile(r"(What|Who|Whom|Whose|Which|How|Why|Where|Whether)(ever)?\b")
_NAMED_BY_OTHERS: Final = ("tests/", "bot/storage/migrations/")
"""Fixtures may be defined anew for a folder, and Alembic names what a migration does."""
_DATA: Final = ("phrases", "webinar_phrases", "vocabularies", "migrations")
"""Folders of tables of words, whose tests are labelled lines and dialogues, and of migrations, which never change."""
_MOST: Final = 10
_SHOWN: Final = 12
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A file of Python code."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def tokens(self) -> Iterator[int]:
        """The tokens of each line that has code."""
        found = tokenize.generate_tokens(io.StringIO(self.text).readline)
        yield from Counter(token.start[0] for token in found if token.type not in _NO_CODE).values()

    def docstrings(self) -> Iterator[str]:
        """The docstrings of the module, its classes and its functions."""
        for node in (self.tree, *self.classes, *self.functions):
            if text := ast.get_docstring(node):
                yield text


def sources(tree: Path, *folders: str) -> list[Source]:
    """The files of folders, by name."""
    paths = [path for folder in folders for path in sorted((tree / folder).rglob("*.py"))]
    return [Source(str(path.relative_to(tree)), path.read_text(encoding="utf-8")) for path in paths]


def report(tree: Path) -> str:
    """All figures of a checkout, as Markdown."""
    everything, product = sources(tree, *ROOMS), sources(tree, *PRODUCT)
    parts = (
        ("Rooms", _rooms(everything)),
        ("Shapes of the product's code", _shapes(product)),
        (f"Complexity above {_MOST}", _complex(tree)),
        ("Names of more than one thing", _names(everything)),
        ("Docstrings that begin with a noun clause", _noun_clauses(everything)),
        ("Tests to source", _tests(tree, product)),
        ("Seconds of the check", _check(tree)),
    )
    return "\n".join(f"## {title}\n\n{text}\n" for title, text in parts)


def _table(*rows: Sequence[object]) -> str:
    head, *body = [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])


def _rooms(everything: Sequence[Source]) -> str:
    rooms: dict[str, list[Source]] = {}
    for source in everything:
        folders = source.name.split("/")[:-1]
        rooms.setdefault("/".join(folders[:2]), []).append(source)
    rows = [(room, len(held), sum(source.lines for source in held)) for room, held in sorted(rooms.items())]
    total = ("all", len(everything), sum(source.lines for source in everything))
    return _table(("room", "files", "lines"), *rows, total)


def _shapes(product: Sequence[Source]) -> str:
    files = [source.lines for source in product]
    functions = [_length(function) for source in product for function in source.functions]
    tokens = [count for source in product for count in source.tokens()]
    rows = (("lines of a file", files), ("lines of a function", functions), ("tokens of a line", tokens))
    parts = [
        (name, _mean(each), *(_share(each, part) for part in (50, 90, 99)), max(each)) for name, each in rows
    ]
    return _table(("", "mean", "p50", "p90", "p99", "most"), *parts)


def _length(function: Function) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def _mean(numbers: Sequence[int]) -> str:
    return f"{sum(numbers) / len(numbers):.1f}"


def _share(numbers: Sequence[int], percent: int) -> int:
    """The number that so many in a hundred do not exceed."""
    return sorted(numbers)[min(len(numbers) - 1, len(numbers) * percent // 100)]


def _complex(tree: Path) -> str:
    options = ("--isolated", "--select", "C901", "--config", f"lint.mccabe.max-complexity={_MOST}")
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        *options,
        "--output-format",
        "json",
        "--no-cache",
        *ROOMS,
    ]
    told = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)  # noqa: S603 - our tool
    found = [
        f"{Path(one['filename']).relative_to(tree.resolve())}: {one['message']}"
        for one in json.loads(told.stdout)
    ]
    return "\n".join([f"{len(found)} functions", *(f"- {each}" for each in found)])


def _names(everything: Sequence[Source]) -> str:
    classes = [
        each.name for source in everything for each in source.classes if not each.name.startswith("Test")
    ]
    ours = [source for source in everything if not source.name.startswith(_NAMED_BY_OTHERS)]
    functions = [name for source in ours for name in _public(source.tree.body) if name != "main"]
    methods = [name for source in everything for each in source.classes for name in _public(each.body)]
    rows = (("classes", classes), ("public functions", functions), ("public methods", methods))
    return _table(
        ("", "names", "of more than one", "the most frequent"),
        *((kind, len(set(names)), *_repeated(names)) for kind, names in rows),
    )


def _public(body: Iterable[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, Function) and not node.name.startswith(("_", "test_")):
            yield node.name


def _repeated(names: Iterable[str]) -> tuple[int, str]:
    repeated = {name: count for name, count in Counter(names).most_common() if count > 1}
    return len(repeated), ", ".join(f"{name} {count}" for name, count in list(repeated.items())[:_SHOWN])


def _noun_clauses(everything: Sequence[Source]) -> str:
    texts = [text for source in everything for text in source.docstrings()]
    found = Counter(start[0] for text in texts if (start := _NOUN_CLAUSE.match(text)))
    told = ", ".join(f"{word} {count}" for word, count in found.most_common())
    return f"{found.total()} of {len(texts)}" + (f": {told}" if told else "")


def _tests(tree: Path, product: Sequence[Source]) -> str:
    tests = [source for source in sources(tree, "tests") if not source.name.startswith(OF_THE_SANDBOX)]
    labelled = sum(
        len(path.read_text(encoding="utf-8").splitlines()) for path in tree.glob("tests/**/*.jsonl")
    )
    code = [source for source in product if not set(_DATA) & set(Path(source.name).parts)]
    rows = []
    for what, these, more in (
        ("all Python", product, 0),
        ("without data, with labelled lines", code, labelled),
    ):
        ours, theirs = sum(source.lines for source in tests) + more, sum(source.lines for source in these)
        rows.append((what, str(ours), str(theirs), f"{ours / theirs:.2f}"))
    return _table(("lines", "of the product's tests", "of the product", "ratio"), *rows)


def _check(tree: Path) -> str:
    record = tree / RECORD.name
    if not record.exists():
        return "No whole check was recorded here: `python3 -m tests` records one."
    rows = [
        (one["part"], f"{one['seconds']:.0f}", f"{one['processor_seconds']:.0f}")
        for one in json.loads(record.read_text())
    ]
    return _table(("part", "seconds", "seconds of processors"), *rows)


def main() -> None:
    """Print the figures of a checkout, this one unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=ROOT, help="the checkout to look at")
    print(report(parser.parse_args().tree))


if __name__ == "__main__":
    main()
