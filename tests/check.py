"""The parts of the check, run at the same time, each with what it costs."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Final

from sandbox.environment import PYTHON, ROOT
from tests.browser import chromium

RECORD: Final = ROOT / ".check.json"
"""What the parts of the last whole check cost; `python -m tests.figures` shows it."""
_PATIENT: Final = {"SANDBOX_PATIENCE": "4"}
"""Several stories take place at once here, perhaps on a slow machine: what comes late is not missing."""
_HASTY: Final = {"HYPOTHESIS_PROFILE": "quick"}
_STATIC: Final = {
    "style": ("-m", "ruff", "check"),
    "layout": ("-m", "ruff", "format", "--check"),
    "types": ("-m", "mypy"),
}
_ARROWS: Final = ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
_PYTEST: Final = ("-m", "pytest", "-q", "--dist", "loadgroup")
_UNITS: Final = (
    "tests/bot",
    "tests/blocks",
    "tests/handlers",
    "tests/test_manifest.py",
    "tests/test_locks.py",
)
_MEASURED: Final = ROOT / ".coverage.json"
_MEASURING: Final = ("-m", "slipcover", "--json", "--out", _MEASURED.name)
_COVERAGE: Final = (
    "-m",
    "slipcover",
    "--fail-under",
    "95",
    "--merge",
    _MEASURED.name,
    "--out",
    _MEASURED.name,
)
"""Judged after the tests: a run that measures and judges at once shows the first process alone."""


@dataclass(frozen=True)
class Cost:
    """The cost of a part of the check: seconds on the clock, and of all processors together."""

    part: str
    passed: bool
    seconds: float
    processor_seconds: float


def check(options: Sequence[str]) -> int:
    """Run all parts, or with `--quick` style, types and unit tests; 0 when all of them pass."""
    quick, further = "--quick" in options, [option for option in options if option != "--quick"]
    parts = _quick_parts(further) if quick else _parts(further)
    if not quick and chromium.had() is None:
        print(
            "!! THERE IS NO CHROMIUM, and it cannot be had here: the tests in a browser are skipped !!",
            flush=True,
        )
    began = time.monotonic()
    with ThreadPoolExecutor(len(parts)) as pool:
        costs = list(pool.map(_run, parts, parts.values()))
    if not options:
        costs.append(_run("coverage", _COVERAGE))
    for cost in costs:
        print(f"{cost.part:22} {cost.seconds:5.0f} s, {cost.processor_seconds:5.0f} s of processors")
    print(f"{'all of it':22} {time.monotonic() - began:5.0f} s")
    if not options:
        RECORD.write_text(json.dumps([asdict(cost) for cost in costs], indent=1))
    failed = [cost.part for cost in costs if not cost.passed]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def _parts(further: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Everything; coverage only where nothing is left out."""
    measuring = () if further else _MEASURING
    tests = (*measuring, *_PYTEST, "-n", "3", *further)
    return {**_STATIC, "arrows between the rooms": _ARROWS, "tests": tests}


def _quick_parts(further: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {**_STATIC, "unit tests": (*_PYTEST, "-n", "2", "-m", "not thorough", *_UNITS, *further)}


def _run(name: str, arguments: Sequence[str]) -> Cost:
    """Run one part; tests tell how they go meanwhile, and the other parts at their end."""
    began, is_tests = time.monotonic(), "pytest" in arguments
    variables = _environment() | (_HASTY if name == "unit tests" else {})
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - our own tools
            [PYTHON, *arguments],
            cwd=ROOT,
            env=variables,
            stdout=None if is_tests else said,
            stderr=None if is_tests else subprocess.STDOUT,
        )
        status, processors = _ended(process)
        said.seek(0)
        print(f"── {name}\n{said.read().decode(errors='replace')}", end="", flush=True)
    return Cost(name, status == 0, time.monotonic() - began, processors)


def _environment() -> dict[str, str]:
    """The variables of every part: patient, and what one process has compiled the next only reads.

    Compiling takes a process that runs the bot five seconds of seven, and the tests start dozens.
    """
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return told | _PATIENT


def _ended(process: "subprocess.Popen[bytes]") -> tuple[int, float]:
    """The exit status, and the processor time of the process with its children, where the system tells it."""
    if sys.platform == "win32":
        return process.wait(), 0.0
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_utime + used.ru_stime
