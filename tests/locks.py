"""`python -m tests.locks` writes both locks anew; `--upgrade` takes the newest versions that pyproject.toml allows.

`requirements.lock` has what the bot needs to run, `requirements-dev.lock` that and what developing needs. Extras are
kept (`coverage[toml]==…`): pip before 23.3 does not apply a pin without them to a package that asks for them.
"""

import subprocess
import sys
from typing import Final

from sandbox.environment import LOCK, ROOT

DEVELOPING: Final = LOCK
RUNNING: Final = ROOT / "requirements.lock"
LOCKS: Final = {RUNNING: (), DEVELOPING: ("--group", "dev", "--constraints", RUNNING.name)}
_COMPILE: Final = (
    *("-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-strip-extras", "--no-annotate"),
    *("--custom-compile-command", "python -m tests.locks"),
)


def main(*options: str) -> None:
    """Resolve the dependencies of pyproject.toml; versions that are locked already stay unless told otherwise."""
    for lock, groups in LOCKS.items():
        command = [sys.executable, *_COMPILE, *groups, *options, "--output-file", lock.name]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command


if __name__ == "__main__":
    main(*sys.argv[1:])
