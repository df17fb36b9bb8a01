"""The locked environment, made at first use with nothing but Python's own library.

A `.venv` that somebody made for themselves is theirs: it is used when they call its Python, and never cleared.

Python 3.6 can read this file and run it as far as the sentence that a newer one is needed: annotations that it does
not know are quoted, and nothing newer is imported.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-dev.lock"
"""The lock for developing, which includes the lock for running; `requirements.lock` has the latter alone."""
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_MARK = HOME / "locked"
_OLDEST = (3, 11)


def enter(module: str) -> None:
    """Go on inside the environment: return when we are in it, else make it and run `python -m module` there."""
    if sys.version_info < _OLDEST:
        sys.exit(f"This needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if Path(sys.prefix) == HOME and (_is_current() or not _is_ours()):
        return
    if not _is_current():
        _make()
    command = [str(PYTHON), "-m", module, *sys.argv[1:]]
    os.chdir(ROOT)
    if os.name == "posix":
        os.execv(PYTHON, command)  # noqa: S606 - ourselves, and signals then reach whom they are for
    sys.exit(subprocess.call(command))  # noqa: S603 - ourselves


def _is_ours() -> bool:
    return _MARK.exists()


def _is_current() -> bool:
    return _is_ours() and _MARK.read_text() == _digest()


def _digest() -> str:
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def _make() -> None:
    """Install exactly what is locked; quickly with uv, or with pip where uv does not run."""
    if HOME.exists() and not _is_ours():
        sys.exit(
            f"There is a {HOME.name} that this command did not make, and leaves as it is. Move it away and run the same "
            f"command again, or use the Python in it where {LOCK.name} is installed."
        )
    _say("Setting up, once: making a virtual environment in .venv …")
    try:
        if HOME.exists():
            shutil.rmtree(HOME)
        HOME.mkdir()
        _MARK.write_text("being made")  # so that what is broken off can be begun again
        venv.create(HOME, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        sys.exit(
            f"Python cannot make a virtual environment here ({problem}). On Debian: apt install python3-venv"
        )
    _say("Setting up, once: installing the locked packages …")
    if not (
        _install_uv()
        and _run(PYTHON, "-m", "uv", "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, LOCK)
    ):
        _say("Setting up, once: taking the slower way, with pip …")
        if not _run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK):
            sys.exit("The packages could not be installed: is there a network? Run the same command again.")
    _MARK.write_text(_digest())
    _say("Set up.")


def _install_uv() -> bool:
    """Install uv alone, by the hashes that the lock has for it."""
    wanted = "".join(_requirement("uv"))
    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder) / "uv.lock"
        lock.write_text(wanted)
        return _run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)


def _requirement(name: str) -> "list[str]":
    """The lines of one package in the lock."""
    lines: list[str] = []
    for line in LOCK.read_text().splitlines(keepends=True):
        if line.startswith(f"{name}=="):
            lines = [line]
        elif lines and line.startswith(" "):
            lines.append(line)
        elif lines:
            break
    return lines


def _run(*command: "str | Path") -> bool:
    quiet = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "VIRTUAL_ENV": str(HOME)}
    return subprocess.call(command, cwd=ROOT, env=quiet, stdout=subprocess.DEVNULL) == 0  # noqa: S603 - as locked


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - to the person who waits
